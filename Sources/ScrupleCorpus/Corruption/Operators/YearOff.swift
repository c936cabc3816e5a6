/// Writes the year before or after; 29 February becomes the 28th.
public struct YearOff: CorruptionOperator {
  public let name = "year_off"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    guard let date = WholeDate(value) else { return nil }
    return date.adding(years: draw.happens(0.5) ? 1 : -1)?.text
  }
}

extension WholeDate {
  /// The same day of another year; nil beyond 1900...2099.
  func adding(years: Int) -> WholeDate? {
    WholeDate(year: year + years, month: month, day: day)
      ?? (month == 2 && day == 29 ? WholeDate(year: year + years, month: 2, day: 28) : nil)
  }
}
