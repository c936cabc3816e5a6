/// A day of the Gregorian calendar, counted from 1970-01-01.
///
/// The generator has its own: it shares nothing with the matcher, so that no
/// fault of one hides in the other.
public struct Day: Sendable, Hashable, Comparable, Codable {
  public var number: Int32

  public init(number: Int32) { self.number = number }

  /// Creates the day of a year, month (1...12) and day of the month, which is
  /// brought back to the month's last day when the month is shorter.
  ///
  /// - Source: Hinnant, "chrono-compatible low-level date algorithms".
  public init(year: Int, month: Int, day: Int) {
    let day = min(day, Self.days(inMonth: month, ofYear: year))
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1...12) and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  public var year: Int { parts.year }

  /// The same day of another year; 29 February becomes the 28th where it must.
  public func adding(years: Int) -> Day {
    let (year, month, day) = parts
    return Day(year: year + years, month: month, day: day)
  }

  public func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

  /// Whole years from a birth date to this day.
  public func age(ofBornOn birth: Day) -> Int {
    let (year, month, day) = parts
    let born = birth.parts
    return year - born.year - ((month, day) < (born.month, born.day) ? 1 : 0)
  }

  /// `YYYY-MM-DD`.
  public var text: String {
    let (year, month, day) = parts
    // A corpus holds tens of millions of dates: digits go into a small string at once.
    return String(unsafeUninitializedCapacity: 10) { room in
      func write(_ number: Int, endingAt last: Int, digits: Int) {
        var rest = number
        for place in stride(from: last, to: last - digits, by: -1) {
          room[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
          rest /= 10
        }
      }
      write(year, endingAt: 3, digits: 4)
      room[4] = UInt8(ascii: "-")
      write(month, endingAt: 6, digits: 2)
      room[7] = UInt8(ascii: "-")
      write(day, endingAt: 9, digits: 2)
      return 10
    }
  }

  public static func < (one: Day, other: Day) -> Bool { one.number < other.number }

  static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
