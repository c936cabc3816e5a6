#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension TwoProportions {
  /// The smallest ratio above 1 that groups of these sizes would show as a difference, with a
  /// given power: a plan, not a finding.
  ///
  /// The power of the two-sided normal test of two rates, solved for the group's rate. Where fewer
  /// than five events are expected in the smaller group it is a rough guide only.
  /// - Parameters:
  ///   - total: how many units the group has.
  ///   - referenceTotal: how many the reference has.
  ///   - referenceRate: the rate to expect in the reference, in 0..<1, open at 0.
  ///   - level: the two-sided confidence level.
  ///   - power: the probability of showing the difference, in 0..<1.
  /// - Returns: nil where even a rate of 1 would not be shown, or a group has no units.
  /// - Source: Fleiss, Levin & Paik 2003, without continuity correction.
  public static func smallestDetectableRatio(
    total: Int, referenceTotal: Int, referenceRate: Double, level: Double = 0.95,
    power: Double = 0.8
  ) -> Double? {
    precondition(referenceRate > 0 && referenceRate < 1, "a rate of \(referenceRate)")
    precondition(power > 0 && power < 1, "a power of \(power)")
    guard total > 0 && referenceTotal > 0 else { return nil }
    let (n1, n2) = (Double(total), Double(referenceTotal))
    let z = normalQuantile(level: level)
    let shortfall = { (rate: Double) -> Double in
      let pooled = (n1 * rate + n2 * referenceRate) / (n1 + n2)
      let null = (pooled * (1 - pooled) * (1 / n1 + 1 / n2)).squareRoot()
      let spread = rate * (1 - rate) / n1 + referenceRate * (1 - referenceRate) / n2
      let reach = (rate - referenceRate - z * null) / spread.squareRoot()
      return power - normalUpperTail(-reach)
    }
    guard shortfall(1) <= 0 else { return nil }
    return crossing(referenceRate, 1, of: shortfall) / referenceRate
  }
}
