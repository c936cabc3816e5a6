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
  public init(_ result: LinkageResult) {
    var writer = DelimitedWriter()
    for link in result.links {
      writer.append(result.prepared.leftId(Int(link.left)))
      writer.append(result.prepared.rightId(Int(link.right)))
      writer.append(link.decision.rawValue)
      writer.endRow()
      add(row: writer.bytes)
      writer.removeAll()
    }
  }

  /// Adds one row.
  mutating func add(row: [UInt8]) {
    let digits = Array(SHA256Digest.hexadecimal(of: row))
    var carry: UInt64 = 0
    for part in 0..<4 {
      let start = 64 - 16 * (part + 1)
      let value = UInt64(String(digits[start..<start + 16]), radix: 16) ?? 0
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
