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

  @Test func aFolderWithoutAnAuditIsRefusedWithTheNextStep() throws {
    let outcome = try Program.run(["report", "."], in: Folder.temporary())
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("scruple audit"))
  }
}
