// The pieces of Loader's saddle-point form of the binomial and Poisson densities (Loader 2000,
// "Fast and Accurate Computation of Binomial Probabilities").
//
// Goals, in order: no cancellation at totals of 5e11 (where a difference of two log-gamma values
// near 1e13 keeps three digits), full relative precision in the tails, simplicity.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The error of Stirling's formula: log(z!) - log(sqrt(2 pi z) (z/e)^z), for real z > 0.
///
/// The absolute error is below 1e-14.
/// - Source: Loader 2000, section 3; the series is Abramowitz & Stegun 6.1.41.
func stirlingError(_ z: Double) -> Double {
  guard z >= 10 else {
    var sign: Int32 = 0
    let halfLogTwoPi = 0.918_938_533_204_672_8
    return lgamma_r(z + 1, &sign) - (z + 0.5) * log(z) + z - halfLogTwoPi
  }
  let s = 1 / (z * z)
  var sum = 1.0 / 156
  for coefficient in [-691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12] {
    sum = sum * s + coefficient
  }
  return sum / z
}

/// The deviance v log(v/m) + m - v, at least 0, without cancellation near v = m.
///
/// `excess` is v - m; the caller passes it because it often knows it more exactly than the
/// subtraction would give it.
/// - Source: Loader 2000, section 4.
func deviance(_ v: Double, expected m: Double, excess: Double) -> Double {
  guard abs(excess) < 0.1 * (v + m) else { return v * log(v / m) - excess }
  let ratio = excess / (v + m)
  let square = ratio * ratio
  var sum = excess * ratio
  var term = 2 * v * ratio
  var divisor = 1.0
  while true {
    term *= square
    divisor += 2
    let next = sum + term / divisor
    if next == sum { return next }
    sum = next
  }
}

/// Sums the continued fraction b0 + a1/(b1 + a2/(b2 + ...)) by the modified Lentz method.
///
/// - Parameter term: the pair (a, b) at an index; a at index 0 is ignored.
/// - Source: Thompson & Barnett 1986.
/// - Complexity: as many terms as convergence to 1e-16 needs, at most ten million.
func continuedFraction(_ term: (Double) -> (a: Double, b: Double)) -> Double {
  let tiny = 1e-300
  let first = term(0).b
  var value = first == 0 ? tiny : first
  var c = value
  var d = 0.0
  for index in 1...10_000_000 {
    let (a, b) = term(Double(index))
    d = b + a * d
    c = b + a / c
    d = 1 / (d == 0 ? tiny : d)
    c = c == 0 ? tiny : c
    let factor = c * d
    value *= factor
    if abs(factor - 1) <= 0x1p-53 { break }
  }
  return value
}
