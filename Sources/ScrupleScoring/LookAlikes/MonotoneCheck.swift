/// Says in words where a better level weighs less than a worse one.
enum MonotoneCheck {
  /// A difference below this many bits is not worth a word.
  private static let slackBits = 0.5

  private static let opening = "In comparison '"

  /// Whether a warning is one of these, so that it gives way to those of a later fit.
  static func isOne(_ warning: String) -> Bool { warning.hasPrefix(opening) }

  /// What there is to say of the levels of a model.
  static func warnings(_ model: FellegiSunterModel) -> [String] {
    var warnings: [String] = []
    for comparison in model.comparisons {
      // Values that stand in each other's column tell of two fields at once.
      let ordered = comparison.levels.filter {
        !$0.label.hasPrefix("swapped") && !$0.label.hasPrefix("crossed")
      }
      for (worse, better) in zip(ordered, ordered.dropFirst()) {
        let (low, high) = (bits(worse), bits(better))
        if high < low - slackBits {
          warnings.append(
            "\(opening)\(comparison.name)', level '\(worse.label)' weighs \(rounded(low)) bits, "
              + "more than the better level '\(better.label)' with \(rounded(high)).")
        }
      }
    }
    return warnings
  }

  private static func bits(_ level: LevelModel) -> Double {
    MatchWeight(mProbability: level.mProbability, uProbability: level.uProbability).bits
  }

  private static func rounded(_ bits: Double) -> Double { (bits * 10).rounded() / 10 }
}
