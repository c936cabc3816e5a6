/// Finds words whose letters come from more than one of Latin, Cyrillic and Greek.
///
/// A Cyrillic "а" in a Latin word looks the same and is not: such a word is transliterated like any
/// other, but the reader of a profile should hear of it.
enum ScriptMix {
  static func flags(of units: [UInt16]) -> TextFlags {
    var seen: UInt8 = 0
    for unit in units {
      if unit == 0x20 || unit == 0x2D { seen = 0 }
      seen |= script(of: unit)
      if seen.nonzeroBitCount > 1 { return .mixedScript }
    }
    return []
  }

  private static func script(of unit: UInt16) -> UInt8 {
    switch unit {
    case 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: 1
    case 0x370...0x3FF, 0x1F00...0x1FFF: 2
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: 4
    default: 0
    }
  }
}
