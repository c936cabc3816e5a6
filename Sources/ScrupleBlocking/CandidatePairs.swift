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
    let ready = try RuleKeys.all(rules, records: records, cache: cache)
    var built = rules.map { known[$0] ?? RuleBlocks() }
    let open = rules.indices.filter { known[rules[$0]] == nil }
    known = BuiltBlocks()
    let made = RuleBlocks.all(
      open.map { (rules[$0].description, ready[$0]) }, maximumBlockPairs: maximumBlockPairs,
      records: leftRows, memory: memory, parallelism: parallelism)
    for (rule, blocks) in zip(open, made) { built[rule] = blocks }
    self.rules = rules
    costs = built.map(\.cost)
    leftCount = records.leftCount
    rightCount = records.rightCount
    // Handed over, so that each rule's arrays are let go once they are copied.
    blocks = BlockRows(consume built, leftCount: records.leftCount, memory: memory)
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
    scratch.require(rightCount: rightCount)
    blocks.withPointers { blocks in
      for left in records {
        let count = blocks.list(left, scratch)
        chunk.left.append(contentsOf: repeatElement(UInt32(left), count: count))
        chunk.right.append(contentsOf: UnsafeBufferPointer(start: scratch.right, count: count))
        chunk.rule.append(contentsOf: UnsafeBufferPointer(start: scratch.rules, count: count))
      }
    }
  }

  /// The rule that owns a pair, or nil where no rule brings it together.
  ///
  /// Blocks that were left out for their size bring nothing together.
  ///
  /// - Complexity: O(rules × log of the block).
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

/// Remembers which right records a left record has met already, and lists
/// them. Not shared between threads.
package final class CandidateScratch {
  private var stamps: UnsafeMutableBufferPointer<UInt32> = .init(start: nil, count: 0)
  private var stamp: UInt32 = 0
  /// Right records of the left record at hand, and their rules.
  fileprivate private(set) var right: UnsafeMutablePointer<UInt32>
  fileprivate private(set) var rules: UnsafeMutablePointer<UInt8>
  /// What was loaded ahead, kept so that the loads are made.
  fileprivate var met: UInt32 = 0
  private var capacity = 1024

  package init() {
    right = .allocate(capacity: capacity)
    rules = .allocate(capacity: capacity)
  }

  deinit {
    stamps.deallocate()
    right.deallocate()
    rules.deallocate()
  }

  /// Makes room for the right records of a file.
  func require(rightCount: Int) {
    if stamps.count == rightCount { return }
    stamps.deallocate()
    stamps = .allocate(capacity: rightCount)
    clear()
  }

  /// Makes room for so many entries, and one more that may be written past the
  /// last.
  fileprivate func require(entries count: Int) {
    if count < capacity { return }
    right.deallocate()
    rules.deallocate()
    capacity = max(count + 1, 2 * capacity)
    right = .allocate(capacity: capacity)
    rules = .allocate(capacity: capacity)
  }

  private func clear() {
    stamps.initialize(repeating: 0)
    stamp = 0
  }

  /// A stamp that no right record has, and the stamps.
  fileprivate func begin() -> (UInt32, UnsafeMutableBufferPointer<UInt32>) {
    if stamp == .max { clear() }
    stamp += 1
    return (stamp, stamps)
  }
}

extension BlockRows.Pointers {
  /// Lists the right records of a left record's blocks in `scratch`, each once,
  /// under the first rule that has it.
  ///
  /// Whether a record was met before cannot be guessed, so no branch asks: each
  /// is written, and the end moves on where it is new.
  fileprivate func list(_ left: Int, _ scratch: CandidateScratch) -> Int {
    let entries = entries(of: left)
    let (stamp, stamps) = scratch.begin()
    var most = 0
    var met: UInt32 = 0
    for entry in entries {
      // The first row of a block is loaded here, and what is known of it: blocks
      // do not depend on each other, so that their cache misses overlap.
      let rows = rows(of: Int(blocks[entry]))
      met |= stamps[Int(rows[0])]
      most += rows.count
    }
    scratch.met = met
    scratch.require(entries: most)
    let (right, rules) = (scratch.right, scratch.rules)
    var rule = 0
    var count = 0
    for entry in entries {
      let block = blocks[entry]
      while block >= ends[rule] { rule += 1 }
      for record in rows(of: Int(block)) {
        // SAFETY: blocks hold right records below the count that was asked for,
        // and there is room for all of them and one more.
        let isNew = stamps[Int(record)] == stamp ? 0 : 1
        stamps[Int(record)] = stamp
        right[count] = record
        rules[count] = UInt8(truncatingIfNeeded: rule)
        count += isNew
      }
    }
    return count
  }
}
