#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The gamma distribution with a positive shape and unit scale: the regularized incomplete gamma
/// function and its inverse.
package struct GammaDistribution: Sendable {
  private let shape: Double
  private let scale: Double

  /// Creates the distribution of density proportional to x^(shape-1) e^(-x).
  ///
  /// - Parameter shape: positive and finite.
  package init(shape: Double) {
    precondition(shape > 0 && shape.isFinite, "gamma shape \(shape)")
    self.shape = shape
    scale = exp(-stirlingError(shape)) / (2 * Double.pi * shape).squareRoot()
  }

  /// The probability of a tail at a point of zero or more.
  package func probability(of tail: Tail, at x: Double) -> Double {
    precondition(x >= 0, "a negative point \(x)")
    return x == 0 ? (tail == .lower ? 0 : 1) : evaluate(tail, at: x).probability
  }

  /// The point at which a tail has a probability of 0..<1, open at 0.
  package func quantile(_ tail: Tail, probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a tail probability \(probability)")
    return ScrupleStatistics.quantile(
      tail, probability: probability, start: shape, limit: .infinity
    ) { evaluate(tail, at: $0) }
  }

  private func evaluate(_ tail: Tail, at x: Double) -> (probability: Double, density: Double) {
    // x^shape e^(-x) / Gamma(shape + 1), in Loader's form.
    let mass = scale * exp(-deviance(shape, expected: x, excess: shape - x))
    let isLeft = x < shape + 1
    let near = isLeft ? mass * series(x) : mass * shape / fraction(x)
    let isNearTail = isLeft == (tail == .lower)
    return (isNearTail ? near : 1 - near, mass * shape / x)
  }

  /// 1 + x/(shape+1) + x^2/((shape+1)(shape+2)) + ... (Abramowitz & Stegun 6.5.29).
  private func series(_ x: Double) -> Double {
    var sum = 1.0
    var term = 1.0
    var divisor = shape
    while term > sum * 0x1p-54 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return sum
  }

  /// The continued fraction of the upper tail (Abramowitz & Stegun 6.5.31, even part).
  private func fraction(_ x: Double) -> Double {
    continuedFraction { n in (-n * (n - shape), x + 2 * n + 1 - shape) }
  }
}
