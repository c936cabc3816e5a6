import ArgumentParser
import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleFormats
import ScrupleGroundTruth

/// `scruple audit`: the error of a run, or of somebody else's links.
struct AuditCommand: ParsableCommand {
  /// The word that may be left out; see `AuditVerb`.
  static let word = "against-truth"

  static let configuration = CommandConfiguration(
    commandName: word,
    abstract: "Measure the error of a run, or of somebody else's links, against the truth.",
    usage: """
      scruple audit <folder> --truth <file> [<options>]
      scruple audit --links <file> --left <file> --right <file> --truth <file> [<options>]
      """,
    discussion: """
      Example:
        scruple audit out --truth truth.csv
        scruple audit out --corpus corpus --repairs
        scruple audit out --corpus corpus --subgroup race --project 5000000
        scruple audit --links theirs.csv --left left.csv --right right.csv --truth truth.csv
        scruple audit --links theirs.csv --decoys decoyed/decoys.csv
        scruple audit plan out -o plan          without a truth: draw pairs to label
        scruple audit estimate plan             what the labels say

      The truth is a complete list of pairs (left_id,right_id), a key file (record_id,entity_id, \
      with a column source where ids repeat across files), or a column of both inputs. Links of \
      others have the columns of links.csv or those of Splink (unique_id_l, unique_id_r).
      """)

  @Argument(help: "The folder of a run of 'scruple link'.", completion: .directory)
  var folder: String?

  @Option(help: "The file with the truth.", completion: .file())
  var truth: String?

  @Option(
    help: ArgumentHelp("A column of both inputs with the truth.", valueName: "name"))
  var truthColumn: String?

  @Option(
    help: ArgumentHelp(
      "The folder of a generated corpus: its truth also judges flags and tells causes.",
      valueName: "dir"),
    completion: .directory)
  var corpus: String?

  @Option(
    help: "Flags to judge with --corpus; those of the run if left out.", completion: .file())
  var flags: String?

  @Flag(
    help: "Repeat the run with one thing put right at a time, to see what would mend wrong flags.")
  var repairs = false

  @Option(help: "Somebody else's links, instead of a run.", completion: .file())
  var links: String?

  @Option(
    help: "The key of 'scruple decoys': estimate false links by links to decoys, without a truth.",
    completion: .file())
  var decoys: String?

  @Option(help: "The left file, with --links or where it has moved.", completion: .file())
  var left: String?

  @Option(help: "The right file, with --links or where it has moved.", completion: .file())
  var right: String?

  @Option(
    help: ArgumentHelp(
      "The id column of both files, with --links; found by itself if left out.", valueName: "name"))
  var idColumn: String?

