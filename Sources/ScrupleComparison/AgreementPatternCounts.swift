/// How often each agreement pattern occurs.
///
/// **Shape**: patterns ascending and unique, one count each. Counts are `Double`
/// because sampled strata carry weights.
public struct AgreementPatternCounts: Sendable {
  /// How the levels lie in each pattern.
  public let layout: PatternLayout

  /// The patterns that occur, ascending and unique.
  public let patterns: [UInt64]

  /// The number (or weight) of pairs with each pattern, finite and not negative.
  public let counts: [Double]

  /// Sorts the patterns and adds up the counts of equal ones.
  ///
  /// The result is the same, to the bit, in whatever order the input comes.
  ///
  /// - Parameters:
  ///   - patterns: pattern codes in any order, repeats allowed.
  ///   - counts: one finite, non-negative count per pattern.
  /// - Complexity: O(n log n).
  public init(layout: PatternLayout, patterns: [UInt64], counts: [Double]) {
    precondition(
      patterns.count == counts.count,
      "\(patterns.count) patterns but \(counts.count) counts")
    // Equal patterns are ordered by count, so that their sum has one fixed order.
    let order = patterns.indices.sorted {
      (patterns[$0], counts[$0]) < (patterns[$1], counts[$1])
    }
    var merged: [UInt64] = []
    var sums: [Double] = []
    for index in order {
      precondition(
        counts[index].isFinite && counts[index] >= 0,
        "count \(counts[index]) is not a finite number of at least 0")
      if merged.last == patterns[index] {
        sums[sums.count - 1] += counts[index]
      } else {
        Self.requireLevels(of: patterns[index], fit: layout)
        merged.append(patterns[index])
        sums.append(counts[index])
      }
    }
    self.layout = layout
    self.patterns = merged
    self.counts = sums
  }

  private static func requireLevels(of pattern: UInt64, fit layout: PatternLayout) {
    for (comparison, count) in layout.levelCounts.enumerated() {
      let level = layout.level(of: comparison, in: pattern)
      precondition(level <= count, "comparison \(comparison) has level \(level) of \(count)")
    }
  }
}
