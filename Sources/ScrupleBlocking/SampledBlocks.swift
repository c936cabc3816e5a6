import ScrupleNormalization
import ScrupleRecords

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
  private static let sampledRows = 16_384
  private static let maximumSeeds = 300
  /// Larger blocks are looked into less: their pairs are seldom matches.
  private static let maximumSeedBlockPairs = 64

  init(keys: RuleKeys, evidence: Evidence) {
    var every: UInt64 = 1
    while keys.rightCount / Int(every) > Self.sampledRows { every *= 2 }
    var numbers = BlockNumbers(expectedCount: min(keys.rightCount, Self.sampledRows * 2))
    var right: [(block: UInt32, row: UInt32)] = []
    var left: [(block: UInt32, row: UInt32)] = []
    keys.rows(.right, every: every).visit { row, key in
      right.append((numbers.number(of: key), UInt32(row)))
    }
    keys.rows(.left, every: every).visit { row, key in
      if let block = numbers.existingNumber(of: key) { left.append((block, UInt32(row))) }
    }
    leftReach = Double(Set(left.map(\.row)).count) * Double(every) / Double(max(1, keys.leftCount))
    let blocks = numbers.count
    var rightCounts = [Int](repeating: 0, count: blocks)
    var leftCounts = [Int](repeating: 0, count: blocks)
    for member in right { rightCounts[Int(member.block)] += 1 }
    for member in left { leftCounts[Int(member.block)] += 1 }
    var pairs = 0
    for block in 0..<blocks {
      let product = leftCounts[block].multipliedReportingOverflow(by: rightCounts[block])
      pairs = product.overflow ? Int.max / 4 : min(Int.max / 4, pairs + product.partialValue)
    }
    pairCount =
      pairs.multipliedReportingOverflow(by: Int(every)).overflow
      ? Int.max / 4 : pairs * Int(every)

    var firstRight = [[UInt32]](repeating: [], count: blocks)
    for member in right
    where leftCounts[Int(member.block)] * rightCounts[Int(member.block)]
      <= Self.maximumSeedBlockPairs
      && leftCounts[Int(member.block)] > 0
    {
      firstRight[Int(member.block)].append(member.row)
    }
    var seeds: [Seed] = []
    for member in left {
      for row in firstRight[Int(member.block)]
      where evidence.isEvident(left: Int(member.row), right: Int(row)) {
        seeds.append(Seed(left: member.row, right: row))
      }
      if seeds.count >= Self.maximumSeeds { break }
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

  init(records: NormalizedRecords) {
    fields = records.fields.map { field in
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
