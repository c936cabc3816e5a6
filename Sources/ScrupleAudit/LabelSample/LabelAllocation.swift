import ScrupleStatistics

/// How the labels of a plan are shared out over its strata.
///
/// Strata with links, or near them, share by Neyman's rule. Far strata (other candidates, pairs
/// outside the blocks) get fixed shares: they are so large that Neyman's rule would spend nearly
/// all labels where a random pair is hardly ever a match, and precision would rest on a handful.
public enum LabelAllocation {
  /// The least number of labels in a stratum, or all of it.
  public static let floor = 20

  /// The method in words.
  public static let words =
    "Neyman allocation (n_h in proportion to N_h sqrt(p_h (1 - p_h)), p_h at least 0.01, at least "
    + "20 or all of a stratum) for links and pairs near them; fixed shares for other candidates "
    + "and for pairs outside the blocks; simple random draws within strata by the smallest of "
    + "seeded random keys, one key a pair"

  /// The strata with their labels filled in.
  ///
  /// The total exceeds what was asked where the floors alone are more, and falls short where all
  /// strata are full.
  public static func sharing(_ labels: Int, over strata: [LabelStratum]) -> [LabelStratum] {
    var strata = strata
    var left = labels
    for index in strata.indices {
      guard let share = farShare(strata[index].place) else { continue }
      let wanted = max(Int((Double(labels) * share).rounded()), floor)
      strata[index].labels = min(wanted, strata[index].size)
      left -= strata[index].labels
    }
    let near = strata.indices.filter { farShare(strata[$0].place) == nil }
    let allocation = NeymanAllocation(
      labels: max(left, 0), sizes: near.map { strata[$0].size },
      deviations: near.map { NeymanAllocation.planningDeviation(rate: strata[$0].plannedRate) },
      floor: floor)
    for (index, count) in zip(near, allocation.counts) { strata[index].labels = count }
    return strata
  }

  /// The share of all labels that a far stratum gets; nil for the others.
  private static func farShare(_ place: LabelStratum.Place) -> Double? {
    switch place {
    case .candidates, .outsideAlike: 0.15
    case .outside: 0.1
    default: nil
    }
  }
}