  @Option(
    help: ArgumentHelp("Rows of --links are links from here on.", valueName: "p|bits"))
  var threshold: ThresholdArgument?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write audit.json and report.html to this folder, which may be the run's.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A column of the left file by whose values rates are compared; may be repeated.",
      valueName: "name"))
  var subgroup: [String] = []

  @Option(
    help: ArgumentHelp(
      "Another run of the same files, to stand in one table with this; may be repeated.",
      valueName: "dir"),
    completion: .directory)
  var beside: [String] = []

  @Option(
    help: ArgumentHelp(
      "Documented rules to hold beside it, by name; parted by commas.", valueName: "names"))
  var rules: [String] = []

  @Option(help: "The seed of the split by person that checks the model.")
  var splitSeed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Project false links to a right file of so many records.", valueName: "records"))
  var project: Int?

  @Option(
    help: ArgumentHelp(
      "What would happen in a county: 'bookings=10000,records=500000,prevalence=0.05'.",
      valueName: "numbers"))
  var county: CountyArgument?

  @Flag(help: "Project beyond ten times the right file.")
  var allowExtrapolation = false

  @Flag(
    name: .customLong("public"),
    help: "Leave out figures of groups from which counts below 11 could be found out.")
  var isPublic = false

  @Option(help: "The confidence level of intervals, such as 0.95.")
  var level = 0.95

  @Option(help: "How many threads work; 0 is one per core.")
  var threads = 0

  @Flag(help: "Write the audit as JSON to standard output instead of as text.")
  var json = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors and the audit.")
  var quiet = false

  @Flag(help: "Write over what is there.")
  var force = false

  func validate() throws {
    try ThreadCount.check(threads)
    if folder == nil && links == nil {
      throw ValidationError("Name the folder of a run, or links with --links, --left and --right.")
    }
    if folder != nil && links != nil {
      throw ValidationError("Name either the folder of a run or --links, not both.")
    }
    if decoys != nil { return try DecoyAudit.validate(self) }
    if links != nil && (left == nil || right == nil) {
      throw ValidationError("--links needs the two files: --left FILE --right FILE.")
    }
    if truth != nil && truthColumn != nil {
      throw ValidationError("Name either --truth or --truth-column, not both.")
    }
    if corpus != nil && (truth != nil || truthColumn != nil) {
      throw ValidationError("--corpus brings its own truth: leave out --truth and --truth-column.")
    }
    if flags != nil && corpus == nil {
      throw ValidationError("--flags are judged by the truth of a corpus: add --corpus DIR.")
    }
    if repairs && (corpus == nil || folder == nil || flags != nil) {
      throw ValidationError(
        "--repairs repeats a run on a corpus: name its folder and --corpus, without --flags.")
    }
    if folder == nil && truth == nil && truthColumn == nil && corpus == nil {
      throw ValidationError("Name the truth: --truth FILE, --truth-column NAME or --corpus DIR.")
    }
    if folder != nil && threshold != nil {
      throw ValidationError("--threshold is for --links: a run has made its decisions.")
    }
    if let project, project < 1 {
      throw ValidationError("--project must be at least 1, not \(project).")
    }
    if beside.contains(where: { _ in folder == nil }) {
      throw ValidationError("--beside compares runs: name the folder of a run instead of --links.")
    }
    for name in ruleNames where BundledSpecifications.text(of: name) == nil {
      throw ValidationError(
        "There is no rule '\(name)'."
          + NearMiss.hint(for: name, among: BundledSpecifications.names))
    }
    if !(level > 0 && level < 1) {
      throw ValidationError("--level must lie between 0 and 1, not \(level).")
    }
  }

  func run() throws {
    if let decoys { return try DecoyAudit(self, key: decoys).run() }
    let talk = Talk(isQuiet: quiet || json)
    let parallelism = Parallelism(threadCount: threads)
    if let output, !force {
      for path in ["/audit.json", "/report.html"].map({ output + $0 })
      where WorkingFolder.exists(path) {
        throw FormatError.outputExists(path: path)
      }
    }
    var (report, estimate, subject) = try measured(parallelism)
    talk.say(subject.remarks)
    let source = try source(Self.words)
    report.source = isPublic ? source.withoutFolders : source
    if let output {
      try write(report, to: output)
      talk.say("Wrote audit.json and report.html to \(TerminalText.quoted(output)).")
    }
    if json {
      try StandardOutput.write(json: report)
    } else {
      try StandardOutput.write(AuditText.render(report))
      if let estimate { try StandardOutput.write("\n" + CountyReport.text(estimate)) }
    }
  }

  /// The report of what the command names, without its source.
  func measured(
    _ parallelism: Parallelism
  ) throws -> (report: AuditReport, county: CountyEstimate?, subject: AuditSubject) {
    let subject =
      try folder.map { try AuditSubject(folder: RunFolder(path: $0), self, parallelism) }
      ?? AuditSubject(links: links ?? "", left: left ?? "", right: right ?? "", self, parallelism)
    var (report, estimate) = try measure(subject)
    report.rivals = try RivalRuns(command: self, subject: subject, parallelism: parallelism)
      .rows(beside: report)
    return (report, estimate, subject)
  }

  /// The report, with what lies outside the data where that was asked for.
  func measure(_ subject: AuditSubject) throws -> (AuditReport, CountyEstimate?) {
    var report = try AuditReport(
      auditing: subject.checkedInput(self), flags: subject.flags?.errors,
      causes: subject.flags?.causes, groups: subject.groups)
    report.warn(subject.warnings)
    if let losses = subject.losses {
      report.add(losses, of: subject.input, flags: subject.judgedFlags)
    }
    if let remedies = subject.remedies { report.add(remedies) }
    if let coincidence = subject.coincidence(self) { report.add(coincidence) }
    if let project {
      try report.growth.project(to: project, allowingExtrapolation: allowExtrapolation)
    }
    if let county {
      report.county = try CountyEstimate(
        bookings: county.bookings, records: county.records, prevalence: county.prevalence,
        from: report, allowingExtrapolation: allowExtrapolation)
    }
    let estimate = report.county
    return (isPublic ? report.forPublication() : report, estimate)
  }

  /// Writes the audit and its page into a folder.
  func write(_ report: AuditReport, to output: String) throws {
    WorkingFolder.makeFolder(output)
    let bytes = try JSONText.bytes(of: report)
    try ReportFiles.write(bytes, to: output + "/audit.json", replacing: force)
    let page = try ReportFiles.page(of: report, bytes: bytes, run: folder)
    try ReportFiles.write(page.html, to: output + "/report.html", replacing: force)
  }
}
