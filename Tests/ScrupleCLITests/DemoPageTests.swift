import Foundation
import Testing

/// The page of the demo, made of the audit that the demo wrote (`DemoRun`).
///
/// The demo itself takes too long for a suite; its audit is all that a page is made of.
@Suite struct DemoPageTests {
  static let run = Program.repository.appendingPathComponent("Tests/ScrupleCLITests/DemoRun")

  private func page() throws -> Data {
    let folder = try Folder.temporary()
    let outcome = try Program.run(
      ["report", Self.run.path, "-o", "page.html", "--quiet"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try Data(contentsOf: folder.appendingPathComponent("page.html"))
  }

  @Test func thePageOfTheDemoIsBelow300000Bytes() throws {
    let size = try page().count
    #expect(size < 300_000)
    // What is lost unnoticed makes a page small too.
    #expect(size > 200_000)
  }

  @Test func thePageIsTheSameEachTime() throws {
    #expect(try page() == page())
  }

  // MARK: - Audits of other versions

  /// Changes `audit.json` of a copy of the run, and asks for a page of it.
  private func outcome(
    _ change: (inout [String: Any]) throws -> Void
  ) throws -> (outcome: Program.Outcome, html: String) {
    let folder = try Folder.temporary()
    let run = folder.appendingPathComponent("run")
    try FileManager.default.copyItem(at: Self.run, to: run)
    let file = run.appendingPathComponent("audit.json")
    let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    var entries = try #require(whole as? [String: Any])
    try change(&entries)
    try JSONSerialization.data(withJSONObject: entries).write(to: file)
    let outcome = try Program.run(["report", "run"], in: folder)
    let page = run.appendingPathComponent("report.html")
    return (outcome, (try? String(contentsOf: page, encoding: .utf8)) ?? "")
  }

  @Test func anAuditWithoutWhatEarlierVersionsDidNotMeasureHasAPage() throws {
    let keys = [
      "labelSample", "decoys", "coincidence", "modelCheck", "rivals", "remedies", "remedySets",
      "missed", "lossBudget", "growth", "county", "source",
    ]
    let made = try outcome { audit in for key in keys { audit[key] = nil } }
    #expect(made.outcome.status == 0, "\(made.outcome.errors)")
    for id in ["growth", "losses", "rivals", "estimates"] {
      let section = made.html.components(separatedBy: "<section id=\"\(id)\"").last ?? ""
      #expect(section.components(separatedBy: "</section>")[0].contains("Not measured"), "\(id)")
    }
  }

  @Test func anAuditOfAVersionThatKnewTooLittleIsRefusedByName() throws {
    let made = try outcome { audit in
      var pairs = try #require(audit["pairwise"] as? [String: Any])
      var dependence = try #require(pairs["dependence"] as? [String: Any])
      dependence["leftPersons"] = nil
      pairs["dependence"] = dependence
      audit["pairwise"] = pairs
      audit["source"] = ["version": "0.0.9", "commit": "abc1234"]
    }
    #expect(made.outcome.status == 2)
    for words in ["Scruple 0.0.9, commit abc1234", "leftPersons", "Run 'scruple audit' again"] {
      #expect(made.outcome.errors.contains(words), "\(made.outcome.errors)")
    }
  }

  @Test func anAuditOfAnotherSchemaIsRefusedByName() throws {
    let made = try outcome { audit in
      audit["schema"] = "scruple.audit/2"
      audit["pairwise"] = nil
    }
    #expect(made.outcome.status == 2)
    #expect(made.outcome.errors.contains("'scruple.audit/2'"))
  }
}
