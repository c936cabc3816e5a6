import ScrupleStatistics

/// One line of text for a rate, which never reads "0 %" or "100 %".
enum RateText {
  /// The name, the estimate with its limits, and what was counted of what.
  ///
  /// Nothing counted reads "0 of n; at most U", everything counted "n of n; at least L", with the
  /// one-sided exact bound.
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
      return ("\(share); \(bound(rate))", "one-sided, \(assumption(rate.method))")
    }
    var text = NumberText.share(estimate)
    if let lower = rate.lower, let upper = rate.upper {
      let unit = text.drop { $0 != " " }
      let limits = [lower, upper].map {
        unit == " %" ? NumberText.limit($0) : bare(NumberText.share($0), unit)
      }
      text += " (\(limits[0]) to \(limits[1]))"
    }
    return ("\(text), \(share)", assumption(rate.method))
  }

  /// A limit without its unit where that is the unit of the estimate before it.
  private static func bare(_ limit: String, _ unit: Substring) -> String {
    limit.drop { $0 != " " } == unit ? String(limit.dropLast(unit.count)) : limit
  }

  private static func bound(_ rate: Rate) -> String {
    let level = "at \(NumberText.level(rate.level))"
    // The one-sided limit at a level is the two-sided one at twice the level less one.
    let limits = ClusteredProportion.interval(
      count: rate.count, total: rate.total, designEffect: rate.designEffect ?? 1,
      degreesOfFreedom: rate.degreesOfFreedom, level: 2 * rate.level - 1)
    guard rate.count == 0 else { return "at least \(NumberText.share(limits.lower)) \(level)" }
    return "at most \(NumberText.share(limits.upper)) \(level)"
  }

  /// What a method assumes, without the name of the usual one, so that a line stays short.
  private static func assumption(_ method: String) -> String {
    let usual = "Clopper-Pearson, "
    return method.hasPrefix(usual) ? String(method.dropFirst(usual.count)) : method
  }
}
