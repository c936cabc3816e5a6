import Foundation
import ScrupleGroundTruth
import Testing

@testable import ScrupleAudit

struct WorstPatternsTests {
  private let truth = GroundTruth(
    leftEntities: (0..<40).map { Int32($0) }, rightEntities: (0..<40).map { Int32($0) })

  /// Links of which every third is false, with pattern `left % patterns`.
  private func input(patterns: Int) -> AuditInput {
    var links: [ScoredLink] = []
    for left in Int32(0)..<40 {
      let right: Int32 = left % 3 == 0 ? (left + 1) % 40 : left
      let decision: LinkDecision = left % 7 == 0 ? .possible : .link
      links.append(
        ScoredLink(
          left: left, right: right, weight: Double(left), probability: 0.9, decision: decision))
    }
    let levels: [[String]] = (0..<patterns).map { ["exact", "level \($0)"] }
    let ofLinks: [Int32] = links.map { $0.left % Int32(patterns) }
    return AuditInput(
      links: links, truth: truth,
      patterns: AgreementPatterns(
        comparisons: ["a", "b"], levels: levels, ofLinks: ofLinks))
  }

  @Test func countsAreThoseOfACountByHand() throws {
    for patterns in 1...12 {
      let input = input(patterns: patterns)
      let found = try #require(WorstPatterns(input, PersonClusters(input)))
      let links = input.links.filter { $0.decision == .link }
      let wrong = links.filter { $0.left % 3 == 0 }
      #expect(found.falseLinks == wrong.count)
      #expect(found.patterns == Set(links.map { $0.left % Int32(patterns) }).count)
      let counts = (0..<patterns).map { place in wrong.count { Int($0.left) % patterns == place } }
      #expect(found.patternsWithFalseLinks == counts.count { $0 > 0 })
      #expect(
        found.rows.map(\.falseLinks.count)
          == Array(counts.filter { $0 > 0 }.sorted(by: >).prefix(WorstPatterns.most)))
      for row in found.rows {
        let place = try #require(Int(row.levels[1].dropFirst(6)))
        let own = links.filter { Int($0.left) % patterns == place }
        #expect(row.falseLinks.total == own.count)
        #expect(row.lowestWeight == own.map(\.weight).min())
        #expect(row.highestWeight == own.map(\.weight).max())
      }
    }
  }

  @Test func theOrderOfLinksChangesNothing() throws {
    let input = input(patterns: 5)
    var turned = input
    turned.links.reverse()
    turned.patterns?.ofLinks.reverse()
    #expect(
      WorstPatterns(input, PersonClusters(input)) == WorstPatterns(turned, PersonClusters(turned)))
  }

  @Test func withoutLevelsNothingIsSaid() throws {
    var input = input(patterns: 2)
    input.patterns = nil
    #expect(try AuditReport(auditing: input).patterns == nil)
  }

  @Test func aPublicReportLeavesSmallCountsOut() throws {
    let report = try AuditReport(auditing: input(patterns: 9))
    #expect(report.patterns != nil && report.forPublication().patterns == nil)
  }

  @Test func theLimitsOfThinnedRegistriesHoldTheirRateAndGrow() throws {
    let points = try AuditReport(auditing: input(patterns: 1)).growth.rarefied
    for point in points {
      if let rate = point.fpir, let lower = point.lower, let upper = point.upper {
        #expect(lower <= rate && rate <= upper)
      }
    }
    let uppers = points.compactMap(\.upper)
    #expect(zip(uppers, uppers.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
  }
}
