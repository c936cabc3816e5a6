import Foundation
import ScrupleGroundTruth
import ScrupleSharedFiles
import ScrupleStatistics
import Testing

@testable import ScrupleAudit

/// The eight arrests and nine status records of the shared vectors.
enum MetricsExample {
  static let arrests = ["p1", "p1", "p2", "p3", "p4", "p5", "p5", "p6"]
  static let status = ["p1", "p1", "p4", "p7", "p8", "p9", "p5", "p10", "p10"]
  static let links: [(Int32, Int32)] = [
    (0, 0), (1, 0), (2, 3), (2, 4), (4, 2), (4, 5), (5, 6), (7, 7),
  ]

  static func report() throws -> AuditReport {
    let truth = GroundTruth.loading(
      leftColumn: arrests, rightColumn: status, isMissing: \.isEmpty
    ).truth
    let scored = links.enumerated().map { index, pair in
      ScoredLink(
        left: pair.0, right: pair.1, weight: 12 - Double(index),
        probability: 0.99 - 0.01 * Double(index), blockingRule: index % 2)
    }
    let possible = ScoredLink(
      left: 6, right: 6, weight: 3.25, probability: 0.6, decision: .possible, blockingRule: 1)
    return try AuditReport(
      auditing: AuditInput(
        links: scored + [possible], truth: truth, candidatePairs: 20, truePairsAmongCandidates: 6))
  }
}

