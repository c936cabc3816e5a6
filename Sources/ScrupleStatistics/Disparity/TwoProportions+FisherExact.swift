extension TwoProportions {
  /// Fisher's exact two-sided p-value: the probability, with all four margins fixed, of a table
  /// that is no likelier than this one.
  ///
  /// Tables within a relative 1e-7 of this one's probability count as equally likely. 1 where a
  /// group has no units.
  /// - Complexity: O(standard deviation of the count).
  /// - Source: Fisher 1935; the two-sided rule of Freeman & Halton 1951.
  public var fisherPValue: Double {
    let law = HypergeometricDistribution(
      population: total + referenceTotal, marked: count + referenceCount, sample: total)
    let here = law.probability(of: count)
    let limit = here * (1 + 1e-7)
    let share = Double(total + 1) / Double(total + referenceTotal + 2)
    let mode = min(
      max(Int(share * Double(count + referenceCount + 1)), law.support.lowerBound),
      law.support.upperBound)
    if law.probability(of: mode) <= limit { return 1 }
    if count < mode {
      let other = smallestCount(from: mode + 1) { law.probability(of: $0) <= limit }
      return min(law.probability(atMost: count) + law.probability(atLeast: other), 1)
    }
    // Mirrored: the distance below the mode at which tables are rare enough.
    let distance = smallestCount(from: 1) { law.probability(of: mode - $0) <= limit }
    return min(law.probability(atLeast: count) + law.probability(atMost: mode - distance), 1)
  }
}
