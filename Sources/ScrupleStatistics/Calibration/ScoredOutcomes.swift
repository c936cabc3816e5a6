#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Scores that claim to be probabilities, with what became of them.
///
/// A score is calibrated for the mix it was fitted on; calibrate on one split and measure on
/// another.
public struct ScoredOutcomes: Sendable, Equatable {
  /// The claimed probabilities, in 0...1.
  public let scores: [Double]
  /// Whether each came true, in the same order.
  public let outcomes: [Bool]

  /// Gathers scores and outcomes.
  public init(scores: [Double], outcomes: [Bool]) {
    precondition(scores.count == outcomes.count, "\(scores.count) and \(outcomes.count)")
    precondition(scores.allSatisfy { $0 >= 0 && $0 <= 1 }, "a score outside 0...1")
    self.scores = scores
    self.outcomes = outcomes
  }

  /// How many came true.
  public var positives: Int { outcomes.reduce(0) { $0 + ($1 ? 1 : 0) } }

  /// The mean squared distance of score and outcome; nil without scores (Brier 1950).
  public var brierScore: Double? {
    mean { score, outcome in (score - outcome) * (score - outcome) }
  }

  /// The mean of -log of the probability given to what happened, in nats; nil without scores.
  ///
  /// - Parameter margin: scores are kept this far from 0 and 1, since one confident error would
  ///   else make the mean infinite.
  public func logLoss(margin: Double = 0x1p-52) -> Double? {
    mean { score, outcome in
      let kept = min(max(score, margin), 1 - margin)
      return outcome == 1 ? -log(kept) : -log1p(-kept)
    }
  }

  /// The observed rate minus the mean score: calibration in the large; nil without scores.
  public var excess: Double? { mean { score, outcome in outcome - score } }

  /// Spiegelhalter's z: normal with deviation 1 if the scores are calibrated; nil where all
  /// scores are 0, 1/2 or 1.
  ///
  /// sum (y - p)(1 - 2p) / sqrt(sum (1 - 2p)^2 p (1 - p)).
  /// - Source: Spiegelhalter 1986.
  public var spiegelhalterZ: Double? {
    var (sum, variance) = (0.0, 0.0)
    for (score, outcome) in zip(scores, outcomes) {
      let lean = 1 - 2 * score
      sum += ((outcome ? 1 : 0) - score) * lean
      variance += lean * lean * score * (1 - score)
    }
    return variance > 0 ? sum / variance.squareRoot() : nil
  }

  private func mean(_ value: (Double, Double) -> Double) -> Double? {
    guard !scores.isEmpty else { return nil }
    let sum = zip(scores, outcomes).reduce(0) { $0 + value($1.0, $1.1 ? 1 : 0) }
    return sum / Double(scores.count)
  }
}
