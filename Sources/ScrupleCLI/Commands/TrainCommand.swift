import ArgumentParser
import Scruple
import ScrupleFormats
import ScrupleScoring

/// `scruple train`: the model alone.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn a model from two files, without labels.",
    discussion: """
      Example:
        scruple train left.csv right.csv -o model.json
        scruple link left.csv right.csv --model model.json -o out

      The model holds probabilities of agreement, never a value of a record.
      """)

  @OptionGroup var input: InputArguments

  @Option(
    name: .shortAndLong, help: "The file of the model; '-' is standard output.",
    completion: .file(extensions: ["json"]))
  var output: String

  @OptionGroup var blocking: BlockingArguments
  @OptionGroup var work: WorkArguments

  @Flag(help: "Write the summary as JSON to standard output instead of as text.")
  var json = false

  @Flag(help: "Write over what is there.")
  var force = false

  func validate() throws {
    if json && output == "-" {
      throw ValidationError("--json and -o - would both write to standard output.")
    }
  }

  func run() throws {
    let talk = Talk(isQuiet: work.quiet || json)
    let progress = ProgressTalk(isQuiet: work.quiet)
    defer { progress.end() }
    var file = try AtomicOutput(path: output, replacing: force)
    var run = try LinkRun(input, work: work, blocking: blocking, progress: progress)
    guard run.inputs.specification.rules.isEmpty else {
      throw Failure(
        "The specification decides by rules, so that there is no model to train. Leave [[rules]] "
          + "out to train one for its comparisons.")
    }
    talk.say(LinkReport.reading(run) + LinkReport.mapping(run))
    guard let prepared = try run.prepared() else {
      throw LinkageError.tooLittleToTrain(reason: "a file has no record")
    }
    let model = try Linkage(options: run.options).trainedModel(for: prepared)
    progress.end()
    let bytes = try JSONText.bytes(of: model)
    try file.write(bytes)
    try file.commit()
    var manifest = run.manifest(prepared, command: CommandLine.arguments)
    manifest.warnings = model.training?.warnings ?? []
    manifest.outputs = [HashedFile(path: output, sha256: SHA256Digest.hexadecimal(of: bytes))]
    talk.say(LinkReport.normalization(prepared.summary) + LinkReport.blocking(manifest))
    talk.say(ModelTable.lines(model) + LinkReport.warnings(manifest))
    talk.say("Wrote the model to \(TerminalText.quoted(output)).")
    if json { try StandardOutput.write(json: manifest) }
  }
}

/// A model as a table.
enum ModelTable {
  /// One line a level, best first.
  static func lines(_ model: FellegiSunterModel) -> [String] {
    var rows = [["comparison", "level", "m", "u", "bits"]]
    for comparison in model.comparisons {
      for (index, level) in comparison.levels.reversed().enumerated() {
        rows.append([
          index == 0 ? comparison.name : "", level.label,
          TerminalText.significant(level.mProbability),
          TerminalText.significant(level.uProbability),
          TerminalText.fixed(level.weight.bits),
        ])
      }
    }
    let prior = TerminalText.significant(model.priorMatchProbability)
    return ["Model: prior match probability \(prior)"]
      + TerminalText.table(rows, right: [2, 3, 4])
  }
}
