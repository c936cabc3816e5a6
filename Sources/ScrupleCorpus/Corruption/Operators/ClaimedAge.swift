/// Writes the birth date of an age claimed: 2 to 6 years older or younger, the day often kept.
public struct ClaimedAge: CorruptionOperator {
  public let name = "claimed_age"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    guard let date = WholeDate(value) else { return nil }
    let years = draw.within(2...6) * (draw.happens(0.5) ? 1 : -1)
    return date.adding(years: years)?.text
  }
}
