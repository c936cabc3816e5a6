import ArgumentParser
import ScrupleFormats

/// The two files and how they are read.
struct InputArguments: ParsableArguments {
  @Argument(
    help: "The left file: CSV, TSV or JSON lines, also as gzip; '-' is standard input.",
    completion: .file())
  var left: String

  @Argument(help: "The right file.", completion: .file())
  var right: String

  @Option(
    help: "What columns mean and how they are compared (.toml or .json); see 'scruple init'.",
    completion: .file(extensions: ["toml", "json"]))
  var specification: String?

  @Option(help: "The encoding of both files: utf-8, windows-1252 or latin-1.")
  var encoding: EncodingArgument?

  @Option(
    help: ArgumentHelp(
      "A column of both files that says who is who; it is never used for matching.",
      valueName: "name"))
  var truthColumn: String?
}

/// How the work is done; nothing here changes a result but the seed.
struct WorkArguments: ParsableArguments {
  @Option(help: "The seed of every random draw.")
  var seed: UInt64 = 1

  @Option(help: "How many threads work; 0 is one per core. Results do not depend on it.")
  var threads = 0

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    try ThreadCount.check(threads)
  }
}

/// The number of threads that a command line asks for.
enum ThreadCount {
  /// Refuses less than none; 0 is one per core.
  static func check(_ threads: Int) throws {
    if threads < 0 { throw ValidationError("--threads must be 0 or more, not \(threads).") }
  }
}

/// Which pairs are compared.
struct BlockingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out blocks of more pairs than this, and count them as recall loss.",
      valueName: "pairs"))
  var maxBlock: Int?

  @Option(
    help: ArgumentHelp(
      "How many pairs the blocking rules that are chosen may make together.", valueName: "pairs"))
  var pairBudget: Int?

  func validate() throws {
    for (name, value) in [("--max-block", maxBlock), ("--pair-budget", pairBudget)] {
      if let value, value < 1 { throw ValidationError("\(name) must be at least 1, not \(value).") }
    }
  }
}

/// An encoding as the command line names it.
struct EncodingArgument: ExpressibleByArgument {
  let encoding: TextEncoding

  init?(argument: String) {
    switch argument.lowercased() {
    case "utf-8", "utf8": encoding = .utf8
    case "windows-1252", "cp1252": encoding = .windows1252
    case "latin-1", "latin1", "iso-8859-1": encoding = .latin1
    default: return nil
    }
  }

  static let allValueStrings = ["utf-8", "windows-1252", "latin-1"]
}

/// A threshold: a probability such as `0.9`, or match weight such as `12bits`.
enum ThresholdArgument: ExpressibleByArgument, Equatable {
  case probability(Double)
  case bits(Double)

  init?(argument: String) {
    if argument.hasSuffix("bits") {
      let number = argument.dropLast(4).filter { $0 != " " }
      guard let bits = Double(number), bits.isFinite else { return nil }
      self = .bits(bits)
    } else {
      guard let value = Double(argument), (0...1).contains(value) else { return nil }
      self = .probability(value)
    }
  }
}
