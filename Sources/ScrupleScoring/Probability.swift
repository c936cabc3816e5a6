/// A probability, kept with its log-odds in bits.
///
/// Goals in order: never NaN or outside 0...1; exact symmetry of p and 1 - p;
/// no loss for weights up to a thousand bits either way. A plain `Double` cannot
/// tell 1 - 2^-60 from 1, so the log-odds are what is stored.
public struct Probability: Sendable, Hashable, Comparable {
  /// log2(p / (1 - p)); infinite at 0 and 1.
  public let logOdds: Double

  /// Makes the probability whose odds are 2 to the power of `logOdds`.
  public init(logOdds: Double) {
    precondition(!logOdds.isNaN, "log-odds are not a number")
    self.logOdds = logOdds
  }

  /// Makes a probability from a value in 0...1.
  public init(_ value: Double) {
    precondition(value >= 0 && value <= 1, "\(value) is outside 0...1")
    logOdds =
      ElementaryFunctions.binaryLogarithm(value)
      - ElementaryFunctions.binaryLogarithm(1 - value)
  }

  /// Updates a prior probability by evidence (Bayes' theorem in bits).
  public init(prior: Probability, weight: MatchWeight) {
    self.init(logOdds: prior.logOdds + weight.bits)
  }

  /// The probability, in 0...1.
  public var value: Double { Self.logistic(logOdds) }

  /// The probability of the contrary, 1 - p without cancellation.
  public var complement: Double { Self.logistic(-logOdds) }

  /// The probability of odds p / (1 - p), which may be infinite.
  @inlinable
  public static func value(ofOdds odds: Double) -> Double {
    odds.isInfinite ? 1 : odds / (1 + odds)
  }

  /// Orders probabilities.
  public static func < (left: Probability, right: Probability) -> Bool {
    left.logOdds < right.logOdds
  }

  private static func logistic(_ bits: Double) -> Double {
    // The exponential is always taken of a number <= 0, so that it cannot overflow.
    if bits >= 0 { return 1 / (1 + ElementaryFunctions.binaryExponential(-bits)) }
    let odds = ElementaryFunctions.binaryExponential(bits)
    return odds / (1 + odds)
  }
}
