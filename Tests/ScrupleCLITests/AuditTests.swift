import Foundation
import ScrupleAudit
import Testing

@Suite struct AuditTests {
  static let evaluator = Program.shared.appendingPathComponent("score/score.py").path
  static let isEvaluatorPresent =
    FileManager.default.fileExists(atPath: evaluator)
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  /// The audit of the run on the bundled sample.
  static let report: Result<AuditReport, any Error> = Result {
    let run = try Sample.run.get()
    let outcome = try Program.run(
      ["audit", "out", "--truth", Sample.truth, "--json"], in: run.folder)
    return try JSONDecoder().decode(AuditReport.self, from: Data(outcome.output.utf8))
  }

  @Test(.enabled(if: isEvaluatorPresent, "the folder shared/score or python3 is not there"))
  func anIndependentEvaluatorFindsTheSame() throws {
    let run = try Sample.run.get()
    let report = try Self.report.get()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      Self.evaluator, run.folder.appendingPathComponent("out/links.csv").path, Sample.truth,
      "--json",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let found = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let counts = try #require(found["atDecision"] as? [String: Any]).compactMapValues {
      $0 as? Double
    }
    #expect(counts["truePositives"] == Double(report.pairwise.counts.truePositives))
    #expect(counts["falsePositives"] == Double(report.pairwise.counts.falsePositives))
    #expect(counts["falseNegatives"] == Double(report.pairwise.counts.falseNegatives))
  }

  @Test func theFormsOfTruthAgree() throws {
    let run = try Sample.run.get()
    let report = try Self.report.get()
    let key = Sample.folder.appendingPathComponent("entities.csv").path
    let outcome = try Program.run(["audit", "out", "--truth", key, "--json"], in: run.folder)
    let other = try JSONDecoder().decode(AuditReport.self, from: Data(outcome.output.utf8))
    #expect(other.pairwise.counts == report.pairwise.counts)
    #expect(other.blocking.pairCompleteness == report.blocking.pairCompleteness)
    #expect(other.records.truePairs == 700)
  }

  @Test func linksInTheColumnsOfSplinkAreAuditedAlike() throws {
    let run = try Sample.run.get()
    let report = try Self.report.get()
    let links = try Sample.rows(run.folder.appendingPathComponent("out/links.csv").path)
    var text = "match_weight,match_probability,unique_id_l,unique_id_r\n"
    for row in links.rows {
      let cells = row.split(separator: ",")
      if cells[4] == "link" { text += "\(cells[2]),\(cells[3]),\(cells[0]),\(cells[1])\n" }
    }
    let folder = try Folder.temporary()
    try text.write(
      to: folder.appendingPathComponent("theirs.csv"), atomically: true, encoding: .utf8)
    let outcome = try Program.run(
      [
        "audit", "--links", "theirs.csv", "--left", Sample.left, "--right", Sample.right,
        "--truth", Sample.truth, "--json",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let other = try JSONDecoder().decode(AuditReport.self, from: Data(outcome.output.utf8))
    #expect(other.pairwise.counts == report.pairwise.counts)
    #expect(other.blocking.pairCompleteness == nil, "others do not say what they compared")
  }

  @Test func theTruthColumnIsKeptFromMatchingAndMeasuresTheRun() throws {
    let folder = try Folder.temporary()
    for (name, extra) in [("l.csv", "L"), ("r.csv", "R")] {
      let text =
        "rec,first,last,dob,ssn\n" + "\(extra)1,Ana,Garcia,1980-02-03,666-12-0001\n"
        + "\(extra)2,Bo,Li,1975-12-31,666-12-0002\n"
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let linked = try Program.run(
      ["link", "l.csv", "r.csv", "-o", "out", "--truth-column", "ssn"], in: folder)
    #expect(linked.status == 0, "\(linked.errors)")
    #expect(!(try Sample.rows(folder.path + "/out/links.csv").header.contains("ssn")))
    let outcome = try Program.run(["audit", "out", "-o", "out"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("2 true pairs"))
    let again = try Program.run(["audit", "out", "-o", "out"], in: folder)
    #expect(again.status == 2, "an audit is not written over")
    let measured = try Program.run(
      [
        "link", "l.csv", "r.csv", "-o", "next", "--truth-column", "ssn", "--model",
        "out/model.json", "--specification", "out/specification.toml",
      ], in: folder)
    #expect(measured.errors.contains("was measured on 2 × 2 records"))
    #expect(linked.errors.contains("has not been measured"))
  }

  @Test func aKeyFileSaysWhoseIdsItsRowsName() throws {
    let folder = try Folder.temporary()
    let files = [
      "a.csv": "id,first\n1,Ana\n2,Bo\n", "b.csv": "id,first\n1,Bo\n2,Ana\n",
      "links.csv": "left_id,right_id\n1,2\n2,1\n",
      "vague.csv": "record_id,entity_id\n1,x\n2,y\n",
      "key.csv": "source,record_id,entity_id\na,1,x\na,2,y\nright,1,y\nb.csv,2,x\n",
    ]
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let command = ["audit", "--links", "links.csv", "--left", "a.csv", "--right", "b.csv"]
    let vague = try Program.run(command + ["--truth", "vague.csv"], in: folder)
    #expect(vague.status == 2)
    #expect(vague.errors.contains("Add a column 'source'"))
    let clear = try Program.run(command + ["--truth", "key.csv", "--json"], in: folder)
    #expect(clear.status == 0, "\(clear.errors)")
    let report = try JSONDecoder().decode(AuditReport.self, from: Data(clear.output.utf8))
    #expect(report.pairwise.counts.truePositives == 2)
    #expect(report.pairwise.counts.falsePositives == 0)
  }

  @Test func changedInputsAreNoticed() throws {
    let folder = try Folder.temporary()
    let text = "id,first,last,dob\n1,Ana,Garcia,1980-02-03\n"
    for name in ["l.csv", "r.csv"] {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    #expect(try Program.run(["link", "l.csv", "r.csv", "-o", "out"], in: folder).status == 0)
    let elsewhere = try Folder.temporary()
    let out = folder.appendingPathComponent("out").path
    #expect(
      try Program.run(["explain", out, "1", "1"], in: elsewhere).status == 0,
      "relative paths start where the run did")
    try (text + "2,Bo,Li,1975-12-31\n")
      .write(to: folder.appendingPathComponent("l.csv"), atomically: true, encoding: .utf8)
    let outcome = try Program.run(["explain", "out", "1", "1"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("is not what it was"))
  }
}
