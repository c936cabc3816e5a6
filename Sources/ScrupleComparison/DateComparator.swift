import ScrupleNormalization

/// Compares two dates, whole or partial.
struct DateComparator: Sendable {
  private(set) var field: NormalizedField
  /// The level of two dates that are the same.
  let equalLevel: UInt8
  private let steps: [DateStep]
  /// Years that two dates may be apart and pass a test without a day of the
  /// year in common.
  private let yearReach: Int32

  init(field: NormalizedField, tests: [(test: LevelTest, level: UInt8)]) {
    self.field = field
    equalLevel = tests.first?.level ?? 1
    steps = tests.compactMap { DateStep($0.test, level: $0.level) }
    yearReach = tests.reduce(1) { max($0, DateStep.yearReach($1.test)) }
  }

  /// False only where no test holds of two different dates, given packed as
  /// `CivilDate.rawValue` is.
  @inline(__always)
  func mayHold(_ mine: Int32, _ theirs: Int32) -> Bool {
    (abs((mine >> 9) - (theirs >> 9)) <= yearReach ? 1 : 0)
      | ((mine ^ theirs) & 511 == 0 ? 1 : 0) != 0
  }

  /// The same for pairs within one file.
  func within(_ side: ComparedSide) -> DateComparator {
    var comparator = self
    comparator.field = field.within(side)
    return comparator
  }

  /// The level of two dates that are both present.
  func level(_ left: UInt32, _ right: UInt32) -> UInt8 {
    let dates = field.dates
    return level(packed: dates[Int(left)].rawValue, dates[Int(right)].rawValue)
  }

  /// The level of two packed dates.
  @inline(__always)
  func level(packed left: Int32, _ right: Int32) -> UInt8 {
    if left == right { return equalLevel }
    return steps.withUnsafeBufferPointer { steps in
      for step in steps where step.holds(left, right) { return step.level }
      return 1
    }
  }
}

/// A level test of two different dates; see `TextStep`.
private struct DateStep: Sendable {
  private enum Kind: UInt8 {
    case dayMonthSwap, oneDigit, dateParts, withinDays, sameYear, sameMonthDay, withinYears
  }

  private let kind: Kind
  let level: UInt8
  private let limit: Int32

  /// The test, or nil for one that never holds of two different dates.
  init?(_ test: LevelTest, level: UInt8) {
    self.level = level
    switch test {
    case .dayMonthSwap: (kind, limit) = (.dayMonthSwap, 0)
    case .oneDigit: (kind, limit) = (.oneDigit, 0)
    case .dateParts(let count): (kind, limit) = (.dateParts, Int32(clamping: count))
    case .withinDays(let days): (kind, limit) = (.withinDays, Int32(clamping: days))
    case .sameYear: (kind, limit) = (.sameYear, 0)
    case .sameMonthDay: (kind, limit) = (.sameMonthDay, 0)
    case .withinYears(let years): (kind, limit) = (.withinYears, Int32(clamping: years))
    default: return nil
    }
  }

  /// How many years may lie between dates of which a test holds, unless their
  /// month and day are the same; at least 1, since an exchange of digits may
  /// reach from the month into the year.
  static func yearReach(_ test: LevelTest) -> Int32 {
    switch test {
    case .dateParts(let count): count >= 2 ? 1 : .max
    case .withinDays(let days): Int32(clamping: days / 365 + 1)
    case .withinYears(let years): Int32(clamping: max(1, years))
    default: 1
    }
  }

  @inline(__always)
  func holds(_ left: Int32, _ right: Int32) -> Bool {
    let (mine, theirs) = (PackedDate(left), PackedDate(right))
    switch kind {
    case .dayMonthSwap: return mine.isSwapped(theirs)
    case .oneDigit: return mine.isOneDigitApart(theirs)
    case .dateParts: return mine.commonParts(theirs) >= limit
    case .withinDays:
      guard let mine = CivilDate(rawValue: left)?.dayNumber,
        let theirs = CivilDate(rawValue: right)?.dayNumber
      else { return false }
      return abs(mine - theirs) <= Int(limit)
    case .sameYear: return mine.year == theirs.year
    case .sameMonthDay:
      return mine.month != 0 && mine.day != 0 && mine.month == theirs.month
        && mine.day == theirs.day
    case .withinYears: return abs(mine.year - theirs.year) <= limit
    }
  }
}

/// The parts of a date as small numbers, 0 for an unknown one.
private struct PackedDate {
  let year: Int32
  let month: Int32
  let day: Int32

  @inline(__always)
  init(_ date: Int32) {
    year = date >> 9
    month = date >> 5 & 15
    day = date & 31
  }

  @inline(__always)
  func commonParts(_ other: PackedDate) -> Int32 {
    (year == other.year ? 1 : 0) + (month == other.month && month != 0 ? 1 : 0)
      + (day == other.day && day != 0 ? 1 : 0)
  }

  /// Whether day and month are exchanged. Both dates are in the calendar, so
  /// that the exchanged one is.
  @inline(__always)
  func isSwapped(_ other: PackedDate) -> Bool {
    day != 0 && day != month && year == other.year && month == other.day && day == other.month
  }

  /// Whether the eight digits of whole dates differ in one place, or in two
  /// neighbouring places that are exchanged.
  @inline(__always)
  func isOneDigitApart(_ other: PackedDate) -> Bool {
    if day == 0 || other.day == 0 { return false }
    // A digit differs in each part that does; exchanged neighbours may lie in
    // two parts that stand side by side.
    let differingParts =
      (year == other.year ? 0 : 1) + (month == other.month ? 0 : 1) + (day == other.day ? 0 : 1)
    if differingParts == 3 { return false }
    let (mine, theirs) = (digits, other.digits)
    let differing = mine ^ theirs
    // One bit for each digit that differs.
    var places = differing | differing >> 1
    places = (places | places >> 2) & 0x1111_1111
    let lowest = UInt32(places.trailingZeroBitCount)
    switch places.nonzeroBitCount {
    case 1: return true
    case 2:
      guard places == 0x11 << lowest else { return false }
      let one = mine >> lowest & 0xFF
      let two = theirs >> lowest & 0xFF
      return one >> 4 == two & 15 && one & 15 == two >> 4
    default: return false
    }
  }

  /// YYYYMMDD, four bits a digit.
  @inline(__always)
  private var digits: UInt32 {
    let year = UInt32(self.year)
    let month = UInt32(self.month)
    let day = UInt32(self.day)
    return (year / 1000) << 28 | (year / 100 % 10) << 24 | (year / 10 % 10) << 20
      | (year % 10) << 16 | (month / 10) << 12 | (month % 10) << 8 | (day / 10) << 4 | day % 10
  }
}
