import ScrupleScoring

/// How likely an agreement pattern is among matches and non-matches.
public struct PatternProbability: Sendable, Equatable {
  /// The pattern.
  public var pattern: UInt64
  /// P(pattern | match).
  public var mProbability: Double
  /// P(pattern | non-match).
  public var uProbability: Double

  /// Makes an entry.
  public init(pattern: UInt64, mProbability: Double, uProbability: Double) {
    self.pattern = pattern
    self.mProbability = mProbability
    self.uProbability = uProbability
  }

  /// The evidence of the pattern.
  public var weight: MatchWeight {
    MatchWeight(mProbability: mProbability, uProbability: uProbability)
  }
}
