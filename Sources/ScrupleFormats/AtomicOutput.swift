import Glibc

/// A file that appears whole or not at all.
///
/// The bytes go to a hidden temporary file beside the target, with mode 0600;
/// `commit` writes them to the device, renames, and synchronizes the folder.
/// Dropping an output that was not committed removes the temporary file.
/// A symbolic link at the target is replaced, never written through. "-" and
/// targets that are a device or a pipe are written directly.
public struct AtomicOutput: ~Copyable {
  /// The path as it will be.
  public let path: String
  private let isReplacing: Bool
  /// Nil where the target is written directly, or once it is in place.
  private var temporaryPath: String?
  private var output: OutputDescriptor

  /// The open descriptor, for tests that make it fail.
  package var descriptor: Int32 { output.descriptor }

  /// Begins an output.
  ///
  /// - Throws: `outputExists` where the target exists and is not to be
  ///   replaced; `inputOutput` where no temporary file can be made.
  public init(path: String, replacing isReplacing: Bool = false) throws(FormatError) {
    self.path = path
    self.isReplacing = isReplacing
    if path == "-" {
      output = OutputDescriptor(path: path, descriptor: STDOUT_FILENO, isOwned: false)
      return
    }
    if Self.isDeviceOrPipe(path) {
      output = OutputDescriptor(path: path, descriptor: try Self.open(path), isOwned: true)
      return
    }
    var status = stat()
    if !isReplacing, lstat(path, &status) == 0 { throw .outputExists(path: path) }
    let temporary = try UnfinishedOutputs.making { () throws(FormatError) in
      let temporary = try Self.makeTemporary(beside: path)
      return (temporary.path, temporary)
    }
    temporaryPath = temporary.path
    output = OutputDescriptor(path: path, descriptor: temporary.descriptor, isOwned: true)
  }

  deinit {
    if let temporaryPath {
      unlink(temporaryPath)
      UnfinishedOutputs.remove(temporaryPath)
    }
  }

  /// Writes bytes.
  public mutating func write(_ bytes: [UInt8]) throws(FormatError) { try output.write(bytes) }

  /// Writes text.
  public mutating func write(_ text: String) throws(FormatError) {
    try output.write(Array(text.utf8))
  }

  /// Puts the file in place. Nothing may be written after that.
  public mutating func commit() throws(FormatError) {
    guard let temporary = temporaryPath else {
      try output.flush()
      return
    }
    try output.synchronize()
    try Self.move(temporary, to: path, replacing: isReplacing)
    UnfinishedOutputs.remove(temporary)
    temporaryPath = nil
    try synchronizeFolder(folder(of: path))
  }

  // MARK: - System calls

  /// Renames a file; without replacing, fails where the target exists.
  static func move(
    _ source: String, to target: String, replacing isReplacing: Bool
  ) throws(FormatError) {
    if !isReplacing {
      // A hard link fails where the target exists, in one step.
      if link(source, target) == 0 {
        unlink(source)
        return
      }
      if errno == EEXIST { throw .outputExists(path: target) }
      // Not every file system has hard links: look, then rename.
      var status = stat()
      if lstat(target, &status) == 0 { throw .outputExists(path: target) }
    }
    guard rename(source, target) == 0 else {
      throw .inputOutput(path: target, operation: "rename to", errorNumber: errno)
    }
  }

  private static func isDeviceOrPipe(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind == S_IFCHR || kind == S_IFIFO
  }

  private static func open(_ path: String) throws(FormatError) -> Int32 {
    let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .inputOutput(path: path, operation: "open", errorNumber: errno)
    }
    return descriptor
  }

  private static func makeTemporary(
    beside path: String
  ) throws(FormatError) -> (path: String, descriptor: Int32) {
    var template = Array((folder(of: path) + "/.scruple-XXXXXX").utf8CString)
    // mkstemp makes the file with mode 0600 whatever the umask.
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw .inputOutput(path: path, operation: "create", errorNumber: errno)
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (name, descriptor)
  }
}
