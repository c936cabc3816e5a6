/// P-values adjusted for how many comparisons were made.
///
/// Holm for what is claimed, Benjamini-Hochberg for tables that explore; the number of comparisons
/// is printed with them. The order of the results is that of the p-values given; none falls below
/// its own p-value, and equal p-values stay equal.
public enum MultipleComparisons {
  /// How p-values are adjusted.
  public enum Method: String, Sendable, Codable, CaseIterable {
    /// Times their number: the probability of any false claim.
    case bonferroni
    /// The step-down form of it, never larger (Holm 1979).
    case holm
    /// The expected share of false claims, for independent comparisons (Benjamini & Hochberg 1995).
    case benjaminiHochberg
    /// The same for comparisons of any dependence (Benjamini & Yekutieli 2001).
    case benjaminiYekutieli
  }

  /// The adjusted p-values, in the order given, at most 1.
  ///
  /// - Parameters:
  ///   - pValues: each in 0...1.
  ///   - method: how they are adjusted.
  /// - Complexity: O(n log n).
  public static func adjusted(_ pValues: [Double], by method: Method) -> [Double] {
    precondition(pValues.allSatisfy { $0 >= 0 && $0 <= 1 }, "a p-value outside 0...1")
    let n = pValues.count
    let order = pValues.indices.sorted { pValues[$0] < pValues[$1] }
    var result = pValues
    switch method {
    case .bonferroni:
      result = pValues.map { min($0 * Double(n), 1) }
    case .holm:
      var greatest = 0.0
      for (rank, index) in order.enumerated() {
        greatest = max(greatest, min(pValues[index] * Double(n - rank), 1))
        result[index] = greatest
      }
    case .benjaminiHochberg, .benjaminiYekutieli:
      let harmonic = (1...max(n, 1)).reduce(0.0) { $0 + 1 / Double($1) }
      let factor = Double(n) * (method == .benjaminiHochberg ? 1 : harmonic)
      var least = 1.0
      for (rank, index) in order.enumerated().reversed() {
        least = min(least, pValues[index] * factor / Double(rank + 1))
        result[index] = least
      }
    }
    return result
  }
}
