/// The form of U.S. Social Security numbers.
///
/// Numbers have been assigned at random since June 2011, but areas 000, 666 and 900-999 are still
/// never used, nor group 00 and serial 0000 (SSA, "Social Security Number Randomization").
enum SocialSecurityNumber {
  /// Numbers printed in advertisements and on sample cards, or typed to fill the field.
  private static let placeholders = WordTable(
    words: "123456789 987654321 078051120 219099999 457555462 012345678 123121234")

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
    if digits.isOneByteRepeated || placeholders.contains(digits) {
      return Identifier(value: digits, outcome: .placeholder, flags: compact.flags)
    }
    guard digits.count == 9 else {
      return Identifier(value: digits, outcome: .invalid, flags: compact.flags)
    }
    let isIssued = isIssued(digits, syntheticMode: syntheticMode)
    return Identifier(
      value: digits, outcome: isIssued ? .valid : .neverIssued, flags: compact.flags)
  }

  private static func isIssued(_ digits: [UInt8], syntheticMode: Bool) -> Bool {
    guard let area = digits[..<3].decimalValue, area < 900 else { return false }
    if (area == 0 || area == 666) && !syntheticMode { return false }
    return !digits[3..<5].equals("00") && !digits[5...].equals("0000")
  }
}
