/// Reads a year of two digits in the wrong century: 1962 as 2062, or 2003 as 1903.
///
/// A birth after `latest` cannot have been entered and is not given.
public struct TwoDigitYear: CorruptionOperator {
  public let name = "two_digit_year"
  private let latest: Int

  public init(latest: Int = 2026) { self.latest = latest }

  public func apply(to value: String, draw: inout Draw) -> String? {
    guard let date = WholeDate(value) else { return nil }
    let other = date.year < 2000 ? date.year + 100 : date.year - 100
    guard other <= latest, let shifted = date.adding(years: other - date.year) else { return nil }
    return shifted.text
  }
}
