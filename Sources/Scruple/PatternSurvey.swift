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
    let counted = options.parallelism.map(chunks.count) { chunk in
      Self.count(rows: rows[chunks[chunk]], candidates, comparisons)
    }
    var candidateTally = PatternTally()
    for tally in counted { candidateTally.add(tally, times: Double(every)) }
    candidatePairCount = counted.reduce(0) { $0 + $1.pairCount }

    let total = Double(candidates.leftCount) * Double(candidates.rightCount)
    let others = total - Double(candidatePairCount * every)
    let drawn = others < 1 ? 0 : min(randomPairCount, Int(min(others, 1e9)))
    let random = CounterRandom(seed: options.seed, stream: 1)
    let draws = chunkRanges(count: drawn, size: Self.randomPairsPerChunk)
    let sampled = options.parallelism.map(draws.count) { chunk in
      Self.sample(draws[chunk], random, candidates, comparisons)
    }
    otherPairCount = sampled.reduce(0) { $0 + $1.pairCount }
    var otherTally = PatternTally()
    for tally in sampled { otherTally.add(tally, times: others / Double(max(1, otherPairCount))) }
    evidence = PairEvidence(
      candidates: candidateTally.agreementPatternCounts(layout: comparisons.layout),
      others: otherTally.agreementPatternCounts(layout: comparisons.layout))
  }

  private static func count(
    rows: ArraySlice<Int>, _ candidates: CandidatePairs, _ comparisons: PreparedComparisons
  ) -> PatternTally {
    var scratch = CandidateScratch()
    var comparing = comparisons.makeScratch()
    var chunk = CandidateChunk()
    var patterns: [UInt64] = []
    var tally = PatternTally()
    for row in rows { candidates.append(pairsOf: row, scratch: &scratch, to: &chunk) }
    comparisons.patterns(
      left: chunk.left, right: chunk.right, scratch: &comparing, into: &patterns)
    for pattern in patterns { tally.add(pattern) }
    return tally
  }

  private static func sample(
    _ draws: Range<Int>, _ random: CounterRandom, _ candidates: CandidatePairs,
    _ comparisons: PreparedComparisons
  ) -> PatternTally {
    var left: [UInt32] = []
    var right: [UInt32] = []
    for draw in draws {
      let one = random.value(at: UInt64(2 * draw), below: candidates.leftCount)
      let other = random.value(at: UInt64(2 * draw + 1), below: candidates.rightCount)
      if candidates.owningRule(left: one, right: other) == nil {
        left.append(UInt32(one))
        right.append(UInt32(other))
      }
    }
    var comparing = comparisons.makeScratch()
    var patterns: [UInt64] = []
    comparisons.patterns(left: left, right: right, scratch: &comparing, into: &patterns)
    var tally = PatternTally()
    for pattern in patterns { tally.add(pattern) }
    return tally
  }
}

/// Counts patterns as they come.
struct PatternTally: Sendable {
  private var counts: [UInt64: Double] = [:]
  private(set) var pairCount = 0

  mutating func add(_ pattern: UInt64) {
    counts[pattern, default: 0] += 1
    pairCount += 1
  }

  mutating func add(_ other: PatternTally, times weight: Double) {
    for (pattern, count) in other.counts { counts[pattern, default: 0] += count * weight }
    pairCount += other.pairCount
  }

  func agreementPatternCounts(layout: PatternLayout) -> AgreementPatternCounts {
    let patterns = counts.keys.sorted()
    return AgreementPatternCounts(
      layout: layout, patterns: patterns, counts: patterns.map { counts[$0]! })
  }
}
