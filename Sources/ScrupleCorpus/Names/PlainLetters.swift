/// Latin letters without their marks, as a typist or a file of plain letters writes them.
///
/// The generator has its own table: it shares nothing with the matcher.
package enum PlainLetters {
  /// The text with every marked Latin letter replaced by its plain one; other
  /// scripts stay as they are, combining marks fall.
  package static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The plain letters in capitals, which is how tables are asked.
  package static func key(_ text: String) -> String {
    capitals(plain(text))
  }

  /// Capitals for plain and marked Latin letters.
  package static func capitals(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(
        decoding: text.utf8.map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }, as: UTF8.self)
    }
    return text.uppercased()
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let value = Int(scalar.value)
    switch value {
    case 0..<0x80: bytes.append(UInt8(value))
    case 0xDF: bytes.append(contentsOf: [115, 115])
    case 0xC6: bytes.append(contentsOf: [65, 69])
    case 0xE6: bytes.append(contentsOf: [97, 101])
    case 0xC0..<0x180: bytes.append(latin[value - 0xC0])
    case 0x1A0: bytes.append(79)
    case 0x1A1: bytes.append(111)
    case 0x1AF: bytes.append(85)
    case 0x1B0: bytes.append(117)
    case 0x300..<0x370: break
    case 0x1EA0..<0x1EFA: bytes.append(vietnamese[value - 0x1EA0])
    case 0x2018, 0x2019: bytes.append(39)
    default: bytes.append(contentsOf: String(scalar).utf8)
    }
  }

  /// U+00C0 to U+017F.
  private static let latin = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiJjJjKkkLlLlLlLlLlNnNnNnnNn"
      + "OoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)

  /// U+1EA0 to U+1EF9.
  private static let vietnamese = Array(
    ("AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOo"
      + "UuUuUuUuUuUuUuYyYyYyYy").utf8)
}
