/// Pseudo-counts that keep a level nobody has seen from deciding everything.
///
/// A Dirichlet prior written as pairs added to each level: maximizing log-likelihood plus
/// sum of a log p gives the M-step (count + a) / (total + sum of a).
struct MixturePrior: Sendable {
  /// Pairs added to each slot of the matches' table.
  let match: [Double]
  /// Pairs added to each slot of every non-match class's table.
  let nonMatch: [Double]

  /// Makes the prior; a comparison missing in every pair gets none and so stays neutral.
  init(data: PatternSlots, mPseudoCount: Double, uPseudoCount: Double) {
    var match: [Double] = []
    var nonMatch: [Double] = []
    for (count, isObserved) in zip(data.slots.levelCounts, data.isObserved) {
      let (m, u) = isObserved ? (mPseudoCount, uPseudoCount) : (0, 0)
      match += [0] + Self.fallingShares(count).map { $0 * m }
      nonMatch += [Double](repeating: u / Double(count), count: count + 1)
      // The missing slot, in front of the levels, has no pseudo-count.
      nonMatch[nonMatch.count - count - 1] = 0
    }
    self.match = match
    self.nonMatch = nonMatch
  }

  /// Shares of levels among matches before any data: most on the best level, each worse
  /// level a quarter of the one above, adding up to 1.
  static func fallingShares(_ count: Int, ratio: Double = 0.25) -> [Double] {
    var shares: [Double] = []
    var share = 1.0
    for _ in 0..<count {
      shares.append(share)
      share *= ratio
    }
    let total = shares.reduce(0, +)
    return shares.reversed().map { $0 / total }
  }

  /// The log of the prior's density up to a constant, in nats.
  func logDensity(of parameters: MixtureParameters) -> Double {
    var sum = 0.0
    for (index, table) in parameters.tables.enumerated() {
      let pseudo = index == 0 ? match : nonMatch
      for (count, probability) in zip(pseudo, table) where count > 0 {
        sum += count * ElementaryFunctions.naturalLogarithm(probability)
      }
    }
    return sum
  }
}
