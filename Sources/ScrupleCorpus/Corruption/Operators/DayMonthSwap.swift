/// Swaps day and month, which is possible only where both are at most 12.
public struct DayMonthSwap: CorruptionOperator {
  public let name = "day_month_swap"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    guard let date = WholeDate(value), date.day <= 12, date.day != date.month else { return nil }
    return WholeDate(year: date.year, month: date.day, day: date.month)?.text
  }
}
