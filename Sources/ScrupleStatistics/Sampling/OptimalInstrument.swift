/// The sampling distribution over candidate pairs that estimates an F-measure with the fewest
/// labels.
///
/// A pair's weight, before scaling, is
/// (1-a)(1-l) F sqrt(p) + l sqrt(a^2 F^2 (1-p) + (1-aF)^2 p)
/// for its probability p of a match, l = 1 where it is linked, and a = 1 for precision, 0 for
/// recall. With a = 1 no unlinked pair is ever drawn, so recall cannot be learned from such a
/// sample.
/// - Source: Marchant & Rubinstein 2017 (OASIS).
public struct OptimalInstrument: Sendable, Equatable {
  /// The weight alpha of precision against recall, in 0...1: 1/2 for F1.
  public let precisionWeight: Double
  /// The guess of the F-measure that the sampling is optimal for, in 0...1.
  public let guess: Double

  /// Creates the instrument.
  public init(precisionWeight: Double, guess: Double) {
    precondition(precisionWeight >= 0 && precisionWeight <= 1, "a weight of \(precisionWeight)")
    precondition(guess >= 0 && guess <= 1, "an F of \(guess)")
    self.precisionWeight = precisionWeight
    self.guess = guess
  }

  /// The weight of one pair before scaling.
  ///
  /// - Parameters:
  ///   - probability: that it is a match, in 0...1.
  ///   - isLinked: whether it is declared a link.
  public func weight(probability: Double, isLinked: Bool) -> Double {
    precondition(probability >= 0 && probability <= 1, "a probability of \(probability)")
    let (a, f) = (precisionWeight, guess)
    guard isLinked else { return (1 - a) * f * probability.squareRoot() }
    let miss = a * a * f * f * (1 - probability)
    return (miss + (1 - a * f) * (1 - a * f) * probability).squareRoot()
  }

  /// The probabilities of drawing each pair, adding to 1; empty for no pairs.
  ///
  /// - Parameters:
  ///   - probabilities: of a match.
  ///   - isLinked: in the same order.
  ///   - uniformShare: the share drawn evenly from all pairs, in 0...1; above 0 it keeps the
  ///     importance weights bounded by its inverse, and reaches unlinked pairs.
  public func distribution(
    probabilities: [Double], isLinked: [Bool], uniformShare: Double = 0.1
  ) -> [Double] {
    precondition(probabilities.count == isLinked.count, "\(probabilities.count) probabilities")
    precondition(uniformShare >= 0 && uniformShare <= 1, "a share of \(uniformShare)")
    let weights = zip(probabilities, isLinked).map { weight(probability: $0.0, isLinked: $0.1) }
    let sum = weights.reduce(0, +)
    let even = 1 / Double(max(weights.count, 1))
    // Where no pair has any weight, all are drawn evenly.
    let share = sum > 0 ? uniformShare : 1
    return weights.map { (1 - share) * (sum > 0 ? $0 / sum : 0) + share * even }
  }
}

/// An F-measure from pairs drawn with known probabilities.
///
/// F = sum w l t / (a sum w l + (1-a) sum w t), with w the even probability over the drawing one.
/// - Source: Marchant & Rubinstein 2017; Sawade, Landwehr & Scheffer 2010 for the
///   variance.
public struct ImportanceSampledFMeasure: Sendable, Equatable {
  /// One drawn pair.
  public struct Draw: Sendable, Equatable, Codable {
    /// The importance weight: the pair's even probability over the one it was drawn with.
    public let weight: Double
    /// Whether the pair is declared a link.
    public let isLinked: Bool
    /// Whether it is a match, by its label.
    public let isMatch: Bool

    /// Creates a draw.
    public init(weight: Double, isLinked: Bool, isMatch: Bool) {
      precondition(weight > 0 && weight.isFinite, "a weight of \(weight)")
      self.weight = weight
      self.isLinked = isLinked
      self.isMatch = isMatch
    }
  }

  /// The estimate; nil where no draw is a link or a match that counts.
  public let estimate: Double?
  /// The standard error by linearization; nil with fewer than two draws or no estimate.
  public let standardError: Double?

  /// Estimates from independent draws with replacement.
  ///
  /// - Parameters:
  ///   - draws: in any order.
  ///   - precisionWeight: 1 for precision, 0 for recall, 1/2 for F1.
  public init(draws: [Draw], precisionWeight a: Double) {
    precondition(a >= 0 && a <= 1, "a weight of \(a)")
    var (top, bottom) = (0.0, 0.0)
    let part = { (draw: Draw) -> (top: Double, bottom: Double) in
      let share = a * (draw.isLinked ? 1 : 0) + (1 - a) * (draw.isMatch ? 1 : 0)
      return (draw.isLinked && draw.isMatch ? draw.weight : 0, draw.weight * share)
    }
    for draw in draws {
      top += part(draw).top
      bottom += part(draw).bottom
    }
    guard bottom > 0 else {
      (estimate, standardError) = (nil, nil)
      return
    }
    let ratio = top / bottom
    estimate = ratio
    let squares = draws.reduce(0.0) { sum, draw in
      let residual = part(draw).top - ratio * part(draw).bottom
      return sum + residual * residual
    }
    let n = Double(draws.count)
    standardError = draws.count > 1 ? (squares * n / (n - 1)).squareRoot() / bottom : nil
  }
}
