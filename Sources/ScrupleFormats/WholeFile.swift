/// A small file read in one piece: a specification, a model, a manifest.
public struct WholeFile: Sendable {
  /// The bytes.
  public let bytes: [UInt8]
  /// Their SHA-256, in lower-case hexadecimal.
  public let sha256: String

  /// The largest file that is read, in bytes: 256 MiB.
  public static let limit = 1 << 28

  /// Reads a file, or standard input for "-".
  ///
  /// - Throws: `unreadable`, `inputOutput`, `changedWhileRead`, or `limit`.
  public init(path: String) throws(FormatError) {
    let file = try RawFile(path)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var bytes: [UInt8] = []
    while true {
      let count = try file.read(into: &buffer)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count > Self.limit {
        throw .limit(.recordBytes, allowed: Self.limit, at: FormatPlace(file: path))
      }
    }
    self.bytes = bytes
    sha256 = try file.finish().sha256
  }

  /// The text, where the bytes are UTF-8; a byte order mark is left out.
  public var text: String? {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    return String(validating: text, as: UTF8.self)
  }
}
