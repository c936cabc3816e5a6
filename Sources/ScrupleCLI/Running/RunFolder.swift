import Scruple
import ScrupleExecution
import ScrupleFormats
import ScrupleNormalization
import ScrupleScoring

/// The folder of a finished run, read again and checked against its manifest.
struct RunFolder {
  let path: String
  let manifest: RunManifest

  /// Reads the manifest.
  ///
  /// - Throws: `FormatError`, `RunFileError`, or `Failure` where the folder is of no run.
  init(path: String) throws {
    self.path = path
    let file = path + "/run.json"
    guard WorkingFolder.exists(file) else {
      throw Failure(
        "\(TerminalText.quoted(path)) holds no finished run: it has no run.json. "
          + "Make one with 'scruple link LEFT RIGHT -o DIR'.")
    }
    let bytes = try WholeFile(path: file).bytes
    do {
      let schema = try JSONText.schema(of: bytes)
      guard schema == RunManifest.schemaName else {
        throw RunFileError.unknownSchema(path: file, found: schema)
      }
      manifest = try JSONText.value(RunManifest.self, from: bytes)
    } catch let error as DecodingError {
      throw RunFileError.invalidJSON(path: file, detail: JSONFault.words(for: error))
    }
  }

  /// The path of an output, whose bytes must be those that the run wrote.
  func output(_ name: String) throws -> String {
    let file = path + "/" + name
    guard let entry = manifest.outputs.first(where: { $0.path == name }) else {
      throw Failure(
        "The run in \(TerminalText.quoted(path)) wrote no \(name): there was nothing to link.")
    }
    guard try SHA256Digest.hexadecimal(ofFile: file) == entry.sha256 else {
      throw RunFileError.changed(path: file)
    }
    return file
  }

  /// The path of a file that not every run writes; nil where this one did not.
  func outputIfWritten(_ name: String) throws -> String? {
    manifest.outputs.contains { $0.path == name } ? try output(name) : nil
  }

  /// Reads and prepares the run's inputs again.
  ///
  /// - Parameters:
  ///   - left: where the left file is now; nil for where it was.
  ///   - right: the same of the right file.
  /// - Throws: `RunFileError.changed` where a file is not what it was.
  func inputs(left: String?, right: String?, parallelism: Parallelism) throws -> RunFiles {
    let specification = try LoadedSpecification(path: output("specification.toml"))
    let paths = try places(left: left, right: right)
    let ignoresRejects: @Sendable (String, RejectedRow) -> Void = { _, _ in }
    let files = try RunFiles(
      left: paths.left, right: paths.right, specification: specification,
      encoding: TextEncoding(rawValue: manifest.left.encoding), truthColumn: manifest.truthColumn,
      parallelism: parallelism, onReject: manifest.left.collectsRejects ? ignoresRejects : nil)
    for (read, old) in [(files.files.left, manifest.left), (files.files.right, manifest.right)]
    where read.sha256 != old.sha256 {
      throw RunFileError.changed(path: read.table.source)
    }
    return files
  }

  /// Where the two inputs are.
  func places(left: String?, right: String?) throws -> (left: String, right: String) {
    (
      try Self.place(left ?? manifest.left.path, isGiven: left != nil, "left", manifest),
      try Self.place(right ?? manifest.right.path, isGiven: right != nil, "right", manifest)
    )
  }

  /// A path as the run had it, from where the run started if it is not here.
  private static func place(
    _ path: String, isGiven: Bool, _ side: String, _ manifest: RunManifest
  ) throws -> String {
    if isGiven { return path }
    if path == "-" { throw RunFileError.standardInputNotKept(side: side) }
    if path.hasPrefix("/") || WorkingFolder.exists(path) { return path }
    let there = manifest.workingFolder + "/" + path
    return WorkingFolder.exists(there) ? there : path
  }
}
