#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension TwoProportions {
  /// Newcombe's hybrid score interval of the difference: the default.
  ///
  /// The distances of both rates to their Wilson limits, combined as for independent errors.
  /// - Returns: limits within -1...1; nil without units on either side.
  /// - Source: Newcombe 1998, method 10.
  public func newcombeDifference(level: Double = 0.95) -> ClosedRange<Double>? {
    guard let rate, let referenceRate else { return nil }
    let own = BinomialInterval.wilson(count: count, total: total, level: level)
    let other = BinomialInterval.wilson(
      count: referenceCount, total: referenceTotal, level: level)
    let down = hypot(rate - own.lower, other.upper - referenceRate)
    let up = hypot(own.upper - rate, referenceRate - other.lower)
    let difference = rate - referenceRate
    return max(difference - down, -1)...min(difference + up, 1)
  }

  /// Miettinen and Nurminen's score interval of the difference.
  ///
  /// All differences that the score test with the factor N/(N-1) does not refute.
  /// - Returns: limits within -1...1; nil without units on either side.
  /// - Complexity: about 60 x 60 steps, up to 1,000 x 1,000 next to 0.
  /// - Source: Miettinen & Nurminen 1985.
  public func scoreDifference(level: Double = 0.95) -> ClosedRange<Double>? {
    guard let difference else { return nil }
    let z = normalQuantile(level: level)
    let lower =
      difference == -1 ? -1 : crossing(-1, difference) { differenceScore(at: $0) - z }
    let upper = difference == 1 ? 1 : crossing(difference, 1) { differenceScore(at: $0) + z }
    return lower...max(lower, upper)
  }

  /// The score statistic of a supposed difference: falls as the difference rises.
  func differenceScore(at supposed: Double) -> Double {
    let estimate = difference ?? 0
    let own = constrainedReferenceRate(difference: supposed)
    let shifted = min(max(own + supposed, 0), 1)
    let (n1, n2) = (Double(total), Double(referenceTotal))
    let variance = shifted * (1 - shifted) / n1 + own * (1 - own) / n2
    return (estimate - supposed) / (variance * smallSampleFactor).squareRoot()
  }

  /// N / (N - 1) over both groups.
  var smallSampleFactor: Double {
    let all = Double(total) + Double(referenceTotal)
    return all / (all - 1)
  }

  /// The most likely reference rate among pairs of rates so far apart.
  ///
  /// The slope of the log-likelihood falls in the rate, so that bisection finds its zero to the
  /// last bit; the closed cubic root loses digits at rare events.
  private func constrainedReferenceRate(difference d: Double) -> Double {
    let x1 = Double(count)
    let y1 = Double(total - count)
    let x2 = Double(referenceCount)
    let y2 = Double(referenceTotal - referenceCount)
    return crossing(max(0, -d), min(1, 1 - d)) { p in
      var slope = 0.0
      if x1 > 0 { slope += x1 / (p + d) }
      if y1 > 0 { slope -= y1 / (1 - p - d) }
      if x2 > 0 { slope += x2 / p }
      if y2 > 0 { slope -= y2 / (1 - p) }
      return slope
    }
  }
}
