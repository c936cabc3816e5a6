#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The point above which the standard normal distribution has a probability.
///
/// Newton's method on the logarithm of the tail, which is concave; relative precision about 1e-15.
/// - Parameter upperTail: in 0..<1, open at 0.
package func normalQuantile(upperTail: Double) -> Double {
  precondition(upperTail > 0 && upperTail < 1, "a tail probability \(upperTail)")
  if upperTail == 0.5 { return 0 }
  if upperTail > 0.5 { return -normalQuantile(upperTail: 1 - upperTail) }
  var z = (-2 * log(2 * upperTail)).squareRoot()
  for _ in 0..<100 {
    let tail = 0.5 * erfc(z * 0.5.squareRoot())
    let density = exp(-0.5 * z * z) / (2 * Double.pi).squareRoot()
    let step = log(tail / upperTail) * tail / density
    z += step
    if abs(step) <= 4e-16 * max(1, abs(z)) { break }
  }
  return z
}

/// The two-sided standard normal quantile of a confidence level, 1.96 at 0.95.
///
/// - Parameter level: in 0..<1, open at 0.
package func normalQuantile(level: Double) -> Double {
  normalQuantile(upperTail: (1 - level) / 2)
}
