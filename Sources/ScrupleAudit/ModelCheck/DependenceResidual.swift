import ScrupleStatistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far two levels of two comparisons occur together among non-matches more, or less, often
/// than the model expects.
///
/// Evidence that comes twice counts double: with a ratio above 1 the model thinks false links
/// rarer than they are.
public struct DependenceResidual: Sendable, Equatable, Codable {
  /// A comparison at one of its levels.
  public struct Place: Sendable, Equatable, Codable {
    /// The comparison.
    public let comparison: String
    /// The level.
    public let level: String

    /// Names a level of a comparison.
    public init(comparison: String, level: String) {
      self.comparison = comparison
      self.level = level
    }
  }

  /// The first comparison, at its level.
  public let first: Place
  /// The second.
  public let second: Place
  /// Non-matching pairs looked at in this cell.
  public let looked: Int
  /// Non-matching pairs with both levels, weighted up to all pairs of the files.
  public let observed: Double
  /// Pairs that the model expects among its non-matches.
  public let expected: Double
  /// Pairs that would be expected were the two comparisons independent, with their real shares.
  public let expectedIfIndependent: Double
  /// log2 of observed over expected, in bits: what the model counts too much for such a pair.
  public let logRatio: Double
  /// Its lower limit, from the weights of the pairs looked at.
  public let lower: Double
  /// Its upper limit.
  public let upper: Double
  /// The confidence level.
  public let level: Double

  /// Creates a residual.
  ///
  /// - Parameter squaredWeights: the sum of the squared weights of the pairs looked at.
  public init(
    first: Place, second: Place, looked: Int, observed: Double, squaredWeights: Double,
    expected: Double, expectedIfIndependent: Double, level: Double
  ) {
    precondition(observed > 0 && expected > 0, "\(observed) observed, \(expected) expected")
    self.first = first
    self.second = second
    self.looked = looked
    self.observed = observed
    self.expected = expected
    self.expectedIfIndependent = expectedIfIndependent
    logRatio = log2(observed / expected)
    let reach = normalQuantile(level: level) * squaredWeights.squareRoot() / observed / log(2)
    lower = logRatio - reach
    upper = logRatio + reach
    self.level = level
  }
}
