import Foundation
import ScrupleGroundTruth
import Testing

@testable import ScrupleAudit

@Suite struct AuditPropertyTests {
  @Test(arguments: 0..<40)
  func raisingTheThresholdNeverAddsLinks(_ seed: UInt64) throws {
    let rows = try MadeUpLinkage(seed: seed, size: 40).report().thresholds
    for (higher, lower) in zip(rows, rows.dropFirst()) {
      #expect(higher.weight > lower.weight)
      #expect(higher.links < lower.links)
      #expect(higher.truePositives <= lower.truePositives)
      #expect(higher.falsePositives <= lower.falsePositives)
      #expect(higher.fpir.count <= lower.fpir.count && higher.fnir.count >= lower.fnir.count)
      #expect(higher.claimedFalseLinks ?? 0 <= lower.claimedFalseLinks ?? 0)
    }
  }

  @Test(arguments: 0..<40)
  func swappingTheSidesKeepsEveryPairFigure(_ seed: UInt64) throws {
    let made = MadeUpLinkage(seed: seed, size: 25, unlabelled: 6)
    let mirror = made.links.map {
      ScoredLink(
        left: $0.right, right: $0.left, weight: $0.weight, probability: $0.probability,
        decision: $0.decision, blockingRule: $0.blockingRule)
    }
    let report = try made.report()
    let swapped = try AuditReport(
      auditing: AuditInput(links: mirror, truth: made.truth.mirrored()))
    #expect(report.pairwise.counts == swapped.pairwise.counts)
    // The limits have the persons of the left side as clusters, the estimate has none.
    #expect(report.pairwise.precision.estimate == swapped.pairwise.precision.estimate)
    #expect(report.pairwise.precision.total == swapped.pairwise.precision.total)
    #expect(report.pairwise.falseMatchRate.count == swapped.pairwise.falseMatchRate.count)
    let widths = [report, swapped].map { $0.pairwise.dependence.twoWayError }
    #expect(abs(widths[0] - widths[1]) <= 1e-15)
    for (row, other) in zip(report.thresholds, swapped.thresholds) {
      #expect(row.truePositives == other.truePositives && row.links == other.links)
      #expect(row.falseNegatives == other.falseNegatives && row.weight == other.weight)
    }
    #expect(report.thresholds.count == swapped.thresholds.count)
    #expect(report.calibration.claimedFalseLinks == swapped.calibration.claimedFalseLinks)
    #expect(
      report.calibration.bins.map(\.observed.count)
        == swapped.calibration.bins.map(\.observed.count))
  }

  @Test(arguments: 0..<40)
  func theOrderOfTheLinksChangesNothing(_ seed: UInt64) throws {
    let made = MadeUpLinkage(seed: seed, size: 30)
    var generator = SeededGenerator(state: seed)
    #expect(try made.report() == made.report(links: made.links.shuffled(using: &generator)))
  }

  @Test(arguments: 0..<20)
  func theNumberingOfTheRecordsChangesNothing(_ seed: UInt64) throws {
    let made = MadeUpLinkage(seed: seed, size: 30, unlabelled: 7)
    var generator = SeededGenerator(state: seed)
    let order = Array(0..<made.leftCount).shuffled(using: &generator)
    let moved = made.links.map {
      ScoredLink(
        left: Int32(order[Int($0.left)]), right: $0.right, weight: $0.weight,
        probability: $0.probability, decision: $0.decision, blockingRule: $0.blockingRule)
    }
    var left = made.left
    for (old, new) in order.enumerated() { left[new] = made.left[old] }
    let truth = GroundTruth(leftEntities: left, rightEntities: made.right)
    #expect(try made.report() == AuditReport(auditing: AuditInput(links: moved, truth: truth)))
  }

  @Test(arguments: 0..<40)
  func theTableHoldsTheBestF1AndTheBoundaries(_ seed: UInt64) throws {
    let made = MadeUpLinkage(seed: seed, size: 60)
    let report = try made.report()
    let all = Set(made.links.map(\.weight))
    #expect(report.thresholds.count <= 31)
    #expect(all.count > 30 || report.thresholds.count == all.count)
    let truePairs = made.truth.truePairCount
    let f1 = { (weight: Double) -> Double in
      let kept = made.links.filter { $0.weight >= weight }
      let hits = kept.count { made.truth.isMatch(left: $0.left, right: $0.right) }
      return Double(2 * hits) / Double(kept.count + truePairs)
    }
    let best = all.map { (f1($0), $0) }.max { $0 < $1 }
    let row = report.thresholds.first { $0.roles.contains(.bestF1) }
    if let best, best.0 > 0 { #expect(row?.weight == best.1 && row?.f1.estimate == best.0) }
    let lowest = made.links.filter { $0.decision == .link }.map(\.weight).min()
    #expect(report.thresholds.first { $0.roles.contains(.lowestLink) }?.weight == lowest)
  }

  @Test func perfectLinksHaveNoErrorsAndStillNoCertainty() throws {
    let codes = (0..<50).map { Int32($0) }
    let truth = GroundTruth(leftEntities: codes, rightEntities: codes)
    let links = codes.map { ScoredLink(left: $0, right: $0, weight: 9, probability: 1) }
    let report = try AuditReport(auditing: AuditInput(links: links, truth: truth))
    #expect(report.pairwise.precision.estimate == 1 && report.pairwise.recall.estimate == 1)
    #expect(try #require(report.pairwise.precision.lower) < 0.95)
    #expect(report.pairwise.falseMatchRate.count == 0)
    #expect(report.pairwise.falseMatchRate.method.contains("assumes independent pairs"))
    #expect(report.calibration.realOverClaimed == nil)
  }

  @Test func noLinksMeanNoPrecisionRatherThanOne() throws {
    let truth = GroundTruth(leftEntities: [0, 1], rightEntities: [0])
    let report = try AuditReport(auditing: AuditInput(links: [], truth: truth))
    #expect(report.pairwise.precision.estimate == nil)
    #expect(report.pairwise.precision.lower == 0 && report.pairwise.precision.upper == 1)
    #expect(report.pairwise.precision.method == "no data")
    #expect(report.thresholds.isEmpty && report.calibration.claimedFalseLinks == nil)
  }

  @Test func emptyFilesGiveAReportWithoutFigures() throws {
    let truth = GroundTruth(leftEntities: [], rightEntities: [])
    let report = try AuditReport(auditing: AuditInput(links: [], truth: truth))
    #expect(report.pairwise.falseMatchRate.estimate == nil)
    #expect(report.identification.falseLinksPer100000 == nil)
    #expect(AuditText.render(report).contains("no data"))
  }

  @Test func fewerThanTenClustersAreCalledUnreliable() throws {
    let made = MadeUpLinkage(seed: 3, size: 6)
    #expect(try !made.report().pairwise.dependence.isReliable)
  }
}

