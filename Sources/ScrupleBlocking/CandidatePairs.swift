import ScrupleExecution
import ScrupleNormalization

/// The pairs worth comparing: a union of blocking rules, ready to be streamed.
///
/// Pairs are never all in memory. They are made for a range of left records at
/// a time, grouped by left record, each pair once: it belongs to the first rule
/// whose keys agree.
public struct CandidatePairs: Sendable {
  /// The rules in order; a pair's owner is an index into them.
  public let rules: [BlockingRule]
  /// What each rule costs, in the same order.
  public let costs: [BlockingCost]
  public let leftCount: Int
  public let rightCount: Int
  private let blocks: BlockRows
  /// A pair's owner is kept in one byte.
  private static let maximumRules = 256

  /// Builds the blocks of every rule.
  ///
  /// - Parameters:
  ///   - maximumBlockPairs: a block with more pairs is left out and counted.
  ///   - leftRows: the only left records that pairs are wanted of, ascending;
  ///     nil for all.
  ///   - cache: keys made before for the same fields.
  /// - Throws: `BlockingError` where a rule does not fit the records.
  /// - Complexity: O(records × rules) time and memory; nothing grows with the
  ///   number of pairs.
  public init(
    rules: [BlockingRule], records: NormalizedRecords, maximumBlockPairs: Int,
    leftRows: [Int]? = nil, cache: KeyCache = KeyCache(), parallelism: Parallelism
  ) throws(BlockingError) {
    try self.init(
      rules: rules, records: records, maximumBlockPairs: maximumBlockPairs, leftRows: leftRows,
      cache: cache, known: BuiltBlocks(), parallelism: parallelism)
  }

  /// The same with blocks that were built while the rules were chosen.
  ///
  /// - Parameters:
  ///   - known: of the same records, with the same largest block.
  ///   - memory: where the blocks go if they are too many.
  package init(
    rules: [BlockingRule], records: NormalizedRecords, maximumBlockPairs: Int, leftRows: [Int]?,
    cache: KeyCache, known: consuming BuiltBlocks, memory: MemoryCap? = nil,
    parallelism: Parallelism
  ) throws(BlockingError) {
    guard rules.count <= Self.maximumRules else {
      throw .tooManyRules(rules.count, allowed: Self.maximumRules)
    }
    var built = rules.map { known[$0] ?? RuleBlocks() }
    let open = rules.indices.filter { known[rules[$0]] == nil }
    known = BuiltBlocks()
    // All rules are asked for where none is built, so that an error tells the right one.
    let ready = try RuleKeys.all(
      open.map { rules[$0] }, records: records, cache: cache, parallelism: parallelism)
    let made = RuleBlocks.all(
      zip(open, ready).map { (rules[$0].description, $1) }, maximumBlockPairs: maximumBlockPairs,
      records: leftRows, memory: memory, parallelism: parallelism)
    for (rule, blocks) in zip(open, made) { built[rule] = blocks }
    self.rules = rules
    costs = built.map(\.cost)
    leftCount = records.leftCount
    rightCount = records.rightCount
    // Handed over, so that each rule's arrays are let go once they are copied.
    blocks = BlockRows(
      consume built, leftCount: records.leftCount, memory: memory, parallelism: parallelism)
  }

  /// Appends the candidate pairs of one left record.
  ///
  /// - Parameters:
  ///   - left: the left record.
  ///   - scratch: working memory of the calling thread.
  ///   - chunk: receives the pairs, by owning rule, then by right record
  ///     within a block.
  package func append(
    pairsOf left: Int, scratch: inout CandidateScratch, to chunk: inout CandidateChunk
  ) {
    append(pairsOf: CollectionOfOne(left), scratch: &scratch, to: &chunk)
  }

  /// Appends the candidate pairs of some left records, record by record.
  package func append(
    pairsOf records: some Sequence<Int>, scratch: inout CandidateScratch,
    to chunk: inout CandidateChunk
  ) {
    scratch.begin(rightCount: rightCount)
    blocks.withPointers { blocks in
      blocks.warm(records, scratch)
      for left in records { blocks.list(left, scratch) }
    }
    scratch.move(to: &chunk)
  }

  /// The rule that owns a pair, or nil where no rule brings it together.
  ///
  /// Blocks that were left out for their size bring nothing together.
  ///
  /// - Complexity: O(right records of the left record's blocks).
  public func owningRule(left: Int, right: Int) -> Int? {
    blocks.firstRule(left: left, right: UInt32(right)) { _ in true }
  }

  /// Whether a rule brings two records together: they share a key of it, and
  /// its block was not left out.
  public func bringsTogether(left: Int, right: Int, rule: Int) -> Bool {
    blocks.firstRule(left: left, right: UInt32(right)) { $0 == rule } != nil
  }

  /// Whether two records share a key of each rule, whatever became of the block.
  ///
  /// - Parameters:
  ///   - records: the records the pairs are made of.
  ///   - cache: keys made before for the same fields.
  /// - Complexity: O(records × rules) at most; no blocks are built.
  public func agreements(
    left: Int, right: Int, records: NormalizedRecords, cache: KeyCache
  ) throws(BlockingError) -> [Bool] {
    try Self.agreements(of: rules, left: left, right: right, records: records, cache: cache)
  }

  /// Whether two records share a key of each of some rules, which need not be those of the pairs.
  ///
  /// - Complexity: O(records × rules) at most; no blocks are built.
  public static func agreements(
    of rules: [BlockingRule], left: Int, right: Int, records: NormalizedRecords, cache: KeyCache
  ) throws(BlockingError) -> [Bool] {
    try RuleKeys.all(rules, records: records, cache: cache)
      .map { $0.agree(left: left, right: right) }
  }
}

/// Candidate pairs of some left records, as three columns of one length.
package struct CandidateChunk {
  package var left: [UInt32] = []
  package var right: [UInt32] = []
  /// The owning rule of each pair.
  package var rule: [UInt8] = []

  package init() {}

  package var count: Int { left.count }

  package mutating func removeAll() {
    left.removeAll(keepingCapacity: true)
    right.removeAll(keepingCapacity: true)
    rule.removeAll(keepingCapacity: true)
  }
}
