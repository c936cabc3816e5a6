/// A better level that weighs less than a worse one.
struct MonotoneViolation: Sendable, Equatable {
  let comparison: Int
  /// Index of the worse level, from 0; the better one is the next.
  let worse: Int
  let worseBits: Double
  let betterBits: Double

  static func all(in parameters: MixtureParameters) -> [MonotoneViolation] {
    let u = parameters.averageNonMatchTable
    var found: [MonotoneViolation] = []
    for (comparison, count) in parameters.slots.levelCounts.enumerated() where count > 1 {
      let bits = parameters.slots.levels(of: comparison).map {
        MatchWeight(mProbability: parameters.tables[0][$0], uProbability: u[$0]).bits
      }
      // Levels pooled by the constraint are equal up to rounding.
      for worse in 0..<(count - 1) where bits[worse] > bits[worse + 1] + 1e-9 {
        found.append(
          MonotoneViolation(
            comparison: comparison, worse: worse, worseBits: bits[worse],
            betterBits: bits[worse + 1]))
      }
    }
    return found
  }
}
