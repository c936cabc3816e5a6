import ScrupleBlocking
import ScrupleExecution

/// The pairs that no blocking rule of a run brought together, in two parts.
///
/// *Alike* share a whole birth date, a name with a part of the date, or a number: that is where
/// matches that blocking lost are most often. They are counted and drawn from by the blocks of
/// those wider rules; the others by drawing pairs and throwing away what is not outside.
struct OutsidePairs: Sendable {
  private let candidates: CandidatePairs
  private let wide: CandidatePairs?
  private let parallelism: Parallelism
  /// How many pairs are outside and alike.
  let alikeCount: Int
  /// How many others are outside.
  let otherCount: Int

  /// Blocks of wider rules that hold more pairs than this count as unlike.
  private static let maximumBlockPairs = 200_000
  /// Wider rules are left out until the rest bring together at most so many pairs.
  private static let maximumPairs = 20_000_000

  init(_ prepared: PreparedLinkage, candidatePairs: Int, parallelism: Parallelism) throws {
    candidates = prepared.candidates
    self.parallelism = parallelism
    wide = try Self.wider(prepared, parallelism)
    let all = prepared.records.leftCount * prepared.records.rightCount
    let keys = PairKeys(seed: 0, stream: 0, rightCount: prepared.records.rightCount)
    let inside = candidates
    alikeCount =
      wide?.drawing(keys, limit: 0, countingAll: true, parallelism: parallelism) {
        inside.owningRule(left: Int($0), right: Int($1)) == nil
      }.count ?? 0
    otherCount = max(all - candidatePairs - alikeCount, 0)
  }

  private static func wider(
    _ prepared: PreparedLinkage, _ parallelism: Parallelism
  ) throws -> CandidatePairs? {
    var rules = wideKeys.filter { rule in
      rule.fieldNames.allSatisfy { prepared.records.field($0) != nil }
        && !prepared.candidates.rules.contains(rule)
    }
    while !rules.isEmpty {
      let pairs = try CandidatePairs(
        rules: rules, records: prepared.records, maximumBlockPairs: maximumBlockPairs,
        parallelism: parallelism)
      if pairs.costs.reduce(0, { $0 + $1.pairCount }) <= maximumPairs { return pairs }
      let dearest = pairs.costs.indices.max {
        pairs.costs[$0].pairCount < pairs.costs[$1].pairCount
      }
      rules.remove(at: dearest ?? 0)
    }
    return nil
  }

  private static let wideKeys = [
    BlockingRule(BlockingKey(.value, "birth-date")),
    BlockingRule(BlockingKey(.value, "surname"), BlockingKey(.year, "birth-date")),
    BlockingRule(BlockingKey(.value, "given-name"), BlockingKey(.monthDay, "birth-date")),
    BlockingRule(BlockingKey(.value, "given-name"), BlockingKey(.value, "surname")),
    BlockingRule(BlockingKey(.value, "ssn")), BlockingRule(BlockingKey(.value, "a-number")),
    BlockingRule(BlockingKey(.value, "fbi-number")),
  ]

  /// Draws pairs that are outside and alike.
  func alike(_ count: Int, _ keys: PairKeys) -> [KeyedPair] {
    guard let wide else { return [] }
    let inside = candidates
    return PairKeys.smallest(count, of: alikeCount) { limit in
      wide.drawing(keys, limit: limit, parallelism: parallelism) {
        inside.owningRule(left: Int($0), right: Int($1)) == nil
      }.pairs
    }
  }

  /// Draws pairs that are outside and unlike.
  func others(_ count: Int, _ keys: PairKeys, seed: UInt64, stream: UInt64) -> [KeyedPair] {
    let (leftCount, rightCount) = (candidates.leftCount, candidates.rightCount)
    let wanted = min(count, otherCount)
    guard wanted > 0 else { return [] }
    if otherCount < leftCount * rightCount / 64 || otherCount < 4 * wanted {
      return PairKeys.smallest(wanted, of: otherCount) { enumerated($0, keys) }
    }
    let random = CounterRandom(seed: seed, stream: stream)
    var seen: Set<UInt64> = []
    var pairs: [KeyedPair] = []
    var counter: UInt64 = 0
    while pairs.count < wanted {
      let left = Int32(random.value(at: counter, below: leftCount))
      let right = Int32(random.value(at: counter + 1, below: rightCount))
      counter += 2
      guard isOther(left, right), seen.insert(keys.index(left, right)).inserted else { continue }
      pairs.append(keys.pair(left, right))
    }
    return pairs
  }

  private func isOther(_ left: Int32, _ right: Int32) -> Bool {
    candidates.owningRule(left: Int(left), right: Int(right)) == nil
      && wide?.owningRule(left: Int(left), right: Int(right)) == nil
  }

  /// All unlike pairs with a small key, where they are too few to be met by chance.
  private func enumerated(_ limit: UInt64, _ keys: PairKeys) -> [KeyedPair] {
    let chunks = chunkRanges(count: candidates.leftCount, size: 64)
    return parallelism.map(chunks.count) { number -> [KeyedPair] in
      var kept: [KeyedPair] = []
      for left in chunks[number] {
        for right in 0..<candidates.rightCount {
          let pair = keys.pair(Int32(left), Int32(right))
          if pair.key <= limit && isOther(pair.left, pair.right) { kept.append(pair) }
        }
      }
      return kept
    }.flatMap { $0 }
  }
}
