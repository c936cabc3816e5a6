/// A ratio of two totals from a sample of clusters, corrected for its bias.
///
/// For pairwise precision over sampled true clusters, B is a cluster's weighted number of pairs
/// both linked and matching, and A half the weighted number of links that touch it; for recall A
/// is its weighted number of matching pairs. Then
/// R = mean B / mean A * (1 + mean(A (B/mean B - A/mean A)) / ((n-1) mean A)).
/// Precision within a labelled subset alone is biased upward, because links that leave the subset
/// are missing; the clusters must be sampled from all, with the weights of their sampling.
/// - Source: Binette, York, Hickerson, Baek, Madhavan & Jones 2023 (arXiv 2210.01230).
public struct RatioEstimate: Sendable, Equatable {
  /// The ratio with its bias corrected; nil with fewer than two clusters or a denominator of 0.
  public let estimate: Double?
  /// The plain ratio of totals.
  public let plain: Double?
  /// The standard error: the plain ratio times the standard error of mean B/mean B - A/mean A.
  public let standardError: Double?

  /// Estimates the ratio.
  ///
  /// - Parameters:
  ///   - numerators: B of each sampled cluster, none negative.
  ///   - denominators: A of each, in the same order, none negative.
  ///   - weights: the inverse sampling probabilities up to a factor; all 1 when nil.
  public init(numerators: [Double], denominators: [Double], weights: [Double]? = nil) {
    let n = numerators.count
    precondition(denominators.count == n, "\(n) numerators, \(denominators.count) denominators")
    precondition(weights.map { $0.count == n } ?? true, "weights for other than \(n) clusters")
    let b = numerators.indices.map { numerators[$0] * (weights?[$0] ?? 1) }
    let a = denominators.indices.map { denominators[$0] * (weights?[$0] ?? 1) }
    let size = Double(n)
    let (meanA, meanB) = (a.reduce(0, +) / size, b.reduce(0, +) / size)
    guard n > 1, meanA > 0 else {
      (estimate, plain, standardError) = (nil, nil, nil)
      return
    }
    let ratio = meanB / meanA
    plain = ratio
    // In units of B: R (B/mean B - A/mean A) = (B - R A) / mean A, also where mean B is 0.
    let residuals = zip(a, b).map { ($0.1 - ratio * $0.0) / meanA }
    let shift = zip(a, residuals).reduce(0) { $0 + $1.0 * $1.1 } / size
    estimate = ratio + shift / ((size - 1) * meanA)
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    standardError = (squares / (size * (size - 1))).squareRoot()
  }
}
