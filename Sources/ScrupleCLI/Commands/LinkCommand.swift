import ArgumentParser
import Scruple
import ScrupleFormats

/// `scruple link`: the whole two-file run.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Link two files of records.",
    discussion: """
      Example:
        scruple link bookings.csv registry.csv --dry-run
        scruple link bookings.csv registry.csv -o out --threshold 0.99

      Writes links.csv, model.json, specification.toml and run.json, and flags.csv where the \
      left file has a booking date and the right one a status. A specification with [[rules]] \
      decides by them instead of a model; Corpora/Specifications holds documented ones. Columns \
      that are not recognized are never used for matching.
      """)

  @OptionGroup var input: InputArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder of the outputs; it must be new or empty.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(help: "Read, normalize and block; tell pairs, time and memory; write nothing.")
  var dryRun = false

  @Option(help: "Use this trained model.", completion: .file(extensions: ["json"]))
  var model: String?

  @Option(
    help: ArgumentHelp(
      "A pair is a link from here on: a probability such as 0.9, or weight such as 12bits.",
      valueName: "p|bits"))
  var threshold: ThresholdArgument?

  @Option(
    help: ArgumentHelp("A pair is a possible link from here on.", valueName: "p|bits"))
  var possibleThreshold: ThresholdArgument?

  @Option(
    help: "Link from the threshold of this certificate on; needs its --model and --specification.",
    completion: .file(extensions: ["json"]))
  var certificate: String?

  @Option(help: "Whether a record may have several links: none, greedy or optimal.")
  var oneToOne: AssignmentArgument?

  @Option(
    help: ArgumentHelp(
      "Leave out malformed rows and write them here, instead of stopping at the first.",
      valueName: "file"),
    completion: .file())
  var rejectFile: String?

  @Option(
    help: ArgumentHelp(
      "How much memory the run may hold, such as 800MB or 4GiB; tables that exceed it go to disk. "
        + "Results do not depend on it.",
      valueName: "size"))
  var memory: MemoryArgument?

  @OptionGroup var blocking: BlockingArguments
  @OptionGroup var work: WorkArguments

  @Flag(help: "Write the summary as JSON to standard output instead of as text.")
  var json = false

  @Flag(help: "Write over what is there.")
  var force = false

  func validate() throws {
    if output == nil && !dryRun {
      throw ValidationError("Missing expected argument '--output <dir>', or use --dry-run.")
    }
    if output == "-" {
      throw ValidationError("A run writes a folder of files; '-' cannot take it. Name a folder.")
    }
    if certificate != nil && (threshold != nil || possibleThreshold != nil || oneToOne != nil) {
      throw ValidationError("--certificate brings its own threshold: name no other.")
    }
    if certificate != nil && (model == nil || input.specification == nil) {
      throw ValidationError(
        "--certificate holds for one model and one specification: add --model and --specification.")
    }
    switch (threshold, possibleThreshold) {
    case (.probability(let link), .probability(let possible)) where possible > link,
      (.bits(let link), .bits(let possible)) where possible > link:
      throw ValidationError("--possible-threshold must not exceed --threshold.")
    default: break
    }
  }

  func run() throws {
    let talk = Talk(isQuiet: work.quiet || json)
    let progress = ProgressTalk(isQuiet: work.quiet)
    defer { progress.end() }
    if dryRun { return try estimate(talk, progress) }
    guard let output else { return }
    var folder = try OutputFolder(path: output, force: force)
    let rejects = try rejectFile.map { path in
      if !force && WorkingFolder.exists(path) { throw FormatError.outputExists(path: path) }
      return RejectFile(path: path, replaces: force)
    }
    var run = try read(talk, progress, rejects)
    let certified = try certificate.map { try LoadedCertificate(path: $0) }
    try certified?.requireFit(run)
    let prepared = try run.prepared()
    progress.end()
    if let prepared { talk.say(LinkReport.normalization(prepared.summary)) }
    var result = try prepared.map { try run.result($0) }
    if let certified { result = result?.linking(atLeast: certified.weight) }
    progress.end()
    var manifest = run.manifest(prepared, result, command: CommandLine.arguments)
    if prepared == nil {
      manifest.warnings.append("A file has no record, so there is nothing to link and no model.")
    }
    let flags = try result.flatMap { try run.flags($0) }
    manifest.note(flags)
    talk.say(LinkReport.blocking(manifest))
    talk.say(LinkReport.warnings(manifest))
    try write(&manifest, run, prepared, result, flags, &folder)
    try rejects?.write(files: [input.left, input.right])
    talk.say(LinkReport.results(manifest))
    talk.say(LinkReport.flags(flags, of: run.inputs.specification))
    let measured = manifest.rules == nil ? run.model?.file : run.inputs.given
    let measurement = Measurement(of: measured, specification: prepared?.specification)
    talk.say(LinkReport.closing(manifest, folder: output, measurement: measurement))
    if let certified { talk.say([certified.statement]) }
    if json { try StandardOutput.write(json: manifest) }
  }

  private func write(
    _ manifest: inout RunManifest, _ run: LinkRun, _ prepared: PreparedLinkage?,
    _ result: LinkedPairs?, _ flags: RunFlags?, _ folder: inout OutputFolder
  ) throws {
    var clock = StageTimings()
    let outputs = try LinkOutputs.put(
      result, of: run, prepared: prepared, flags: flags, in: &folder)
    manifest.outputs = outputs.files
    manifest.linksDigest = outputs.digest.hexadecimal
    clock.finish(.write)
    manifest.stages += clock.seconds.map { StageSeconds(stage: $0.stage, seconds: $0.seconds) }
    try folder.publish(manifest: JSONText.bytes(of: manifest))
    // An audit of the run that was there before says nothing about this one.
    if force { WorkingFolder.removeFile(folder.path + "/audit.json") }
  }

  private func read(
    _ talk: Talk, _ progress: ProgressTalk, _ rejects: RejectFile?
  ) throws -> LinkRun {
    let plan = try memory.map {
      try MemoryPlan($0, left: input.left, right: input.right, output: output)
    }
    talk.say(plan?.lines ?? [])
    let run = try LinkRun(
      input, work: work, memory: plan?.cap, blocking: blocking, model: model, rejects: rejects,
      progress: progress
    ) { decision in
      if let threshold { decision.setLink(threshold) }
      if let possibleThreshold { decision.setPossible(possibleThreshold) }
      if let oneToOne { decision.assignment = oneToOne.assignment }
    }
    try requireNoThreshold(run.inputs)
    talk.say(LinkReport.reading(run))
    talk.say(LinkReport.mapping(run))
    return run
  }

  /// Refuses what only a model can do where rules decide.
  private func requireNoThreshold(_ inputs: RunFiles) throws {
    let given = [
      threshold.map { _ in "--threshold" }, possibleThreshold.map { _ in "--possible-threshold" },
      oneToOne.map { _ in "--one-to-one" },
    ].compactMap { $0 }
    guard !inputs.specification.rules.isEmpty, let option = given.first else { return }
    throw Failure(
      "The specification decides by rules, which give no weights: \(option) has nothing to work on. "
        + "Leave it out.", status: Failure.usage)
  }

  private func estimate(_ talk: Talk, _ progress: ProgressTalk) throws {
    // Malformed rows are counted, and written nowhere.
    let rejects = rejectFile.map { RejectFile(path: $0, replaces: false) }
    var run = try read(talk, progress, rejects)
    let prepared = try run.prepared()
    progress.end()
    var manifest = run.manifest(prepared, command: CommandLine.arguments)
    guard let prepared else {
      talk.say("A file has no record: there is nothing to link.")
      if json { try StandardOutput.write(json: DryRun(manifest: manifest, estimate: nil)) }
      return
    }
    let estimate = RunEstimate(prepared, options: run.options)
    manifest.counts.candidatePairs = estimate.candidatePairs
    for (index, own) in estimate.candidatePairsPerRule.enumerated() {
      manifest.blocking[index].ownPairs = own
    }
    talk.say(LinkReport.normalization(prepared.summary))
    talk.say(LinkReport.blocking(manifest))
    let past = manifest.stages.reduce(0) { $0 + $1.seconds }
    talk.say([
      "Estimate: about \(TerminalText.fixed(past + estimate.secondsToCome, 1)) seconds in all "
        + "(\(TerminalText.fixed(past, 1)) so far), about \(TerminalText.megabytes(estimate.memoryBytes)).",
      "Nothing was written.",
    ])
    if json { try StandardOutput.write(json: DryRun(manifest: manifest, estimate: estimate)) }
  }

  /// What a dry run tells a program.
  private struct DryRun: Encodable {
    let manifest: RunManifest
    let estimate: RunEstimate?
  }
}

/// How competing links of one record are settled, as the command line names it.
struct AssignmentArgument: ExpressibleByArgument {
  let assignment: DecisionSpecification.Assignment

  init?(argument: String) {
    guard let found = DecisionSpecification.Assignment(rawValue: argument) else { return nil }
    assignment = found
  }

  static let allValueStrings = DecisionSpecification.Assignment.allCases.map(\.rawValue)
}
