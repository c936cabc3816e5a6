/// Where each comparison's level lies in a pattern code.
///
/// A pattern code packs one level per comparison from bit 0 upward, each in the
/// fewest bits that hold it. Level codes are 0 = missing (null), 1 = all else,
/// and so on up to n = best (exact).
public struct PatternLayout: Sendable, Equatable {
  /// Number of levels of each comparison, null excluded.
  public let levelCounts: [Int]

  /// Position of the lowest bit of each comparison's level.
  public let shifts: [Int]

  /// Mask of each comparison's level, to be applied after shifting right.
  public let masks: [UInt64]

  /// Lays out the levels of the comparisons, the first in the lowest bits.
  ///
  /// - Parameter levelCounts: levels of each comparison without the missing level,
  ///   at least 1 each; together they need at most 64 bits.
  public init(levelCounts: [Int]) {
    var shifts: [Int] = []
    var masks: [UInt64] = []
    var bits = 0
    for count in levelCounts {
      precondition(count >= 1, "a comparison needs at least 1 level, got \(count)")
      // Codes 0...count fit in the width of `count` itself, which is ceil(log2(count + 1)).
      let width = Int.bitWidth - count.leadingZeroBitCount
      shifts.append(bits)
      masks.append(UInt64.max >> UInt64(64 - width))
      bits += width
      precondition(bits <= 64, "a pattern needs at least \(bits) bits, at most 64 are possible")
    }
    self.levelCounts = levelCounts
    self.shifts = shifts
    self.masks = masks
  }

  /// Returns the level code of one comparison in a pattern, 0 if missing.
  public func level(of comparison: Int, in pattern: UInt64) -> Int {
    Int(truncatingIfNeeded: (pattern >> UInt64(shifts[comparison])) & masks[comparison])
  }

  /// Packs one level code per comparison into a pattern.
  ///
  /// - Parameter levels: one code per comparison, each in 0...levelCounts of it.
  public func pattern(levels: [Int]) -> UInt64 {
    precondition(
      levels.count == levelCounts.count,
      "a pattern has \(levelCounts.count) levels, got \(levels.count)")
    var pattern: UInt64 = 0
    for (comparison, level) in levels.enumerated() {
      precondition(
        level >= 0 && level <= levelCounts[comparison],
        "level \(level) is outside 0...\(levelCounts[comparison])")
      pattern |= UInt64(level) << UInt64(shifts[comparison])
    }
    return pattern
  }
}
