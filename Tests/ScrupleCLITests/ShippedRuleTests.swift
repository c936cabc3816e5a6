import Foundation
import Scruple
import Testing

@testable import ScrupleCLI

/// The documented rules of `Corpora/Specifications`.
enum ShippedRules {
  static let folder = Program.repository.appendingPathComponent("Corpora/Specifications")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".toml") }.sorted().map { String($0.dropLast(5)) }

  static func path(_ name: String) -> String {
    folder.appendingPathComponent(name + ".toml").path
  }

  /// Runs a rule on two files and gives the ids it links.
  static func links(_ name: String, left: String, right: String, _ more: [String] = []) throws
    -> (links: [[String]], folder: URL, outcome: Program.Outcome)
  {
    let folder = try Folder.temporary()
    let outcome = try Program.run(
      ["link", left, right, "--specification", path(name), "-o", "out"] + more, in: folder)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let links = try Sample.rows(folder.appendingPathComponent("out/links.csv").path)
    return (
      links.rows.map { Array($0.split(separator: ",").map(String.init).prefix(2)) }, folder, outcome
    )
  }
}

@Suite struct ShippedRuleTests {
  @Test func everyDocumentedRuleIsThere() {
    #expect(
      ShippedRules.names == [
        "a-number-alone", "as-practised-2010s", "exact-name-and-birth-date",
        "foreign-birth-and-no-record", "iii-name-search", "name-and-birth-year",
        "soundex-and-birth-date", "surname-80-percent", "surname-and-birth-date",
        "surname-initial-birth-date",
      ])
  }

  @Test(arguments: ShippedRules.names)
  func itOpensWithRuleSourceAndWhatGoesWrong(name: String) throws {
    let text = try String(contentsOfFile: ShippedRules.path(name), encoding: .utf8)
    let file = try SpecificationFile(reading: text, format: .toml)
    #expect(file.specification.leavesColumnsOpen)
    #expect(file.specification.rules.count == 1)
    let comment = text.split(separator: "\n")
      .prefix { $0.hasPrefix("#") }.joined(separator: "\n")
    for part in ["# Rule: ", "# Source: ", "# Known to go wrong: ", "# For audits and emulation"] {
      #expect(comment.contains(part), "\(part)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let list = try String(
      contentsOf: ShippedRules.folder.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(list.contains("`\(name).toml`"))
  }

  @Test(arguments: ShippedRules.names)
  func itIsValidAgainstTheSchema(name: String) throws {
    let text = try String(contentsOfFile: ShippedRules.path(name), encoding: .utf8)
    let node = try SpecificationNode(toml: text, lines: SpecificationLines(toml: text))
    let schema = try SmallSchema(
      Data(contentsOf: ShippedRules.folder.appendingPathComponent("scruple.schema.json")))
    #expect(try schema.faults(of: node) == [])
  }

  @Test func theSchemaRefusesWhatIsWrong() throws {
    let schema = try SmallSchema(
      Data(contentsOf: ShippedRules.folder.appendingPathComponent("scruple.schema.json")))
    for text in [
      "version = 2", "[[rules]]\nname = \"x\"", "[[rules]]\nname = \"x\"\nrequire = []",
      "[[rules]]\nname = \"x\"\nrequire = [{ comparison = \"a\" }]", "[lefft]", "[left.columns]",
      "[[comparisons]]\nname = \"a\"\nlevels = [\"exat\"]", "rules = 3",
    ] {
      let node = try SpecificationNode(toml: text, lines: SpecificationLines(toml: text))
      #expect(try schema.faults(of: node) != [], "\(text)")
    }
  }

  @Test(arguments: NaiveRule.all)
  func itLinksWhatACountByHandLinks(rule: NaiveRule) throws {
    let run = try ShippedRules.links(rule.name, left: Sample.left, right: Sample.right)
    let expected = try NaiveRecords.linked(by: rule)
    #expect(Set(run.links) == Set(expected))
    #expect(run.links.count == rule.count)
    let manifest = try JSONDecoder().decode(
      RunManifest.self,
      from: Data(contentsOf: run.folder.appendingPathComponent("out/run.json")))
    #expect(manifest.rules?.map(\.links) == [rule.count])
    #expect(manifest.claimedFalseLinks == nil)
    #expect(manifest.warnings == [])
    #expect(manifest.outputs.map(\.path) == ["links.csv", "specification.toml"])
  }

  @Test func aNumberAloneNeedsANumber() throws {
    let folder = try Folder.temporary()
    let left =
      "id,a_number,last,first\n1,A012345678,Li,Bo\n2,A98765432,Cruz,Ana\n3,,Roe,Jo\n4,A000000000,X,Y\n"
    let right =
      "id,a_number,last,first\n7,12345678,Other,Person\n8,A098765432,Cruz,Ana\n9,,Roe,Jo\n10,A000000000,X,Y\n"
    try left.write(to: folder.appendingPathComponent("l.csv"), atomically: true, encoding: .utf8)
    try right.write(to: folder.appendingPathComponent("r.csv"), atomically: true, encoding: .utf8)
    let run = try ShippedRules.links(
      "a-number-alone", left: folder.appendingPathComponent("l.csv").path,
      right: folder.appendingPathComponent("r.csv").path)
    #expect(
      run.links == [["1", "7"], ["2", "8"]], "placeholders and missing numbers never agree")
    let none = try Program.run(
      [
        "link", Sample.left, Sample.right, "--specification", ShippedRules.path("a-number-alone"),
        "-o", "out",
      ], in: folder)
    #expect(none.status == 2)
    #expect(none.errors.contains("Unknown field 'a-number'"))
  }

  @Test func threadsAndOrderOfRowsDoNotMatter() throws {
    let folder = try Folder.temporary()
    for (name, path) in [("l.csv", Sample.left), ("r.csv", Sample.right)] {
      let (header, rows) = try Sample.rows(path)
      try ([header] + rows.reversed()).joined(separator: "\n")
        .write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let name = "surname-80-percent"
    let one = try ShippedRules.links(
      name, left: Sample.left, right: Sample.right, ["--threads", "1"])
    let other = try ShippedRules.links(
      name, left: folder.appendingPathComponent("l.csv").path,
      right: folder.appendingPathComponent("r.csv").path, ["--threads", "3"])
    func table(_ folder: URL) throws -> Data {
      try Data(contentsOf: folder.appendingPathComponent("out/links.csv"))
    }
    #expect(try table(one.folder) == table(other.folder))
  }

  @Test func aRunByRulesIsToldExplainedAndAudited() throws {
    let run = try ShippedRules.links(
      "surname-initial-birth-date", left: Sample.left, right: Sample.right)
    let folder = Program.repository.path + "/"
    func told(_ outcome: Program.Outcome) -> String {
      (outcome.output + outcome.errors).replacing(folder, with: "")
    }
    let linked = try #require(run.links.first)
    let link = try Program.run(["explain", "out", linked[0], linked[1]], in: run.folder)
    let other = try Program.run(["explain", "out", "SYN-L0999", "SYN-R0790"], in: run.folder)
    let audit = try Program.run(["audit", "out", "--truth", Sample.truth], in: run.folder)
    let thresholds = audit.output.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.hasPrefix("Thresholds") }.prefix { $0 != "" }
    try GoldenFile.expect(
      [
        told(run.outcome), told(link), told(other),
        thresholds.joined(separator: "\n") + "\n",
      ].joined(separator: "----\n"), "rules.txt")
    // The saved specification makes the same links, and knows of their audit.
    _ = try Program.run(["audit", "out", "--truth", Sample.truth, "-o", "out"], in: run.folder)
    let again = try Program.run(
      [
        "link", Sample.left, Sample.right, "--specification", "out/specification.toml", "-o", "two",
      ],
      in: run.folder)
    #expect(again.errors.contains("The error of this configuration was measured on 1,000 × 1,000"))
    func table(_ name: String) throws -> Data {
      try Data(contentsOf: run.folder.appendingPathComponent(name + "/links.csv"))
    }
    #expect(try table("out") == table("two"))
  }
}
