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
    var parts: [UInt64] = [0, 0, 0, 0]
    for (place, digit) in SHA256Digest.hexadecimal(of: row).utf8.enumerated() {
      // Digits 0-9 are 48...57, letters a-f are 97...102.
      let value = UInt64(digit < 58 ? digit - 48 : digit - 87)
      parts[3 - place / 16] = parts[3 - place / 16] << 4 | value
    }
    var carry: UInt64 = 0
    for (part, value) in parts.enumerated() {
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
