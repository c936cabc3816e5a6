/// A date of the form `YYYY-MM-DD` that is a day of the calendar.
struct WholeDate {
  var year: Int
  var month: Int
  var day: Int

  /// Nil for partial dates and for what is no date.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
    var numbers = (0, 0, 0)
    for (place, byte) in bytes.enumerated() where place != 4 && place != 7 {
      guard byte >= 48, byte <= 57 else { return nil }
      let digit = Int(byte) - 48
      if place < 4 {
        numbers.0 = numbers.0 * 10 + digit
      } else if place < 7 {
        numbers.1 = numbers.1 * 10 + digit
      } else {
        numbers.2 = numbers.2 * 10 + digit
      }
    }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// Nil for a day that the month does not have, and for years beyond 1900...2099.
  init?(year: Int, month: Int, day: Int) {
    guard (1900...2099).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.days(inMonth: month, ofYear: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The ten bytes of the text.
  var bytes: [UInt8] {
    var bytes = [UInt8](repeating: 45, count: 10)
    var rest = year
    for place in [3, 2, 1, 0] {
      bytes[place] = UInt8(48 + rest % 10)
      rest /= 10
    }
    (bytes[5], bytes[6]) = (UInt8(48 + month / 10), UInt8(48 + month % 10))
    (bytes[8], bytes[9]) = (UInt8(48 + day / 10), UInt8(48 + day % 10))
    return bytes
  }
}
