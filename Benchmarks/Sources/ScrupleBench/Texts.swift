import Foundation
import ScrupleKernels

/// Texts end to end, read from a file with one a line.
struct Texts {
  var bytes: [UInt8]
  var offsets: [Int]
  var count: Int { offsets.count - 1 }

  init(contentsOf path: String) throws {
    bytes = []
    offsets = [0]
    for line in try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 10) {
      bytes += line
      offsets.append(bytes.count)
    }
  }

  /// Returns the first `count` texts.
  func prefix(_ count: Int) -> Texts {
    var result = self
    result.offsets = Array(offsets.prefix(count + 1))
    result.bytes = Array(bytes.prefix(result.offsets.last ?? 0))
    return result
  }

  @inline(__always)
  func with<Result>(_ text: Int, _ body: (StringDistance.Bytes) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { all in
      body(StringDistance.Bytes(rebasing: all[offsets[text]..<offsets[text + 1]]))
    }
  }

  /// Returns the two columns of a list of pairs.
  static func pairs(contentsOf path: String?) throws -> ([UInt32], [UInt32]) {
    guard let path else { throw WorkerError.missing("pairs") }
    let all = try Data(contentsOf: URL(fileURLWithPath: path)).withUnsafeBytes {
      Array($0.bindMemory(to: UInt32.self))
    }
    let half = all.count / 2
    return (Array(all[..<half]), Array(all[half...]))
  }
}

/// Files of bytes.
enum Bytes {
  static func read(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
