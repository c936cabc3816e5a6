/// Estimates of u probabilities from random pairs and from value frequencies.
///
/// Nearly all random pairs are non-matches, so the share of a level among them estimates
/// its u probability without any model.
/// - Source: Fellegi & Sunter 1969, method 1; Winkler 1988; Splink's documentation.
public enum USampling {
  /// Fewer agreements than this make a sampled u too uncertain; use the frequency sum.
  public static let fewestReliableAgreements = 30.0

  /// Returns u probabilities of a comparison's levels from a sample of random pairs.
  ///
  /// - Parameters:
  ///   - levelCounts: pairs at each level, worst first, missing excluded.
  ///   - pseudoCount: pairs added in all, spread evenly over the levels, so that no level
  ///     gets probability 0.
  /// - Returns: probabilities that add up to 1; even ones without any pair.
  public static func uProbabilities(
    levelCounts: [Double], pseudoCount: Double = 1
  ) -> [Double] {
    precondition(!levelCounts.isEmpty, "a comparison needs at least 1 level")
    let share = 1 / Double(levelCounts.count)
    let total = levelCounts.reduce(0, +) + pseudoCount
    guard total > 0 else { return levelCounts.map { _ in share } }
    return levelCounts.map { ($0 + pseudoCount * share) / total }
  }

  /// Returns sampled u probabilities with the best level's replaced by its exact value.
  ///
  /// The other levels keep their proportions. The exact value is used as it is, so it
  /// must lie strictly between 0 and 1.
  public static func uProbabilities(
    levelCounts: [Double], pseudoCount: Double = 1, exactAgreementProbability: Double
  ) -> [Double] {
    precondition(
      exactAgreementProbability > 0 && exactAgreementProbability < 1,
      "exact agreement has probability \(exactAgreementProbability)")
    guard levelCounts.count > 1 else { return [1] }
    let others = uProbabilities(
      levelCounts: Array(levelCounts.dropLast()), pseudoCount: pseudoCount)
    return others.map { $0 * (1 - exactAgreementProbability) } + [exactAgreementProbability]
  }

  /// Returns the chance that a random pair across two files agrees exactly:
  /// sum over values of f_left f_right.
  ///
  /// - Returns: 0 if either file holds no value.
  /// - Complexity: O(number of distinct values).
  public static func exactAgreementProbability(
    leftCounts: [Int], rightCounts: [Int]
  ) -> Double {
    precondition(
      leftCounts.count == rightCounts.count,
      "\(leftCounts.count) left codes but \(rightCounts.count) right codes")
    let left = Double(leftCounts.reduce(0, +))
    let right = Double(rightCounts.reduce(0, +))
    guard left > 0, right > 0 else { return 0 }
    return zip(leftCounts, rightCounts).reduce(0) { sum, counts in
      sum + (Double(counts.0) / left) * (Double(counts.1) / right)
    }
  }

  /// Returns the chance that two different records of one file agree exactly:
  /// sum over values of n(n - 1) / N(N - 1).
  public static func exactAgreementProbability(counts: [Int]) -> Double {
    let total = Double(counts.reduce(0, +))
    guard total > 1 else { return 0 }
    return counts.reduce(0) { sum, count in
      sum + (Double(count) / total) * (Double(count) - 1) / (total - 1)
    }
  }

  /// Returns what a sample of random pairs shows on average when some are matches:
  /// u (1 - s) + m s.
  ///
  /// - Parameter matchShare: the share s of matches among random pairs.
  public static func expectedEstimate(
    uProbability: Double, mProbability: Double, matchShare: Double
  ) -> Double {
    uProbability * (1 - matchShare) + mProbability * matchShare
  }

  /// Returns u freed from the matches among the random pairs, at least 0.
  ///
  /// The inverse of `expectedEstimate`.
  public static func uProbability(
    estimate: Double, mProbability: Double, matchShare: Double
  ) -> Double {
    precondition(matchShare < 1, "the match share is \(matchShare)")
    return max(0, (estimate - mProbability * matchShare) / (1 - matchShare))
  }

  /// Returns the standard error of u estimated from so many independent random pairs.
  public static func standardError(uProbability: Double, pairs: Double) -> Double {
    (uProbability * (1 - uProbability) / pairs).squareRoot()
  }

  /// Returns whether a sample this size sees enough agreements to trust the estimate.
  public static func isReliable(uProbability: Double, pairs: Double) -> Bool {
    uProbability * pairs >= fewestReliableAgreements
  }
}
