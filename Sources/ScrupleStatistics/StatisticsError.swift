/// What the statistics refuse to compute, as values a caller can show.
///
/// None of them holds a personal value.
public enum StatisticsError: Error, Sendable, Equatable {
  /// A projection reaches further beyond the data than allowed.
  ///
  /// - Parameters:
  ///   - observed: the registry size the rates were measured at.
  ///   - requested: the registry size asked for.
  ///   - limit: the greatest allowed quotient of the two.
  case extrapolationTooFar(observed: Int, requested: Int, limit: Double)
  /// A fit has no finite solution, because the labels are all alike or the scores separate them.
  case noFiniteFit(positives: Int, negatives: Int)
  /// A log-ratio interval was asked for counts too small for its approximation.
  ///
  /// - Parameters:
  ///   - counts: the counts of the two groups.
  ///   - needed: the least count both must have.
  case countsTooSmall(counts: [Int], needed: Int)
}
