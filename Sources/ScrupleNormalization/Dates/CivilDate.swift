/// A date of the proleptic Gregorian calendar of which the day, or day and month, may be unknown.
///
/// **Layout**: the year in the bits above 9, four bits of month, five of day; an unknown part is
/// zero. So dates sort by year, month, day with unknown parts first, and zero is free to stand for
/// "no date" in a column.
public struct CivilDate: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  /// The packed date.
  public let rawValue: Int32

  /// Takes a packed date, or returns nil when it is no date.
  public init?(rawValue: Int32) {
    let year = Int(rawValue >> 9)
    let month = Int(rawValue >> 5 & 15)
    let day = Int(rawValue & 31)
    self.init(
      year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  /// Makes a date, or returns nil when the calendar has no such date, when the year is not in
  /// 1...9999, or when a day is given without a month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard 1...9999 ~= year, month != nil || day == nil else { return nil }
    if let month {
      guard 1...12 ~= month else { return nil }
      if let day, !(1...Self.dayCount(year: year, month: month) ~= day) { return nil }
    }
    rawValue = Int32(year << 9 | (month ?? 0) << 5 | (day ?? 0))
  }

  /// The year, in 1...9999.
  public var year: Int { Int(rawValue >> 9) }
  /// The month, in 1...12, or nil when unknown.
  public var month: Int? { rawValue >> 5 & 15 == 0 ? nil : Int(rawValue >> 5 & 15) }
  /// The day of the month, or nil when unknown.
  public var day: Int? { rawValue & 31 == 0 ? nil : Int(rawValue & 31) }
  /// Whether year, month and day are all known.
  public var isComplete: Bool { rawValue & 31 != 0 }

  /// Orders by year, month and day, unknown parts first.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.rawValue < right.rawValue
  }

  /// How many days a month has.
  public static func dayCount(year: Int, month: Int) -> Int {
    if month == 2 { return isLeap(year) ? 29 : 28 }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

extension CivilDate {
  /// Days since 1970-01-01, or nil when the date is not complete.
  ///
  /// - Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), days_from_civil.
  public var dayNumber: Int? {
    guard let month, let day else { return nil }
    // Years that begin in March put the leap day last.
    let marchYear = month > 2 ? year : year - 1
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Days from another date to this one, or nil when either is not complete.
  public func days(since other: CivilDate) -> Int? {
    guard let end = dayNumber, let start = other.dayNumber else { return nil }
    return end - start
  }

  /// The date with day and month exchanged, or nil when there is none or it is the same date.
  public var withDayAndMonthSwapped: CivilDate? {
    guard let month, let day, month != day else { return nil }
    return CivilDate(year: year, month: day, day: month)
  }
}

extension CivilDate: CustomStringConvertible {
  /// The date as in ISO 8601, with XX for unknown parts: `1982-02-XX`.
  public var description: String { String(decoding: digits, as: UTF8.self) }

  /// The bytes of `description`.
  var digits: [UInt8] {
    var bytes = [UInt8](repeating: UInt8(ascii: "-"), count: 10)
    var year = self.year
    for place in [3, 2, 1, 0] {
      bytes[place] = 0x30 + UInt8(year % 10)
      year /= 10
    }
    for (place, part) in [(5, month), (8, day)] {
      bytes[place] = part.map { 0x30 + UInt8($0 / 10) } ?? UInt8(ascii: "X")
      bytes[place + 1] = part.map { 0x30 + UInt8($0 % 10) } ?? UInt8(ascii: "X")
    }
    return bytes
  }
}
