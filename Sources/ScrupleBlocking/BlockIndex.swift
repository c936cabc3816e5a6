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
  init(keys: RuleKeys, description: String, maximumBlockPairs: Int) {
    var table = BlockNumbers(expectedCount: keys.rightCount)
    var memberships: [(block: UInt32, row: UInt32)] = []
    memberships.reserveCapacity(keys.rightCount)
    for row in 0..<keys.rightCount {
      keys.forEachKey(of: row, .right) { key in
        memberships.append((table.number(of: key), UInt32(row)))
      }
    }
    var rightCounts = [Int](repeating: 0, count: table.count)
    for member in memberships { rightCounts[Int(member.block)] += 1 }

    var leftStarts: [UInt32] = [0]
    leftStarts.reserveCapacity(keys.leftCount + 1)
    var leftBlocks: [UInt32] = []
    var leftCounts = [Int](repeating: 0, count: table.count)
    for row in 0..<keys.leftCount {
      keys.forEachKey(of: row, .left) { key in
        guard let block = table.existingNumber(of: key) else { return }
        leftBlocks.append(block)
        leftCounts[Int(block)] += 1
      }
      leftStarts.append(UInt32(leftBlocks.count))
    }

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
    for member in memberships where rightCounts[Int(member.block)] > 0 {
      rows[Int(next[Int(member.block)])] = member.row
      next[Int(member.block)] += 1
    }
    self.starts = starts
    self.rows = rows
    self.leftStarts = leftStarts
    self.leftBlocks = leftBlocks
    self.cost = cost
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
