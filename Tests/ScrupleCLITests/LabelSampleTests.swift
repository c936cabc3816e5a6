import Foundation
import ScrupleAudit
import Testing

/// Plans drawn from the run on the bundled sample, and samples filled in from its truth.
private enum Labelled {
  static let truth: Set<String> = {
    Set((try? Sample.rows(Sample.truth).rows) ?? [])
  }()

  static func plan(_ arguments: [String], named name: String) throws -> (URL, Program.Outcome) {
    let run = try Sample.run.get().folder
    let folder = try Folder.temporary()
    let outcome = try Program.run(
      ["audit", "plan", run.appendingPathComponent("out").path, "-o", name] + arguments,
      in: folder)
    return (folder, outcome)
  }

  /// Fills reviewer_1 from the truth.
  static func fill(
    _ folder: URL, _ name: String, answer: (_ cells: [String]) -> String
  ) throws {
    let path = folder.appendingPathComponent(name + "/sample.csv")
    var lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(
      String.init)
    for index in lines.indices.dropFirst() {
      var cells = lines[index].split(separator: ",", omittingEmptySubsequences: false).map(
        String.init)
      cells[5] = answer(cells)
      lines[index] = cells.joined(separator: ",")
    }
    try (lines.joined(separator: "\n") + "\n").write(to: path, atomically: true, encoding: .utf8)
  }

  static func isMatch(_ cells: [String]) -> Bool { truth.contains("\(cells[1]),\(cells[2])") }
}

