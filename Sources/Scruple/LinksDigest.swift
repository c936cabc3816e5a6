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
  public init(_ result: LinkedPairs) {
    var writer = DelimitedWriter()
    var id: [UInt8] = []
    var digest = SHA256Digest()
    for link in result.links {
      id.removeAll(keepingCapacity: true)
      result.prepared.left.appendId(at: Int(link.left), to: &id)
      writer.append(id)
      id.removeAll(keepingCapacity: true)
      result.prepared.right.appendId(at: Int(link.right), to: &id)
      writer.append(id)
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
