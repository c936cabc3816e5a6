/// A rate over strata of a finite list, each sampled without replacement.
///
/// A stratum in which nothing was counted has a standard error of 0, which says nothing: the
/// conservative bounds, a sum of exact hypergeometric ones, hold for it too.
/// - Source: Cochran 1977, sections 5.3 and 5.4; the exact bounds by Bonferroni's inequality.
public struct StratifiedEstimate: Sendable, Equatable {
  /// One stratum: its size, how many were looked at and how many of those counted.
  public struct Stratum: Sendable, Equatable, Codable {
    /// How many units it has.
    public let size: Int
    /// How many were looked at.
    public let sample: Int
    /// How many of those counted.
    public let count: Int

    /// Creates a stratum.
    public init(size: Int, sample: Int, count: Int) {
      precondition(count >= 0 && count <= sample && sample <= size, "\(count)/\(sample)/\(size)")
      self.size = size
      self.sample = sample
      self.count = count
    }
  }

  /// The strata.
  public let strata: [Stratum]
  /// How many units there are in all.
  public let population: Int

  /// Gathers strata.
  public init(strata: [Stratum]) {
    self.strata = strata
    population = strata.reduce(0) { $0 + $1.size }
  }

  /// The estimated rate, the sum of W_h x_h / n_h; nil where a stratum with units was not looked
  /// at, or there are none.
  public var estimate: Double? {
    guard population > 0, strata.allSatisfy({ $0.sample > 0 || $0.size == 0 }) else { return nil }
    return strata.reduce(0) { sum, stratum in
      guard stratum.size > 0 else { return sum }
      let rate = Double(stratum.count) / Double(stratum.sample)
      return sum + Double(stratum.size) / Double(population) * rate
    }
  }

  /// The standard error with finite population correction; nil where a stratum that was not
  /// looked at in full has fewer than two labels.
  ///
  /// Too small where a stratum was sampled and nothing counted: see `hasUntouchedStratum`.
  public var standardError: Double? {
    guard estimate != nil else { return nil }
    var variance = 0.0
    for stratum in strata where stratum.sample < stratum.size {
      guard stratum.sample > 1 else { return nil }
      let n = Double(stratum.sample)
      let weight = Double(stratum.size) / Double(population)
      let rate = Double(stratum.count) / n
      let unseen = 1 - n / Double(stratum.size)
      variance += weight * weight * unseen * rate * (1 - rate) / (n - 1)
    }
    return variance.squareRoot()
  }

  /// Whether a stratum with unseen units counted nothing or everything, so that the normal
  /// interval leaves its uncertainty out.
  public var hasUntouchedStratum: Bool {
    strata.contains { $0.sample < $0.size && ($0.count == 0 || $0.count == $0.sample) }
  }

  /// The normal interval, within 0...1: for strata that all counted something.
  public func normalInterval(level: Double = 0.95) -> ClosedRange<Double>? {
    guard let estimate, let standardError else { return nil }
    let reach = normalQuantile(level: level) * standardError
    return max(estimate - reach, 0)...min(estimate + reach, 1)
  }

  /// The bounds of each stratum at (1 - level) / (2 * strata) a side.
  public func finiteListBounds(level: Double = 0.95) -> [FiniteListBounds] {
    precondition(level > 0 && level < 1, "a level of \(level)")
    let tail = (1 - level) / Double(2 * max(strata.count, 1))
    return strata.map {
      FiniteListBounds(count: $0.count, sample: $0.sample, population: $0.size, level: 1 - tail)
    }
  }

  /// The conservative exact interval: covers at least at its level whatever the strata hold; nil
  /// without units.
  public func exactInterval(level: Double = 0.95) -> ClosedRange<Double>? {
    guard population > 0 else { return nil }
    let bounds = finiteListBounds(level: level)
    let lower = bounds.reduce(0) { $0 + $1.lower }
    let upper = bounds.reduce(0) { $0 + $1.upper }
    return Double(lower) / Double(population)...Double(upper) / Double(population)
  }
}
