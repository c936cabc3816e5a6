/// How common each distinct value of a field is.
///
/// The frequency of a value is its share of the non-missing values of both files taken
/// together. Two files that differ much in size thus weigh by size: what makes a false
/// link likely is how many bearers of the name stand in the *large* file. The exact
/// chance that a random pair agrees, sum of f_left f_right, is kept beside it.
public struct TermFrequencies: Sendable, Equatable {
  /// Frequency of each value, indexed by its code in the shared dictionary; 0 for a code
  /// that neither file holds.
  public let frequencies: [Double]

  /// Probability that a random pair of non-missing values agrees exactly.
  public let exactAgreementProbability: Double

  /// Counts the values of two files.
  ///
  /// - Parameters:
  ///   - leftCounts: how many records of the left file hold each code.
  ///   - rightCounts: the same for the right file, of the same length.
  /// - Complexity: O(number of distinct values).
  public init(leftCounts: [Int], rightCounts: [Int]) {
    precondition(
      leftCounts.count == rightCounts.count,
      "\(leftCounts.count) left codes but \(rightCounts.count) right codes")
    let total = Double(leftCounts.reduce(0, +) + rightCounts.reduce(0, +))
    frequencies = zip(leftCounts, rightCounts).map { left, right in
      total > 0 ? Double(left + right) / total : 0
    }
    exactAgreementProbability = USampling.exactAgreementProbability(
      leftCounts: leftCounts, rightCounts: rightCounts)
  }

  /// Counts the values of one file that is linked with itself.
  public init(counts: [Int]) {
    let total = Double(counts.reduce(0, +))
    frequencies = counts.map { total > 0 ? Double($0) / total : 0 }
    exactAgreementProbability = USampling.exactAgreementProbability(counts: counts)
  }

  /// Returns the harmonic mean of `nearFrequency` over pairs of codes; nil without pairs.
  ///
  /// Call it with random pairs at a near level to scale the adjustment of that level. The
  /// harmonic mean is the one that leaves the average odds of such pairs as they are.
  public func typicalNearFrequency(
    of pairs: some Sequence<(first: Int, second: Int)>, settings: TermFrequencySettings
  ) -> Double? {
    var sum = 0.0
    var count = 0.0
    for pair in pairs {
      sum += 1 / settings.nearFrequency(frequencies[pair.first], frequencies[pair.second])
      count += 1
    }
    return count > 0 ? count / sum : nil
  }
}
