import Foundation
import ScrupleAudit
import Testing

/// Truths and lists by which nothing, or little, can be measured: refused, or said in the audit.
@Suite struct UnusableInputTests {
  /// Ten people who are in both files, and what else a test wants.
  private func folder(_ files: [String: String]) throws -> URL {
    let folder = try Folder.temporary()
    let people = (1...10).map { "\($0),Ana\($0)" }.joined(separator: "\n")
    let tables = ["l.csv": "id,first\n\(people)\n", "r.csv": "id,first\n\(people)\n"]
    for (name, text) in tables.merging(files, uniquingKeysWith: { $1 }) {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return folder
  }

  private static let command = [
    "audit", "--links", "links.csv", "--left", "l.csv", "--right", "r.csv", "--truth", "truth.csv",
  ]

  private static func pairs(_ known: Int, unknown: Int = 0) -> String {
    (["left_id,right_id"] + (1...10).prefix(known).map { "\($0),\($0)" }
      + (0..<unknown).map { "X\($0),Y\($0)" }).joined(separator: "\n") + "\n"
  }

  private func outcome(_ files: [String: String], _ more: [String] = []) throws -> Program.Outcome {
    try Program.run(Self.command + more, in: folder(files))
  }

  private func report(_ files: [String: String], _ more: [String] = []) throws -> AuditReport {
    let outcome = try outcome(files, ["--json"] + more)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(AuditReport.self, from: Data(outcome.output.utf8))
  }

  // MARK: - Truths

  @Test(arguments: [
    ("left_id,right_id\n", "holds no truth"), ("record_id,entity_id\n", "holds no truth"),
    ("source,record_id,entity_id\nleft,1,\nright,1,\n", "labels no record of the left file"),
    ("source,record_id,entity_id\nleft,9,a\nright,9,a\n", "two records of none of the 5 listed"),
  ])
  func aTruthThatLabelsNothingIsRefused(truth: String, words: String) throws {
    let outcome = try outcome(["links.csv": Self.pairs(5), "truth.csv": truth])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func aTruthOfOtherFilesIsRefusedAndAFewStrangeRowsAreSaid() throws {
    let links = Self.pairs(10)
    let most = try outcome(["links.csv": links, "truth.csv": Self.pairs(10, unknown: 11)])
    #expect(most.status == 2 && most.errors.contains("11 of 21 rows"), "\(most.errors)")
    let files = ["links.csv": links, "truth.csv": Self.pairs(10, unknown: 10)]
    let warning = try #require(
      report(files).warnings?.first { $0.kind == .unknownTruthRows })
    #expect(warning.rows == 10 && warning.allRows == 20)
    #expect(try outcome(files, ["-q"]).output.contains("Warning: 10 of 20 rows of the truth"))
  }

  // MARK: - Links

  @Test func aListOfOtherFilesIsRefusedAndAFewStrangeRowsAreSaid() throws {
    let truth = Self.pairs(10)
    let most = try outcome(["links.csv": Self.pairs(10, unknown: 50), "truth.csv": truth])
    #expect(most.status == 2 && most.errors.contains("50 of the 60 rows"), "\(most.errors)")
    let files = ["links.csv": Self.pairs(10, unknown: 4), "truth.csv": truth]
    let warning = try #require(report(files).warnings?.first { $0.kind == .unknownLinkRows })
    #expect(warning.rows == 4 && warning.allRows == 14)
    let folder = try folder(files)
    let written = try Program.run(Self.command + ["-q", "-o", "out"], in: folder)
    #expect(written.output.contains("Warning: 4 of 14 rows of the links"))
    let page = try String(
      contentsOf: folder.appendingPathComponent("out/report.html"), encoding: .utf8)
    #expect(page.contains("4 of 14 rows of the links"))
  }

  @Test func aRepeatedPairIsNamedByItsFileAndLine() throws {
    let links = Self.pairs(3) + "2,2\n"
    let outcome = try outcome(["links.csv": links, "truth.csv": Self.pairs(10)])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'links.csv', line 5: repeats the pair of line 3"))
  }

  @Test func aListWithProbabilitiesAndNoThresholdSaysThatEveryRowIsALink() throws {
    let links = "match_probability,unique_id_l,unique_id_r\n0.99,1,1\n0.0123,2,3\n"
    let files = ["links.csv": links, "truth.csv": Self.pairs(10)]
    let warning = try #require(report(files).warnings?.first { $0.kind == .noThreshold })
    #expect(warning.rows == 2 && warning.lowestProbability == 0.0123)
    let text = try outcome(files, ["-q"]).output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(text.contains("down to a match probability of 0.0123. Where the maker"))
    let decided = try report(files, ["--threshold", "0.5"])
    #expect(decided.warnings?.contains { $0.kind == .noThreshold } != true)
  }

  // MARK: - Audits of links alone

  @Test func aCertificateForAnAuditOfLinksAloneIsRefused() throws {
    let folder = try folder(["links.csv": Self.pairs(10), "truth.csv": Self.pairs(10)])
    #expect(try Program.run(Self.command + ["-o", "out"], in: folder).status == 0)
    let outcome = try Program.run(
      ["report", "out", "--certificate", "cert.json", "--force"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("does not hold for 'out'"), "\(outcome.errors)")
  }

  @Test func aBrokenAuditIsToBeMadeByAuditAgain() throws {
    let folder = try folder([:])
    let out = folder.appendingPathComponent("out")
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: false)
    try "{".write(
      to: out.appendingPathComponent("audit.json"), atomically: true, encoding: .utf8)
    let outcome = try Program.run(["report", "out"], in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("Run 'scruple audit' again"))
  }
}
