/// What transliteration makes of each Latin letter by itself, so that European names need no ICU
/// call each.
///
/// The table is filled from ICU, one letter at a time, and used only for text made of ASCII, those
/// letters and combining marks: there the rules of Latin-ASCII do not look at neighbors once the
/// text is case-folded. A test compares the two ways.
struct LatinTable {
  private static let letters: ClosedRange<UInt16> = 0xA0...0x24F
  private static let marks: ClosedRange<UInt16> = 0x300...0x36F
  private static let uncovered = UInt32.max

  /// Up to four ASCII bytes a letter, the first in the lowest bits.
  private let packed: [UInt32]

  init(transliterating: (UInt16) -> [UInt16]) {
    packed = Self.letters.map { letter in
      let written = transliterating(letter)
      guard written.count <= 4, written.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        return Self.uncovered
      }
      return written.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  static func isMark(_ unit: UInt16) -> Bool { marks.contains(unit) }

  /// Whether a scalar left by transliteration is a mark of no script, which without its letter
  /// says nothing and would join whatever comes to stand before it.
  static func isBareMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0x3099, 0x309A,
      0xFE20...0xFE2F:
      true
    default: false
    }
  }

  /// Whether every unit is ASCII, a letter of the table, or a mark on one of those.
  func covers(_ units: [UInt16]) -> Bool {
    var followsLetter = false
    return units.allSatisfy { unit in
      if unit < 0x80 {
        followsLetter = UInt8(unit).isASCIILower
        return true
      }
      if Self.isMark(unit) { return followsLetter }
      guard Self.letters.contains(unit) else { return false }
      let bytes = packed[Int(unit - Self.letters.lowerBound)]
      guard bytes != Self.uncovered, bytes != 0 else { return false }
      let last = bytes >> (24 - bytes.leadingZeroBitCount & 0x38)
      followsLetter = UInt8(truncatingIfNeeded: last).isASCIILower
      return true
    }
  }

  func write(_ unit: UInt16, to output: inout [UInt8], through sink: inout FoldedSink) {
    if unit < 0x80 {
      let byte = UInt8(unit)
      if byte > 0x20 { sink.append(byte, to: &output) } else { sink.blank(after: output) }
    } else if Self.letters.contains(unit) {
      var bytes = packed[Int(unit - Self.letters.lowerBound)]
      while bytes != 0 {
        sink.append(UInt8(truncatingIfNeeded: bytes), to: &output)
        bytes >>= 8
      }
    }
  }
}
