import ScrupleComparison
import ScrupleScoring

/// A model from general assumptions, for files too small to learn one from.
///
/// Among matches the best level of a comparison is common and each worse one
/// half as common; among non-matches it is the other way round and steeper. The
/// numbers are round on purpose: they rank pairs, and their probabilities are
/// no measurement.
public enum AssumedModel {
  /// Up to this many pairs of records a run may fall back on assumptions.
  public static let maximumPairs = 10_000

  /// Up to this many pairs of records there is nothing to learn, and training
  /// is not tried.
  public static let smallestTrainingPairs = 400

  /// What is said where no pair came together.
  public static let nothingCompared =
    "No pair of records was compared: no blocking rule brings two of them together, or the blocks "
    + "were too large. Nothing could be linked."

  /// What a reader must know of such a model.
  public static let warning =
    "The files are too small to learn a model from: general assumptions were used instead. "
    + "Probabilities are guesses."

  /// The model for the comparisons of a prepared linkage.
  public static func model(for prepared: PreparedLinkage) -> FellegiSunterModel {
    let left = Double(max(1, prepared.records.leftCount))
    let right = Double(max(1, prepared.records.rightCount))
    return FellegiSunterModel(
      priorMatchProbability: min(0.5, 0.5 * min(left, right) / (left * right)),
      comparisons: prepared.comparisons.rules.map { rule in
        let matches = shares(count: rule.levelCount, ratio: 2)
        let others = Array(shares(count: rule.levelCount, ratio: 4).reversed())
        return ComparisonModel(
          name: rule.name,
          levels: (1...rule.levelCount).map { level in
            LevelModel(
              label: rule.label(ofLevel: level), mProbability: matches[level - 1],
              uProbability: others[level - 1])
          },
          termFrequency: nil)
      })
  }

  /// Shares that add up to 1, each `ratio` times the one before, so that the
  /// last is the largest; the last of two is 0.9 or more.
  private static func shares(count: Int, ratio: Double) -> [Double] {
    if count == 2 { return ratio > 2 ? [0.01, 0.99] : [0.1, 0.9] }
    var weights: [Double] = []
    var weight = 1.0
    for _ in 0..<count {
      weights.append(weight)
      weight *= ratio
    }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}
