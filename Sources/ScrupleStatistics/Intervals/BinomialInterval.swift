#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A two-sided confidence interval for the probability behind a count of independent trials.
///
/// Without trials the interval is 0...1 and `hasTrials` is false: it is never NaN and never 0.
/// The limits are exact at the ends: `lower` is 0 when nothing, `upper` is 1 when everything was
/// counted. Counting in complement mirrors the interval.
public struct BinomialInterval: Sendable, Equatable, Codable {
  /// How the limits are made.
  public enum Method: String, Sendable, Codable, CaseIterable {
    /// Exact: covers at least at its level whatever the probability (Clopper & Pearson 1934).
    case clopperPearson
    /// The score interval (Wilson 1927): for charts, not for guarantees.
    case wilson
    /// Quantiles of the posterior under Jeffreys' prior (Brown, Cai & DasGupta 2001).
    case jeffreys
    /// The exact tails with half the mass of the observed count (Lancaster 1961): a cross-check.
    case midP
  }

  /// The lower limit, in 0...1.
  public let lower: Double
  /// The upper limit, in 0...1 and at least `lower`.
  public let upper: Double
  /// The confidence level, in 0..<1.
  public let level: Double
  /// How the limits were made.
  public let method: Method
  /// False when the total is 0: then the interval says nothing, because there is no data.
  public let hasTrials: Bool

  /// Creates the interval for a count of trials.
  ///
  /// - Parameters:
  ///   - count: in 0...total.
  ///   - total: 0 or more; precise to 1e-12 relative up to 5e11.
  ///   - level: the two-sided confidence level, in 0..<1, open at 0.
  ///   - method: how the limits are made.
  /// - Complexity: O(sqrt(total)) at worst, for counts near half the total.
  public init(
    count: Int, total: Int, level: Double = 0.95, method: Method = .clopperPearson
  ) {
    precondition(count >= 0 && count <= total, "a count of \(count) in \(total)")
    precondition(level > 0 && level < 1, "a level of \(level)")
    self.level = level
    self.method = method
    hasTrials = total > 0
    guard total > 0 else {
      (lower, upper) = (0, 1)
      return
    }
    let tail = (1 - level) / 2
    switch method {
    case .clopperPearson:
      lower = exactLower(count, total, tail)
      upper = exactUpper(count, total, tail)
    case .wilson:
      (lower, upper) = wilsonLimits(count, total, normalQuantile(upperTail: tail))
    case .jeffreys:
      (lower, upper) = jeffreysLimits(count, total, tail)
    case .midP:
      lower = midPLower(count, total, tail)
      upper = midPUpper(count, total, tail)
    }
  }

  /// The exact interval of Clopper & Pearson.
  public static func clopperPearson(count: Int, total: Int, level: Double = 0.95) -> Self {
    Self(count: count, total: total, level: level, method: .clopperPearson)
  }

  /// The score interval of Wilson.
  public static func wilson(count: Int, total: Int, level: Double = 0.95) -> Self {
    Self(count: count, total: total, level: level, method: .wilson)
  }

  /// The interval of Jeffreys' prior.
  public static func jeffreys(count: Int, total: Int, level: Double = 0.95) -> Self {
    Self(count: count, total: total, level: level, method: .jeffreys)
  }
}

extension BinomialInterval {
  /// The mid-P interval of Lancaster.
  public static func midP(count: Int, total: Int, level: Double = 0.95) -> Self {
    Self(count: count, total: total, level: level, method: .midP)
  }
}

// MARK: - One-sided bounds

extension BinomialInterval {
  /// The exact one-sided upper bound of Clopper & Pearson: 1 without trials.
  ///
  /// - Parameters:
  ///   - count: in 0...total.
  ///   - total: 0 or more.
  ///   - level: the one-sided confidence level, in 0..<1, open at 0.
  public static func upperBound(count: Int, total: Int, level: Double = 0.95) -> Double {
    precondition(count >= 0 && count <= total, "a count of \(count) in \(total)")
    precondition(level > 0 && level < 1, "a level of \(level)")
    return exactUpper(count, total, 1 - level)
  }

