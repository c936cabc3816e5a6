/// The rate of searches with any false link against a larger registry than the measured one, from
/// rates per pair in strata of name frequency.
///
/// It is a projection, not a measurement, and assumes that the added records have the same mix of
/// names and birth dates. Each stratum's rate goes through 1 - (1 - r)^M, which rises with r, so
/// the limits go through it as well. By Jensen's inequality the result is at most that of the
/// mean rate.
public struct StratifiedProjection: Sendable, Equatable, Codable {
  /// One stratum of searches, such as those with names of one frequency.
  public struct Stratum: Sendable, Equatable, Codable {
    /// The share of all searches that fall into it, in 0...1.
    public let share: Double
    /// The estimated rate of false links per pair, in 0...1.
    public let rate: Double
    /// The lower limit of that rate.
    public let lower: Double
    /// The upper limit of that rate.
    public let upper: Double

    /// Creates a stratum.
    ///
    /// - Parameters:
    ///   - share: in 0...1; the shares of all strata add to 1.
    ///   - rate: in lower...upper.
    ///   - interval: the limits, within 0...1, by a method that allows for pairs that share
    ///     records (``TwoWayClusteredRate``).
    public init(share: Double, rate: Double, interval: ClosedRange<Double>) {
      precondition(share >= 0 && share <= 1, "a share of \(share)")
      precondition(interval.contains(rate), "a rate of \(rate) outside its limits")
      precondition(interval.lowerBound >= 0 && interval.upperBound <= 1, "limits beyond 0...1")
      self.share = share
      self.rate = rate
      lower = interval.lowerBound
      upper = interval.upperBound
    }
  }

  /// A projected figure with the limits it takes from those of the strata.
  public struct Figure: Sendable, Equatable, Codable {
    /// The projected value.
    public let estimate: Double
    /// The value where every stratum is at its lower limit.
    public let lower: Double
    /// The value where every stratum is at its upper limit.
    public let upper: Double

    init(estimate: Double, lower: Double, upper: Double) {
      self.estimate = estimate
      self.lower = lower
      self.upper = upper
    }

    /// A figure of so many alike.
    package init(_ figure: Figure, times factor: Double) {
      self.init(
        estimate: figure.estimate * factor, lower: figure.lower * factor,
        upper: figure.upper * factor)
    }
  }

  /// The registry size the projection is for.
  public let registrySize: Int
  /// The projected rate of searches with any false link.
  public let identificationRate: Figure
  /// The projected number of false links of a search: the sum of share * M * rate.
  public let expectedFalseLinks: Figure
  /// Whether the registry is larger than the one the rates were measured at.
  public let isExtrapolation: Bool

  /// Projects rates to a registry size.
  ///
  /// Joint limits hold at the level of the strata's limits only if those were made at
  /// 1 - (1 - level) / strata each.
  /// - Parameters:
  ///   - strata: their shares add to 1 within 1e-9.
  ///   - measuredAt: the registry size the rates were measured at, 1 or more.
  ///   - registrySize: the size to project to, 0 or more.
  ///   - greatestFactor: how many times the measured size is still allowed; nil for any.
  /// - Throws: `StatisticsError.extrapolationTooFar` beyond that.
  public init(
    strata: [Stratum], measuredAt: Int, registrySize: Int, greatestFactor: Double? = 10
  ) throws(StatisticsError) {
    precondition(measuredAt > 0 && registrySize >= 0, "sizes \(measuredAt), \(registrySize)")
    let shares = strata.reduce(0) { $0 + $1.share }
    precondition(abs(shares - 1) < 1e-9, "shares that add to \(shares)")
    if let limit = greatestFactor, Double(registrySize) > limit * Double(measuredAt) {
      throw .extrapolationTooFar(observed: measuredAt, requested: registrySize, limit: limit)
    }
    self.registrySize = registrySize
    isExtrapolation = registrySize > measuredAt
    identificationRate = Self.figure(strata) {
      HomogeneousGrowth.identificationRate(falseMatchRate: $0, registrySize: registrySize)
    }
    expectedFalseLinks = Self.figure(strata) {
      HomogeneousGrowth.expectedFalseLinks(falseMatchRate: $0, registrySize: registrySize)
    }
  }

  private static func figure(_ strata: [Stratum], _ growth: (Double) -> Double) -> Figure {
    Figure(
      estimate: strata.reduce(0) { $0 + $1.share * growth($1.rate) },
      lower: strata.reduce(0) { $0 + $1.share * growth($1.lower) },
      upper: strata.reduce(0) { $0 + $1.share * growth($1.upper) })
  }
}
