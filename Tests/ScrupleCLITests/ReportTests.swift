import Foundation
import Testing

@Suite struct ReportTests {
  @Test func anAuditIsWrittenWithItsPageAndTheVerbGivesTheSamePage() throws {
    let run = try Sample.run.get()
    let own = try Folder.temporary().appendingPathComponent("own").path
    try FileManager.default.copyItem(
      atPath: run.folder.appendingPathComponent("out").path, toPath: own)
    let audit = try Program.run(
      ["audit", own, "--truth", Sample.truth, "-o", own, "--quiet"], in: run.folder)
    #expect(audit.status == 0, "\(audit.errors)")
    let report = try Program.run(
      ["report", own, "-o", own + "/again.html", "--charts-dir", own + "/charts"], in: run.folder)
    #expect(report.status == 0, "\(report.errors)")
    let pages = try ["report.html", "again.html"].map {
      try Data(contentsOf: URL(fileURLWithPath: own + "/" + $0))
    }
    #expect(pages[0] == pages[1])
    #expect(pages[0].count < 300_000)
    #expect(Folder.names(in: URL(fileURLWithPath: own + "/charts")).count >= 3)
    let twice = try Program.run(["report", own], in: run.folder)
    #expect(twice.status == 2)
  }

  @Test func examplesNeedTheTruthAndShowOnlyWhatWasAskedFor() throws {
    let run = try Sample.run.get()
    let own = try Folder.temporary().appendingPathComponent("own").path
    try FileManager.default.copyItem(
      atPath: run.folder.appendingPathComponent("out").path, toPath: own)
    let audit = try Program.run(
      ["audit", own, "--truth", Sample.truth, "-o", own, "--quiet"], in: run.folder)
    #expect(audit.status == 0, "\(audit.errors)")
    let refused = try Program.run(["report", own, "--examples", "masked"], in: run.folder)
    #expect(refused.status == 64 && refused.errors.contains("--truth"))
    for kind in ["masked", "full"] {
      let made = try Program.run(
        ["report", own, "--examples", kind, "--truth", Sample.truth, "-o", own + "/\(kind).html"],
        in: run.folder)
      #expect(made.status == 0, "\(made.errors)")
      let page = try String(contentsOfFile: own + "/\(kind).html", encoding: .utf8)
      #expect(page.contains("class=\"banner\"") == (kind == "full"))
    }
  }

  @Test func aFolderWithoutAnAuditIsRefusedWithTheNextStep() throws {
    let outcome = try Program.run(["report", "."], in: Folder.temporary())
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("scruple audit"))
  }
}
