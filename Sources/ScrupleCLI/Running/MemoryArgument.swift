import ArgumentParser
import Scruple
import ScrupleExecution
import ScrupleFormats

/// An amount of memory as the command line names it: `800MB`, `1.5GiB`.
struct MemoryArgument: ExpressibleByArgument {
  let bytes: Int

  private static let units: [(name: String, bytes: Double)] = [
    ("kib", 1_024), ("mib", 1_048_576), ("gib", 1_073_741_824), ("tib", 1_099_511_627_776),
    ("kb", 1e3), ("mb", 1e6), ("gb", 1e9), ("tb", 1e12),
  ]
  /// Less than the program itself takes.
  private static let least = 1_000_000.0

  init?(argument: String) {
    let text = argument.lowercased().filter { $0 != " " }
    guard let unit = Self.units.first(where: { text.hasSuffix($0.name) }),
      let number = Double(text.dropLast(unit.name.count)), number.isFinite,
      number * unit.bytes >= Self.least, number * unit.bytes < Double(Int.max)
    else { return nil }
    bytes = Int(number * unit.bytes)
  }
}

/// What the limit of a run's memory means for its files, settled before anything is read.
struct MemoryPlan {
  let cap: MemoryCap
  /// What the user is told.
  let lines: [String]

  /// Compares what the files need with the limit.
  ///
  /// - Parameter output: the folder of the outputs; what does not fit goes beside it.
  /// - Throws: `Failure` where the files need more than the limit even so.
  init(_ argument: MemoryArgument, left: String, right: String, output: String?) throws {
    let limit = argument.bytes
    // A slash may end the name of the outputs' folder.
    let folder = output.map { ScrupleFormats.folder(of: String($0.dropLast())) } ?? "."
    let shown = TerminalText.megabytes(limit)
    guard let need = MemoryNeed(left: left, right: right) else {
      cap = MemoryCap(limit: limit, folder: folder, spillsAll: true)
      lines = [
        "Memory: what standard input or a pipe will need cannot be told. Tables go to files without "
          + "a name in \(TerminalText.quoted(folder)), gone when the run ends."
      ]
      return
    }
    let files = "the files (\(TerminalText.megabytes(need.textBytes)) of text)"
    if need.spilled > limit {
      throw Failure(
        "Memory: \(files) need about \(TerminalText.megabytes(need.spilled)) even with tables on "
          + "disk, and --memory allows \(shown). Allow \(TerminalText.megabytes(need.spilled)) or "
          + "more, or link the left file in parts with one model (--model).")
    }
    if need.whole <= limit {
      cap = MemoryCap(limit: limit, folder: folder, spillsAll: false)
      lines = ["Memory: \(files) need about \(TerminalText.megabytes(need.whole)) of \(shown)."]
    } else {
      cap = MemoryCap(limit: limit, folder: folder, spillsAll: true)
      lines = [
        "Memory: \(files) need about \(TerminalText.megabytes(need.whole)), and --memory allows "
          + "\(shown). Tables go to files without a name in \(TerminalText.quoted(folder)), gone "
          + "when the run ends."
      ]
    }
  }
}
