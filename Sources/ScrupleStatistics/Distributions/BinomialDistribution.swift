#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The binomial distribution: masses and tails that keep their relative precision up to totals of
/// 5e11 and down to probabilities of 1e-300.
package struct BinomialDistribution: Sendable {
  private let trials: Int
  private let chance: Double

  /// Creates the distribution of the count of successes.
  ///
  /// - Parameters:
  ///   - trials: 0 or more.
  ///   - probability: of one success, in 0...1.
  package init(trials: Int, probability: Double) {
    precondition(trials >= 0, "\(trials) trials")
    precondition(probability >= 0 && probability <= 1, "a probability of \(probability)")
    self.trials = trials
    chance = probability
  }

  /// The probability of exactly a count; 0 outside 0...trials.
  package func probability(of count: Int) -> Double {
    guard count >= 0 && count <= trials else { return 0 }
    return binomialMass(count, trials, chance, 1 - chance)
  }

  /// The probability of at most a count.
  ///
  /// - Complexity: O(sqrt(trials)) near the mean, O(1) far from it.
  package func probability(atMost count: Int) -> Double {
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    if chance == 0 { return 1 }
    if chance == 1 { return 0 }
    return BetaDistribution(Double(count + 1), Double(trials - count))
      .probability(of: .upper, at: chance)
  }

  /// The probability of at least a count, without the cancellation of one minus the other tail.
  package func probability(atLeast count: Int) -> Double {
    if count <= 0 { return 1 }
    if count > trials { return 0 }
    if chance == 0 { return 0 }
    if chance == 1 { return 1 }
    return BetaDistribution(Double(count), Double(trials - count + 1))
      .probability(of: .lower, at: chance)
  }
}

/// The binomial mass p^x q^(n-x) C(n, x), for q = 1 - p known on its own.
///
/// - Source: Loader 2000, section 2.
func binomialMass(_ x: Int, _ n: Int, _ p: Double, _ q: Double) -> Double {
  if p == 0 { return x == 0 ? 1 : 0 }
  if q == 0 { return x == n ? 1 : 0 }
  let total = Double(n)
  if x == 0 { return exp(p < 0.5 ? total * log1p(-p) : total * log(q)) }
  if x == n { return exp(q < 0.5 ? total * log1p(-q) : total * log(p)) }
  let count = Double(x)
  let rest = Double(n - x)
  let excess = count.addingProduct(-total, p)
  let error = stirlingError(total) - stirlingError(count) - stirlingError(rest)
  let away =
    deviance(count, expected: total * p, excess: excess)
    + deviance(rest, expected: total * q, excess: -excess)
  return exp(error - away) * (total / (2 * Double.pi * count * rest)).squareRoot()
}
