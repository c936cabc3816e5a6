/// Reads heights in the ways booking files write them.
enum BodyHeight {
  /// The height in inches, in 36...96; nil for what is no height of a grown person.
  ///
  /// `507` and `5'07"` are feet and inches, `67` and `67 in` inches, `170` and
  /// `170 cm` centimetres, `1.70` metres. Three digits are feet and inches
  /// where the first is 3 to 7 and the rest at most 11.
  static func inches(_ text: String) -> Int? {
    let parts = numbers(in: text)
    switch parts.count {
    case 1: return single(parts[0])
    case 2: return pair(parts, isDecimal: text.contains(".") || text.contains(","))
    default: return nil
    }
  }

  private static func single(_ number: (value: Int, digits: Int)) -> Int? {
    let value = number.value
    if number.digits == 3, 3...7 ~= value / 100, value % 100 <= 11 {
      return plausible(value / 100 * 12 + value % 100)
    }
    if 91...244 ~= value && number.digits == 3 { return plausible(fromCentimetres: value) }
    if number.digits == 2 { return plausible(value) }
    // Feet alone: 6'.
    return number.digits == 1 ? plausible(value * 12) : nil
  }

  private static func pair(_ parts: [(value: Int, digits: Int)], isDecimal: Bool) -> Int? {
    if isDecimal, parts[0].value == 1 || parts[0].value == 2, parts[1].digits == 2 {
      return plausible(fromCentimetres: parts[0].value * 100 + parts[1].value)
    }
    // Inches with a fraction.
    if isDecimal, parts[0].digits == 2 { return plausible(parts[0].value) }
    if isDecimal, parts[0].digits == 3 { return plausible(fromCentimetres: parts[0].value) }
    guard 3...7 ~= parts[0].value, parts[1].value <= 11, !isDecimal else { return nil }
    return plausible(parts[0].value * 12 + parts[1].value)
  }

  private static func plausible(fromCentimetres value: Int) -> Int? {
    plausible((value * 100 + 127) / 254)
  }

  private static func plausible(_ inches: Int) -> Int? { 36...96 ~= inches ? inches : nil }

  private static func numbers(in text: String) -> [(value: Int, digits: Int)] {
    var found: [(value: Int, digits: Int)] = []
    var isInside = false
    for byte in text.utf8 {
      guard 0x30...0x39 ~= byte else {
        isInside = false
        continue
      }
      if !isInside { found.append((0, 0)) }
      isInside = true
      let last = found.count - 1
      // Longer numbers are no height, and must not overflow.
      guard found[last].digits < 6 else { return [] }
      found[last] = (found[last].value * 10 + Int(byte - 0x30), found[last].digits + 1)
    }
    return found
  }
}
