import Foundation
import Testing

@testable import ScrupleCLI

/// Plans and figures of somebody else's links.
@Suite struct GivenLinksTests {
  private static let list = [
    "--links", "run/links.csv", "--left", "corpus/bookings.csv", "--right",
    "corpus/immigration_records.csv",
  ]

  @Test func aListIsPlannedWithoutARun() throws {
    let folder = try FigureTests.audited.get()
    let outcome = try Program.run(
      ["audit", "plan"] + Self.list + ["-o", "listplan", "--labels", "60"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let sample = folder.appendingPathComponent("listplan/sample.csv")
    let rows = try String(contentsOf: sample, encoding: .utf8).split(separator: "\n")
    #expect(rows.count > 1 && rows[1].contains("SYN-B"))
  }

  @Test(arguments: ["recall", "citizen-flag-rate"])
  func claimsThatAListCannotTellAreRefused(claim: String) throws {
    let folder = try FigureTests.audited.get()
    let outcome = try Program.run(
      ["audit", "plan"] + Self.list + ["-o", "no-" + claim, "--claim", claim], in: folder)
    #expect(outcome.status == 64)
    #expect(
      !FileManager.default.fileExists(atPath: folder.appendingPathComponent("no-" + claim).path))
  }

  @Test func everyNumberOfAnAuditIsSaidInWords() throws {
    let path = try FigureTests.audited.get().appendingPathComponent("run/audit.json").path
    let audit = try AuditDocument(path: path)
    for figure in audit.figures.all {
      let account = FigureAccount(figure, audit: audit, files: [])
      #expect(account.name != nil && account.method != nil, "\(figure.id)")
    }
  }
}
