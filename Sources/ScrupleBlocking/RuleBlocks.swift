import ScrupleExecution

/// The blocks of one rule: for each key the right records that have it, and for
/// each left record the blocks it belongs to.
///
/// **Shape**: right records stand block by block in `rows`, ascending within a
/// block; block `b` is `rows[starts[b]..<starts[b + 1]]`. Entry `e` says that
/// left record `leftRows[e]` belongs to block `leftBlocks[e]`; entries ascend
/// by record. Blocks without a right record, or with too many pairs, are not
/// there.
struct RuleBlocks: Sendable {
  private(set) var starts = WordList([0])
  private(set) var rows = WordList()
  private(set) var leftRows = WordList()
  private(set) var leftBlocks = WordList()
  private(set) var cost: BlockingCost

  /// No block at all.
  init() { cost = BlockingCost(rule: "") }

  /// Hands over the right records block by block, and where the blocks begin.
  mutating func takeRows() -> (starts: WordList, rows: WordList) {
    defer { (starts, rows) = (WordList([0]), WordList()) }
    return (starts, rows)
  }

  /// Hands over which left record belongs to which block.
  mutating func takeEntries() -> (rows: WordList, blocks: WordList) {
    defer { (leftRows, leftBlocks) = (WordList(), WordList()) }
    return (leftRows, leftBlocks)
  }

  /// Builds the blocks; those with more pairs than `maximumBlockPairs` are
  /// left out and counted.
  ///
  /// - Parameters:
  ///   - records: the only left records that pairs are wanted of, ascending; nil
  ///     for all. Right records that meet none of them cost a look and no memory.
  ///   - table: working memory, whatever it held before.
  ///   - memory: where the blocks go if they are too many.
  init(
    keys: RuleKeys, description: String, maximumBlockPairs: Int, records: [Int]? = nil,
    table: BlockTable = BlockTable(), memory: MemoryCap? = nil
  ) {
    cost = BlockingCost(rule: description)
    // Where few records are asked for, the finest part leaves least to do.
    let keys = records == nil ? keys : keys.beginning(with: keys.finestPart)
    let left = keys.keys(.left, records: records)
    let right =
      records == nil
      ? keys.keys(.right)
      : keys.rightKeys(meeting: keys.firstKeys(.left, records: records))
    table.prepare(expectedCount: left.keys.count)
    let leftSlots = table.countLeft(left.keys)
    var members = right
    let rightSlots = table.countRight(&members)
    let ends = table.numberBlocks(maximumBlockPairs: maximumBlockPairs, cost: &cost)
    let count = Int(ends.last ?? 0)
    rows = WordList(
      table.placed(rightSlots, rows: members.rows, count: count), within: memory)
    let entries = table.entries(leftSlots, rows: left.rows)
    leftRows = WordList(entries.rows, within: memory)
    leftBlocks = WordList(entries.blocks, within: memory)
    starts = WordList(ends, within: memory)
    memory?.setAside()
  }
}

extension RuleBlocks {
  /// The blocks of several rules.
  static func all(
    _ rules: [(description: String, keys: RuleKeys)], maximumBlockPairs: Int,
    records: [Int]? = nil, memory: MemoryCap? = nil, parallelism: Parallelism
  ) -> [RuleBlocks] {
    parallelism.map(rules.count, state: BlockTable()) { position, table in
      RuleBlocks(
        keys: rules[position].keys, description: rules[position].description,
        maximumBlockPairs: maximumBlockPairs, records: records, table: table,
        memory: memory)
    }
  }
}

/// Blocks of rules that were built while rules were chosen.
package struct BuiltBlocks: Sendable {
  private var blocks: [BlockingRule: RuleBlocks] = [:]

  package init() {}

  init(_ rules: [(rule: BlockingRule, blocks: RuleBlocks?)]) {
    for (rule, built) in rules { blocks[rule] = built }
  }

  subscript(rule: BlockingRule) -> RuleBlocks? { blocks[rule] }
}

/// A hash table from keys to blocks (open addressing), with what is counted of
/// each key beside it: a look-up touches one cache line.
///
/// Used for one rule after the other, so that its memory is asked for once. Not
/// shared between threads.
final class BlockTable {
  private struct Slot {
    var key: UInt64 = 0
    /// Left records with the key; then the number of the block.
    var left: UInt32 = 0
    /// Right records with the key; then where the next one goes.
    var right: UInt32 = 0
  }

  /// Stands for a key whose block is left out.
  private static let none = UInt32.max

  private var slots: UnsafeMutablePointer<Slot>
  private var allocated = 64
  private var capacity = 0
  private var shift: UInt64 = 0

  init() { slots = .allocate(capacity: allocated) }

  deinit { slots.deallocate() }

