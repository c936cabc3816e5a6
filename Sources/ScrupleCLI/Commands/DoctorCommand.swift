import ArgumentParser
import Scruple
import ScrupleExecution
import ScrupleFormats
import ScrupleNormalization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `scruple doctor`: what this program and machine are.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell versions, memory and cores, and whether everything needed is there.",
    discussion: """
      Example:
        scruple doctor
        scruple doctor --json
      """)

  @Flag(help: "Write JSON.")
  var json = false

  private struct Findings: Encodable {
    var tool = BuildIdentity.versions
    var cores = Parallelism().threadCount
    var memoryBytes: Int
    var availableMemoryBytes: Int
    var isUnicodeReady: Bool
    var isDigestReady: Bool
  }

  func run() throws {
    let memory = Self.memory()
    let findings = Findings(
      memoryBytes: memory["MemTotal"] ?? 0, availableMemoryBytes: memory["MemAvailable"] ?? 0,
      isUnicodeReady: (try? TextNormalizer()) != nil,
      isDigestReady: SHA256Digest.hexadecimal(of: Array("abc".utf8)).hasPrefix("ba7816bf"))
    if json {
      try StandardOutput.write(json: findings)
    } else {
      try StandardOutput.write(Self.lines(findings).joined(separator: "\n") + "\n")
    }
    if !findings.isUnicodeReady || !findings.isDigestReady {
      throw Failure("Something needed is missing; see above.")
    }
  }

  private static func lines(_ findings: Findings) -> [String] {
    let tool = findings.tool
    return TerminalText.table(
      [
        ["scruple", "\(tool.version), commit \(tool.commit)"], ["Swift", tool.swift],
        ["ICU", "\(tool.icu), Unicode \(tool.unicode)"], ["cores", "\(findings.cores)"],
        [
          "memory",
          "\(TerminalText.megabytes(findings.memoryBytes)), "
            + "\(TerminalText.megabytes(findings.availableMemoryBytes)) available",
        ],
        ["normalization", findings.isUnicodeReady ? "ready" : "ICU could not be opened"],
        ["SHA-256", findings.isDigestReady ? "ready" : "libcrypto gives a wrong digest"],
      ], indent: "")
  }

  /// Bytes by name, as Linux tells them; empty elsewhere.
  private static func memory() -> [String: Int] {
    guard let text = (try? WholeFile(path: "/proc/meminfo"))?.text else { return [:] }
    var result: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count >= 2, let kilobytes = Int(words[1]) {
        result[String(words[0].dropLast())] = kilobytes * 1024
      }
    }
    return result
  }
}
