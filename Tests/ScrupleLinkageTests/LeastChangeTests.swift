import ScrupleMadeUpRecords
import ScrupleRecords
import ScrupleScoring
import Testing

@testable import Scruple

struct LeastChangeTests {
  private func change(
    _ left: Int, _ right: Int, _ result: LinkageResult
  ) throws -> (pair: PairExplanation, change: LeastChange?) {
    let pair = try PairExplanation(
      left: left, right: right, prepared: result.prepared, model: result.model)
    let change = try LeastChange(
      left: left, right: right, prepared: result.prepared, model: result.model,
      current: pair.totalBits)
    return (pair, change)
  }

  @Test func aChangeCarriesThePairOverTheThresholdAndStaysSmall() throws {
    let result = try MadeUpRun.result.get()
    let links = result.prepared.specification.decision.linkBits
    var seen = (up: 0, down: 0)
    for left in stride(from: 0, to: result.prepared.records.leftCount, by: 17) {
      for right in stride(from: 0, to: result.prepared.records.rightCount, by: 23) {
        let (pair, change) = try change(left, right, result)
        guard let change else { continue }
        #expect(change.reachesLink == (pair.totalBits < links))
        #expect((change.totalBits >= links) == change.reachesLink)
        #expect((1...LeastChange.most).contains(change.steps.count))
        for step in change.steps { #expect(step.from != step.to && step.to != "missing") }
        if change.reachesLink { seen.up += 1 } else { seen.down += 1 }
      }
    }
    #expect(seen.up > 0)
  }

  @Test func aSingleStepIsTheLeastOfAllSingleSteps() throws {
    let result = try MadeUpRun.result.get()
    var compared = 0
    for link in result.links.prefix(60) {
      let (pair, change) = try change(Int(link.left), Int(link.right), result)
      guard let change, change.steps.count == 1, !change.reachesLink else { continue }
      // No level of any one comparison leaves less to the threshold and still falls below it.
      let drop = change.steps[0].bits
      #expect(abs(pair.totalBits + drop - change.totalBits) < 1e-6)
      #expect(drop < 0 && change.totalBits < pair.linkBits)
      compared += 1
    }
    #expect(compared > 0)
  }
}
