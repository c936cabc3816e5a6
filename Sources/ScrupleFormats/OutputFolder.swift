import Glibc

/// A folder of outputs that are published together, the manifest last.
///
/// Files are written to a hidden staging folder inside (mode 0700, files
/// 0600). `publish` renames them into place, and the manifest after all others
/// have reached the device: a folder with a manifest is complete. With `force`
/// an old manifest is removed before the first file is replaced, so that a run
/// that dies between leaves no manifest over mixed files; other old files stay.
///
/// The folder is locked (flock) while this value lives; what a killed run left
/// staged is removed by the next. Dropping an unpublished folder removes what
/// was staged, and the folder itself where it was made here.
public struct OutputFolder: ~Copyable {
  /// The folder.
  public let path: String
  /// The name of the file that is published last.
  public let manifestName: String
  private let lock: Int32
  private let wasMade: Bool
  private let isForced: Bool
  private let staging: String
  private var names: [String] = []
  private var isPublished = false

  static let stagingPrefix = ".scruple-staging-"

  /// Prepares a folder, and makes it where it does not exist.
  ///
  /// - Throws: `outputExists` where it holds something and `force` is false;
  ///   `outputBusy` where another process holds it; `inputOutput`.
  public init(
    path: String, manifestName: String = "run.json", force: Bool = false
  ) throws(FormatError) {
    let wasMade = try UnfinishedOutputs.making { () throws(FormatError) in
      let wasMade = try makeFolder(path)
      return (wasMade ? path : nil, wasMade)
    }
    let prepared: (lock: Int32, staging: String)
    do {
      prepared = try Self.prepared(path, force: force)
    } catch {
      if wasMade { rmdir(path) }
      UnfinishedOutputs.remove(path)
      throw error
    }
    self.path = path
    self.manifestName = manifestName
    self.wasMade = wasMade
    isForced = force
    lock = prepared.lock
    staging = prepared.staging
  }

  deinit {
    removeTree(staging)
    UnfinishedOutputs.remove(staging)
    UnfinishedOutputs.remove(path)
    if wasMade && !isPublished { rmdir(path) }
    close(lock)
  }

  /// Begins a staged file; commit it before `publish`.
  ///
  /// - Parameter name: a file name, or a path below the folder such as
  ///   `charts/a.json`; never taken from data.
  public mutating func stage(_ name: String) throws(FormatError) -> AtomicOutput {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    precondition(
      parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") },
      "an output name has \(parts.count) parts, one of them empty or beginning with a point")
    var folderPath = staging
    for part in parts.dropLast() {
      folderPath += "/" + part
      _ = try makeFolder(folderPath)
    }
    if !names.contains(name) { names.append(name) }
    return try AtomicOutput(path: staging + "/" + name, replacing: true)
  }

  /// Puts the committed files in place, the manifest last.
  ///
  /// - Throws: `outputExists` where one came into being meanwhile, or
  ///   `inputOutput`; then no manifest is in the folder.
  public mutating func publish(manifest: [UInt8]) throws(FormatError) {
    let target = path + "/" + manifestName
    UnfinishedOutputs.remove(path)
    var output = try AtomicOutput(path: staging + "/" + manifestName, replacing: true)
    try output.write(manifest)
    try output.commit()
    if isForced, unlink(target) == 0 { try synchronizeFolder(path) }
    for name in names where name != manifestName {
      let inner = folder(of: path + "/" + name)
      if name.contains("/") { try makeFolders(to: name) }
      try AtomicOutput.move(staging + "/" + name, to: path + "/" + name, replacing: isForced)
      if name.contains("/") { try synchronizeFolder(inner) }
    }
    try synchronizeFolder(path)
    try AtomicOutput.move(staging + "/" + manifestName, to: target, replacing: isForced)
    isPublished = true
    try synchronizeFolder(path)
  }

  private func makeFolders(to name: String) throws(FormatError) {
    var current = path
    for part in name.split(separator: "/").dropLast() {
      current += "/" + part
      _ = try makeFolder(current)
    }
  }

  // MARK: - Preparation

  private static func prepared(
    _ path: String, force: Bool
  ) throws(FormatError) -> (lock: Int32, staging: String) {
    let lock = try locked(path)
    do {
      try clear(path, force: force)
      return (lock, try makeStaging(in: path))
    } catch {
      close(lock)
      throw error
    }
  }

  private static func locked(_ path: String) throws(FormatError) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .inputOutput(path: path, operation: "open folder", errorNumber: errno)
    }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
    let number = errno
    close(descriptor)
    if number == EWOULDBLOCK { throw .outputBusy(path: path) }
    throw .inputOutput(path: path, operation: "lock", errorNumber: number)
  }

  /// Removes what killed runs left staged, and refuses a folder that holds more.
  private static func clear(_ path: String, force: Bool) throws(FormatError) {
    for name in try entries(of: path) {
      if name.hasPrefix(stagingPrefix) {
        removeTree(path + "/" + name)
      } else if !force {
        throw .outputExists(path: path)
      }
    }
  }

  private static func makeStaging(in path: String) throws(FormatError) -> String {
    var template = Array((path + "/" + stagingPrefix + "XXXXXX").utf8CString)
    return try UnfinishedOutputs.making { () throws(FormatError) in
      guard mkdtemp(&template) != nil else {
        throw .inputOutput(path: path, operation: "create a folder in", errorNumber: errno)
      }
      let staging = String(
        decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return (staging, staging)
    }
  }
}
