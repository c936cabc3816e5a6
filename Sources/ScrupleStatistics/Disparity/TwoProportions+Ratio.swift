#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension TwoProportions {
  /// Miettinen and Nurminen's score interval of the ratio: the default, also with zero counts.
  ///
  /// Where nothing counted in the reference there is no upper limit; where nothing counted in the
  /// group the lower limit is 0; where neither did, every ratio is possible.
  /// - Returns: nil without units on either side.
  /// - Source: Miettinen & Nurminen 1985.
  public func scoreRatio(level: Double = 0.95) -> RatioInterval? {
    guard hasUnits else { return nil }
    let z = normalQuantile(level: level)
    return RatioInterval(
      lower: count == 0 ? 0 : lowerRatio(z),
      upper: referenceCount == 0 ? nil : upperRatio(z))
  }

  /// The one-sided lower bound of the ratio, "at least this": what can be said where nothing
  /// counted in the reference; 0 where nothing counted in the group.
  ///
  /// - Parameter level: the one-sided confidence level, in 0..<1, open at 0.
  /// - Returns: nil without units on either side.
  public func ratioAtLeast(level: Double = 0.95) -> Double? {
    precondition(level > 0 && level < 1, "a level of \(level)")
    guard hasUnits else { return nil }
    return count == 0 ? 0 : lowerRatio(normalQuantile(upperTail: 1 - level))
  }

  /// Katz's interval of the ratio, normal on the logarithmic scale.
  ///
  /// - Throws: `StatisticsError.countsTooSmall` unless five or more counted in both groups.
  /// - Source: Katz, Baptista, Azen & Pike 1978.
  public func katzRatio(level: Double = 0.95) throws(StatisticsError) -> RatioInterval {
    guard count >= 5 && referenceCount >= 5 else {
      throw .countsTooSmall(counts: [count, referenceCount], needed: 5)
    }
    return logRatioInterval(level)
  }

  /// Katz's formula for any positive counts.
  func logRatioInterval(_ level: Double) -> RatioInterval {
    let (x1, x2) = (Double(count), Double(referenceCount))
    let unseen = Double(total - count) / (x1 * Double(total))
    let unseenReference = Double(referenceTotal - referenceCount) / (x2 * Double(referenceTotal))
    let factor = exp(normalQuantile(level: level) * (unseen + unseenReference).squareRoot())
    let ratio = x1 / Double(total) / (x2 / Double(referenceTotal))
    return RatioInterval(lower: ratio / factor, upper: ratio * factor)
  }

  // The searches run over the logarithm: ratios from e^-80 to e^80 hold every count up to 2^63.

  private func lowerRatio(_ z: Double) -> Double {
    exp(crossing(-80, ratio.map(log) ?? 80) { ratioScore(at: exp($0)) - z })
  }

  private func upperRatio(_ z: Double) -> Double {
    let start = ratio.map { $0 > 0 ? log($0) : -80 } ?? -80
    return exp(crossing(start, 80) { ratioScore(at: exp($0)) + z })
  }

  /// The score statistic of a supposed ratio: falls as the ratio rises.
  func ratioScore(at supposed: Double) -> Double {
    let (n1, n2) = (Double(total), Double(referenceTotal))
    let (x1, x2) = (Double(count), Double(referenceCount))
    // The constrained reference rate is the smaller root of a p^2 - b p + c, from the product.
    let a = (n1 + n2) * supposed
    let b = supposed * (n1 + x2) + x1 + n2
    let c = x1 + x2
    let own = 2 * c / (b + max(b * b - 4 * a * c, 0).squareRoot())
    let scaled = min(supposed * own, 1)
    let variance =
      scaled * (1 - scaled) / n1 + supposed * supposed * own * (1 - min(own, 1)) / n2
    return (x1 / n1 - supposed * (x2 / n2)) / (variance * smallSampleFactor).squareRoot()
  }
}