@Suite struct MetricsVectorTests {
  @Test func pairAndRecordFiguresMeetTheVectors() throws {
    let report = try MetricsExample.report()
    let pairwise = report.pairwise
    let identification = report.identification
    let got: [String: Double?] = [
      "pairs_total": Double(report.blocking.allPairs),
      "true_pairs": Double(report.records.truePairs),
      "TP": Double(pairwise.counts.truePositives),
      "FP": Double(pairwise.counts.falsePositives),
      "FN": Double(pairwise.counts.falseNegatives),
      "TN": Double(pairwise.counts.trueNegatives),
      "pair_precision": pairwise.precision.estimate,
      "pair_recall": pairwise.recall.estimate,
      "pair_f1": pairwise.f1.estimate,
      "pair_fmr": pairwise.falseMatchRate.estimate,
      "pair_fnmr": pairwise.falseNonMatchRate.estimate,
      "arrests": Double(identification.records),
      "arrests_nonmated": Double(identification.fpir.total),
      "FPIR_nonmated_any_flag": identification.fpir.estimate,
      "arrests_mated": Double(identification.fnir.total),
      "FNIR_mated_no_true_flag": identification.fnir.estimate,
      "arrests_any_false_link": identification.recordsWithFalseLink.estimate,
      "status_records_falsely_hit": identification.rightRecordsWithFalseLink.estimate,
      "selectivity_links_per_arrest": Double(report.records.links) / 8,
    ]
    let wanted: [String: Double] = [
      "pairs_total": 72, "true_pairs": 7, "TP": 4, "FP": 4, "FN": 3, "TN": 61,
      "pair_precision": 0.5, "pair_recall": 0.5714285714285714, "pair_f1": 0.5333333333333333,
      "pair_fmr": 0.06153846153846154, "pair_fnmr": 0.42857142857142855, "arrests": 8,
      "arrests_nonmated": 3, "FPIR_nonmated_any_flag": 0.6666666666666666, "arrests_mated": 5,
      "FNIR_mated_no_true_flag": 0.2, "arrests_any_false_link": 0.375,
      "status_records_falsely_hit": 0.4444444444444444, "selectivity_links_per_arrest": 1,
    ]
    #expect(got.count == wanted.count)
    for (name, want) in wanted { #expect(got[name] == want, "\(name)") }
    guard SharedFiles.has("data/stat_vectors/metrics_expected.csv") else { return }
    for row in try SharedFiles.table("data/stat_vectors/metrics_expected.csv") {
      guard let metric = row["metric"], let mine = got[metric] else { continue }
      #expect(mine == Double(row["value"] ?? ""), "\(metric)")
    }
  }

  @Test(
    .enabled(if: SharedFiles.has("data/stat_vectors/metrics_links.csv"), "\(SharedFiles.missing)"))
  func theExampleIsThatOfTheSharedFiles() throws {
    let folder = "data/stat_vectors/metrics_"
    let arrests = try SharedFiles.table(folder + "arrests.csv")
    let status = try SharedFiles.table(folder + "status.csv")
    #expect(arrests.map { $0["true_person"] } == MetricsExample.arrests)
    #expect(status.map { $0["true_person"] } == MetricsExample.status)
    let links = try SharedFiles.table(folder + "links.csv").map { row in
      [
        arrests.firstIndex { $0["arrest_id"] == row["arrest_id"] },
        status.firstIndex { $0["status_id"] == row["status_id"] },
      ]
    }
    #expect(links == MetricsExample.links.map { [Int($0.0), Int($0.1)] })
  }

  @Test func blockingFiguresFollowFromTheGivenCounts() throws {
    let blocking = try MetricsExample.report().blocking
    #expect(blocking.pairCompleteness?.estimate == 6.0 / 7)
    #expect(blocking.reductionRatio?.estimate == 52.0 / 72)
    #expect(blocking.reductionRatio?.lower == nil)
    #expect(blocking.rules.map(\.links) == [4, 4])
    #expect(blocking.rules.map(\.precision.count) == [3, 1])
  }

  @Test func falseMatchIntervalMeetsTheDependenceVectors() throws {
    // 21 false pairs among 40 arrests and 60 status records, of whom none is the same person.
    let rows: [Int32] = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 10, 11, 12, 13, 30]
    let columns: [Int32] = [1, 2, 3, 4, 0, 2, 3, 4, 0, 1, 3, 4, 0, 1, 2, 4, 20, 21, 22, 20, 55]
    let links = zip(rows, columns).map {
      ScoredLink(left: $0, right: $1, weight: 1, probability: .nan)
    }
    let truth = GroundTruth(
      pairs: TruePairs(left: [], right: [], leftCount: 40, rightCount: 60))
    let report = try AuditReport(auditing: AuditInput(links: links, truth: truth))
    let rate = report.pairwise.falseMatchRate
    #expect(rate.estimate == 0.00875 && rate.method.contains("persons of both sides as clusters"))
    let error = report.pairwise.dependence
    #expect(abs(error.twoWayError - 0.003926599771289261) < 1e-15)
    #expect(abs(error.pigeonholeError - 0.0047174276108795645) < 1e-15)
    // Exact limits on 21 marks and 2,400 cells, both divided by the design effect.
    let effect = try #require(rate.designEffect)
    #expect(abs(effect - 0.003926599771289261 * 0.003926599771289261 / 3.613932291839567e-6) < 1e-9)
    let limits = ClusteredProportion.interval(
      count: 21, total: 2400, designEffect: effect, level: 0.95)
    #expect(rate.lower == limits.lower && rate.upper == limits.upper)
    #expect(limits.lower < 0.00875 / 2 && limits.upper > 2 * 0.00875)
    let fpir = report.identification.fpir
    #expect(fpir.estimate == 0.225)
    #expect(abs(try #require(fpir.lower) - 0.10839663898407201) < 1e-13)
    #expect(abs(try #require(fpir.upper) - 0.3845116773034227) < 1e-13)
    #expect(report.calibration.linksWithoutProbability == 21)
    #expect(report.calibration.claimedFalseLinks == nil)
  }

  @Test(
    .enabled(
      if: SharedFiles.has("data/stat_vectors/calibration_bins.csv"), "\(SharedFiles.missing)"))
  func reliabilityBinsMeetTheVectors() throws {
    let input = try SharedFiles.table("data/stat_vectors/calibration_input.csv")
    let isTrue = input.map { $0["label"] == "1" }
    // Record i of the left is listed with record i of the right.
    let left = input.indices.map { Int32($0) }
    let right = input.indices.map { isTrue[$0] ? Int32($0) : Int32($0 + input.count) }
    let links = try input.enumerated().map { index, row in
      ScoredLink(
        left: Int32(index), right: Int32(index), weight: 0,
        probability: try #require(Double(row["score"] ?? "")))
    }
    let truth = GroundTruth(leftEntities: left, rightEntities: right)
    let bins = try AuditReport(auditing: AuditInput(links: links, truth: truth)).calibration.bins
    for (bin, want) in zip(bins, try SharedFiles.table("data/stat_vectors/calibration_bins.csv")) {
      #expect(bin.observed.total == Int(want["n"] ?? ""))
      #expect(bin.observed.count == Int(want["positives"] ?? ""))
      let mean = try #require(Double(want["mean_score"] ?? ""))
      #expect(abs(try #require(bin.meanProbability) - mean) < 1e-12)
    }
  }
}
