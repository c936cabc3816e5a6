/// One line of text for a rate, which never reads "0 %" or "100 %".
enum RateText {
  /// The name, the estimate with its limits, and what was counted of what.
  ///
  /// Nothing counted reads "0 of n; at most U", everything counted "n of n; at least L", with the
  /// limits of the rate's interval, which is two-sided.
  static func line(_ label: String, _ rate: Rate, _ units: String) -> String {
    let (figure, note) = parts(rate, units)
    let line = "  " + NumberText.left(label, labelWidth) + figure
    if note.isEmpty { return line }
    guard line.count + note.count > 98 else { return line + "; " + note }
    return line + ";\n" + String(repeating: " ", count: labelWidth + 4) + note
  }

  private static let labelWidth = 28

  private static func parts(_ rate: Rate, _ units: String) -> (figure: String, note: String) {
    let share = "\(NumberText.grouped(rate.count)) of \(NumberText.grouped(rate.total)) \(units)"
    guard let estimate = rate.estimate else { return ("no data: \(share)", "") }
    if rate.count == 0 || rate.count == rate.total {
      guard rate.lower != nil else { return (share, "") }
      return ("\(share); \(bound(rate))", assumption(rate.method))
    }
    var text = NumberText.share(estimate)
    if let lower = rate.lower, let upper = rate.upper {
      text +=
        " (\(NumberText.limit(lower, beside: estimate)) to "
        + "\(NumberText.limit(upper, beside: estimate)))"
    }
    return ("\(text), \(share)", assumption(rate.method))
  }

  /// The limit of the rate's own interval that says something: there is one interval for one rate.
  private static func bound(_ rate: Rate) -> String {
    let level = "at \(NumberText.level(rate.level))"
    guard rate.count == 0 else { return "at least \(NumberText.share(rate.lower ?? 0)) \(level)" }
    return "at most \(NumberText.share(rate.upper ?? 1)) \(level)"
  }

  /// What a method assumes, without the name of the usual one, so that a line stays short.
  private static func assumption(_ method: String) -> String {
    let usual = "Clopper-Pearson, "
    return method.hasPrefix(usual) ? String(method.dropFirst(usual.count)) : method
  }
}
