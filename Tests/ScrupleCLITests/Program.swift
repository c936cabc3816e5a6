import Foundation
import ScrupleScratchFolders

/// The built `scruple`, run as a person runs it.
enum Program {
  /// What a run of the program gave.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The binary that was built beside the tests.
  static let path: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let folders = [own, CommandLine.arguments[0]].map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().path
    }
    let known = folders + [repository.appendingPathComponent(".build/debug").path]
    return known.map { $0 + "/scruple" }.first(where: FileManager.default.isExecutableFile) ?? ""
  }()

  /// The folder of the repository.
  static let repository: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// The folder `shared` beside the repository; it does not travel with it.
  static let shared: URL = {
    if let path = ProcessInfo.processInfo.environment["SCRUPLE_SHARED"] {
      return URL(fileURLWithPath: path)
    }
    return repository.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], in folder: URL, input: URL? = nil, output: URL? = nil
  ) throws -> Outcome {
    let process = try start(arguments, in: folder, input: input, output: output)
    process.process.waitUntilExit()
    return Outcome(
      status: process.process.terminationReason == .uncaughtSignal
        ? 128 + process.process.terminationStatus : process.process.terminationStatus,
      output: output == nil ? try String(contentsOf: process.output, encoding: .utf8) : "",
      errors: try String(contentsOf: process.errors, encoding: .utf8))
  }

  /// Starts the program; its streams go to files, which never fill up as pipes do.
  static func start(
    _ arguments: [String], in folder: URL, input: URL? = nil, output: URL? = nil
  ) throws -> (process: Process, output: URL, errors: URL) {
    let streams = try Folder.temporary()
    let out = output ?? streams.appendingPathComponent("out")
    let err = streams.appendingPathComponent("err")
    if output == nil { try Data().write(to: out) }
    try Data().write(to: err)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["NO_COLOR"] = "1"
    environment["COLUMNS"] = "80"
    process.environment = environment
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    return (process, out, err)
  }
}

/// Folders for tests.
enum Folder {
  /// A new folder below the system's temporary one; it is gone when the tests are over.
  static func temporary() throws -> URL { try ScratchFolders.make() }

  /// All files below a folder, hidden ones too, by their names.
  static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}
