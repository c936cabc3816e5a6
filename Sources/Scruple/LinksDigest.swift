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

  /// Adds one row.
  mutating func add(row: [UInt8]) {
    var digest = SHA256Digest()
    add(digest.words(of: row))
  }

  /// Adds the links of another digest.
  mutating func add(_ other: LinksDigest) {
    add((other.sum[3], other.sum[2], other.sum[1], other.sum[0]))
  }

  /// Adds a number of 256 bits, the most significant word first.
  mutating func add(_ number: (UInt64, UInt64, UInt64, UInt64)) {
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

/// Writes links as the rows that the digest is made of, one at a time, and hashes them.
struct LinkRows: ~Copyable {
  private var writer = DelimitedWriter()
  private var digest = SHA256Digest()

  /// The SHA-256 of a link's row, the most significant word first.
  mutating func digest(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>,
    _ decision: LinkDecision
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    writer.removeAll()
    writer.append(left)
    writer.append(right)
    writer.append(decision.rawValue)
    writer.endRow()
    return digest.words(of: writer.bytes)
  }
}
