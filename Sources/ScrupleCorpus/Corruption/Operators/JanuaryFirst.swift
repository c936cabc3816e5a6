/// Writes 1 January of the year, as is done for those whose day of birth is not known.
public struct JanuaryFirst: CorruptionOperator {
  public let name = "january_first"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    guard let date = WholeDate(value), (date.month, date.day) != (1, 1) else { return nil }
    return WholeDate(year: date.year, month: 1, day: 1)?.text
  }
}
