import Scruple
import ScrupleAudit
import ScrupleFormats

extension AuditCommand {
  /// What the audit was made from: the words of the command, and every file with its digest.
  ///
  /// - Parameter words: what stood after `scruple audit`.
  /// - Throws: `FormatError` where a file cannot be read.
  func source(_ words: [String]) throws -> AuditSource {
    var files: [AuditSource.File] = []
    if let folder {
      let run = try RunFolder(path: folder)
      let manifest = run.manifest
      for (role, file) in [("left", manifest.left), ("right", manifest.right)] {
        files.append(AuditSource.File(role: role, path: file.path, sha256: file.sha256))
      }
      files.append(try Self.hashed("run", folder + "/run.json"))
      for output in manifest.outputs {
        let role = output.path.split(separator: ".").first.map(String.init) ?? output.path
        files.append(
          AuditSource.File(role: role, path: folder + "/" + output.path, sha256: output.sha256))
      }
    }
    let named: [(String, String?)] = [
      ("left", folder == nil ? left : nil), ("right", folder == nil ? right : nil),
      ("links", links), ("truth", truth), ("flags", flags),
    ]
    for case (let role, let path?) in named where path != "-" {
      files.append(try Self.hashed(role, path))
    }
    for name in corpus == nil ? [] : Self.truthTables {
      let path = (corpus ?? "") + "/" + name
      guard WorkingFolder.exists(path) else { continue }
      let role = name.split(separator: ".").first.map(String.init) ?? name
      files.append(try Self.hashed(role, path))
    }
    for run in beside {
      for name in ["run.json", "links.csv", "flags.csv"]
      where WorkingFolder.exists(run + "/" + name) {
        let role = name.split(separator: ".").first.map(String.init) ?? name
        files.append(try Self.hashed("beside: " + role, run + "/" + name))
      }
    }
    return AuditSource(words: words, files: files)
  }

  private static let truthTables = [
    "truth.csv", "labels.csv", "record_labels.csv", "status_truth.csv", "relations_truth.csv",
    "persons_truth.csv", "corruption_log.csv",
  ]

  static func hashed(_ role: String, _ path: String) throws -> AuditSource.File {
    AuditSource.File(
      role: role, path: path, sha256: try SHA256Digest.hexadecimal(ofFile: path))
  }

  /// What stood after `scruple audit` on the command line; empty where another verb audits.
  static var words: [String] {
    let words = CommandLine.arguments.dropFirst()
    guard words.first == AuditVerb.configuration.commandName else { return [] }
    let rest = words.dropFirst()
    return Array(rest.first == word ? rest.dropFirst() : rest)
  }
}

extension AuditSource {
  /// What this program makes of some words in this folder.
  init(words: [String], files: [File]) {
    self.init(
      version: BuildIdentity.version, commit: BuildIdentity.commit, command: words,
      workingFolder: WorkingFolder.path, files: files)
  }
}
