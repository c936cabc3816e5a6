#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Two groups compared within strata, such as bands of name frequency or of age.
///
/// The crude ratio says who bears the harm; the adjusted one what happens at equal strata. Both
/// belong in a report, and never the adjusted one alone.
public struct StratifiedComparison: Sendable, Equatable {
  /// The two groups in each stratum.
  public let strata: [TwoProportions]

  /// Takes the strata.
  public init(strata: [TwoProportions]) {
    self.strata = strata
  }

  /// The two groups with the strata ignored.
  public var crude: TwoProportions {
    TwoProportions(
      count: strata.reduce(0) { $0 + $1.count }, total: strata.reduce(0) { $0 + $1.total },
      referenceCount: strata.reduce(0) { $0 + $1.referenceCount },
      referenceTotal: strata.reduce(0) { $0 + $1.referenceTotal })
  }

  /// The common ratio of rates of Mantel and Haenszel, with its interval.
  public struct CommonRatio: Sendable, Equatable, Codable {
    /// The common ratio.
    public let estimate: Double
    /// The lower limit.
    public let lower: Double
    /// The upper limit.
    public let upper: Double
  }

  /// The common ratio of Mantel and Haenszel: sum x1 n0 / N over sum x0 n1 / N.
  ///
  /// Strata without units in one group say nothing. Supposes that the ratio is the same in all.
  /// - Returns: nil where nothing counted on one side in the strata that say something.
  /// - Source: Mantel & Haenszel 1959; the variance of its logarithm is Greenland & Robins 1985.
  public func mantelHaenszelRatio(level: Double = 0.95) -> CommonRatio? {
    var (top, bottom, spread) = (0.0, 0.0, 0.0)
    for stratum in strata where stratum.hasUnits {
      let (x1, n1) = (Double(stratum.count), Double(stratum.total))
      let (x0, n0) = (Double(stratum.referenceCount), Double(stratum.referenceTotal))
      let all = n1 + n0
      top += x1 * n0 / all
      bottom += x0 * n1 / all
      spread += (n1 * n0 * (x1 + x0) - x1 * x0 * all) / (all * all)
    }
    guard top > 0 && bottom > 0 else { return nil }
    let factor = exp(normalQuantile(level: level) * (spread / (top * bottom)).squareRoot())
    let ratio = top / bottom
    return CommonRatio(estimate: ratio, lower: ratio / factor, upper: ratio * factor)
  }

  /// Both groups' rates at one and the same mix of strata.
  public struct StandardizedRates: Sendable, Equatable, Codable {
    /// The rate of the group.
    public let rate: Double
    /// The rate of the reference.
    public let referenceRate: Double
    /// The standard error of their difference.
    public let differenceError: Double

    /// The rate minus that of the reference.
    public var difference: Double { rate - referenceRate }
    /// The rate over that of the reference; nil where that is 0.
    public var ratio: Double? { referenceRate > 0 ? rate / referenceRate : nil }
  }

  /// Direct standardization to a mix of strata.
  ///
  /// - Parameter weights: of each stratum, none negative, not all 0; the units of both groups
  ///   together when nil.
  /// - Returns: nil where a stratum with weight has no units in one group: its rate is unknown.
  /// - Complexity: O(strata).
  public func standardized(weights: [Double]? = nil) -> StandardizedRates? {
    precondition(weights.map { $0.count == strata.count } ?? true, "weights for other strata")
    let mix = weights ?? strata.map { Double($0.total) + Double($0.referenceTotal) }
    let all = mix.reduce(0, +)
    guard all > 0 else { return nil }
    var (rate, reference, variance) = (0.0, 0.0, 0.0)
    for (weight, stratum) in zip(mix, strata) where weight > 0 {
      guard let own = stratum.rate, let other = stratum.referenceRate else { return nil }
      let share = weight / all
      rate += share * own
      reference += share * other
      let spread =
        own * (1 - own) / Double(stratum.total)
        + other * (1 - other) / Double(stratum.referenceTotal)
      variance += share * share * spread
    }
    return StandardizedRates(
      rate: rate, referenceRate: reference, differenceError: variance.squareRoot())
  }
}
