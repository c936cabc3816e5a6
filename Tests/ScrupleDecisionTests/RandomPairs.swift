import ScrupleScoring

@testable import ScrupleDecision

/// Small random lists of scored pairs, with ties in plenty.
enum RandomPairs {
  /// Pairs of at most `size` records a side, with whole weights so that many are equal.
  static func make(
    seed: UInt64, size: Int, weights: ClosedRange<Int> = -2...6, density: Double = 0.5
  ) -> [ScoredPair] {
    var random = SplitMix64(seed: seed)
    let lefts = Int.random(in: 1...size, using: &random)
    let rights = Int.random(in: 1...size, using: &random)
    var pairs: [ScoredPair] = []
    for left in 0..<lefts {
      for right in 0..<rights where random.nextUnit() < density {
        let weight = Int.random(in: weights, using: &random)
        pairs.append(ScoredPair(left: Int32(left), right: Int32(right), weight: Double(weight)))
      }
    }
    return pairs
  }

  /// The same pairs with records renumbered, and where each old pair went.
  static func renumbered(
    _ pairs: [ScoredPair], seed: UInt64
  ) -> (pairs: [ScoredPair], places: [Int]) {
    var random = SplitMix64(seed: seed, stream: 1)
    let count = Int(pairs.map { max($0.left, $0.right) }.max() ?? 0) + 1
    let lefts = (0..<Int32(count)).shuffled(using: &random)
    let rights = (0..<Int32(count)).shuffled(using: &random)
    let moved = pairs.enumerated().map { index, pair in
      (
        index: index,
        pair: ScoredPair(
          left: lefts[Int(pair.left)], right: rights[Int(pair.right)], weight: pair.weight,
          pattern: pair.pattern)
      )
    }.sorted { ($0.pair.left, $0.pair.right) < ($1.pair.left, $1.pair.right) }
    var places = pairs.map { _ in 0 }
    for (place, entry) in moved.enumerated() { places[entry.index] = place }
    return (moved.map(\.pair), places)
  }
}
