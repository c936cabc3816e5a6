/// The form of U.S. Social Security numbers.
///
/// Numbers have been assigned at random since June 2011, but areas 000, 666 and 900-999 are still
/// never used, nor group 00 and serial 0000 (SSA, "Social Security Number Randomization").
enum SocialSecurityNumber {
  /// Numbers printed in advertisements and on sample cards, or typed to fill the field.
  private static let placeholders: Set<Int> = [
    123_456_789, 987_654_321, 078_051_120, 219_099_999, 457_555_462, 012_345_678, 123_121_234,
  ]

  static func normalize(_ raw: CompactIdentifier, syntheticMode: Bool) -> Identifier {
    var compact = raw
    compact.dropMask()
    let digits = compact.characters
    guard compact.isDigits else {
      return Identifier(
        value: digits, outcome: digits.isEmpty ? .missing : .invalid, flags: compact.flags)
    }
    if digits.count == 4 && !digits.isOneByteRepeated {
      return Identifier(value: digits, outcome: .partial, flags: compact.flags)
    }
    if digits.isOneByteRepeated {
      return Identifier(value: digits, outcome: .placeholder, flags: compact.flags)
    }
    guard digits.count == 9, let number = digits.decimalValue else {
      return Identifier(value: digits, outcome: .invalid, flags: compact.flags)
    }
    return Identifier(
      value: digits, outcome: outcome(number, syntheticMode: syntheticMode), flags: compact.flags)
  }

  /// What a number of nine digits is: one that can be, one never issued, or a placeholder.
  private static func outcome(_ number: Int, syntheticMode: Bool) -> ValueOutcome {
    // One digit nine times.
    if number % 111_111_111 == 0 || placeholders.contains(number) { return .placeholder }
    let (area, group, serial) = (number / 1_000_000, number / 10_000 % 100, number % 10_000)
    let isUsable = isMadeUp(area: area, group: group) ? syntheticMode : area < 900
    return isUsable && group != 0 && serial != 0 ? .valid : .neverIssued
  }

  /// Whether a number lies where made-up corpora take theirs from: in an area never issued, and not
  /// among the taxpayer numbers (ITINs), whose groups begin at 50.
  static func isMadeUp(area: Int, group: Int) -> Bool {
    area == 0 || area == 666 || (area >= 900 && group < 50)
  }

  /// What a cell of nine digits is, without a copy of it; nil for any other cell.
  static func outcome(
    ofDigits bytes: UnsafeBufferPointer<UInt8>, syntheticMode: Bool
  ) -> ValueOutcome? {
    guard bytes.count == 9 else { return nil }
    var number = 0
    for byte in bytes {
      guard byte.isASCIIDigit else { return nil }
      number = 10 * number + Int(byte - 0x30)
    }
    return outcome(number, syntheticMode: syntheticMode)
  }
}
