/// Says in words where a better level weighs less than a worse one.
enum MonotoneCheck {
  /// A difference below this many bits is not worth a word.
  private static let slackBits = 0.5

  static func warnings(_ mixture: TiedMixture, _ outlines: [ComparisonOutline]) -> [String] {
    var warnings: [String] = []
    for (position, outline) in outlines.enumerated() {
      // Values that stand in each other's column tell of two fields at once.
      let ordered = outline.levelLabels.indices.filter {
        !outline.levelLabels[$0].hasPrefix("swapped")
          && !outline.levelLabels[$0].hasPrefix("crossed")
      }
      for (worse, better) in zip(ordered, ordered.dropFirst()) {
        let low = bits(mixture, position, worse)
        let high = bits(mixture, position, better)
        if high < low - slackBits {
          warnings.append(
            "In comparison '\(outline.name)', level '\(outline.levelLabels[worse])' weighs "
              + "\(rounded(low)) bits, more than the better level "
              + "'\(outline.levelLabels[better])' with \(rounded(high)).")
        }
      }
    }
    return warnings
  }

  private static func bits(_ mixture: TiedMixture, _ position: Int, _ level: Int) -> Double {
    MatchWeight(
      mProbability: mixture.m[position][level + 1], uProbability: mixture.u[position][level + 1]
    ).bits
  }

  private static func rounded(_ bits: Double) -> Double { (bits * 10).rounded() / 10 }
}