@Suite struct LabelSampleCommandTests {
  @Test func aFilledSampleGivesThePrecisionOfTheWholeTruth() throws {
    let (folder, planned) = try Labelled.plan(["--labels", "150"], named: "p")
    #expect(planned.status == 0, "\(planned.errors)")
    try Labelled.fill(folder, "p") { Labelled.isMatch($0) ? "match" : "Non-Match" }
    let outcome = try Program.run(["audit", "estimate", "p", "--json"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let estimate = try JSONDecoder().decode(
      LabelSampleEstimate.self, from: Data(outcome.output.utf8))
    let whole = try AuditTests.report.get().pairwise.precision
    let rate = try #require(estimate.precision?.rate)
    #expect(try #require(rate.lower) <= #require(whole.estimate))
    #expect(try #require(rate.upper) >= #require(whole.estimate))
    #expect(estimate.overAll == nil && !estimate.notIdentified.isEmpty)
  }

  @Test func theSampleHoldsIdsAloneAndDependsOnTheSeed() throws {
    let (one, _) = try Labelled.plan(["--claim", "recall", "--labels", "200"], named: "p")
    let (other, _) = try Labelled.plan(
      ["--claim", "recall", "--labels", "200", "--threads", "2"], named: "p")
    let (third, _) = try Labelled.plan(
      ["--claim", "recall", "--labels", "200", "--seed", "2"], named: "p")
    func text(_ folder: URL) throws -> String {
      try String(contentsOf: folder.appendingPathComponent("p/sample.csv"), encoding: .utf8)
    }
    #expect(try text(one) == text(other))
    #expect(try text(one) != text(third))
    let lines = try text(one).split(separator: "\n")
    #expect(
      lines[0] == "sample_id,left_id,right_id,stratum,weight,reviewer_1,reviewer_2,adjudicated")
    for line in lines.dropFirst() { #expect(line.hasSuffix(",,,")) }
  }

  @Test func recallIsEstimatedAndWrittenIntoTheAudit() throws {
    let (folder, planned) = try Labelled.plan(["--claim", "recall", "--labels", "300"], named: "p")
    #expect(planned.status == 0, "\(planned.errors)")
    try Labelled.fill(folder, "p") { Labelled.isMatch($0) ? "match" : "non-match" }
    let outcome = try Program.run(
      ["audit", "estimate", "p", "--one-record-each", "-o", "audit"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("recall among candidates"))
    let data = try Data(contentsOf: folder.appendingPathComponent("audit/audit.json"))
    let audit = try JSONDecoder().decode(PartialAudit.self, from: data)
    let rate = try #require(audit.labelSample?.overAll?.rate)
    let whole = try #require(try AuditTests.report.get().pairwise.recall.estimate)
    #expect(try #require(rate.lower) <= whole && whole <= #require(rate.upper))
    let page = try Program.run(["report", "audit"], in: folder)
    #expect(page.status == 0, "\(page.errors)")
    let html = try String(
      contentsOf: folder.appendingPathComponent("audit/report.html"), encoding: .utf8)
    #expect(html.contains("A sample, labelled by reviewers") && !html.contains("Not measured"))
  }

  @Test func aClaimThatIsNotShownEndsWithStatusOne() throws {
    let (folder, _) = try Labelled.plan(
      ["--claim", "false-link-rate", "--at-most", "0.001", "--labels", "60"], named: "p")
    try Labelled.fill(folder, "p") { _ in "match" }
    let outcome = try Program.run(["audit", "estimate", "p"], in: folder)
    #expect(outcome.status == 1 && outcome.output.contains("NOT SHOWN"))
    let (other, _) = try Labelled.plan(
      ["--claim", "false-link-rate", "--at-most", "0.1", "--labels", "60"], named: "p")
    try Labelled.fill(other, "p") { _ in "match" }
    let shown = try Program.run(["audit", "estimate", "p"], in: other)
    #expect(shown.status == 0 && shown.output.contains(": SHOWN"))
  }

  @Test func controlsAreHiddenAmongTheRowsAndMeasureTheReviewer() throws {
    let known = try Folder.temporary().appendingPathComponent("known.csv")
    let pairs = try Sample.rows(Sample.truth).rows.prefix(60)
    var text = "left_id,right_id,answer\n"
    for (index, pair) in pairs.enumerated() {
      let cells = pair.split(separator: ",")
      let other = pairs[(index + 1) % pairs.count].split(separator: ",")
      text += index % 2 == 0 ? "\(pair),match\n" : "\(cells[0]),\(other[1]),non-match\n"
    }
    try text.write(to: known, atomically: true, encoding: .utf8)
    let (folder, planned) = try Labelled.plan(
      ["--labels", "100", "--known", known.path, "--controls", "20"], named: "p")
    #expect(planned.status == 0, "\(planned.errors)")
    try Labelled.fill(folder, "p") { Labelled.isMatch($0) ? "match" : "non-match" }
    let outcome = try Program.run(["audit", "estimate", "p"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("known matches found         10 of 10"))
    #expect(outcome.output.contains("known non-matches found     10 of 10"))
    #expect(outcome.output.contains("100 of 100 rows count"))
  }

  @Test func badSamplesAreRefusedWithoutValues() throws {
    let (folder, _) = try Labelled.plan(["--labels", "60"], named: "p")
    let path = folder.appendingPathComponent("p/sample.csv")
    let good = try String(contentsOf: path, encoding: .utf8)
    func outcome(_ change: (inout [String]) -> Void) throws -> Program.Outcome {
      var lines = good.split(separator: "\n").map(String.init)
      change(&lines)
      try (lines.joined(separator: "\n") + "\n").write(to: path, atomically: true, encoding: .utf8)
      return try Program.run(["audit", "estimate", "p"], in: folder)
    }
    let faults: [(String, (inout [String]) -> Void)] = [
      ("no answer yet", { _ in }),
      (
        "must have the columns reviewer_2",
        { $0[0] = $0[0].replacing("reviewer_2", with: "second") }
      ),
      (
        "one of match, non-match, unsure", { $0[3] = $0[3].replacing(",,,", with: ",MARTHA LEE,,") }
      ),
      ("59 rows, but 60 were drawn", { $0.remove(at: 7) }),
      ("lines 6 and 7: the sample_id is the same", { $0[6] = $0[5] }),
      ("is none of this plan", { $0[6] = "X" + $0[6].dropFirst() }),
      (
        "are not those that were drawn",
        {
          var cells = $0[6].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          cells[1] = "0" + cells[1]
          $0[6] = cells.joined(separator: ",")
        }
      ),
    ]
    for (words, change) in faults {
      let outcome = try outcome(change)
      #expect(outcome.status == 2 && outcome.errors.contains(words), "\(outcome.errors)")
      #expect(!outcome.errors.contains("MARTHA"))
    }
  }

  @Test func aPlanOfAnotherRunIsRefused() throws {
    let (folder, _) = try Labelled.plan(["--labels", "60"], named: "p")
    try Labelled.fill(folder, "p") { _ in "match" }
    let other = try Program.run(
      ["link", Sample.left, Sample.right, "-o", "other", "--threshold", "0.99"], in: folder)
    #expect(other.status == 0, "\(other.errors)")
    let outcome = try Program.run(
      ["audit", "estimate", "p", "-o", "other", "--force"], in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("drawn from other links"))
    let none = try Program.run(["audit", "estimate", "other"], in: folder)
    #expect(none.status == 2 && none.errors.contains("holds no plan"))
  }

  @Test func theTextsArePlainToRead() throws {
    let (folder, _) = try Labelled.plan(
      ["--claim", "recall", "--at-most", "0.2", "--labels", "200", "--seed", "3"], named: "p")
    try Labelled.fill(folder, "p") { Labelled.isMatch($0) ? "match" : "non-match" }
    let outcome = try Program.run(["audit", "estimate", "p"], in: folder)
    try GoldenFile.expect(outcome.output, "label-sample.txt")
    let run = try Sample.run.get().folder
    let planned = try Program.run(
      [
        "audit", "plan", run.appendingPathComponent("out").path, "--claim", "recall", "--at-most",
        "0.2", "--labels", "200", "--seed", "3", "-o", "again",
      ], in: folder)
    try GoldenFile.expect(planned.output, "label-plan.txt")
  }
}

@Suite struct DecoyCommandTests {
  @Test func linksToDecoysBoundTheShareOfFalseLinks() throws {
    let folder = try Folder.temporary()
    let made = try Program.run(
      ["decoys", Sample.left, Sample.right, "-o", "d", "--count", "300", "--side", "both"],
      in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let linked = try Program.run(
      ["link", "d/left.csv", "d/right.csv", "-o", "run", "--threads", "1"], in: folder)
    #expect(linked.status == 0, "\(linked.errors)")
    let outcome = try Program.run(
      ["audit", "run", "--decoys", "d/decoys.csv", "-o", "audit"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("too low: look-alike kin"))
    #expect(outcome.output.contains("too high: every row"))
    let data = try Data(contentsOf: folder.appendingPathComponent("audit/audit.json"))
    let decoys = try #require(try JSONDecoder().decode(PartialAudit.self, from: data).decoys)
    #expect(
      decoys.sides.map(\.decoys) == [300, 300] && decoys.sides.map(\.rows) == [1_000, 1_000])
    let truth = try Program.run(
      [
        "audit", "--links", "audit/links-without-decoys.csv", "--left", Sample.left, "--right",
        Sample.right, "--truth", Sample.truth, "--json",
      ], in: folder)
    let report = try JSONDecoder().decode(AuditReport.self, from: Data(truth.output.utf8))
    #expect(report.records.links == decoys.links)
    let share = 1 - (try #require(report.pairwise.precision.estimate))
    for side in decoys.sides {
      #expect(side.shareLower <= share && share <= side.shareUpper, "\(side.side): \(share)")
    }
  }

  @Test func filesThatDoNotBelongTogetherAreRefused() throws {
    let folder = try Folder.temporary()
    let made = try Program.run(
      ["decoys", Sample.left, Sample.right, "-o", "d", "--count", "20"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let run = try Sample.run.get().folder.appendingPathComponent("out").path
    let other = try Program.run(["audit", run, "--decoys", "d/decoys.csv"], in: folder)
    #expect(other.status == 2 && other.errors.contains("does not belong to the decoys"))
    let key = folder.appendingPathComponent("d/decoys.csv")
    try "side,record_id\n".write(to: key, atomically: true, encoding: .utf8)
    let changed = try Program.run(
      ["audit", "--links", run + "/links.csv", "--decoys", "d/decoys.csv"], in: folder)
    #expect(changed.status == 2 && changed.errors.contains("does not belong"))
    let both = try Program.run(
      ["audit", run, "--decoys", "d/decoys.csv", "--truth", Sample.truth], in: folder)
    #expect(both.status == 64 && both.errors.contains("no truth"))
  }
}
