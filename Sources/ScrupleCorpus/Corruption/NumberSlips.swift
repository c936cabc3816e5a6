/// Wrong numbers, as they come about; all stay in the reserved ranges.
enum NumberSlips {
  /// One digit wrong, or two neighbors exchanged, behind the first `kept` characters.
  static func digitOff(_ digits: String, keeping kept: Int, draw: inout Draw) -> String? {
    var bytes = Array(digits.utf8)
    guard bytes.count > kept + 1 else { return nil }
    if draw.happens(0.3) {
      let place = kept + draw.below(bytes.count - kept - 1)
      guard bytes[place] != bytes[place + 1] else { return nil }
      bytes.swapAt(place, place + 1)
    } else {
      let place = kept + draw.below(bytes.count - kept)
      bytes[place] = 48 + (bytes[place] - 48 + UInt8(1 + draw.below(9))) % 10
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An SSN of area 666 with a digit wrong; the group and the serial stay ones that can be.
  static func socialSecurityNumberOff(_ number: String, draw: inout Draw) -> String? {
    guard let wrong = digitOff(number, keeping: 3, draw: &draw) else { return nil }
    let digits = Array(wrong.utf8)
    let hasGroup = digits[3] != 48 || digits[4] != 48
    let hasSerial = digits[5...].contains { $0 != 48 }
    return hasGroup && hasSerial ? wrong : nil
  }

  /// An A-number without its leading digit.
  ///
  /// Real numbers lose leading zeros, which a reader can put back. The reserved
  /// band begins with 9, so that what is lost here cannot be put back: the
  /// padded form is another number. The result is the eight-digit form that
  /// manual files use.
  static func leadingDigitLost(_ number: String) -> String { String(number.dropFirst()) }

  /// Numbers typed to fill a field.
  static let defaults = ["999999999", "000000000", "123456789", "111111111"]
}
