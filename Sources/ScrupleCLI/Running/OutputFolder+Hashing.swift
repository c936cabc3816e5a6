import Scruple
import ScrupleFormats

extension OutputFolder {
  /// Stages a file that is written piece by piece, and digests it on the way.
  mutating func put(
    _ name: String, _ fill: (_ sink: ([UInt8]) throws -> Void) throws -> Void
  ) throws -> HashedFile {
    var output = try stage(name)
    var digest = SHA256Digest()
    try fill { bytes in
      try output.write(bytes)
      bytes.withUnsafeBytes { digest.update($0) }
    }
    try output.commit()
    return HashedFile(path: name, sha256: digest.hexadecimal())
  }

  /// Stages a file.
  mutating func put(_ name: String, _ bytes: [UInt8]) throws -> HashedFile {
    try put(name) { sink in try sink(bytes) }
  }
}
