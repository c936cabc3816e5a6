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

  func validate() throws { try ThreadCount.check(threads) }

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
    var report: AuditReport?
    try step("Audited links and flags against what is true, and tried what would mend them") {
      report = try audit(linked)
    }
    var rivals: [RivalRow] = []
    for name in Self.rivals {
      try step("Did the same by the rule '\(name)'") { rivals.append(try rival(name)) }
    }
    guard var report else { return }
    report.rivals = [RivalRow("Scruple, with its vetoes", isSubject: true, of: report)] + rivals
    try write(&report)
    let page = DemoPage(report: report, folder: output)
    try StandardOutput.write("\n" + page.text)
  }

  /// Documented rules to hold beside ours; see Corpora/Specifications.
  private static let rivals = [
    "exact-name-and-birth-date", "soundex-and-birth-date", "name-and-birth-year",
  ]

  private var common: [String] {
    ["--seed", String(seed), "--threads", String(threads)] + (force ? ["--force"] : [])
  }

  private func step(_ what: String, _ work: () throws -> Void) throws {
    let start = ProcessResources.monotonicSeconds()
    try work()
    let seconds = ProcessResources.monotonicSeconds() - start
    try StandardOutput.write("  \(TerminalText.fixed(seconds, 1)) s  \(what).\n")
  }

  /// What is asked of `scruple audit`; of our own run more than of the others.
  private func auditWords(_ run: String) throws -> [String] {
    let common = [run, "--corpus", corpus, "--threads", String(threads), "--force"]
    guard run == linked else { return common }
    let records = try RunFolder(path: run).manifest.right.records
    return common + ["--repairs", "--project", String(10 * max(records, 1))]
      + Self.rivals.flatMap { ["--beside", "\(output)/rules/\($0)"] }
  }

  private func audit(_ run: String) throws -> AuditReport {
    let command = try AuditCommand.parse(auditWords(run))
    let folder = try RunFolder(path: run)
    let subject = try AuditSubject(folder: folder, command, Parallelism(threadCount: threads))
    return try command.measure(subject).0
  }

  private func write(_ report: inout AuditReport) throws {
    let words = try auditWords(linked)
    let command = try AuditCommand.parse(words)
    report.source = try command.source(words)
    try command.write(report, to: linked)
    try ReportFiles.write(AuditText.render(report), to: output + "/audit.txt", replacing: true)
  }

  /// Links and flags by a documented rule, every flagged status taken as it is found.
  private func rival(_ name: String) throws -> RivalRow {
    let rules = output + "/rules"
    WorkingFolder.makeFolder(rules)
    let specification = "\(rules)/\(name).toml"
    let text = BundledSpecifications.text(of: name) ?? ""
    let practice = text.contains("[flags]") ? "" : LoadedSpecification.practice
    try ReportFiles.write(text + practice, to: specification, replacing: true)
    let run = "\(rules)/\(name)"
    try LinkCommand.parse(
      [
        corpus + "/bookings.csv", corpus + "/immigration_records.csv", "-o", run,
        "--specification", specification,
      ] + common + ["--quiet"]
    ).run()
    return RivalRow(name, of: try audit(run))
  }
}
