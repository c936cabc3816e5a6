import ScrupleExecution
import ScrupleNormalization
import ScrupleRecords

/// Which keys of a rule's first two parts are in its sample: one class in so many, powers of two.
///
/// The pairs of a block are counted or not as a whole, and so are all blocks of one key of the
/// first part. Where that part has few thousand keys, and some of them half the pairs, a sample of
/// it alone would often miss those; sampled on both parts, it has many times as many of either.
struct SampleClasses {
  let first: UInt64
  let second: UInt64

  /// So many keys of a part should be in the sample at least.
  private static let leastKeys = 64.0

  /// - Parameters:
  ///   - keys: the rule.
  ///   - every: how many pairs there are for one that is counted, a power of two.
  init(_ keys: RuleKeys, every: UInt64) {
    let most = keys.components.count < 2 ? 0 : keys.components[1].left.list.distinctCount
    var second: UInt64 = 1
    while second * second * 4 <= every && Double(second * 2) * Self.leastKeys <= most {
      second *= 2
    }
    (first, self.second) = (every / second, second)
  }
}

/// Some of a rule's blocks: those whose key falls into a sample of all keys.
///
/// Both sides keep the same keys, so the pairs of the sampled blocks, scaled
/// up, estimate the pairs of all blocks without bias.
struct SampledBlocks: Sendable {
  let pairCount: Int
  let evidentPairs: [Seed]
  /// The share of left records with a key of the sample that meet a right
  /// record; relative to all left records, so that rules can be compared.
  let leftReach: Double

  /// Rows of the right side that a sample should hold about.
  private static let sampledRows = 8_192
  private static let maximumSeeds = 300
  /// Larger blocks are looked into less: their pairs are seldom matches.
  private static let maximumSeedBlockPairs = 64

  /// How many classes of keys there are for one that is sampled: a power of
  /// two.
  static func sampling(rightCount: Int) -> UInt64 {
    var every: UInt64 = 1
    while rightCount / Int(every) > sampledRows { every *= 2 }
    return every
  }

  /// Looks into a sample of blocks.
  ///
  /// - Parameters:
  ///   - firsts: the sampled keys of the rule's first part.
  ///   - every: how many pairs there are for one of the sample.
  ///   - table: working memory, whatever it held before.
  init(
    keys: RuleKeys, firsts: (left: PartialKeys, right: PartialKeys), every: UInt64,
    evidence: Evidence, table: BlockTable
  ) {
    let classes = SampleClasses(keys, every: every)
    let left = keys.sampled(firsts.left, .left, classes)
    let right = keys.sampled(firsts.right, .right, classes)
    var cost = BlockingCost(rule: "")
    let blocks = table.blocks(
      left: left, right: right, maximumBlockPairs: Self.maximumSeedBlockPairs, cost: &cost)
    let (pairs, overflow) = (cost.pairCount + cost.skippedPairCount)
      .multipliedReportingOverflow(by: Int(every))
    pairCount = overflow ? Int.max / 4 : min(Int.max / 4, pairs)

    var reached = 0
    var last: UInt32?
    for (row, word) in zip(left.rows, blocks.words) where word != BlockWord.none && row != last {
      reached += 1
      last = row
    }
    leftReach = Double(reached) * Double(every) / Double(max(1, keys.leftCount))

    var seeds: [Seed] = []
    blocks.rows.withUnsafeBufferPointer { rows in
      for (left, word) in zip(left.rows, blocks.words) where BlockWord.isKept(word) {
        BlockWord.forEachRow(of: word, rows) { right in
          if evidence.isEvident(left: Int(left), right: Int(right)) {
            seeds.append(Seed(left: left, right: right))
          }
        }
        if seeds.count >= Self.maximumSeeds { break }
      }
    }
    evidentPairs = seeds
  }
}

/// Says which pairs are matches plainly enough to need no model.
struct Evidence: Sendable {
  private struct FieldEvidence: Sendable {
    let left: [UInt32]
    let right: [UInt32]
    /// Surprisal of each value in bits: -log2 of its share of all values.
    let bits: [Double]
    let isPlace: Bool
  }

  private let fields: [FieldEvidence]
  private let neededBits: Double

  /// Evidence above the prior that makes a pair evident, in bits.
  private static let marginBits = 6.0
  /// What a disagreement takes away, in bits: about what a field with one
  /// error in fifteen would.
  private static let disagreementBits = 4.0
  /// One field alone never decides.
  private static let maximumFieldBits = 16.0
  /// A household shares all parts of an address, so they count once.
  private static let maximumPlaceBits = 12.0

  init(records: NormalizedRecords, parallelism: Parallelism = Parallelism(threadCount: 1)) {
    fields = parallelism.map(records.fields.count) { number in
      let field = records.fields[number]
      var counts = [Int](repeating: 0, count: field.values.count)
      for code in field.left.first { counts[Int(code)] += 1 }
      for code in field.right.first { counts[Int(code)] += 1 }
      let total = Double(max(1, counts.dropFirst().reduce(0, +)))
      let bits = counts.map { count in
        count == 0 ? 0 : min(Self.maximumFieldBits, -(Double(count) / total).binaryLogarithm)
      }
      return FieldEvidence(
        left: field.left.first, right: field.right.first, bits: bits,
        isPlace: [.address, .place, .postcode].contains(field.kind))
    }
    neededBits =
      Double(max(records.leftCount, records.rightCount, 1)).binaryLogarithm + Self.marginBits
  }

  func isEvident(left: Int, right: Int) -> Bool {
    var sum = 0.0
    var places = 0.0
    for field in fields {
      let mine = field.left[left]
      let theirs = field.right[right]
      if mine == ValueDictionary.missing || theirs == ValueDictionary.missing { continue }
      let bits = mine == theirs ? field.bits[Int(mine)] : -Self.disagreementBits
      if field.isPlace { places += bits } else { sum += bits }
    }
    return sum + min(places, Self.maximumPlaceBits) >= neededBits
  }
}
