import Foundation
import ScrupleScratchFolders
import Testing

@testable import ScrupleReports

/// Opens the page in a browser, as a reader does.
@Suite struct BrowserTests {
  @Test(
    .enabled(
      if: Self.hasBrowser,
      "needs Debian's chromium and, from PyPI, playwright; neither is needed to build or run"),
    arguments: ["demo", "made up", "with values"])
  func thePageOpensQuietlyAndItsSliderTellsTheTable(of kind: String) throws {
    let folder = try ScratchFolders.make()
    var input = kind == "demo" ? try DemoAudit.input() : try MadeUpAudit.input()
    input.examples?.isFull = kind == "with values"
    try ReportPage(input).html.write(
      to: folder.appendingPathComponent("report.html"), atomically: true, encoding: .utf8)
    try JSONEncoder().encode(input.audit).write(to: folder.appendingPathComponent("audit.json"))
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("browser.py").path
    let outcome = try Self.run(["python3", script, folder.path])
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  private static let hasBrowser =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
    && (try? run(["python3", "-c", "import playwright"]).status) == 0

  private static func run(_ words: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