@Suite struct AuditErrorTests {
  private let truth = GroundTruth(leftEntities: [0, 1], rightEntities: [0, 1])
  private let good = ScoredLink(left: 0, right: 0, weight: 1, probability: 0.5)

  private func error(
    _ links: [ScoredLink], candidates: Int? = nil, found: Int? = nil
  ) -> AuditError? {
    do throws(AuditError) {
      _ = try AuditReport(
        auditing: AuditInput(
          links: links, truth: truth, candidatePairs: candidates, truePairsAmongCandidates: found))
      return nil
    } catch {
      return error
    }
  }

  @Test func linksThatCannotBeAreRefusedByTheirPlace() {
    let far = ScoredLink(left: 2, right: 0, weight: 1, probability: 0.5)
    let negative = ScoredLink(left: 0, right: -1, weight: 1, probability: 0.5)
    let endless = ScoredLink(left: 0, right: 1, weight: .infinity, probability: 0.5)
    let likely = ScoredLink(left: 0, right: 1, weight: 1, probability: 1.5)
    let late = ScoredLink(left: 1, right: 0, weight: 1, probability: 0.5)
    #expect(error([good, far]) == .recordOutOfRange(link: 2))
    #expect(error([good, negative]) == .recordOutOfRange(link: 2))
    #expect(error([good, endless]) == .weightNotFinite(link: 2))
    #expect(error([good, likely]) == .probabilityOutOfRange(link: 2))
    #expect(error([late, good, late]) == .pairTwice(link: 3))
    #expect(error([late, good]) == nil)
  }

  @Test func countsThatCannotBeAreRefused() {
    #expect(
      error([good], candidates: 0)
        == .candidatePairsImpossible(candidates: 0, listed: 1, pairs: 4))
    #expect(
      error([good], candidates: 5)
        == .candidatePairsImpossible(candidates: 5, listed: 1, pairs: 4))
    #expect(
      error([good], candidates: 3, found: 0)
        == .trueCandidatesImpossible(given: 0, listed: 1, truePairs: 2))
    #expect(
      error([good], candidates: 3, found: 3)
        == .trueCandidatesImpossible(given: 3, listed: 1, truePairs: 2))
    #expect(error([good], candidates: 3, found: 2) == nil)
  }

  @Test func messagesNamePlacesAndCounts() {
    #expect(AuditError.pairTwice(link: 3).description.contains("Link 3"))
    let impossible = AuditError.candidatePairsImpossible(candidates: 5, listed: 1, pairs: 4)
    #expect(impossible.description.contains("5 candidate pairs"))
  }
}
