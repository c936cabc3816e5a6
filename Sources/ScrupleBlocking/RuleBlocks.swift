import ScrupleExecution

/// The blocks of one rule: for each key the right records that have it, and for
/// each left record the blocks it belongs to.
///
/// **Shape**: right records stand block by block in `rows`, ascending within a
/// block, the last one marked. Entry `e` says that left record `leftRows[e]`
/// meets the block of `words[e]`, see `BlockWord`; entries ascend by record.
/// Blocks without a right record, or with too many pairs, are not there.
struct RuleBlocks: Sendable {
  private(set) var rows = WordList()
  private(set) var leftRows = WordList()
  private(set) var words = WordList()
  private(set) var cost: BlockingCost

  /// No block at all.
  init() { cost = BlockingCost(rule: "") }

  /// Hands over the right records block by block.
  mutating func takeRows() -> WordList {
    defer { rows = WordList() }
    return rows
  }

  /// Hands over which left record meets which block.
  mutating func takeEntries() -> (rows: WordList, words: WordList) {
    defer { (leftRows, words) = (WordList(), WordList()) }
    return (leftRows, words)
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
    let blocks = table.blocks(
      left: left, right: right, maximumBlockPairs: maximumBlockPairs, cost: &cost)
    rows = WordList(blocks.rows, within: memory)
    let entries = Self.kept(left.rows, blocks.words)
    leftRows = WordList(entries.rows, within: memory)
    words = WordList(entries.words, within: memory)
    memory?.setAside()
  }

  /// The left records that meet a block, and its word.
  private static func kept(
    _ rows: [UInt32], _ words: [UInt32]
  ) -> (rows: [UInt32], words: [UInt32]) {
    var keptWords: [UInt32] = []
    let keptRows = [UInt32](unsafeUninitializedCapacity: rows.count + 1) { keptRows, used in
      keptWords = [UInt32](unsafeUninitializedCapacity: rows.count + 1) { keptWords, count in
        // One place more than there can be, so that what is not kept may be written too.
        for (row, word) in zip(rows, words) {
          keptRows[count] = row
          keptWords[count] = word
          count += BlockWord.isKept(word) ? 1 : 0
        }
        used = count
      }
    }
    return (keptRows, keptWords)
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
