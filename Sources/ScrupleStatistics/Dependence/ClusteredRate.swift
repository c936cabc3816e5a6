#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A rate of marked units, such as bookings, that come in clusters, such as persons.
///
/// The rate is the ratio of two sums over clusters, and its variance that of such a ratio
/// (linearized): V = K/(K-1) * sum (e_k - p t_k)^2 / (sum t)^2 over K clusters. With one unit a
/// cluster it is the binomial variance times K/(K-1).
/// - Source: Cochran 1977, chapter 6.
public struct ClusteredRate: Sendable, Equatable, Codable {
  /// How many units are marked.
  public let count: Int
  /// How many units there are.
  public let total: Int
  /// How many clusters have units.
  public let clusters: Int
  /// The clusters behind the marks.
  public let effective: EffectiveCounts
  /// The standard error with clusters; nil with fewer than two of them.
  public let clusteredError: Double?
  /// The standard error if units were independent; nil without units.
  public let independentError: Double?

  /// Computes the rate and its errors.
  ///
  /// - Parameters:
  ///   - marked: how many marked units each cluster has.
  ///   - sizes: how many units each cluster has, in the same order; empty clusters do not count.
  /// - Complexity: O(clusters).
  public init(marked: [Int], sizes: [Int]) {
    precondition(marked.count == sizes.count, "\(marked.count) counts, \(sizes.count) sizes")
    count = marked.reduce(0, +)
    total = sizes.reduce(0, +)
    clusters = sizes.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
    effective = EffectiveCounts(eventsPerCluster: marked)
    guard total > 0 else {
      (clusteredError, independentError) = (nil, nil)
      return
    }
    let units = Double(total)
    let rate = Double(count) / units
    independentError = (rate * Double(total - count) / units / units).squareRoot()
    var squares = 0.0
    for (events, size) in zip(marked, sizes) {
      precondition(events >= 0 && events <= size, "\(events) marked of \(size)")
      let residual = Double(events) - rate * Double(size)
      squares += residual * residual
    }
    let k = Double(clusters)
    clusteredError = clusters < 2 ? nil : (k / (k - 1) * squares).squareRoot() / units
  }

  /// The rate; nil without units.
  public var estimate: Double? { total > 0 ? Double(count) / Double(total) : nil }

  /// How many times the variance with clusters exceeds that of independent units; nil without
  /// marks, or where every unit is marked.
  public var designEffect: Double? {
    guard let clusteredError, let independentError, independentError > 0 else { return nil }
    let ratio = clusteredError / independentError
    return ratio * ratio
  }

  /// The interval on the log-odds scale with the clustered error; nil where the error is 0 or
  /// unknown: then only a bound over clusters can be given.
  ///
  /// - Parameter level: the two-sided confidence level, in 0..<1, open at 0.
  public func interval(level: Double = 0.95) -> ClosedRange<Double>? {
    guard let rate = estimate, let error = clusteredError, error > 0, rate > 0, rate < 1 else {
      return nil
    }
    let reach = normalQuantile(level: level) * error / (rate * (1 - rate))
    let logit = log(rate) - log1p(-rate)
    return 1 / (1 + exp(reach - logit))...1 / (1 + exp(-reach - logit))
  }
}
