import ScrupleMadeUpRecords
import Testing

@testable import ScrupleBlocking

struct BlockTableTests {
  /// Keys of one to three a record, few of them common.
  private func keys(_ dice: inout Dice, count: Int, distinct: Int) -> PartialKeys {
    var keys: [UInt64] = []
    var offsets: [UInt32] = [0]
    for _ in 0..<count {
      for _ in 0..<dice.below(4) {
        let number =
          dice.below(20) == 0
          ? dice.below(7) : dice.below(distinct)
        keys.append(UInt64(number + 1) &* 0x2545_F491_4F6C_DD1D)
      }
      offsets.append(UInt32(keys.count))
    }
    let column = KeyColumn(list: KeyList(keys: keys, offsets: offsets), codes: nil)
    return PartialKeys(first: column, recordCount: count)
  }

  /// The right records of each left key, or what stands for none.
  private func naive(
    _ left: PartialKeys, _ right: PartialKeys, limit: Int
  ) -> (rows: [[UInt32]], cost: BlockingCost) {
    var members: [UInt64: [UInt32]] = [:]
    for (row, key) in zip(right.rows, right.keys) { members[key, default: []].append(row) }
    var counts: [UInt64: Int] = [:]
    for key in left.keys { counts[key, default: 0] += 1 }
    var cost = BlockingCost(rule: "")
    for (key, count) in counts {
      let pairs = count * (members[key]?.count ?? 0)
      if pairs > limit { cost.skip(pairs: pairs) } else if pairs > 0 { cost.keep(pairs: pairs) }
    }
    let rows = left.keys.map { key in
      let found = members[key] ?? []
      return found.count * counts[key]! > limit ? [] : found
    }
    return (rows, cost)
  }

  /// From none to more keys than a part holds, with one table for all.
  @Test func theBlocksAreThoseOfADictionaryWhateverThePartsAndTheLimit() {
    var dice = Dice(seed: 41)
    let table = BlockTable()
    for (count, distinct) in [(0, 5), (3, 2), (900, 300), (130_000, 90_000), (40, 10)] {
      let left = keys(&dice, count: count, distinct: distinct)
      let right = keys(&dice, count: count * 3 / 2, distinct: distinct)
      for limit in [0, 12, Int.max] {
        let expected = naive(left, right, limit: limit)
        var cost = BlockingCost(rule: "")
        let blocks = table.blocks(
          left: left, right: right, maximumBlockPairs: limit, cost: &cost)
        #expect(cost == expected.cost)
        #expect(blocks.words.count == left.keys.count)
        let found = blocks.rows.withUnsafeBufferPointer { rows in
          blocks.words.map { word in
            var found: [UInt32] = []
            if BlockWord.isKept(word) {
              BlockWord.forEachRow(of: word, rows) { found.append($0) }
            }
            return found
          }
        }
        #expect(found == expected.rows, "\(count) records, limit \(limit)")
      }
    }
  }

  @Test func aKeyWithoutARightRecordIsToldFromOneWithTooManyPairs() {
    let left = PartialKeys(
      first: KeyColumn(list: KeyList(single: [11, 12, 13]), codes: nil), recordCount: 3)
    let right = PartialKeys(
      first: KeyColumn(list: KeyList(single: [12, 13, 13]), codes: nil), recordCount: 3)
    var cost = BlockingCost(rule: "")
    let blocks = BlockTable().blocks(left: left, right: right, maximumBlockPairs: 1, cost: &cost)
    #expect(blocks.words == [BlockWord.none, BlockWord.last, BlockWord.tooLarge])
    #expect(cost.pairCount == 1 && cost.skippedPairCount == 2)
  }
}
