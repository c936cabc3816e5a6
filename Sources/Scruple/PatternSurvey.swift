import ScrupleBlocking
import ScrupleComparison
import ScrupleExecution
import ScrupleScoring

/// How often each agreement pattern occurs among *all* pairs of two files.
///
/// Candidate pairs are counted; the rest, which are many and nearly all
/// non-matches, are sampled and weighted up. Counting candidates alone would
/// teach a model that non-matches agree on what the blocking rules ask for.
struct PatternSurvey: Sendable {
  /// Patterns of the candidates and of all other pairs.
  let evidence: PairEvidence
  /// Pairs looked at among the candidates.
  let candidatePairCount: Int
  /// Pairs looked at among the others.
  let otherPairCount: Int

  private static let rowsPerChunk = 256
  private static let randomPairsPerChunk = 16_384

  /// Surveys the pairs.
  ///
  /// - Parameters:
  ///   - trainingPairCount: candidate pairs to look at, about; beyond it only
  ///     every n-th left record takes part, and counts n-fold.
  ///   - randomPairCount: random pairs to draw for the rest.
  /// - Complexity: O(training pairs + random pairs).
  init(
    candidates: CandidatePairs, comparisons: PreparedComparisons, trainingPairCount: Int,
    randomPairCount: Int, options: LinkageOptions
  ) {
    let grossPairs = candidates.costs.reduce(0) { $0 + $1.pairCount }
    let every = max(1, (grossPairs + trainingPairCount - 1) / max(1, trainingPairCount))
    let rows = Array(stride(from: 0, to: candidates.leftCount, by: every))
    let chunks = chunkRanges(count: rows.count, size: Self.rowsPerChunk)
    let counted = options.parallelism.map(
      chunks.count, state: PairBuffers(comparisons)
    ) { chunk, buffers in
      Self.count(rows: rows[chunks[chunk]], candidates, comparisons, &buffers)
    }
    var candidateTally = PatternTally()
    for tally in counted { candidateTally.add(tally, times: Double(every)) }
    candidatePairCount = counted.reduce(0) { $0 + $1.pairCount }

    let total = Double(candidates.leftCount) * Double(candidates.rightCount)
    let others = total - Double(candidatePairCount * every)
    let drawn = others < 1 ? 0 : min(randomPairCount, Int(min(others, 1e9)))
    let random = CounterRandom(seed: options.seed, stream: 1)
    let draws = chunkRanges(count: drawn, size: Self.randomPairsPerChunk)
    let telling = Self.tellingComparisons(comparisons)
    let sampled = options.parallelism.map(
      draws.count, state: PairBuffers(comparisons)
    ) { chunk, buffers in
      Self.sample(draws[chunk], random, candidates, comparisons, telling, &buffers)
    }
    otherPairCount = sampled.reduce(0) { $0 + $1.pairCount }
    var otherTally = PatternTally()
    for tally in sampled { otherTally.add(tally, times: others / Double(max(1, otherPairCount))) }
    evidence = PairEvidence(
      candidates: candidateTally.agreementPatternCounts(layout: comparisons.layout),
      others: otherTally.agreementPatternCounts(layout: comparisons.layout))
  }

  private static func count(
    rows: ArraySlice<Int>, _ candidates: CandidatePairs, _ comparisons: PreparedComparisons,
    _ buffers: inout PairBuffers
  ) -> PatternTally {
    var tally = PatternTally()
    buffers.fill(left: rows, candidates, comparisons)
    for pattern in buffers.patterns { tally.add(pattern) }
    return tally
  }

  /// Random pairs that are not candidates.
  ///
  /// Whether a pair is a candidate is only asked where it agrees in something
  /// that tells persons apart: a pair that agrees in nothing is a non-match
  /// whatever the rules say of it.
  private static func sample(
    _ draws: Range<Int>, _ random: CounterRandom, _ candidates: CandidatePairs,
    _ comparisons: PreparedComparisons, _ telling: [(comparison: Int, above: Int)],
    _ buffers: inout PairBuffers
  ) -> PatternTally {
    let (left, right) = random.pairs(
      draws, leftCount: candidates.leftCount, rightCount: candidates.rightCount)
    comparisons.patterns(
      left: left, right: right, scratch: &buffers.comparing, into: &buffers.patterns)
    var tally = PatternTally()
    for (index, pattern) in buffers.patterns.enumerated() {
      let agrees = telling.contains {
        comparisons.layout.level(of: $0.comparison, in: pattern) > $0.above
      }
      let isCandidate =
        agrees
        && candidates.owningRule(left: Int(left[index]), right: Int(right[index])) != nil
      if !isCandidate { tally.add(pattern) }
    }
    return tally
  }

  /// Comparisons with more than two levels (names, dates, numbers, addresses)
  /// and the level above which they tell persons apart; one state in common is
  /// nothing.
  private static func tellingComparisons(
    _ comparisons: PreparedComparisons
  ) -> [(comparison: Int, above: Int)] {
    comparisons.rules.enumerated().compactMap { position, rule in
      guard rule.levelCount > 2, rule.condition == nil else { return nil }
      return (position, rule.levels.last == .address(.state) ? 2 : 1)
    }
  }
}

extension CounterRandom {
  /// Random pairs of records, those of the draws in some range of numbers.
  ///
  /// They come in the order of their left records, whose values then lie side
  /// by side; in any other order they would be the same pairs.
  func pairs(
    _ draws: Range<Int>, leftCount: Int, rightCount: Int
  ) -> (left: [UInt32], right: [UInt32]) {
    let pairs = draws.map { draw in
      UInt64(value(at: UInt64(2 * draw), below: leftCount)) << 32
        | UInt64(value(at: UInt64(2 * draw + 1), below: rightCount))
    }.sorted()
    return (pairs.map { UInt32($0 >> 32) }, pairs.map { UInt32(truncatingIfNeeded: $0) })
  }
}

/// Counts patterns as they come, in an open-addressing table.
struct PatternTally: Sendable {
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var shift: UInt64 = 64 - 10
  private var patternCount = 0
  private(set) var pairCount = 0

  private struct Slot {
    var pattern: UInt64 = 0
    /// Below 0 where the slot is free.
    var count = -1.0
  }

  mutating func add(_ pattern: UInt64) {
    pairCount += 1
    add(pattern, 1)
  }

  /// Adds a count, at least 0, to a pattern's.
  mutating func add(_ pattern: UInt64, _ count: Double) {
    var slot = Int((pattern &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[slot].count >= 0 {
      if slots[slot].pattern == pattern {
        slots[slot].count += count
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Slot(pattern: pattern, count: count)
    patternCount += 1
    if patternCount * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    let smaller = slots
    slots = [Slot](repeating: Slot(), count: smaller.count * 2)
    shift -= 1
    for entry in smaller where entry.count >= 0 {
      var slot = Int((entry.pattern &* 0x9E37_79B9_7F4A_7C15) >> shift)
      while slots[slot].count >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  /// Adds what another tally counted, each count so many times.
  mutating func add(_ other: PatternTally, times weight: Double) {
    for slot in other.slots where slot.count >= 0 { add(slot.pattern, slot.count * weight) }
    pairCount += other.pairCount
  }

  func agreementPatternCounts(layout: PatternLayout) -> AgreementPatternCounts {
    let found = slots.filter { $0.count >= 0 }.sorted { $0.pattern < $1.pattern }
    return AgreementPatternCounts(
      layout: layout, patterns: found.map(\.pattern), counts: found.map(\.count))
  }
}
