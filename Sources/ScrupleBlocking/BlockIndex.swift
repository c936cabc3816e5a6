/// The blocks of one rule: for each key the right records that have it, and for
/// each left record the blocks it belongs to.
///
/// Layout: right records stand block by block in `rows`, ascending within a
/// block; block `b` is `rows[starts[b]..<starts[b + 1]]`. Left records refer to
/// blocks by number, so that enumerating pairs hashes nothing.
struct BlockIndex: Sendable {
  let starts: [UInt32]
  let rows: [UInt32]
  /// Block numbers of left record `l`: `leftBlocks[leftStarts[l]..<leftStarts[l + 1]]`.
  let leftStarts: [UInt32]
  let leftBlocks: [UInt32]
  let cost: BlockingCost

  /// Builds the blocks; those with more pairs than `maximumBlockPairs` are
  /// left out and counted.
  ///
  /// Blocks are numbered by the keys of the left records that are asked for,
  /// so that right records which meet none of them cost a look and no memory.
  init(
    keys: RuleKeys, description: String, maximumBlockPairs: Int, leftRows: [Int]? = nil
  ) {
    let left = keys.rows(.left).restricted(to: leftRows)
    var table = BlockNumbers(expectedCount: leftRows?.count ?? keys.leftCount)
    var leftStarts = [UInt32](repeating: 0, count: keys.leftCount + 1)
    var leftBlocks: [UInt32] = []
    leftBlocks.reserveCapacity(left.keys.count)
    left.visit { row, key in
      leftBlocks.append(table.number(of: key))
      leftStarts[row + 1] += 1
    }
    var leftCounts = [Int](repeating: 0, count: table.count)
    for block in leftBlocks { leftCounts[Int(block)] += 1 }
    for row in 0..<keys.leftCount { leftStarts[row + 1] += leftStarts[row] }

    var members: [UInt32] = []
    var memberRows: [UInt32] = []
    keys.rows(.right).visit { row, key in
      guard let block = table.existingNumber(of: key) else { return }
      members.append(block)
      memberRows.append(UInt32(row))
    }
    var rightCounts = [Int](repeating: 0, count: table.count)
    for block in members { rightCounts[Int(block)] += 1 }

    var cost = BlockingCost(rule: description)
    for block in 0..<table.count {
      let (pairs, overflow) = leftCounts[block].multipliedReportingOverflow(by: rightCounts[block])
      if pairs == 0 && !overflow {
        rightCounts[block] = 0
      } else if overflow || pairs > maximumBlockPairs {
        cost.skip(pairs: overflow ? Int.max : pairs)
        rightCounts[block] = 0
      } else {
        cost.keep(pairs: pairs)
      }
    }

    var starts = [UInt32](repeating: 0, count: table.count + 1)
    for block in 0..<table.count { starts[block + 1] = starts[block] + UInt32(rightCounts[block]) }
    var next = starts
    var rows = [UInt32](repeating: 0, count: Int(starts[table.count]))
    for (block, row) in zip(members, memberRows) where rightCounts[Int(block)] > 0 {
      rows[Int(next[Int(block)])] = row
      next[Int(block)] += 1
    }
    self.starts = starts
    self.rows = rows
    self.leftStarts = leftStarts
    self.leftBlocks = leftBlocks
    self.cost = cost
  }
}

extension BlockIndex {
  /// Calls `body` with the right records of each block of a left record.
  @inline(__always)
  func forEachRange(ofLeft left: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    rows.withUnsafeBufferPointer { rows in
      for block in Int(leftStarts[left])..<Int(leftStarts[left + 1]) {
        let number = Int(leftBlocks[block])
        body(
          UnsafeBufferPointer(rebasing: rows[Int(starts[number])..<Int(starts[number + 1])]))
      }
    }
  }

  /// Whether a block of the left record holds the right record.
  func holds(left: Int, right: UInt32) -> Bool {
    var isFound = false
    forEachRange(ofLeft: left) { rows in
      var low = 0
      var high = rows.count
      while low < high {
        let middle = (low + high) / 2
        if rows[middle] < right { low = middle + 1 } else { high = middle }
      }
      if low < rows.count && rows[low] == right { isFound = true }
    }
    return isFound
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
