/// Returns the non-decreasing sequence nearest to the values in weighted least squares.
///
/// Pools adjacent violators: neighbors out of order are replaced by their weighted mean.
/// - Complexity: O(n).
/// - Source: Ayer, Brunk, Ewing, Reid & Silverman 1955.
package func isotonicRegression(values: [Double], weights: [Double]) -> [Double] {
  precondition(
    values.count == weights.count, "\(values.count) values but \(weights.count) weights")
  var pools: [(sum: Double, weight: Double, length: Int)] = []
  for (value, weight) in zip(values, weights) {
    pools.append((value * weight, weight, 1))
    while pools.count > 1 {
      let last = pools[pools.count - 1]
      let before = pools[pools.count - 2]
      if before.sum / before.weight <= last.sum / last.weight { break }
      pools.removeLast()
      pools[pools.count - 1] = (
        before.sum + last.sum, before.weight + last.weight, before.length + last.length
      )
    }
  }
  return pools.flatMap { [Double](repeating: $0.sum / $0.weight, count: $0.length) }
}
