import ScrupleAudit

/// Shares in words of the page: in percent, or per million and the like where they are tiny.
///
/// At most three significant digits, of the share or of what it lacks of all. The value behind a
/// figure is unrounded.
enum ShareText {
  /// A share of 0...1 in the unit that fits it.
  static func estimate(_ share: Double) -> String {
    if share <= 0 { return "0" }
    if share >= 1 { return "100 %" }
    let unit = Unit(of: share)
    return unit == .percent ? percent(share) + " %" : unit.text(share)
  }

  /// A limit of a share, in the unit of the estimate that it belongs to.
  ///
  /// - Parameter estimate: the estimate; where it is 0 the limit has the unit that fits itself.
  static func limit(_ share: Double, of estimate: Double) -> String {
    if share <= 0 { return "0" }
    if share >= 1 { return "100 %" }
    let unit = Unit(of: estimate > 0 ? estimate : share)
    guard unit == .percent else { return unit.text(share) }
    if share < 1e-5 { return "under 0.001 %" }
    // Where the estimate is so near to all, its limits have to be told apart.
    if share > 0.999, estimate < 0.999 { return "over 99.9 %" }
    return percent(share) + " %"
  }

  private static func percent(_ share: Double) -> String {
    if share > 0.99999 { return "over 99.999" }
    if share >= 0.999 { return NumberText.fixed(share * 100, decimals: 3) }
    if share >= 0.99 { return NumberText.fixed(share * 100, decimals: 2) }
    return threeDigits(share * 100)
  }

  /// A positive number with three significant digits.
  fileprivate static func threeDigits(_ number: Double) -> String {
    var (step, decimals) = (number, 2)
    while step < 1 && decimals < 14 { (step, decimals) = (step * 10, decimals + 1) }
    if number >= 10 { decimals = number < 100 ? 1 : 0 }
    guard number >= 1000 else { return NumberText.fixed(number, decimals: decimals) }
    var scale = 1.0
    while number / scale >= 1000 { scale *= 10 }
    return NumberText.grouped(Int((number / scale).rounded() * scale))
  }

  private enum Unit: String {
    case percent = " %"
    case million = " per million"
    case billion = " per billion"
    case trillion = " per trillion"

    init(of share: Double) {
      self =
        share >= 1e-5 ? .percent : share >= 1e-6 ? .million : share >= 1e-9 ? .billion : .trillion
    }

    private var scale: Double {
      switch self {
      case .percent: 1e2
      case .million: 1e6
      case .billion: 1e9
      case .trillion: 1e12
      }
    }

    func text(_ share: Double) -> String {
      let number = share * scale
      return (number < 0.01 ? "under 0.01" : ShareText.threeDigits(number)) + rawValue
    }
  }
}
