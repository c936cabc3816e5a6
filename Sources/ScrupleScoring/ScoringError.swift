/// What can go wrong while a model is read or trained.
///
/// Cases carry names of comparisons and levels, which come from the specification,
/// and numbers; never a value from a record.
public enum ScoringError: Error, Sendable, Equatable {
  /// The model breaks rules; all faults are listed.
  case invalidModel([ModelFault])

  /// The options of training break a rule: which option, what was expected.
  case invalidOption(name: String, expected: String)

  /// The patterns have other comparisons or levels than the outline or model.
  case layoutMismatch(expectedLevelCounts: [Int], foundLevelCounts: [Int])

  /// There is no pair to learn from.
  case noPairs

  /// No start converged within the cap.
  case notConverged(
    iterations: Int, largestParameterChange: Double, relativeLogLikelihoodChange: Double)

  /// Matches and non-matches came out exchanged in every start, or a prior match
  /// probability came out above what the options allow.
  case labelSwitch(priorMatchProbability: Double, agreementBits: Double)
}

/// One broken rule of a model.
public enum ModelFault: Sendable, Equatable {
  /// The prior match probability is not strictly between 0 and 1.
  case priorMatchProbability(Double)
  /// The model has no comparison.
  case noComparisons
  /// Two comparisons bear one name.
  case repeatedComparison(name: String)
  /// A comparison has no level.
  case noLevels(comparison: String)
  /// An m or u probability is not strictly between 0 and 1 (or 1 for a lone level).
  case probability(comparison: String, level: String, symbol: String, found: Double)
  /// The m or u probabilities of a comparison do not add up to 1.
  case sum(comparison: String, symbol: String, found: Double)
  /// A non-match class has another shape than the comparisons.
  case classShape(label: String)
  /// The shares of the non-match classes are not positive or do not add up to 1.
  case classShares(found: Double)
  /// A term-frequency setting is out of its range.
  case termFrequency(comparison: String, setting: String, found: Double)
}
