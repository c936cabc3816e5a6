/// The rising map of scores to rates with the least squared distance to the outcomes.
///
/// Equal scores are pooled first, then neighbors that fall are pooled until none does. Between
/// two scores of the fit the map is a straight line, beyond them it is flat. On the data it was
/// fitted to it flatters.
/// - Source: Ayer, Brunk, Ewing, Reid & Silverman 1955 (pool adjacent violators); Zadrozny & Elkan
///   2002.
public struct IsotonicCalibration: Sendable, Equatable, Codable {
  /// The distinct scores of the fit, ascending.
  public let scores: [Double]
  /// The fitted rate of each, not falling.
  public let rates: [Double]

  /// Fits the map.
  ///
  /// - Parameters:
  ///   - scores: any finite numbers.
  ///   - outcomes: in the same order.
  /// - Complexity: O(n log n).
  public init(scores: [Double], outcomes: [Bool]) {
    precondition(scores.count == outcomes.count, "\(scores.count) and \(outcomes.count)")
    var distinct: [Double] = []
    // Each block holds how many distinct scores, observations and positives it pools.
    var blocks: [(scores: Int, count: Int, positives: Int)] = []
    let order = scores.indices.sorted { scores[$0] < scores[$1] }
    var pooled: [(scores: Int, count: Int, positives: Int)] = []
    for index in order {
      if distinct.last != scores[index] {
        distinct.append(scores[index])
        pooled.append((1, 0, 0))
      }
      pooled[pooled.count - 1].count += 1
      pooled[pooled.count - 1].positives += outcomes[index] ? 1 : 0
    }
    for next in pooled {
      blocks.append(next)
      while blocks.count > 1, falls(blocks[blocks.count - 2], blocks[blocks.count - 1]) {
        let last = blocks.removeLast()
        blocks[blocks.count - 1].scores += last.scores
        blocks[blocks.count - 1].count += last.count
        blocks[blocks.count - 1].positives += last.positives
      }
    }
    self.scores = distinct
    rates = blocks.flatMap {
      [Double](repeating: Double($0.positives) / Double($0.count), count: $0.scores)
    }
  }

  /// The rate of a score; nil for a fit without scores.
  ///
  /// - Complexity: O(log n).
  public func probability(of score: Double) -> Double? {
    guard let first = scores.first, let last = scores.last else { return nil }
    if score <= first { return rates[0] }
    if score >= last { return rates[rates.count - 1] }
    var (low, high) = (0, scores.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if scores[middle] <= score { low = middle } else { high = middle }
    }
    let part = (score - scores[low]) / (scores[high] - scores[low])
    return rates[low] + part * (rates[high] - rates[low])
  }
}

/// Whether the second block's rate is at or below the first's; by whole numbers, so exactly.
private func falls(
  _ first: (scores: Int, count: Int, positives: Int),
  _ second: (scores: Int, count: Int, positives: Int)
) -> Bool {
  first.positives * second.count >= second.positives * first.count
}
