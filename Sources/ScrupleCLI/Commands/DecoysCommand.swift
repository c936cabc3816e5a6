import ArgumentParser
import Scruple
import ScrupleExecution
import ScrupleFormats

/// `scruple decoys`: copies of two files with impossible persons among the rows.
struct DecoysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decoys",
    abstract: "Add impossible persons to two files, to count how often a matcher links them.",
    discussion: """
      Example:
        scruple decoys left.csv right.csv -o decoyed --count 2000
        scruple link decoyed/left.csv decoyed/right.csv -o out
        scruple audit out --decoys decoyed/decoys.csv
        scruple audit --links theirs.csv --decoys decoyed/decoys.csv

      A decoy is put together from the values of several rows of its file; its name and birth date \
      stand together in no row, and its numbers in none. Every link to a decoy is false, whoever \
      made it. Give the matcher left.csv and right.csv, and keep decoys.csv, the key, apart.
      """)

  @Argument(help: "The left file.", completion: .file())
  var left: String

  @Argument(help: "The right file.", completion: .file())
  var right: String

  @Option(help: ArgumentHelp("How many decoys each side gets.", valueName: "number"))
  var count = 1000

  @Option(help: "Which files get decoys: left, right or both.")
  var side = DecoyFiles.Sides.right

  @Option(help: "The seed of every random draw.")
  var seed: UInt64 = 1

  @Option(
    help: "A specification (TOML or JSON) that says what the columns mean.",
    completion: .file())
  var specification: String?

  @Option(
    help: ArgumentHelp(
      "A column to leave empty in decoys, such as one with the truth; may be repeated.",
      valueName: "name"))
  var blank: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder of the copies; it must be new or empty.", valueName: "dir"),
    completion: .directory)
  var output: String

  @Option(help: "How many threads work; 0 is one per core. Results do not depend on it.")
  var threads = 0

  @Flag(help: "Write what was made as JSON to standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Write over what is there.")
  var force = false

  func validate() throws {
    try ThreadCount.check(threads)
    if count < 1 || count > 9_999_999 {
      throw ValidationError("--count must lie between 1 and 9,999,999, not \(count).")
    }
  }

  func run() throws {
    let parallelism = Parallelism(threadCount: threads)
    let files = try RunFiles(
      left: left, right: right,
      specification: specification.map { try LoadedSpecification(path: $0) }, encoding: nil,
      truthColumn: nil, parallelism: parallelism, onReject: nil)
    guard !files.isEmpty else { throw Failure("One of the files has no record to make decoys of.") }
    try checkBlank(files)
    let decoys = try DecoyFiles(
      files.files, specification: files.specification, count: count, sides: side, seed: seed,
      blank: Set(blank), parallelism: parallelism)
    var outputs = try OutputFolder(path: output, manifestName: "decoys.json", force: force)
    let manifest = DecoyManifest(
      seed: seed, left: try put(decoys, decoys.left, files.files.left, &outputs),
      right: try put(decoys, decoys.right, files.files.right, &outputs),
      key: try outputs.put("decoys.csv", decoys.key))
    try outputs.publish(manifest: JSONText.bytes(of: manifest))
    Talk(isQuiet: quiet || json).say(lines(decoys))
    if json { try StandardOutput.write(json: manifest) }
  }

  private func put(
    _ decoys: DecoyFiles, _ side: DecoyFiles.Side, _ read: ReadResult,
    _ outputs: inout OutputFolder
  ) throws -> DecoyManifest.File {
    let copy = try outputs.put(side.name + ".csv") { try decoys.write(side, $0) }
    return DecoyManifest.File(
      source: HashedFile(path: read.table.source, sha256: read.sha256), copy: copy,
      idColumn: side.idColumn, rows: side.rows, decoys: side.decoys.count)
  }

  private func checkBlank(_ files: RunFiles) throws {
    let known = (files.files.left.table.columns + files.files.right.table.columns).map(\.name)
    for name in blank where !known.contains(name) {
      throw Failure(
        "Neither file has a column \(TerminalText.quoted(name))."
          + TerminalText.safe(NearMiss.hint(for: name, among: known)))
    }
  }

  private func lines(_ decoys: DecoyFiles) -> [String] {
    var lines: [String] = []
    for side in [decoys.left, decoys.right] {
      lines.append(
        "The \(side.name) file: \(TerminalText.count(side.rows, "row")) and "
          + "\(TerminalText.count(side.decoys.count, "decoy")), ids in column "
          + "\(TerminalText.quoted(side.idColumn)).")
      if side.decoys.isEmpty { continue }
      // Nothing seen in n decoys leaves about 3 / n of the rows open.
      lines.append(
        "  If none is linked, up to about \(TerminalText.count(3 * side.rows / side.decoys.count)) "
          + "false links may still be there.")
    }
    return lines + [
      "Wrote left.csv, right.csv and decoys.csv to \(TerminalText.quoted(output)). Next:",
      "  scruple link \(output)/left.csv \(output)/right.csv -o out",
      "  scruple audit out --decoys \(output)/decoys.csv",
    ]
  }
}

extension DecoyFiles.Sides: ExpressibleByArgument {}
