import ArgumentParser
import Scruple
import ScrupleFormats

/// `scruple init`: a specification to edit.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Guess what the columns mean and write a specification to edit.",
    discussion: """
      Example:
        scruple init left.csv right.csv -o scruple.toml
        scruple link left.csv right.csv --specification scruple.toml -o out

      A run without a specification uses what this writes.
      """)

  @Argument(help: "The left file.", completion: .file())
  var left: String

  @Argument(help: "The right file.", completion: .file())
  var right: String

  @Option(
    name: .shortAndLong, help: "The file of the specification; '-' is standard output.",
    completion: .file(extensions: ["toml"]))
  var output = "scruple.toml"

  @Option(help: "The encoding of both files: utf-8, windows-1252 or latin-1.")
  var encoding: EncodingArgument?

  @Option(
    help: ArgumentHelp("A column of both files that says who is who.", valueName: "name"))
  var truthColumn: String?

  @OptionGroup var work: WorkArguments

  @Flag(help: "Write the columns' decisions as JSON to standard output.")
  var json = false

  @Flag(help: "Write over what is there.")
  var force = false

  func run() throws {
    let talk = Talk(isQuiet: work.quiet || json)
    let progress = ProgressTalk(isQuiet: work.quiet)
    defer { progress.end() }
    var file = try AtomicOutput(path: output, replacing: force)
    var input = InputArguments()
    input.left = left
    input.right = right
    input.specification = nil
    input.encoding = encoding
    input.truthColumn = truthColumn
    var run = try LinkRun(input, work: work, progress: progress)
    talk.say(LinkReport.reading(run) + LinkReport.mapping(run))
    var specification = run.inputs.specification
    // Written out so that they can be edited; blocking is left to each run.
    let prepared = try run.prepared()
    specification.comparisons = prepared?.specification.comparisons
    specification.flags = prepared?.specification.flags
    progress.end()
    try file.write(
      SpecificationFile.text(
        of: specification, left: run.inputs.files.inference?.left.decisions ?? [],
        right: run.inputs.files.inference?.right.decisions ?? []))
    try file.commit()
    talk.say("Wrote the specification to \(TerminalText.quoted(output)).")
    if json && output != "-" {
      try StandardOutput.write(
        json: [
          "left": run.inputs.decisions(isLeft: true), "right": run.inputs.decisions(isLeft: false),
        ])
    }
  }
}
