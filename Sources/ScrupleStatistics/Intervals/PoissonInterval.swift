#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The exact two-sided confidence interval for the mean behind a Poisson count (Garwood 1936).
public struct PoissonInterval: Sendable, Equatable, Codable {
  /// The lower limit: 0 for a count of 0.
  public let lower: Double
  /// The upper limit, positive and finite.
  public let upper: Double
  /// The confidence level, in 0..<1.
  public let level: Double

  /// Creates the interval for the mean of a count.
  ///
  /// - Parameters:
  ///   - count: 0 or more.
  ///   - level: the two-sided confidence level, in 0..<1, open at 0.
  /// - Complexity: O(sqrt(count)).
  public init(count: Int, level: Double = 0.95) {
    precondition(count >= 0, "a count of \(count)")
    precondition(level > 0 && level < 1, "a level of \(level)")
    self.level = level
    let tail = (1 - level) / 2
    let shape = Double(count)
    lower = count == 0 ? 0 : GammaDistribution(shape: shape).quantile(.lower, probability: tail)
    upper =
      count == 0
      ? -log(tail)
      : GammaDistribution(shape: shape + 1).quantile(.upper, probability: tail)
  }
}
