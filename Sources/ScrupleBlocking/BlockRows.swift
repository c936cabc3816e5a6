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
  private let starts: [UInt32]
  private let rows: [UInt32]
  private let leftStarts: [UInt32]
  private let blocks: [UInt32]

  /// Puts the blocks of rules together.
  init(_ rules: [RuleBlocks], leftCount: Int) {
    var ends: [UInt32] = []
    var starts: [UInt32] = [0]
    var rows: [UInt32] = []
    starts.reserveCapacity(rules.reduce(1) { $0 + $1.starts.count })
    rows.reserveCapacity(rules.reduce(0) { $0 + $1.rows.count })
    var leftStarts = [UInt32](repeating: 0, count: leftCount + 1)
    for rule in rules {
      let base = UInt32(rows.count)
      for start in rule.starts.dropFirst() { starts.append(base + start) }
      rows.append(contentsOf: rule.rows)
      ends.append(UInt32(starts.count - 1))
      for row in rule.leftRows { leftStarts[Int(row) + 1] += 1 }
    }
    for row in 0..<leftCount { leftStarts[row + 1] += leftStarts[row] }
    var next = leftStarts
    var blocks = [UInt32](repeating: 0, count: Int(leftStarts[leftCount]))
    for (number, rule) in rules.enumerated() {
      let base = number == 0 ? 0 : ends[number - 1]
      for (row, block) in zip(rule.leftRows, rule.leftBlocks) {
        blocks[Int(next[Int(row)])] = base + block
        next[Int(row)] += 1
      }
    }
    self.ends = ends
    self.starts = starts
    self.rows = rows
    self.leftStarts = leftStarts
    self.blocks = blocks
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
