import Glibc

/// How many bytes of text an input holds, told without reading it.
public enum InputSize {
  /// The bytes of text in a file; nil for standard input, a pipe and what cannot be opened.
  ///
  /// Of a gzip file the size that its last four bytes give (RFC 1952, modulo 2^32), or five times
  /// that of the file where they give less than the file has.
  public static func bytes(of path: String) -> Int? {
    guard path != "-" else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    var ends = [UInt8](repeating: 0, count: 6)
    guard size >= 18, pread(descriptor, &ends, 2, 0) == 2,
      ends.starts(with: GzipDecoder.signature),
      pread(descriptor, &ends, 4, status.st_size - 4) == 4
    else { return size }
    let text = ends[..<4].reversed().reduce(0) { $0 << 8 | Int($1) }
    return text >= size ? text : 5 * size
  }
}
