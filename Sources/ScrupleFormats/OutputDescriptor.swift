import Glibc

/// An open file for writing, with a buffer.
struct OutputDescriptor: ~Copyable {
  let path: String
  let descriptor: Int32
  private let isOwned: Bool
  private var buffer: [UInt8] = []

  private static let bufferBytes = 1 << 18

  init(path: String, descriptor: Int32, isOwned: Bool) {
    self.path = path
    self.descriptor = descriptor
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Writes bytes, perhaps later.
  mutating func write(_ bytes: [UInt8]) throws(FormatError) {
    if bytes.count >= Self.bufferBytes {
      try flush()
      try writeAll(bytes)
      return
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferBytes { try flush() }
  }

  /// Hands what is buffered to the system.
  mutating func flush() throws(FormatError) {
    try writeAll(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Waits until the system has the bytes on the device.
  mutating func synchronize() throws(FormatError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw failure("write to disk") }
  }

  private func writeAll(_ bytes: [UInt8]) throws(FormatError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
        return Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      // A write of 0 bytes would never end; treat it as a device that fails.
      guard count != 0 else {
        throw .inputOutput(path: path, operation: "write", errorNumber: EIO)
      }
      guard count > 0 else { throw failure("write") }
      done += count
    }
  }

  private func failure(_ operation: String) -> FormatError {
    .inputOutput(path: path, operation: operation, errorNumber: errno)
  }
}

/// The folder part of a path, "." where it has none.
package func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Asks the system to put a folder's entries on the device.
func synchronizeFolder(_ path: String) throws(FormatError) {
  let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else {
    throw .inputOutput(path: path, operation: "open folder", errorNumber: errno)
  }
  defer { close(descriptor) }
  // Some file systems cannot synchronize a folder and say EINVAL: nothing to do there.
  guard fsync(descriptor) == 0 || errno == EINVAL else {
    throw .inputOutput(path: path, operation: "write to disk", errorNumber: errno)
  }
}
