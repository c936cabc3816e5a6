import ArgumentParser
import Scruple
import ScrupleExecution
import ScrupleFormats

/// `scruple profile`: how complete and how suspicious files are.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Tell completeness, distinct and suspicious values, and the cost of blocking.",
    discussion: """
      Example:
        scruple profile left.csv
        scruple profile left.csv right.csv --json

      With two files, the blocking rules that a run would choose are told with their pairs. \
      No value of a record is shown.
      """)

  @Argument(help: "One file or more.", completion: .file())
  var files: [String]

  @Option(help: "The encoding of the files: utf-8, windows-1252 or latin-1.")
  var encoding: EncodingArgument?

  @OptionGroup var blocking: BlockingArguments
  @OptionGroup var work: WorkArguments

  @Flag(help: "Write JSON to standard output instead of text.")
  var json = false

  private struct Profile: Encodable {
    var files: [FileProfile]
    var blocking: [BlockingRuleCounts]?
    var candidatePairs: Int?
    var allPairs: Int?
  }

  func run() throws {
    let parallelism = Parallelism(threadCount: work.threads)
    var options = ReadOptions()
    if let encoding { options.encoding = encoding.encoding }
    let reads = try files.map { try RecordReader.read(path: $0, options: options) }
    var profile = Profile(files: try reads.map { try FileProfile($0, parallelism: parallelism) })
    var lines = profile.files.flatMap(ProfileText.lines)
    if files.count == 2 {
      lines += try self.lines(addingBlockingTo: &profile, parallelism)
    }
    if json { return try StandardOutput.write(json: profile) }
    try StandardOutput.write(
      lines.map { TerminalText.safe($0) + "\n" }.joined())
  }

  private func lines(
    addingBlockingTo profile: inout Profile, _ parallelism: Parallelism
  ) throws -> [String] {
    let progress = ProgressTalk(isQuiet: work.quiet)
    defer { progress.end() }
    var input = InputArguments()
    input.left = files[0]
    input.right = files[1]
    input.specification = nil
    input.encoding = encoding
    input.truthColumn = nil
    var run = try LinkRun(input, work: work, blocking: blocking, progress: progress)
    guard let prepared = try run.prepared() else { return [] }
    let estimate = RunEstimate(prepared, options: run.options)
    var manifest = run.manifest(prepared, command: [])
    manifest.counts.candidatePairs = estimate.candidatePairs
    for (index, own) in estimate.candidatePairsPerRule.enumerated() {
      manifest.blocking[index].ownPairs = own
    }
    profile.blocking = manifest.blocking
    profile.candidatePairs = estimate.candidatePairs
    profile.allPairs = manifest.counts.allPairs
    return LinkReport.blocking(manifest)
  }
}

/// A profile as lines.
enum ProfileText {
  static func lines(_ profile: FileProfile) -> [String] {
    let records = Double(profile.records)
    var rows = [["column", "role", "present", "distinct", "most frequent"]]
    for (position, column) in profile.columns.enumerated() {
      rows.append([
        TerminalText.column(column.decision.column, at: position), column.decision.fieldName,
        TerminalText.percent(Double(column.present), of: records),
        TerminalText.count(column.distinct),
        TerminalText.percent(Double(column.mostFrequent), of: records),
      ])
    }
    var lines = ["\(profile.path): \(TerminalText.count(profile.records, "record"))"]
    lines += TerminalText.table(rows, right: [2, 3, 4])
    let suspicious = profile.fields.compactMap { field -> String? in
      let remarks = LinkReport.remarks(field)
      return remarks.isEmpty ? nil : "  \(field.field): \(remarks.joined(separator: ", "))"
    }
    if !suspicious.isEmpty { lines += ["Suspicious values (records)"] + suspicious }
    return lines + [""]
  }
}
