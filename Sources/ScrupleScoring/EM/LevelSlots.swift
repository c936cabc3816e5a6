import ScrupleComparison

/// Where each comparison's levels lie in one flat table.
///
///     comparison 0        comparison 1
///     | 0 | 1 | … | n0 |  | 0 | 1 | … | n1 |     0 is the missing level
///
/// The missing slot always holds probability 1 (logarithm 0), so that the inner loop
/// needs no branch for missing values.
struct LevelSlots: Sendable, Equatable {
  let levelCounts: [Int]
  let offsets: [Int]
  let size: Int

  init(levelCounts: [Int]) {
    self.levelCounts = levelCounts
    var offsets: [Int] = []
    var size = 0
    for count in levelCounts {
      offsets.append(size)
      size += count + 1
    }
    self.offsets = offsets
    self.size = size
  }

  /// The slots of a comparison's levels, the missing one left out.
  func levels(of comparison: Int) -> Range<Int> {
    let first = offsets[comparison] + 1
    return first..<(first + levelCounts[comparison])
  }

  /// Flattens one list per comparison, with 1 in the missing slots.
  func flat(_ probabilities: [[Double]]) -> [Double] {
    probabilities.flatMap { [1] + $0 }
  }

  /// The inverse of `flat`.
  func nested(_ table: [Double]) -> [[Double]] {
    levelCounts.indices.map { Array(table[levels(of: $0)]) }
  }
}

/// Pattern counts unpacked into slots, in ascending order of pattern.
struct PatternSlots: Sendable {
  let slots: LevelSlots
  /// Slot of each comparison's level, pattern after pattern.
  let indices: [Int32]
  let counts: [Double]
  let total: Double

  init(_ patterns: AgreementPatternCounts) {
    let slots = LevelSlots(levelCounts: patterns.layout.levelCounts)
    var indices: [Int32] = []
    indices.reserveCapacity(patterns.patterns.count * slots.levelCounts.count)
    for pattern in patterns.patterns {
      for (comparison, offset) in slots.offsets.enumerated() {
        let level = patterns.layout.level(of: comparison, in: pattern)
        indices.append(Int32(offset + level))
      }
    }
    self.slots = slots
    self.indices = indices
    counts = patterns.counts
    total = patterns.counts.reduce(0, +)
  }

  var comparisonCount: Int { slots.levelCounts.count }

  /// Whether any pair has a value of each comparison.
  var isObserved: [Bool] {
    let totals = slotTotals
    return slots.levelCounts.indices.map { comparison in
      slots.levels(of: comparison).contains { totals[$0] > 0 }
    }
  }

  /// Pairs in each slot, whatever their class.
  var slotTotals: [Double] {
    var totals = [Double](repeating: 0, count: slots.size)
    for (position, slot) in indices.enumerated() {
      totals[Int(slot)] += counts[position / comparisonCount]
    }
    return totals
  }
}
