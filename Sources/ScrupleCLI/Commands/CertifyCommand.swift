import ArgumentParser
import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleFormats

/// `scruple certify`: the threshold whose citizen flag rate is bounded with confidence, or none.
struct CertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: "Find the threshold that flags at most so many citizens, with confidence.",
    discussion: """
      Example:
        scruple certify out --corpus corpus --ceiling 0.001 -o certificate.json
        scruple certify out --labels labels.csv --by citizen_class -o certificate.json
        scruple link left.csv right.csv --model out/model.json \\
          --specification out/specification.toml --certificate certificate.json -o certified

      Thresholds from strict to lax were fixed before; testing stops at the first that fails (Learn \
      then Test). Labels have the columns booking_id, person_id and citizen_class. Where no \
      threshold can be certified the exit status is 1.
      """)

  @Argument(help: "The folder of a run of 'scruple link' that made flags.", completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp("The folder of a generated corpus, for its labels.", valueName: "dir"),
    completion: .directory)
  var corpus: String?

  @Option(help: "A table of labels, instead of a corpus.", completion: .file())
  var labels: String?

  @Option(help: "The citizen flag rate that must not be exceeded.")
  var ceiling = 0.001

  @Option(help: "How sure the promise must be.")
  var confidence = 0.95

  @Option(
    help: ArgumentHelp(
      "A column of groups for each of which the promise must hold; may be repeated.",
      valueName: "name"))
  var by: [String] = []

  @Option(help: "The share of persons in the calibration half; the others are not looked at.")
  var share = 0.5

  @Option(help: "The seed of the split by person.")
  var seed: UInt64 = 1

  @Option(help: "The left file, where it has moved.", completion: .file())
  var left: String?

  @Option(help: "The right file, where it has moved.", completion: .file())
  var right: String?

  @Option(
    name: .shortAndLong, help: "Write the certificate to this file.", completion: .file())
  var output: String?

  @Option(help: "How many threads work; 0 is one per core.")
  var threads = 0

  @Flag(help: "Write the certificate as JSON to standard output instead of as text.")
  var json = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors and the certificate.")
  var quiet = false

  @Flag(help: "Write over what is there.")
  var force = false

  func validate() throws {
    try ThreadCount.check(threads)
    if (corpus == nil) == (labels == nil) {
      throw ValidationError("Name the labels: either --corpus DIR or --labels FILE.")
    }
    for (name, value) in [("--ceiling", ceiling), ("--confidence", confidence)]
    where !(value > 0 && value < 1) {
      throw ValidationError("\(name) must lie between 0 and 1, not \(value).")
    }
    if !(share > 0 && share <= 1) {
      throw ValidationError("--share must lie above 0 and at most at 1, not \(share).")
    }
  }

  func run() throws {
    if let output, !force, WorkingFolder.exists(output) {
      throw FormatError.outputExists(path: output)
    }
    let talk = Talk(isQuiet: quiet || json)
    let certificate = try CertifiedRun(self, talk).certificate()
    if let output {
      var file = try AtomicOutput(path: output, replacing: force)
      try file.write(JSONText.bytes(of: certificate))
      try file.commit()
      talk.say("Wrote the certificate to \(TerminalText.quoted(output)).")
    }
    if json {
      try StandardOutput.write(json: certificate)
    } else {
      try StandardOutput.write(CertificateText.render(certificate))
    }
    if certificate.weight == nil {
      throw Failure("No threshold is certified.", status: Failure.answerIsNo)
    }
  }
}
