import Foundation
import ScrupleGroundTruth
import Testing

@testable import ScrupleAudit

@Suite struct AuditReportCodingTests {
  private func encoded(_ report: AuditReport) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    return try encoder.encode(report)
  }

  /// The value at a path of keys, or nil when a key is absent; a null is NSNull.
  private func value(_ root: Any, at path: String) -> Any? {
    path.split(separator: ".").reduce(Optional(root)) { here, key in
      (here as? [String: Any])?[String(key)]
    }
  }

  private static let ratePaths = [
    "pairwise.precision", "pairwise.recall", "pairwise.f1", "pairwise.falseMatchRate",
    "pairwise.falseNonMatchRate", "blocking.pairCompleteness", "identification.fpir",
    "identification.fnir",
  ]

  @Test func everyPathOfTheContractIsThere() throws {
    let root = try JSONSerialization.jsonObject(with: encoded(MetricsExample.report()))
    for path in Self.ratePaths {
      let rate = try #require(value(root, at: path) as? [String: Any], "\(path)")
      let keys: Set = [
        "name", "basis", "count", "total", "estimate", "lower", "upper", "level", "method",
      ]
      #expect(keys.isSubset(of: Set(rate.keys)), "\(path)")
    }
    let others = [
      "schema", "pairwise.counts.truePositives", "pairwise.counts.falsePositives",
      "pairwise.counts.falseNegatives", "pairwise.counts.trueNegatives",
      "blocking.candidatePairs", "blocking.reductionRatio", "flags.wrongFlagRate",
      "flags.citizenFlagRate", "flags.citizenShareOfFlags", "causes", "subgroups", "thresholds",
      "clusters.bcubedPrecision", "clusters.bcubedRecall", "clusters.bcubedF1", "notMeasured",
      "calibration.claimedFalseLinks", "source", "modelCheck", "rivals", "coincidence",
    ]
    for path in others { #expect(value(root, at: path) != nil, "\(path)") }
    #expect(value(root, at: "schema") as? String == "scruple.audit/1")
  }

  @Test func whatWasNotMeasuredIsNullAndHasAReason() throws {
    let made = MadeUpLinkage(seed: 1, size: 8)
    let root = try JSONSerialization.jsonObject(with: encoded(made.report()))
    for path in [
      "flags.wrongFlagRate", "flags.citizenFlagRate", "blocking.candidatePairs",
      "blocking.pairCompleteness", "pairwise.f1.lower", "pairwise.f1.upper",
    ] {
      #expect(value(root, at: path) is NSNull, "\(path)")
    }
    let sections = try made.report().notMeasured.map(\.section)
    #expect(Set(sections).isSuperset(of: ["flags", "causes", "subgroups"]))
    #expect(sections.contains("blocking.pairCompleteness"))
  }

  @Test func reportsSurviveTheRoundTripAndEncodeTheSameTwice() throws {
    for seed in 0..<10 {
      let report = try MadeUpLinkage(seed: UInt64(seed), size: 12, unlabelled: 4).report()
      let bytes = try encoded(report)
      #expect(try JSONDecoder().decode(AuditReport.self, from: bytes) == report)
      #expect(try encoded(report) == bytes)
    }
  }
}
