/// The order of day, month and year in the numeric dates of a column.
public enum DateOrder: String, CaseIterable, Hashable, Sendable, Codable {
  /// 1982-02-03, 19820203, 82/02/03.
  case ymd
  /// 02/03/1982, 02031982, 2/3/82.
  case mdy
  /// 03.02.1982, 03021982, 3.2.82.
  case dmy
}

/// How the dates of a column are read.
public struct DateRules: Hashable, Sendable, Codable {
  /// The order of numeric dates; `DateOrderInference` finds it.
  public var order: DateOrder
  /// Whether nothing in the column decided the order.
  public var isOrderAssumed: Bool
  /// The years accepted; a date outside is invalid.
  public var years: ClosedRange<Int>
  /// Two-digit years up to this are 20xx, those above 19xx. The default reads 1930...2029, as
  /// common spreadsheets do.
  public var twoDigitPivot: Int
  /// Complete dates that programs write for "unknown".
  public var sentinels: [CivilDate]

  /// Makes rules; the defaults accept any historical person.
  public init(
    order: DateOrder = .mdy, isOrderAssumed: Bool = false, years: ClosedRange<Int> = 1000...2100,
    twoDigitPivot: Int = 29, sentinels: [CivilDate] = DateRules.usualSentinels
  ) {
    self.order = order
    self.isOrderAssumed = isOrderAssumed
    self.years = years
    self.twoDigitPivot = twoDigitPivot
    self.sentinels = sentinels
  }

  /// 1900-01-01, 1901-01-01 and 1111-11-11, and day zero of spreadsheets and databases. 1970-01-01
  /// is not here: people were born on it; it only gets a flag.
  public static let usualSentinels: [CivilDate] = [
    (1900, 1, 1), (1901, 1, 1), (1899, 12, 30), (1899, 12, 31), (1753, 1, 1), (1111, 11, 11),
  ].compactMap { CivilDate(year: $0.0, month: $0.1, day: $0.2) }
}

/// What reading a date met.
public struct DateFlags: OptionSet, Hashable, Sendable, Codable {
  /// The bits.
  public let rawValue: UInt16

  /// Makes flags from their bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The date is January 1, where unknown birthdays pile up.
  public static let firstOfJanuary = DateFlags(rawValue: 1 << 0)
  /// The date stands for "unknown": a sentinel date, or the year 9999 or 1.
  public static let sentinelYear = DateFlags(rawValue: 1 << 1)
  /// The date is 1970-01-01, which a clock at zero gives.
  public static let epoch = DateFlags(rawValue: 1 << 2)
  /// Day and month are both at most 12 and differ, and only the column's order tells them apart.
  public static let dayMonthAmbiguous = DateFlags(rawValue: 1 << 3)
  /// The order of the column was assumed, and this date depends on it.
  public static let orderAssumed = DateFlags(rawValue: 1 << 4)
  /// The year had two digits and the century was chosen.
  public static let twoDigitYear = DateFlags(rawValue: 1 << 5)
  /// The cell would be a date in another order than the column's.
  public static let contradictsOrder = DateFlags(rawValue: 1 << 6)
  /// A time of day was dropped.
  public static let timeDropped = DateFlags(rawValue: 1 << 7)
  /// The cell is a date outside the years accepted.
  public static let outOfRange = DateFlags(rawValue: 1 << 8)
}

/// A date cell after reading.
public struct ParsedDate: Hashable, Sendable {
  /// The date, or nil unless the outcome is `valid` or `partial`.
  public var date: CivilDate?
  /// What became of the cell.
  public var outcome: ValueOutcome
  /// What reading met.
  public var flags: DateFlags

  /// Makes an outcome.
  public init(date: CivilDate? = nil, outcome: ValueOutcome, flags: DateFlags = []) {
    self.date = date
    self.outcome = outcome
    self.flags = flags
  }
}
