import ArgumentParser
import Scruple
import ScrupleAudit
import ScrupleFormats

/// `scruple audit estimate`: what a sample that was filled in says of a run.
struct AuditEstimateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate",
    abstract: "Estimate the error of a run from a sample that was labelled by hand.",
    discussion: """
      Example:
        scruple audit estimate plan
        scruple audit estimate plan --sample filled.csv -o out --force
        scruple audit estimate plan --json

      Reads sample.csv of the plan with reviewer_1, reviewer_2 and adjudicated filled in. Answers \
      are match, non-match or unsure; citizen, non-citizen or unsure for --claim citizen-flag-rate. \
      With -o the figures are the section labelSample of audit.json there. Where the plan was to \
      show a claim and it is not shown, the exit status is 1.
      """)

  @Argument(help: "The folder of a plan of 'scruple audit plan'.", completion: .directory)
  var plan: String

  @Option(
    help: "The filled-in sample, where it is not sample.csv of the plan.", completion: .file())
  var sample: String?

  @Option(
    help: ArgumentHelp(
      "The share of matches that labels find, in place of controls.", valueName: "share"))
  var sensitivity: Double?

  @Option(
    help: ArgumentHelp(
      "The share of non-matches that labels leave alone, in place of controls.",
      valueName: "share"))
  var specificity: Double?

  @Flag(
    help: "Assume that no person has two records in one file, which limits the matches missed.")
  var oneRecordEach = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Add the figures to audit.json in this folder, which may be the run's.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(
    name: .customLong("public"),
    help: "Leave out tables of labels from which counts below 11 could be found out.")
  var isPublic = false

  @Flag(help: "Write the figures as JSON to standard output instead of as text.")
  var json = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors and the figures.")
  var quiet = false

  @Flag(help: "Write over what is there; the other sections of an audit stay.")
  var force = false

  func validate() throws {
    if (sensitivity == nil) != (specificity == nil) {
      throw ValidationError("--sensitivity and --specificity go together.")
    }
    for case (let name, let value?) in [
      ("--sensitivity", sensitivity), ("--specificity", specificity),
    ] where !(value >= 0 && value <= 1) {
      throw ValidationError("\(name) must lie between 0 and 1, not \(value).")
    }
    if let sensitivity, let specificity, sensitivity + specificity <= 1 {
      throw ValidationError("Labels of such sensitivity and specificity say nothing.")
    }
  }

  func run() throws {
    let talk = Talk(isQuiet: quiet || json)
    let plan = try PlanFolder(path: self.plan)
    if let output { try plan.requireRun(of: output) }
    let (estimate, isShortened) = try estimated(plan)
    if isShortened { talk.say("Tables of labels with a count below 11 are left out.") }
    if let output {
      let source = try source(plan)
      try SectionFile(folder: output, replacing: force).write {
        $0.labelSample = estimate
        $0.sources["labelSample"] = isPublic ? source.withoutFolders : source
      }
      talk.say("Wrote the section labelSample of audit.json in \(TerminalText.quoted(output)).")
    }
    if json {
      try StandardOutput.write(json: estimate)
    } else {
      try StandardOutput.write(LabelSampleText.render(estimate))
    }
    if let verdict = estimate.verdict, !verdict.isShown {
      throw Failure("The claim is not shown.", status: Failure.answerIsNo)
    }
  }

  /// The estimate alone.
  func estimate() throws -> LabelSampleEstimate { try estimated(PlanFolder(path: plan)).0 }

  private func estimated(_ plan: PlanFolder) throws -> (LabelSampleEstimate, isShortened: Bool) {
    let filled = try FilledSample(
      path: samplePath(plan), controls: plan.controls, plan: plan.plan)
    let whole = LabelSampleEstimate(
      plan.plan, rows: filled.rows, quality: quality, oneRecordEach: oneRecordEach)
    guard isPublic else { return (whole, false) }
    let short = whole.forPublication()
    return (short, short != whole)
  }

  private func samplePath(_ plan: PlanFolder) -> String { sample ?? plan.path + "/sample.csv" }

  private func source(_ plan: PlanFolder) throws -> AuditSource {
    var files = [("plan", plan.path + "/plan.json")]
    if samplePath(plan) != "-" { files.append(("sample", samplePath(plan))) }
    if let controls = plan.controls { files.append(("controls", controls)) }
    return AuditSource(words: AuditCommand.words, files: try files.map(AuditCommand.hashed))
  }

  private var quality: LabelSampleEstimate.LabelQuality? {
    guard let sensitivity, let specificity else { return nil }
    return (sensitivity, specificity)
  }
}
