/// The number that the size of a Student t variable exceeds with probability 1 - level.
///
/// With x the lower quantile of Beta(n/2, 1/2) at 1 - level it is sqrt(n (1 - x) / x).
///
/// - Parameters:
///   - level: in 0..<1, open at 0.
///   - degreesOfFreedom: 1 or more.
package func studentQuantile(level: Double, degreesOfFreedom: Int) -> Double {
  precondition(level > 0 && level < 1, "a level of \(level)")
  precondition(degreesOfFreedom > 0, "\(degreesOfFreedom) degrees of freedom")
  let n = Double(degreesOfFreedom)
  let x = BetaDistribution(n / 2, 0.5).quantile(.lower, probability: 1 - level)
  // Of many degrees of freedom 1 - x is small; its own quantile keeps its digits.
  let rest = BetaDistribution(0.5, n / 2).quantile(.upper, probability: 1 - level)
  return (n * rest / x).squareRoot()
}
