/// Loses the leading zeros of a number, as a spreadsheet does.
public struct LeadingZeroLost: CorruptionOperator {
  public let name = "leading_zero_lost"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    let rest = value.utf8.drop { $0 == 48 }
    guard rest.count < value.utf8.count, !rest.isEmpty else { return nil }
    return String(rest)
  }
}
