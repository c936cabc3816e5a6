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

      The page needs no network and holds no value of a record. docs/REPORT.md tells how to read it.
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
    help: "Example pairs on the page: none is what an audit keeps, so only none can be asked.")
  var examples: ExamplesArgument = .none

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Write over what is there.")
  var force = false

  func run() throws {
    guard examples == .none else {
      throw Failure(
        "An audit keeps no example pairs, so the page cannot show any: leave out --examples. "
          + "'scruple explain' shows the evidence of one pair.")
    }
    let talk = Talk(isQuiet: quiet)
    let page = try ReportFiles.page(of: folder)
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

/// How much of example pairs a page shows.
enum ExamplesArgument: String, ExpressibleByArgument, CaseIterable {
  case none
  case masked
  case full
}
