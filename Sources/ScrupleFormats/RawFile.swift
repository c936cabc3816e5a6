import Glibc

/// An open input: bytes in order, counted and digested as they pass.
///
/// Read with `read(2)` rather than mapped: a mapped file that somebody cuts
/// short ends the process with SIGBUS, while a read sees the end and the change
/// is reported; the same code then serves pipes and decompression, and memory
/// stays at one window. The copy costs about 1 % of a parse.
final class RawFile {
  let name: String
  private let descriptor: Int32
  private var digest: SHA256Digest? = SHA256Digest()
  private(set) var byteCount = 0
  private let stampAtOpening: FileStamp?

  /// Opens a path; "-" is standard input.
  init(_ path: String) throws(FormatError) {
    name = path
    if path == "-" {
      descriptor = STDIN_FILENO
    } else {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .unreadable(file: path, errorNumber: errno) }
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let number = errno
      if descriptor != STDIN_FILENO { close(descriptor) }
      throw .unreadable(file: path, errorNumber: number)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      if descriptor != STDIN_FILENO { close(descriptor) }
      throw .unreadable(file: path, errorNumber: EISDIR)
    }
    stampAtOpening = FileStamp(status)
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Reads some bytes; 0 means the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    guard let start = room.baseAddress, !room.isEmpty else { return 0 }
    while true {
      let count = Glibc.read(descriptor, start, room.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw .inputOutput(path: name, operation: "read", errorNumber: errno)
      }
      digest?.update(UnsafeRawBufferPointer(start: start, count: count))
      byteCount += count
      return count
    }
  }

  /// Reads some bytes into an array, up to its count; 0 means the end.
  func read(into array: inout [UInt8]) throws(FormatError) -> Int {
    let room = array.count
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 16)
    defer { scratch.deallocate() }
    let count = try read(into: scratch)
    for index in 0..<count { array[index] = scratch[index] }
    return count
  }

  /// The digest and the size, once the end was reached.
  ///
  /// - Throws: `changedWhileRead` where size or time of change differ, or where
  ///   the bytes read are not as many as the size.
  func finish() throws(FormatError) -> (sha256: String, byteCount: Int) {
    if let before = stampAtOpening {
      var status = stat()
      let isSame = fstat(descriptor, &status) == 0 && FileStamp(status) == before
      guard isSame, before.holds(byteCount) || name == "-" else {
        throw .changedWhileRead(file: name)
      }
    }
    let text = digest.take()?.hexadecimal() ?? ""
    return (text, byteCount)
  }
}

/// What tells that a regular file was changed.
private struct FileStamp: Equatable {
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  /// Files of `/proc` say size 0 whatever they hold.
  func holds(_ count: Int) -> Bool { size == count || size == 0 }
}
