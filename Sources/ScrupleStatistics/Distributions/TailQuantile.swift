#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One of the two tails of a distribution.
///
/// A quantile is asked for by the small tail itself, never by one minus it.
package enum Tail: Sendable {
  case lower
  case upper

  /// The tail on the other side.
  package var opposite: Tail { self == .lower ? .upper : .lower }
}

/// Finds the positive x at which a tail of a continuous distribution has a given probability.
///
/// Newton's method on the logarithm of the tail against the logarithm of x, kept inside a bracket
/// that every evaluation narrows. The logarithm of a beta or gamma tail is concave in log x, so
/// that after the first step the iterates approach from one side.
///
/// - Parameters:
///   - tail: which tail `probability` is.
///   - probability: in 0..<1, open at 0.
///   - start: any positive point, best near the middle of the distribution.
///   - limit: the right end of the support, possibly infinite.
///   - evaluate: the tail's probability and the density at a point.
func quantile(
  _ tail: Tail, probability: Double, start: Double, limit: Double,
  evaluate: (Double) -> (probability: Double, density: Double)
) -> Double {
  var low = 0.0
  var high = limit
  var x = start
  for _ in 0..<400 {
    let here = evaluate(x)
    let isLeftOfRoot = (tail == .lower) == (here.probability < probability)
    if isLeftOfRoot { low = x } else { high = x }
    let distance = log(probability / here.probability) * here.probability / (x * here.density)
    let step = tail == .lower ? distance : -distance
    if abs(step) < 4e-16 { return x }
    let proposal = x * exp(step)
    let next = proposal > low && proposal < high ? proposal : middle(low, high)
    if next == x || abs(next - x) <= 2e-16 * x { return next }
    x = next
  }
  return x
}

/// A point between two bounds, halfway on the logarithmic scale where both are positive.
private func middle(_ low: Double, _ high: Double) -> Double {
  if low == 0 { return min(high, Double.greatestFiniteMagnitude) / 256 }
  if high == .infinity { return low * 16 }
  return low.squareRoot() * high.squareRoot()
}
