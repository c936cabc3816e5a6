import ScrupleComparison

/// How far two levels occur together more (or less) often than the model expects.
///
/// Independence within each class is the assumption most often broken (first name and sex,
/// birth year and age, street and town), and it makes claimed error rates worthless.
public struct PairwiseResidual: Sendable, Equatable {
  /// Indices of the two comparisons, the smaller first.
  public let comparisons: (first: Int, second: Int)
  /// Level codes of the two, 1 = worst.
  public let levels: (first: Int, second: Int)
  /// Pairs seen with both levels.
  public let observed: Double
  /// Pairs the model expects among those where both comparisons are present.
  public let expected: Double

  /// (observed - expected) / sqrt(expected), about a standard normal when the model holds.
  public var standardized: Double { (observed - expected) / expected.squareRoot() }

  /// Compares all fields.
  public static func == (left: PairwiseResidual, right: PairwiseResidual) -> Bool {
    left.comparisons == right.comparisons && left.levels == right.levels
      && left.observed == right.observed && left.expected == right.expected
  }
}

extension FellegiSunterModel {
  /// Returns the residuals of all pairs of levels, the largest deviation first.
  ///
  /// - Throws: `ScoringError.invalidModel`, or `.layoutMismatch` if the patterns have
  ///   other levels than the model.
  /// - Complexity: O(comparisons squared x (patterns + levels squared)).
  public func pairwiseResiduals(
    in counts: AgreementPatternCounts
  ) throws(ScoringError) -> [PairwiseResidual] {
    try validate()
    if counts.layout.levelCounts != levelCounts {
      throw .layoutMismatch(
        expectedLevelCounts: levelCounts, foundLevelCounts: counts.layout.levelCounts)
    }
    var residuals: [PairwiseResidual] = []
    for first in levelCounts.indices {
      for second in levelCounts.indices where second > first {
        residuals += self.residuals(of: first, second, in: counts)
      }
    }
    return residuals.sorted { abs($0.standardized) > abs($1.standardized) }
  }

  private func residuals(
    of first: Int, _ second: Int, in counts: AgreementPatternCounts
  ) -> [PairwiseResidual] {
    let parameters = MixtureParameters(self)
    let (rows, columns) = (levelCounts[first], levelCounts[second])
    var observed = [Double](repeating: 0, count: rows * columns)
    var total = 0.0
    for (pattern, count) in zip(counts.patterns, counts.counts) {
      let a = counts.layout.level(of: first, in: pattern)
      let b = counts.layout.level(of: second, in: pattern)
      if a == 0 || b == 0 { continue }
      observed[(a - 1) * columns + b - 1] += count
      total += count
    }
    let (rowSlots, columnSlots) = (
      parameters.slots.levels(of: first), parameters.slots.levels(of: second)
    )
    var residuals: [PairwiseResidual] = []
    for (a, rowSlot) in rowSlots.enumerated() {
      for (b, columnSlot) in columnSlots.enumerated() {
        var share = 0.0
        for (classShare, table) in zip(parameters.shares, parameters.tables) {
          share += classShare * table[rowSlot] * table[columnSlot]
        }
        residuals.append(
          PairwiseResidual(
            comparisons: (first, second), levels: (a + 1, b + 1),
            observed: observed[a * columns + b], expected: total * share))
      }
    }
    return residuals.filter { $0.expected > 0 }
  }
}
