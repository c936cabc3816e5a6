/// What one blocking rule costs and what it leaves out.
public struct BlockingCost: Sendable, Codable, Equatable {
  /// The rule as it is written in a specification.
  public let rule: String
  /// Pairs in the rule's blocks; a pair in several blocks counts each time.
  public private(set) var pairCount = 0
  /// Blocks with at least one pair.
  public private(set) var blockCount = 0
  /// Pairs of the largest block that was kept.
  public private(set) var largestBlockPairs = 0
  /// Blocks over the limit: left out.
  public private(set) var skippedBlockCount = 0
  /// Pairs of the blocks over the limit: this rule never looks at them.
  public private(set) var skippedPairCount = 0

  init(rule: String) { self.rule = rule }

  mutating func keep(pairs: Int) {
    pairCount += pairs
    blockCount += 1
    largestBlockPairs = max(largestBlockPairs, pairs)
  }

  mutating func skip(pairs: Int) {
    skippedBlockCount += 1
    let (sum, overflow) = skippedPairCount.addingReportingOverflow(pairs)
    skippedPairCount = overflow ? Int.max : sum
  }
}