  /// The exact one-sided lower bound of Clopper & Pearson: 0 without trials.
  ///
  /// - Parameters:
  ///   - count: in 0...total.
  ///   - total: 0 or more.
  ///   - level: the one-sided confidence level, in 0..<1, open at 0.
  public static func lowerBound(count: Int, total: Int, level: Double = 0.95) -> Double {
    precondition(count >= 0 && count <= total, "a count of \(count) in \(total)")
    precondition(level > 0 && level < 1, "a level of \(level)")
    return exactLower(count, total, 1 - level)
  }

  /// The rule of three: an approximate upper bound when none of the trials counted.
  ///
  /// It is -log(1 - level) / total, 2.996 / total at 0.95 and so "three over n"; it may exceed 1
  /// in small totals and is mentioned beside the exact bound, never in its place.
  /// - Parameters:
  ///   - total: 1 or more.
  ///   - level: the one-sided confidence level, in 0..<1, open at 0.
  /// - Source: Hanley & Lippman-Hand 1983.
  public static func ruleOfThree(total: Int, level: Double = 0.95) -> Double {
    precondition(total > 0, "a total of \(total)")
    precondition(level > 0 && level < 1, "a level of \(level)")
    return -log(1 - level) / Double(total)
  }
}

// MARK: - Limits

private func exactLower(_ count: Int, _ total: Int, _ tail: Double) -> Double {
  if count == 0 { return 0 }
  if count == total { return exp(log(tail) / Double(total)) }
  return BetaDistribution(Double(count), Double(total - count + 1))
    .quantile(.lower, probability: tail)
}

private func exactUpper(_ count: Int, _ total: Int, _ tail: Double) -> Double {
  if count == total { return 1 }
  if count == 0 { return -expm1(log(tail) / Double(total)) }
  return BetaDistribution(Double(count + 1), Double(total - count))
    .quantile(.upper, probability: tail)
}

private func jeffreysLimits(
  _ count: Int, _ total: Int, _ tail: Double
) -> (lower: Double, upper: Double) {
  let posterior = BetaDistribution(Double(count) + 0.5, Double(total - count) + 0.5)
  return (
    count == 0 ? 0 : posterior.quantile(.lower, probability: tail),
    count == total ? 1 : posterior.quantile(.upper, probability: tail)
  )
}

/// Wilson 1927. The limits are the roots of (1+k)w^2 - (2p+k)w + p^2 with k = z^2/n: the smaller
/// comes from their product, the larger from their sum, so that neither cancels.
private func wilsonLimits(
  _ count: Int, _ total: Int, _ z: Double
) -> (lower: Double, upper: Double) {
  let n = Double(total)
  let p = Double(count) / n
  let q = Double(total - count) / n
  let k = z * z / n
  let upper = (p + k / 2 + (k * (p * q + k / 4)).squareRoot()) / (1 + k)
  return (
    count == 0 ? 0 : p * p / ((1 + k) * upper),
    count == total ? 1 : min(upper, 1)
  )
}

/// The limits solve "tail beyond the count plus half its mass = tail"; they lie inside the exact
/// ones, which bracket them.
private func midPLower(_ count: Int, _ total: Int, _ tail: Double) -> Double {
  if count == 0 { return 0 }
  return crossing(
    exactLower(count, total, tail), Double(count) / Double(total)
  ) { p in
    let trials = BinomialDistribution(trials: total, probability: p)
    return tail - trials.probability(atLeast: count + 1) - trials.probability(of: count) / 2
  }
}

private func midPUpper(_ count: Int, _ total: Int, _ tail: Double) -> Double {
  if count == total { return 1 }
  return crossing(
    Double(count) / Double(total), exactUpper(count, total, tail)
  ) { p in
    let trials = BinomialDistribution(trials: total, probability: p)
    return trials.probability(atMost: count - 1) + trials.probability(of: count) / 2 - tail
  }
}
