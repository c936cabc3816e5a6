/// Bytes of Windows-1252 or Latin-1 turned into UTF-8, and back.
struct SingleByteEncoding {
  /// What the bytes 0x80...0x9F mean in Windows-1252 (WHATWG Encoding, index
  /// windows-1252: the five unassigned bytes map to themselves).
  private static let windows1252Upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  private let scalars: [UInt16]

  /// Creates the coding; nil for UTF-8, which needs none.
  init?(_ encoding: TextEncoding) {
    guard encoding != .utf8 else { return nil }
    var table = (0..<256).map { UInt16($0) }
    if encoding == .windows1252 {
      for (index, scalar) in Self.windows1252Upper.enumerated() { table[0x80 + index] = scalar }
    }
    scalars = table
  }

  /// Writes the UTF-8 of some bytes; there must be three bytes of room for each.
  func decode(_ bytes: UnsafeRawBufferPointer, to output: UnsafeMutablePointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes {
      let scalar = scalars[Int(byte)]
      if scalar < 0x80 {
        output[count] = byte
        count += 1
      } else if scalar < 0x800 {
        output[count] = 0xC0 | UInt8(scalar >> 6)
        output[count + 1] = 0x80 | UInt8(scalar & 0x3F)
        count += 2
      } else {
        output[count] = 0xE0 | UInt8(scalar >> 12)
        output[count + 1] = 0x80 | UInt8(scalar >> 6 & 0x3F)
        output[count + 2] = 0x80 | UInt8(scalar & 0x3F)
        count += 3
      }
    }
    return count
  }

  /// The bytes that `decode` made this UTF-8 from.
  func encode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    String(decoding: text, as: UTF8.self).unicodeScalars.map { scalar in
      UInt8(truncatingIfNeeded: scalars.firstIndex { UInt32($0) == scalar.value } ?? 0x3F)
    }
  }

  /// How many bytes `decode` made this UTF-8 from.
  static func originalCount(of text: UnsafeBufferPointer<UInt8>) -> Int {
    text.count { $0 & 0xC0 != 0x80 }
  }
}
