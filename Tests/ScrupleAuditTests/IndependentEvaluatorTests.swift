import Foundation
import ScrupleGroundTruth
import ScrupleScratchFolders
import ScrupleSharedFiles
import Testing

@testable import ScrupleAudit

/// The audit against an evaluator that shares no code with it.
@Suite struct IndependentEvaluatorTests {
  private static let script = "score/score.py"
  private static let canRun = SharedFiles.has(script) && hasPython

  private static let hasPython: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "--version"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  private func score(_ made: MadeUpLinkage) throws -> [String: Any] {
    let folder = try ScratchFolders.make()
    let id = { (prefix: String, row: Int32) in prefix + String(100_000 + Int(row)) }
    let links = made.links.map {
      "\(id("L", $0.left)),\(id("R", $0.right)),\($0.weight),\($0.probability),\($0.decision)"
    }
    var pairs: [String] = []
    for left in 0..<Int32(made.leftCount) {
      for right in made.truth.mates(ofLeft: left) {
        pairs.append("\(id("L", left)),\(id("R", right))")
      }
    }
    let files = [
      "links.csv": ["left_id,right_id,match_weight,match_probability,decision"] + links,
      "truth.csv": ["left_id,right_id"] + pairs,
      "records.csv": ["record_id"] + (0..<Int32(made.leftCount)).map { id("L", $0) },
    ]
    for (name, lines) in files {
      let text = lines.joined(separator: "\n") + "\n"
      try text.write(
        to: folder.appendingPathComponent(name), atomically: false, encoding: .utf8)
    }
    return try run(in: folder)
  }

  private func run(in folder: URL) throws -> [String: Any] {
    let script = try #require(SharedFiles.root).appendingPathComponent(Self.script).path
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-B", script, "links.csv", "truth.csv", "--records", "records.csv", "--json",
    ]
    process.currentDirectoryURL = folder
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  /// Whether two quotients are the same to the last digit but one, which reading JSON may change.
  private func isSame(_ mine: Double?, _ theirs: Any?) -> Bool {
    guard let mine, let theirs = theirs as? Double else { return mine == nil && theirs is NSNull }
    return abs(mine - theirs) <= 4e-16 * abs(mine)
  }

  private func expectAgreement(_ mine: Rate, _ theirs: Any?) throws {
    let other = try #require(theirs as? [String: Any])
    #expect(mine.count == other["count"] as? Int, "\(mine.name)")
    #expect(mine.total == other["total"] as? Int, "\(mine.name)")
    #expect(isSame(mine.estimate, other["estimate"]), "\(mine.name)")
    for (limit, key) in [(mine.lower, "lower"), (mine.upper, "upper")] {
      let got = try #require(limit)
      let want = try #require(other[key] as? Double)
      // The evaluator takes pairs as independent; persons as clusters can only widen the limits.
      if mine.designEffect ?? 1 == 1 {
        #expect(abs(got - want) <= 1e-9, "\(mine.name) \(key)")
      } else {
        #expect(key == "lower" ? got <= want + 1e-9 : got >= want - 1e-9, "\(mine.name) \(key)")
      }
    }
  }

  @Test(.enabled(if: canRun, "score.py or python3 is absent"), arguments: [5, 40, 41, 42, 120])
  func everySharedFigureAgrees(_ size: Int) throws {
    let made = MadeUpLinkage(seed: UInt64(size), size: size)
    let theirs = try score(made)
    let report = try made.report()
    let problems = try #require(theirs["problems"] as? [String: Any])
    #expect(problems.isEmpty)
    let atDecision = try #require(theirs["atDecision"] as? [String: Any])
    let counts = report.pairwise.counts
    #expect(counts.truePositives == atDecision["truePositives"] as? Int)
    #expect(counts.falsePositives == atDecision["falsePositives"] as? Int)
    #expect(counts.falseNegatives == atDecision["falseNegatives"] as? Int)
    #expect(isSame(report.pairwise.f1.estimate, atDecision["f1"]))
    #expect(report.records.links == theirs["links"] as? Int)
    #expect(report.records.possibleLinks == theirs["possible"] as? Int)
    #expect(report.records.truePairs == theirs["truePairs"] as? Int)
    try expectAgreement(report.pairwise.precision, atDecision["precisionRate"])
    try expectAgreement(report.pairwise.recall, atDecision["recallRate"])
    let identification = try #require(theirs["identification"] as? [String: Any])
    try expectAgreement(report.identification.fpir, identification["fpir"])
    try expectAgreement(report.identification.fnir, identification["fnir"])
    let best = try #require(theirs["best"] as? [String: Any])
    let row = report.thresholds.first { $0.roles.contains(.bestF1) }
    #expect(row?.weight == best["weight"] as? Double)
    #expect(isSame(row?.f1.estimate ?? 0, best["f1"]))
    #expect(row?.links == best["links"] as? Int)
    #expect(isSame(report.thresholds.last?.recall.estimate, theirs["recallOfAllRows"]))
    if let claimed = theirs["claimedFalseLinks"] as? Double {
      #expect(abs(try #require(report.calibration.claimedFalseLinks) - claimed) <= 1e-9)
    }
    let perRecord = try #require(theirs["falseLinksPer100000"] as? Double)
    #expect(abs(try #require(report.identification.falseLinksPer100000) - perRecord) <= 1e-9)
  }
}
