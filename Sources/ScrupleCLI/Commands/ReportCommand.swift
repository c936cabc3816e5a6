import ArgumentParser
import Scruple
import ScrupleAudit
import ScrupleFormats
import ScrupleReports
import ScrupleScoring

/// `scruple report`: an audit as one page, and its charts as files.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make one self-contained page of an audited run.",
    discussion: """
      Example:
        scruple audit out --truth truth.csv -o out
        scruple report out
        scruple report out -o page.html --charts-dir charts
        scruple report out -o page.html --examples masked --truth truth.csv

      The page needs no network and holds no value of a record, unless --examples asks for them. docs/REPORT.md tells how to read it.
      """)

  @Argument(
    help: "The folder with audit.json, and with the run where there is one.",
    completion: .directory)
  var folder: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The page; report.html in the folder if left out.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write the charts to this folder too, as Vega-Lite files.", valueName: "dir"),
    completion: .directory)
  var chartsDir: String?

  @Option(
    help: ArgumentHelp(
      "A certificate of 'scruple certify'; certificate.json in the folder if left out.",
      valueName: "file"),
    completion: .file())
  var certificate: String?

  @Option(
    help: """
      Example pairs of the worst patterns on the page: none, masked (the shape of each value) or \
      full. An audit keeps none, so the truth must be named again.
      """)
  var examples: ExamplesArgument = .none

  @Option(help: "The file with the truth, for examples.", completion: .file())
  var truth: String?

  @Option(
    help: ArgumentHelp("A column of both inputs with the truth, for examples.", valueName: "name"))
  var truthColumn: String?

  @Option(
    help: ArgumentHelp("The folder of a generated corpus, for examples.", valueName: "dir"),
    completion: .directory)
  var corpus: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Write over what is there.")
  var force = false

  func validate() throws {
    guard examples != .none, truth == nil, truthColumn == nil, corpus == nil else { return }
    throw ValidationError(
      "An audit keeps no pairs, so examples need the truth again: add --truth FILE, "
        + "--truth-column NAME or --corpus DIR.")
  }

  func run() throws {
    let talk = Talk(isQuiet: quiet)
    let page = try ReportFiles.page(of: folder, certificate: certificate) { audit in
      try examplePairs(of: audit)
    }
    let path = output ?? folder + "/report.html"
    try ReportFiles.write(page.html, to: path, replacing: force)
    talk.say("Wrote the report to \(TerminalText.quoted(path)).")
    guard let chartsDir else { return }
    WorkingFolder.makeFolder(chartsDir)
    for chart in page.charts {
      try ReportFiles.write(chart.content, to: chartsDir + "/" + chart.name, replacing: force)
    }
    talk.say("Wrote \(page.charts.count) charts to \(TerminalText.quoted(chartsDir)).")
  }
}

extension ReportCommand {
  /// The examples that were asked for; nil for none.
  private func examplePairs(of audit: AuditReport) throws -> PairExamples? {
    guard examples != .none, let worst = audit.patterns else { return nil }
    let named = [("--truth", truth), ("--truth-column", truthColumn), ("--corpus", corpus)]
    let command = try AuditCommand.parse(
      [folder] + named.flatMap { option, value in value.map { [option, $0] } ?? [] })
    return try ExamplePairs.make(of: worst, by: command, isFull: examples == .full)
  }
}

/// How much of example pairs a page shows.
enum ExamplesArgument: String, ExpressibleByArgument, CaseIterable {
  case none
  case masked
  case full
}
