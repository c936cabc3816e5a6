import ArgumentParser
import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleFormats

/// `scruple audit plan`: which pairs to label where there is no complete truth.
struct AuditPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Draw a sample to label by hand, where there is no complete truth.",
    discussion: """
      Example:
        scruple audit plan out --labels 400 -o plan
        scruple audit plan out --claim false-link-rate --at-most 0.01 -o plan
        scruple audit plan out --claim fnir --labels 500 -o plan
        scruple audit plan out --claim recall --known judged.csv --controls 40 -o plan
        scruple audit plan --links theirs.csv --left left.csv --right right.csv -o plan
        scruple audit estimate plan

      Claims: precision or false-link-rate (links alone), recall (all pairs), fnir (left records: \
      have those without a link a match?) and citizen-flag-rate (bookings of a run with flags). Of \
      somebody else's links precision, false-link-rate and fnir can be claimed. \
      Writes sample.csv, with ids and no other value of a record, and plan.json. The same seed \
      draws the same rows. A folder of a run that is named 'plan' is './plan'.
      """)

  @Argument(help: "The folder of a run of 'scruple link'.", completion: .directory)
  var folder: String?

  @Option(help: "Somebody else's links, instead of a run.", completion: .file())
  var links: String?

  @Option(
    help: ArgumentHelp(
      "The id column of both files, with --links; found by itself if left out.", valueName: "name"))
  var idColumn: String?

  @Option(
    help: ArgumentHelp("Rows of --links are links from here on.", valueName: "p|bits"))
  var threshold: ThresholdArgument?

  @Option(help: ArgumentHelp("What the labels are to show.", valueName: "claim"))
  var claim = LabelClaim.precision

  @Option(
    help: ArgumentHelp(
      "The error rate of the claim that must not be exceeded; estimates only if left out.",
      valueName: "rate"))
  var atMost: Double?

  @Option(help: "How sure the claim must be, and the level of intervals.")
  var confidence = 0.95

  @Option(
    help: ArgumentHelp(
      "How many rows to label; 400, or what the claim needs with five errors, if left out.",
      valueName: "number"))
  var labels: Int?

  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "A column of the left file by whose values strata of links are divided.", valueName: "name"))
  var subgroup: String?

  @Option(
    help: ArgumentHelp(
      "Bands of match weight among links, 1 to 3; 3, or 1 with --at-most, if left out.",
      valueName: "number"))
  var bands: Int?

  @Option(
    help: ArgumentHelp(
      "Pairs with known answers (left_id,right_id,answer), to measure the reviewers by.",
      valueName: "file"),
    completion: .file())
  var known: String?

  @Option(help: ArgumentHelp("How many of them to mix in.", valueName: "number"))
  var controls = 40

  @Option(
    help: ArgumentHelp(
      "By how much clustering makes labels count for less, 1 or more.", valueName: "number"))
  var designEffect = 1.0

  @Option(help: "The left file, with --links or where it has moved.", completion: .file())
  var left: String?

  @Option(help: "The right file, with --links or where it has moved.", completion: .file())
  var right: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder of the plan; it must be new or empty.", valueName: "dir"),
    completion: .directory)
  var output: String

  @Option(help: "How many threads work; 0 is one per core. Results do not depend on it.")
  var threads = 0

  @Flag(help: "Write the plan as JSON to standard output instead of as text.")
  var json = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors and the plan.")
  var quiet = false

  @Flag(help: "Write over what is there.")
  var force = false

  func validate() throws {
    try ThreadCount.check(threads)
    try validateSubject()
    let shares = [("--at-most", atMost), ("--confidence", confidence)]
    for case (let name, let value?) in shares where !(value > 0 && value < 1) {
      throw ValidationError("\(name) must lie between 0 and 1, not \(value).")
    }
    if let labels, labels < 1 {
      throw ValidationError("--labels must be at least 1, not \(labels).")
    }
    if let bands, !(1...3).contains(bands) {
      throw ValidationError("--bands must be 1, 2 or 3, not \(bands).")
    }
    if controls < 1 { throw ValidationError("--controls must be at least 1, not \(controls).") }
    if !(designEffect >= 1 && designEffect <= 1000) {
      throw ValidationError("--design-effect must lie between 1 and 1000, not \(designEffect).")
    }
    if subgroup != nil && claim.question != .pair {
      throw ValidationError(
        "--subgroup divides links: leave it out with --claim \(claim.rawValue).")
    }
  }

  /// Expects a run, or a list with its files.
  private func validateSubject() throws {
    guard folder != nil || links != nil else {
      throw ValidationError("Name the folder of a run, or links with --links, --left and --right.")
    }
    guard links != nil else {
      if threshold != nil || idColumn != nil {
        throw ValidationError("--threshold and --id-column are for --links.")
      }
      return
    }
    if folder != nil {
      throw ValidationError("Name either the folder of a run or --links, not both.")
    }
    if left == nil || right == nil {
      throw ValidationError("--links needs the two files: --left FILE --right FILE.")
    }
    if claim == .recall {
      throw ValidationError(
        "A list does not say which pairs were compared, so that --claim recall cannot be drawn. "
          + "--claim fnir asks of left records whether they were missed.")
    }
    if claim == .citizenFlagRate {
      throw ValidationError("--claim citizen-flag-rate needs the flags of a run: name its folder.")
    }
  }

  func run() throws {
    let talk = Talk(isQuiet: quiet || json)
    let subject = try PlannedSample(self)
    talk.say(subject.remarks)
    let (plan, sample) = try subject.draw()
    var outputs = try OutputFolder(path: output, manifestName: "plan.json", force: force)
    _ = try outputs.put("sample.csv", sample.bytes(plan))
    if plan.controls > 0 { _ = try outputs.put("controls.csv", sample.controls(plan)) }
    try outputs.publish(manifest: JSONText.bytes(of: plan))
    talk.say(
      "Wrote \(plan.controls > 0 ? "sample.csv, controls.csv" : "sample.csv") and plan.json "
        + "to \(TerminalText.quoted(output)).")
    if plan.controls > 0 { talk.say("Reviewers must not see controls.csv: it holds answers.") }
    if let labels, plan.labels != labels {
      talk.say(
        "The rows are \(TerminalText.count(plan.labels)), not \(TerminalText.count(labels)): each "
          + "stratum has at least 20 or all of its units, and no more than it holds.")
    }
    if json {
      try StandardOutput.write(json: plan)
    } else {
      try StandardOutput.write(
        LabelPlanText.render(plan, sample: output + "/sample.csv", folder: output))
    }
  }
}

extension LabelClaim: ExpressibleByArgument {}
