import ArgumentParser
import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleFormats

/// `scruple demo`: generate, link, flag and audit on made-up people.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make people up, link, flag and audit them, and say in plain words what came out.",
    discussion: """
      Example:
        scruple demo
        scruple demo --seed 2 -o other

      Writes a corpus, a run and its audit into one folder.
      """)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder of everything; it must be new or empty.", valueName: "dir"),
    completion: .directory)
  var output = "scruple-demo"

  @Option(help: "The seed of every random draw.")
  var seed: UInt64 = 1

  @Option(help: "The recipe; see 'scruple generate --list'.", completion: .file())
  var recipe = "demo"

  @Option(help: "How many threads work; 0 is one per core. Results do not depend on it.")
  var threads = 0

  @Flag(help: "Write over the files of an earlier demo.")
  var force = false

  private var corpus: String { output + "/corpus" }
  private var linked: String { output + "/run" }

  func run() throws {
    if !force, [corpus, linked].contains(where: WorkingFolder.exists) {
      throw FormatError.outputExists(path: output)
    }
    WorkingFolder.makeFolder(output)
    try StandardOutput.write("Scruple demo: made-up people, real methods.\n\n")
    try step("Made up people, their bookings and what immigration files hold of them") {
      try GenerateCommand.parse(
        ["--recipe", recipe, "-o", corpus] + common + ["--quiet"]
      ).run()
    }
    try step("Linked the bookings to the records, and flagged for review") {
      try LinkCommand.parse(
        [corpus + "/bookings.csv", corpus + "/immigration_records.csv", "-o", linked] + common
          + ["--quiet"]
      ).run()
    }
    var page = ""
    try step("Audited links and flags against what is true") { page = try audit() }
    try StandardOutput.write("\n" + page)
  }

  private var common: [String] {
    ["--seed", String(seed), "--threads", String(threads)] + (force ? ["--force"] : [])
  }

  private func step(_ what: String, _ work: () throws -> Void) throws {
    let start = ProcessResources.monotonicSeconds()
    try work()
    let seconds = ProcessResources.monotonicSeconds() - start
    try StandardOutput.write("  \(TerminalText.fixed(seconds, 1)) s  \(what).\n")
  }

  private func audit() throws -> String {
    let command = try AuditCommand.parse(
      [linked, "--corpus", corpus, "--threads", String(threads)])
    let folder = try RunFolder(path: linked)
    let subject = try AuditSubject(
      folder: folder, command, Parallelism(threadCount: threads))
    let report = try AuditReport(
      auditing: subject.input, flags: subject.flags?.errors, causes: subject.flags?.causes)
    var file = try AtomicOutput(path: linked + "/audit.json", replacing: true)
    let bytes = try JSONText.bytes(of: report)
    try file.write(bytes)
    try file.commit()
    try ReportFiles.write(
      ReportFiles.page(of: report, bytes: bytes, run: linked).html,
      to: linked + "/report.html", replacing: true)
    var text = try AtomicOutput(path: output + "/audit.txt", replacing: force)
    try text.write(AuditText.render(report))
    try text.commit()
    return DemoPage(report: report, manifest: folder.manifest, folder: output).text
  }
}
