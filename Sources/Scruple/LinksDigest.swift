import ScrupleExecution
import ScrupleFormats

/// A digest of a set of links that does not depend on their order.
///
/// Each link is a row `left_id,right_id,decision` (RFC 4180, line feed
/// included); the SHA-256 digests of all rows, read as 256-bit numbers, are
/// added modulo 2^256. Two runs with the same digest made the same links.
public struct LinksDigest: Sendable, Equatable {
  /// The sum, the least significant part first.
  private var sum: [UInt64] = [0, 0, 0, 0]

  /// Creates the digest of no link.
  public init() {}

  /// Creates the digest of a run's links.
  ///
  /// - Complexity: O(links), shared by the threads.
  public init(_ result: LinkedPairs, parallelism: Parallelism = Parallelism(threadCount: 1)) {
    let chunks = chunkRanges(count: result.links.count, size: Self.linksPerChunk)
    let sums = parallelism.map(chunks.count) { LinksDigest(result, in: chunks[$0]) }
    for other in sums { add((other.sum[3], other.sum[2], other.sum[1], other.sum[0])) }
  }

  private static let linksPerChunk = 16_384

  private init(_ result: LinkedPairs, in range: Range<Int>) {
    var writer = DelimitedWriter()
    var digest = SHA256Digest()
    result.forEachLink(in: range) { link, leftId, rightId in
      writer.append(leftId)
      writer.append(rightId)
      writer.append(link.decision.rawValue)
      writer.endRow()
      add(digest.words(of: writer.bytes))
      writer.removeAll()
    }
  }

  /// Adds one row.
  mutating func add(row: [UInt8]) {
    var digest = SHA256Digest()
    add(digest.words(of: row))
  }

  /// Adds a number of 256 bits, the most significant word first.
  private mutating func add(_ number: (UInt64, UInt64, UInt64, UInt64)) {
    var carry: UInt64 = 0
    for (part, value) in [number.3, number.2, number.1, number.0].enumerated() {
      let (first, one) = sum[part].addingReportingOverflow(value)
      let (second, two) = first.addingReportingOverflow(carry)
      sum[part] = second
      carry = one || two ? 1 : 0
    }
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    sum.reversed().map { part in
      let digits = String(part, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
