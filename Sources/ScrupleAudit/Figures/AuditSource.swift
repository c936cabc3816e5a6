/// What an audit was made from, so that each of its figures can be made again.
///
/// Paths and digests only: no value of a record.
public struct AuditSource: Sendable, Equatable, Codable {
  /// A file that was read.
  public struct File: Sendable, Equatable, Codable {
    /// What it was read for, such as `left` or `labels`.
    public let role: String
    /// Where it was, as it was named.
    public let path: String
    /// The SHA-256 of its bytes, in 64 lower-case hexadecimal digits.
    public let sha256: String

    /// Creates an entry.
    public init(role: String, path: String, sha256: String) {
      self.role = role
      self.path = path
      self.sha256 = sha256
    }
  }

  /// The version of Scruple.
  public let version: String
  /// The commit it was built from, or "unknown".
  public let commit: String
  /// What was asked of `scruple audit`, word by word.
  public let command: [String]
  /// The folder in which the audit ran; relative paths start there.
  public let workingFolder: String
  /// The files, in the order in which they were looked for.
  public let files: [File]

  /// Creates a source.
  public init(
    version: String, commit: String, command: [String], workingFolder: String, files: [File]
  ) {
    self.version = version
    self.commit = commit
    self.command = command
    self.workingFolder = workingFolder
    self.files = files
  }

  /// The same with the names of files alone, for the public: where things lie on a machine tells
  /// who worked on it.
  public var withoutFolders: AuditSource {
    AuditSource(
      version: version, commit: commit, command: command.map(Self.withoutFolder),
      workingFolder: "",
      files: files.map {
        File(role: $0.role, path: Self.withoutFolder($0.path), sha256: $0.sha256)
      })
  }

  /// The last part of a path; of `--option=path` the option stays.
  private static func withoutFolder(_ word: String) -> String {
    let isOption = word.hasPrefix("-") && word.contains("=")
    let parts = isOption ? word.split(separator: "=", maxSplits: 1) : [word[...]]
    let name = parts.last?.split(separator: "/").last ?? parts.last ?? ""
    return isOption ? "\(parts[0])=\(name)" : String(name)
  }
}
