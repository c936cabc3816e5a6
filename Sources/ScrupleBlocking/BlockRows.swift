import ScrupleExecution

/// The blocks of all rules, left record by left record.
///
/// **Layout**: the blocks of left record `l` are the entries `starts[l]..<starts[l + 1]`, by rule:
/// a word and the rule of it. The word leads to the right records in `rows`, or is the only one; see
/// `BlockWord`. So all that a left record needs lies side by side, most of it in the entries
/// themselves, and listing its pairs hashes nothing.
struct BlockRows: Sendable {
  private let rows: WordList
  private let starts: WordList
  private let words: WordList
  /// A byte for each entry, four in a word.
  private let rules: WordList

  /// Puts the blocks of rules together, and lets each rule's go as soon as they are copied.
  ///
  /// - Parameter memory: where they go if they are too many.
  init(
    _ blocksOfRules: consuming [RuleBlocks], leftCount: Int, memory: MemoryCap? = nil,
    parallelism: Parallelism
  ) {
    var blocks = blocksOfRules
    let starts = Self.starts(blocks, leftCount: leftCount)
    let bases = blocks.indices.map { rule in blocks[..<rule].reduce(0) { $0 + $1.rows.count } }
    rows = Self.joined(&blocks, within: memory)
    precondition(
      rows.count <= BlockWord.mostRows,
      "blocks hold \(rows.count) right records, which are too many")
    (words, rules) = Self.entries(
      &blocks, starts, bases.map { UInt32($0) }, within: memory, parallelism)
    self.starts = WordList(starts, within: memory)
    memory?.setAside()
  }

  /// Where the entries of each left record begin, and the end of the last.
  private static func starts(_ blocks: [RuleBlocks], leftCount: Int) -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: leftCount + 1)
    for rule in blocks {
      rule.leftRows.withUnsafeBufferPointer { for row in $0 { starts[Int(row) + 1] += 1 } }
    }
    for row in 0..<leftCount { starts[row + 1] += starts[row] }
    return starts
  }

  /// The right records of the blocks of all rules.
  private static func joined(
    _ blocks: inout [RuleBlocks], within memory: MemoryCap?
  ) -> WordList {
    WordList(count: blocks.reduce(0) { $0 + $1.rows.count }, within: memory) { rows in
      var base = 0
      for index in blocks.indices {
        blocks[index].takeRows().withUnsafeBufferPointer { own in
          _ = UnsafeMutableBufferPointer(rebasing: rows[base...]).update(fromContentsOf: own)
          base += own.count
        }
      }
    }
  }

  /// Left records whose entries one thread enters at a time.
  private static let rowsOfAChunk = 65_536

  /// The words of each left record, by rule, and the rules of them.
  private static func entries(
    _ blocks: inout [RuleBlocks], _ starts: [UInt32], _ bases: [UInt32],
    within memory: MemoryCap?, _ parallelism: Parallelism
  ) -> (words: WordList, rules: WordList) {
    let count = Int(starts.last ?? 0)
    var next = starts
    var rules = WordList()
    let chunks = chunkRanges(count: starts.count - 1, size: rowsOfAChunk)
    let words = WordList(count: count, within: memory) { words in
      rules = WordList(count: (count + 3) / 4, within: memory) { rules in
        // SAFETY: four bytes for each word, as many as there are entries at least.
        let rules = UnsafeMutableRawBufferPointer(rules).bindMemory(to: UInt8.self)
        next.withUnsafeMutableBufferPointer { next in
          for index in blocks.indices {
            let own = blocks[index].takeEntries()
            let target = Target(
              next: next, words: words, rules: rules, rule: UInt8(index), base: bases[index])
            own.rows.withUnsafeBufferPointer { rows in
              own.words.withUnsafeBufferPointer { words in
                let source = Source(rows: rows, words: words)
                parallelism.forEachChunk(chunks.count) { target.enter(source, chunks[$0]) }
              }
            }
          }
        }
      }
    }
    return (words, rules)
  }

  /// The entries of one rule, ascending by left record.
  private struct Source: @unchecked Sendable {
    // Safe to share: only read.
    let rows: UnsafeBufferPointer<UInt32>
    let words: UnsafeBufferPointer<UInt32>

    /// The entries of some left records.
    func entries(of records: Range<Int>) -> Range<Int> {
      place(of: records.lowerBound)..<place(of: records.upperBound)
    }

    /// The first entry at or after a left record.
    private func place(of record: Int) -> Int {
      var (low, high) = (0, rows.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(rows[middle]) < record { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// Where the entries of a rule go.
  private struct Target: @unchecked Sendable {
    // Safe to share: each left record, and so each place, is one thread's.
    let next: UnsafeMutableBufferPointer<UInt32>
    let words: UnsafeMutableBufferPointer<UInt32>
    let rules: UnsafeMutableBufferPointer<UInt8>
    let rule: UInt8
    /// Where the rule's right records begin among those of all rules.
    let base: UInt32

    func enter(_ source: Source, _ records: Range<Int>) {
      for entry in source.entries(of: records) {
        let row = Int(source.rows[entry])
        let place = Int(next[row])
        next[row] += 1
        let word = source.words[entry]
        words[place] = word & BlockWord.last != 0 ? word : word + base
        rules[place] = rule
      }
    }
  }

  /// The arrays for loops over many records.
  struct Pointers {
    let rows: UnsafeBufferPointer<UInt32>
    let starts: UnsafeBufferPointer<UInt32>
    let words: UnsafeBufferPointer<UInt32>
    let rules: UnsafeBufferPointer<UInt8>

    @inline(__always)
    func entries(of left: Int) -> Range<Int> {
      Int(starts[left])..<Int(starts[left + 1])
    }
  }

  @inline(__always)
  func withPointers<Result>(_ body: (Pointers) -> Result) -> Result {
    rows.withUnsafeBufferPointer { rows in
      starts.withUnsafeBufferPointer { starts in
        words.withUnsafeBufferPointer { words in
          rules.withUnsafeBufferPointer { rules in
            rules.withMemoryRebound(to: UInt8.self) { rules in
              body(Pointers(rows: rows, starts: starts, words: words, rules: rules))
            }
          }
        }
      }
    }
  }

  /// The first rule, of those that are asked for, of which a block holds both
  /// records.
  func firstRule(left: Int, right: UInt32, where isAsked: (Int) -> Bool) -> Int? {
    withPointers { pointers in
      for entry in pointers.entries(of: left) {
        let rule = Int(pointers.rules[entry])
        var isThere = false
        if isAsked(rule) {
          BlockWord.forEachRow(of: pointers.words[entry], pointers.rows) {
            isThere = isThere || $0 == right
          }
        }
        if isThere { return rule }
      }
      return nil
    }
  }
}
