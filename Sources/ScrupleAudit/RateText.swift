import ScrupleStatistics

/// One line of text for a rate, which never reads "0 %" or "100 %".
enum RateText {
  /// The name, the estimate with its limits, and what was counted of what.
  ///
  /// Nothing counted reads "0 of n; at most U", everything counted "n of n; at least L", with the
  /// one-sided exact bound.
  static func line(_ label: String, _ rate: Rate, _ units: String) -> String {
    "  " + NumberText.left(label, 28) + figure(rate, units)
  }

  private static func figure(_ rate: Rate, _ units: String) -> String {
    let share = "\(NumberText.grouped(rate.count)) of \(NumberText.grouped(rate.total)) \(units)"
    guard let estimate = rate.estimate else { return "no data: \(share)" }
    if rate.count == 0 || rate.count == rate.total {
      return share + (rate.lower == nil ? "" : "; " + bound(rate))
    }
    var text = NumberText.share(estimate)
    if let lower = rate.lower, let upper = rate.upper {
      text += " (\(NumberText.share(lower)) to \(NumberText.share(upper)))"
    }
    return text + ", \(share); \(assumption(rate.method))"
  }

  private static func bound(_ rate: Rate) -> String {
    let at = "at \(NumberText.level(rate.level)), one-sided, \(assumption(rate.method))"
    guard rate.count == 0 else {
      let least = BinomialInterval.lowerBound(
        count: rate.count, total: rate.total, level: rate.level)
      return "at least \(NumberText.share(least)) \(at)"
    }
    let most = BinomialInterval.upperBound(count: 0, total: rate.total, level: rate.level)
    return "at most \(NumberText.share(most)) \(at)"
  }

  /// What a method assumes, without the name of the usual one, so that a line stays short.
  private static func assumption(_ method: String) -> String {
    let usual = "Clopper-Pearson, "
    return method.hasPrefix(usual) ? String(method.dropFirst(usual.count)) : method
  }
}
