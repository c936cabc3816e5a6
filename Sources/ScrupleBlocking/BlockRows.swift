import ScrupleExecution

/// The blocks of all rules, left record by left record.
///
/// **Layout**: blocks are numbered through all rules, so that a block's number
/// tells its rule; those of rule `r` end at `ends[r]`. Right records of block
/// `b` are `rows[starts[b]..<starts[b + 1]]`, ascending. The blocks of left
/// record `l` are `blocks[leftStarts[l]..<leftStarts[l + 1]]`, by rule. So all
/// that a left record needs lies side by side, and listing its pairs hashes
/// nothing.
struct BlockRows: Sendable {
  private let ends: [UInt32]
  private let starts: WordList
  private let rows: WordList
  private let leftStarts: WordList
  private let blocks: WordList

  /// Puts the blocks of rules together, and lets each rule's go as soon as they are copied.
  ///
  /// - Parameter memory: where they go if they are too many.
  init(_ blocksOfRules: consuming [RuleBlocks], leftCount: Int, memory: MemoryCap? = nil) {
    var rules = blocksOfRules
    var leftStarts = [UInt32](repeating: 0, count: leftCount + 1)
    for rule in rules {
      rule.leftRows.withUnsafeBufferPointer { for row in $0 { leftStarts[Int(row) + 1] += 1 } }
    }
    for row in 0..<leftCount { leftStarts[row + 1] += leftStarts[row] }
    var ends: [UInt32] = []
    for rule in rules { ends.append((ends.last ?? 0) + UInt32(rule.starts.count - 1)) }
    (starts, rows) = Self.joined(&rules, within: memory)
    blocks = Self.entries(&rules, leftStarts, ends, within: memory)
    self.ends = ends
    self.leftStarts = WordList(leftStarts, within: memory)
    memory?.setAside()
  }

  /// The right records of all blocks, and where each block begins.
  private static func joined(
    _ rules: inout [RuleBlocks], within memory: MemoryCap?
  ) -> (starts: WordList, rows: WordList) {
    let blockCount = rules.reduce(0) { $0 + $1.starts.count - 1 }
    let rowCount = rules.reduce(0) { $0 + $1.rows.count }
    var starts = WordList()
    let rows = WordList(count: rowCount, within: memory) { rows in
      starts = WordList(count: blockCount + 1, within: memory) { starts in
        var (block, base) = (0, 0)
        starts[0] = 0
        for index in rules.indices {
          let own = rules[index].takeRows()
          own.starts.withUnsafeBufferPointer { own in
            for start in own.dropFirst() {
              block += 1
              starts[block] = UInt32(base) + start
            }
          }
          own.rows.withUnsafeBufferPointer { own in
            _ = UnsafeMutableBufferPointer(rebasing: rows[base...]).update(fromContentsOf: own)
          }
          base += own.rows.count
        }
      }
    }
    return (starts, rows)
  }

  /// The blocks of each left record, by rule.
  private static func entries(
    _ rules: inout [RuleBlocks], _ leftStarts: [UInt32], _ ends: [UInt32],
    within memory: MemoryCap?
  ) -> WordList {
    var next = leftStarts
    return WordList(count: Int(leftStarts.last ?? 0), within: memory) { blocks in
      for index in rules.indices {
        let base = index == 0 ? 0 : ends[index - 1]
        let own = rules[index].takeEntries()
        own.rows.withUnsafeBufferPointer { rows in
          own.blocks.withUnsafeBufferPointer { numbers in
            for (row, block) in zip(rows, numbers) {
              blocks[Int(next[Int(row)])] = base + block
              next[Int(row)] += 1
            }
          }
        }
      }
    }
  }

  /// The arrays for loops over many records.
  struct Pointers {
    let ends: UnsafeBufferPointer<UInt32>
    let starts: UnsafeBufferPointer<UInt32>
    let rows: UnsafeBufferPointer<UInt32>
    let leftStarts: UnsafeBufferPointer<UInt32>
    let blocks: UnsafeBufferPointer<UInt32>

    @inline(__always)
    func entries(of left: Int) -> Range<Int> {
      Int(leftStarts[left])..<Int(leftStarts[left + 1])
    }

    @inline(__always)
    func rows(of block: Int) -> UnsafeBufferPointer<UInt32> {
      UnsafeBufferPointer(rebasing: rows[Int(starts[block])..<Int(starts[block + 1])])
    }
  }

  @inline(__always)
  func withPointers<Result>(_ body: (Pointers) -> Result) -> Result {
    ends.withUnsafeBufferPointer { ends in
      starts.withUnsafeBufferPointer { starts in
        rows.withUnsafeBufferPointer { rows in
          leftStarts.withUnsafeBufferPointer { leftStarts in
            blocks.withUnsafeBufferPointer { blocks in
              body(
                Pointers(
                  ends: ends, starts: starts, rows: rows, leftStarts: leftStarts, blocks: blocks))
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
      var rule = 0
      for entry in pointers.entries(of: left) {
        let block = pointers.blocks[entry]
        while block >= pointers.ends[rule] { rule += 1 }
        if isAsked(rule) && Self.holds(pointers.rows(of: Int(block)), right) { return rule }
      }
      return nil
    }
  }

  private static func holds(_ rows: UnsafeBufferPointer<UInt32>, _ right: UInt32) -> Bool {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < right { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == right
  }
}
