/// A folded date cell cut into numbers, a month name and unknown parts.
struct DateTokens {
  enum Part: Equatable {
    /// A number and how many digits it was written with.
    case number(Int, digits: Int)
    /// A part written `XX` or `??`.
    case unknown(digits: Int)
  }

  /// The parts in order, without the month name.
  private(set) var parts: [Part] = []
  private(set) var month: Int?
  private(set) var hasTime = false
  /// Whether something in the cell cannot belong to a date.
  private(set) var isBroken = false

  init(_ folded: [UInt8]) {
    let date = Self.withoutTime(folded)
    hasTime = date.count < folded.count
    var rest = date
    while let byte = rest.first, !isBroken {
      let run = rest.prefix { Self.kind($0) == Self.kind(byte) }
      switch Self.kind(byte) {
      case .digits: takeNumber(run)
      case .letters: takeWord(run)
      case .blanks: parts.append(.unknown(digits: run.count))
      case .separators: break
      case .other: isBroken = true
      }
      rest = rest[run.endIndex...]
    }
    if parts.count > 3 { isBroken = true }
  }

  private mutating func takeNumber(_ run: Word) {
    guard let value = run.decimalValue else {
      isBroken = true
      return
    }
    parts.append(.number(value, digits: run.count))
  }

  private mutating func takeWord(_ run: Word) {
    if run.allSatisfy({ $0 == UInt8(ascii: "x") }) {
      parts.append(.unknown(digits: run.count))
    } else if let named = MonthNames.month(run), month == nil {
      month = named
    } else if !MonthNames.isFiller(run) {
      isBroken = true
    }
  }

  private enum Kind { case digits, letters, blanks, separators, other }

  private static func kind(_ byte: UInt8) -> Kind {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digits
    case UInt8(ascii: "?"), UInt8(ascii: "*"): .blanks
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","), 0x20:
      .separators
    default: byte.isFoldedLetter ? .letters : .other
    }
  }

  /// The cell up to a time of day: everything from the number before the first colon, which has to
  /// follow a `t` or a blank.
  private static func withoutTime(_ folded: [UInt8]) -> Word {
    guard let colon = folded.firstIndex(of: UInt8(ascii: ":")) else { return folded[...] }
    var start = colon
    while start > 0, folded[start - 1].isASCIIDigit { start -= 1 }
    guard start < colon, start > 1 else { return folded[...] }
    let border = folded[start - 1]
    guard border == 0x20 || border == UInt8(ascii: "t") else { return folded[...] }
    return folded[..<(start - 1)]
  }
}
