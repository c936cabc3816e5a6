#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The replicates of a statistic and the intervals they give.
public struct BootstrapDistribution: Sendable, Equatable {
  /// How an interval is read off the replicates.
  public enum Method: String, Sendable, Codable, CaseIterable {
    /// The quantiles of the replicates (Efron 1981).
    case percentile
    /// Quantiles corrected for bias and for a variance that changes with the rate (Efron 1987).
    case biasCorrectedAccelerated
  }

  /// The statistic of the data as they are.
  public let estimate: Double
  /// The replicates where the statistic is defined, ascending.
  public let replicates: [Double]
  /// How many replicates were left out because the statistic was not defined.
  public let undefined: Int
  /// The acceleration from leaving out one cluster at a time; 0 where nothing changes.
  public let acceleration: Double

  /// Gathers replicates.
  ///
  /// - Parameters:
  ///   - estimate: the statistic of the data.
  ///   - values: the replicates in any order; nil where not defined.
  ///   - leftOut: the statistic with each cluster left out in turn; nil where not defined.
  /// - Source: the acceleration is Efron & Tibshirani 1993, equation 14.15.
  public init(estimate: Double, values: [Double?], leftOut: [Double?]) {
    self.estimate = estimate
    replicates = values.compactMap { $0 }.sorted()
    undefined = values.count - replicates.count
    let jackknife = leftOut.compactMap { $0 }
    let mean = jackknife.reduce(0, +) / Double(max(jackknife.count, 1))
    var (squares, cubes) = (0.0, 0.0)
    for value in jackknife {
      let away = mean - value
      squares += away * away
      cubes += away * away * away
    }
    acceleration = squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
  }

  /// The standard deviation of the replicates; nil with fewer than two.
  public var standardError: Double? {
    guard replicates.count > 1 else { return nil }
    let mean = replicates.reduce(0, +) / Double(replicates.count)
    let squares = replicates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(replicates.count - 1)).squareRoot()
  }

  /// The interval at a level; nil without replicates.
  ///
  /// Where the statistic never changes, both methods give the estimate alone: that is no evidence
  /// that it is right, and an exact bound belongs in its place.
  /// - Parameters:
  ///   - level: the two-sided confidence level, in 0..<1, open at 0.
  ///   - method: how the interval is read off.
  public func interval(
    level: Double = 0.95, method: Method = .biasCorrectedAccelerated
  ) -> ClosedRange<Double>? {
    precondition(level > 0 && level < 1, "a level of \(level)")
    guard !replicates.isEmpty else { return nil }
    let tail = (1 - level) / 2
    let low = corrected(tail, method)
    let high = corrected(1 - tail, method)
    return quantile(low)...max(quantile(low), quantile(high))
  }

  /// The normal quantile of the share of replicates below the estimate, half of the ties
  /// included; 0 where all lie on one side.
  public var bias: Double {
    let below = replicates.reduce(0.0) { $0 + ($1 < estimate ? 1 : $1 == estimate ? 0.5 : 0) }
    let share = below / Double(max(replicates.count, 1))
    return share > 0 && share < 1 ? -normalQuantile(upperTail: share) : 0
  }

  private func corrected(_ probability: Double, _ method: Method) -> Double {
    guard method == .biasCorrectedAccelerated else { return probability }
    let shifted = bias - normalQuantile(upperTail: probability)
    let z = bias + shifted / (1 - acceleration * shifted)
    return normalUpperTail(-z)
  }

  /// The order statistic at (B + 1) p, straight lines in between and flat beyond the ends.
  private func quantile(_ probability: Double) -> Double {
    let last = replicates.count - 1
    let place = Double(replicates.count + 1) * probability - 1
    if place <= 0 { return replicates[0] }
    if place >= Double(last) { return replicates[last] }
    let index = Int(place)
    let part = place - Double(index)
    return replicates[index] + part * (replicates[index + 1] - replicates[index])
  }
}
