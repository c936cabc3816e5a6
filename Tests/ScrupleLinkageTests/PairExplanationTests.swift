import ScrupleMadeUpRecords
import ScrupleRecords
import ScrupleScoring
import Testing

@testable import Scruple

struct PairExplanationTests {
  private func explanation(_ link: Link, _ result: LinkageResult) throws -> PairExplanation {
    try PairExplanation(
      left: Int(link.left), right: Int(link.right), prepared: result.prepared,
      model: result.model)
  }

  @Test(arguments: [false, true])
  func theStepsAddUpToTheWeightThatIsListed(isBlocked: Bool) throws {
    let result = try (isBlocked ? MadeUpRun.blockedResult : MadeUpRun.result).get()
    #expect(result.links.count > 80)
    for link in result.links {
      var found = try explanation(link, result)
      let evidence = found.totalBits
      found.settle(at: try #require(link.matchWeight))
      var sum = found.priorBits
      for step in found.steps {
        sum += step.levelBits + step.termFrequencyBits
        #expect(abs(step.runningBits - sum) < 1e-3, "\(step.comparison)")
      }
      #expect(abs(sum + found.dependenceBits - evidence) < 1e-3)
      let total = sum + found.dependenceBits + (found.competitionBits ?? .nan)
      #expect(abs(total - (link.matchWeight ?? .nan)) < 1e-3)
      #expect(found.totalBits == link.matchWeight)
      #expect(found.matchProbability == link.matchProbability)
    }
  }

  /// Competition takes away, but for records that are no longer free, which adds
  /// the same to every pair.
  @Test func competitionAddsTheSameToPairsWithoutRivalsAndLessToOthers() throws {
    let result = try MadeUpRun.result.get()
    let most =
      MatchWeight(mProbability: result.priorOdds, uProbability: 1).bits
      - result.model.prior.logOdds
    var bits: [Double] = []
    for link in result.links {
      var found = try explanation(link, result)
      found.settle(at: try #require(link.matchWeight))
      bits.append(try #require(found.competitionBits))
    }
    for value in bits { #expect(value < most + 1e-6) }
    let unrivalled = bits.count { $0 > most - 0.05 }
    #expect(unrivalled > bits.count / 2, "\(unrivalled) of \(bits.count)")
  }

  @Test func aPairThatIsNotListedHasNoCompetition() throws {
    let result = try MadeUpRun.result.get()
    let link = try #require(result.links.first)
    let found = try explanation(link, result)
    #expect(found.competitionBits == nil)
    #expect(abs(found.matchProbability - Probability(logOdds: found.totalBits).value) < 1e-12)
  }

  @Test func everyComparisonIsExplainedInTheOrderOfTheModel() throws {
    let result = try MadeUpRun.blockedResult.get()
    for link in result.links.prefix(20) {
      let found = try explanation(link, result)
      #expect(found.steps.map(\.comparison) == result.model.comparisons.map(\.name))
      #expect(found.owningRule == link.blockingRule + 1)
      #expect(found.rules.count == result.prepared.candidates.rules.count)
      for (step, comparison) in zip(found.steps, result.model.comparisons) {
        #expect((step.mProbability == nil) == (step.level == "missing"))
        if step.level == "missing" { #expect(step.levelBits == 0 && step.termFrequencyBits == 0) }
        if step.level == comparison.levels.last!.label { #expect(step.bitsToBestLevel == 0) }
        #expect(step.bitsToBestLevel >= 0)
      }
    }
  }
}
