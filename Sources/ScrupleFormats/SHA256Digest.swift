import CScrupleDigest
import Glibc

/// A SHA-256 digest that is fed piece by piece (FIPS 180-4, by libcrypto).
public struct SHA256Digest: ~Copyable {
  private let state: OpaquePointer

  /// Creates a digest over no bytes.
  public init() {
    guard let state = scruple_sha256_open() else {
      preconditionFailure("libcrypto offers no SHA-256, or there is no memory for 1 context")
    }
    self.state = state
  }

  deinit { scruple_sha256_close(state) }

  /// Adds bytes at the end of the message.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    let isDone = scruple_sha256_update(state, start, bytes.count)
    precondition(isDone == 1, "libcrypto refused \(bytes.count) bytes")
  }

  /// The digest of all bytes added, as 64 lower-case hexadecimal digits.
  public consuming func hexadecimal() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = scruple_sha256_final(state, &digest)
    precondition(isDone == 1, "libcrypto gave no digest of \(digest.count) bytes")
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The digest of some bytes alone, as one number of four words, the most
  /// significant first; what was added before is forgotten.
  ///
  /// For many short messages: the context is made once.
  public mutating func words(of bytes: [UInt8]) -> (UInt64, UInt64, UInt64, UInt64) {
    var digest: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var isDone = scruple_sha256_reset(state)
    bytes.withUnsafeBytes { update($0) }
    withUnsafeMutableBytes(of: &digest) { digest in
      // SAFETY: four words are the 32 bytes that are written.
      let start = digest.bindMemory(to: UInt8.self)
      if isDone == 1 { isDone = scruple_sha256_final(state, start.baseAddress!) }
    }
    precondition(isDone == 1, "libcrypto gave no digest of \(bytes.count) bytes")
    return (digest.0.bigEndian, digest.1.bigEndian, digest.2.bigEndian, digest.3.bigEndian)
  }

  /// The digest of some bytes, as 64 lower-case hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    var digest = SHA256Digest()
    bytes.withUnsafeBytes { digest.update($0) }
    return digest.hexadecimal()
  }

  /// The digest of a file, as 64 lower-case hexadecimal digits.
  ///
  /// - Throws: `unreadable` or `inputOutput`.
  public static func hexadecimal(ofFile path: String) throws(FormatError) -> String {
    let file = try RawFile(path)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while try file.read(into: &buffer) > 0 { continue }
    return try file.finish().sha256
  }
}