  /// Forgets all keys and makes room for so many different ones.
  func prepare(expectedCount: Int) {
    var bits: UInt64 = 6
    while 1 << Int(bits) < expectedCount * 2 { bits += 1 }
    capacity = 1 << Int(bits)
    shift = 64 - bits
    if capacity > allocated {
      slots.deallocate()
      allocated = capacity
      slots = .allocate(capacity: allocated)
    }
    slots.initialize(repeating: Slot(), count: capacity)
  }

  /// The slot of a key, or the empty one where it belongs; keys are never 0.
  @inline(__always)
  private func find(_ key: UInt64) -> Int {
    // SAFETY: the shift leaves as many bits as number the slots; at most half
    // of them are taken, so that a probe ends.
    var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[slot].key != key && slots[slot].key != 0 { slot = (slot + 1) & (capacity - 1) }
    return slot
  }

  /// Loads what `find` will need for some keys, to have it in cache.
  ///
  /// Done in turn for many keys, their cache misses overlap; in `find` a
  /// mispredicted branch prevents that.
  ///
  /// - Returns: a number that a caller who uses it keeps the loads alive by.
  @inline(__always)
  private func warm(_ keys: UnsafeBufferPointer<UInt64>, _ range: Range<Int>) -> UInt32 {
    var all: UInt32 = 0
    for index in range {
      all |= slots[Int((keys[index] &* 0x9E37_79B9_7F4A_7C15) >> shift)].left
    }
    return all
  }

  /// How many keys are looked up together.
  private static let stretch = 64

  /// Enters keys of left records; the slot of each.
  func countLeft(_ keys: [UInt64]) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: keys.count) { found, count in
      keys.withUnsafeBufferPointer { keys in
        for start in stride(from: 0, to: keys.count, by: Self.stretch) {
          let range = start..<min(start + Self.stretch, keys.count)
          precondition(warm(keys, range) < Self.none, "a block of too many records")
          for index in range {
            let slot = find(keys[index])
            slots[slot].key = keys[index]
            slots[slot].left += 1
            found[index] = UInt32(truncatingIfNeeded: slot)
          }
        }
      }
      count = keys.count
    }
  }

  /// Counts right records whose keys a left record has, and drops the others.
  func countRight(_ right: inout PartialKeys) -> [UInt32] {
    let count = right.keys.count
    return [UInt32](unsafeUninitializedCapacity: count + 1) { found, kept in
      var next = 0
      right.keep(inStretchesOf: Self.stretch) { keys, range in
        precondition(warm(keys, range) < Self.none, "a block of too many records")
      } where: { key in
        let slot = find(key)
        let isThere = slots[slot].key == 0 ? 0 : 1
        slots[slot].right &+= UInt32(truncatingIfNeeded: isThere)
        found[next] = UInt32(truncatingIfNeeded: slot)
        next += isThere
        return isThere
      }
      kept = next
    }
  }

  /// Numbers the blocks that are kept; where each begins, and the end of the last.
  func numberBlocks(maximumBlockPairs: Int, cost: inout BlockingCost) -> [UInt32] {
    var starts: [UInt32] = [0]
    var end: UInt32 = 0
    for slot in 0..<capacity where slots[slot].key != 0 {
      let pairs = Int(slots[slot].left) * Int(slots[slot].right)
      if pairs == 0 || pairs > maximumBlockPairs {
        if pairs > 0 { cost.skip(pairs: pairs) }
        slots[slot].left = Self.none
        continue
      }
      cost.keep(pairs: pairs)
      slots[slot].left = UInt32(starts.count - 1)
      let count = slots[slot].right
      slots[slot].right = end
      end += count
      starts.append(end)
    }
    return starts
  }

  /// Right records in the order of their blocks.
  func placed(_ places: [UInt32], rows: [UInt32], count: Int) -> [UInt32] {
    // One place more, for the records of blocks that are left out.
    [UInt32](unsafeUninitializedCapacity: count + 1) { result, used in
      for (place, row) in zip(places, rows) {
        let slot = slots + Int(place)
        let isKept = slot.pointee.left != Self.none
        result[isKept ? Int(slot.pointee.right) : count] = row
        slot.pointee.right &+= isKept ? 1 : 0
      }
      used = count
    }
  }

  /// The kept blocks of left records.
  func entries(_ places: [UInt32], rows: [UInt32]) -> (rows: [UInt32], blocks: [UInt32]) {
    var kept = 0
    var blocks: [UInt32] = []
    let keptRows = [UInt32](unsafeUninitializedCapacity: rows.count + 1) { keptRows, used in
      blocks = [UInt32](unsafeUninitializedCapacity: rows.count + 1) { blocks, used in
        for (place, row) in zip(places, rows) {
          let block = slots[Int(place)].left
          keptRows[kept] = row
          blocks[kept] = block
          kept += block == Self.none ? 0 : 1
        }
        used = kept
      }
      used = kept
    }
    return (keptRows, blocks)
  }
}

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
