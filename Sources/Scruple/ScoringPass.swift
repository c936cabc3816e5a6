import ScrupleBlocking
import ScrupleComparison
import ScrupleExecution
import ScrupleNormalization
import ScrupleScoring

/// One pair whose weight is high enough to be looked at again.
struct WeighedPair: Sendable {
  /// Canonical positions of the two records.
  let left: UInt32
  let right: UInt32
  /// Evidence plus prior, in bits.
  var bits: Double
  let pattern: UInt64
  /// The blocking rule that brought the pair together.
  let rule: UInt8
}

/// The pass over all candidate pairs: compare, weigh, keep the heavy ones.
///
/// Works in chunks of left records; only pairs at or above the floor are kept,
/// so memory grows with the records, not with the pairs.
struct ScoringPass: Sendable {
  let candidates: CandidatePairs
  let comparisons: PreparedComparisons
  let weigher: PairWeigher
  /// Pairs below this many bits are dropped.
  let floorBits: Double
  let options: LinkageOptions

  /// What the pass gives.
  struct Outcome: Sendable {
    /// Kept pairs, ascending by left, then right record.
    var pairs: [WeighedPair] = []
    /// Distinct candidate pairs of each blocking rule.
    var pairsPerRule: [Int]
    var candidatePairCount: Int { pairsPerRule.reduce(0, +) }
  }

  private static let rowsPerChunk = 512

  func run() -> Outcome {
    let chunks = chunkRanges(count: candidates.leftCount, size: Self.rowsPerChunk)
    let done = ChunkProgress(total: chunks.count, stage: .score, options: options)
    let outcomes = options.parallelism.map(chunks.count) { index in
      let outcome = score(chunks[index])
      done.advance()
      return outcome
    }
    var result = Outcome(pairsPerRule: [Int](repeating: 0, count: candidates.rules.count))
    result.pairs.reserveCapacity(outcomes.reduce(0) { $0 + $1.pairs.count })
    for outcome in outcomes {
      result.pairs.append(contentsOf: outcome.pairs)
      for (rule, count) in outcome.pairsPerRule.enumerated() { result.pairsPerRule[rule] += count }
    }
    return result
  }

  private func score(_ rows: Range<Int>) -> Outcome {
    var outcome = Outcome(pairsPerRule: [Int](repeating: 0, count: candidates.rules.count))
    var scratch = CandidateScratch()
    var comparing = comparisons.makeScratch()
    var weighing = PatternWeightMemo()
    var chunk = CandidateChunk()
    var patterns: [UInt64] = []
    var next = rows.lowerBound
    while next < rows.upperBound {
      chunk.removeAll()
      // A few records at a time, so that a record with very many candidates
      // does not make the buffers grow for all.
      while next < rows.upperBound && chunk.count < 8192 {
        candidates.append(pairsOf: next, scratch: &scratch, to: &chunk)
        next += 1
      }
      comparisons.patterns(
        left: chunk.left, right: chunk.right, scratch: &comparing, into: &patterns)
      for index in patterns.indices {
        outcome.pairsPerRule[Int(chunk.rule[index])] += 1
        let bits = weigher.bits(
          pattern: patterns[index], left: Int(chunk.left[index]), right: Int(chunk.right[index]),
          memo: &weighing)
        if bits >= floorBits {
          outcome.pairs.append(
            WeighedPair(
              left: chunk.left[index], right: chunk.right[index], bits: bits,
              pattern: patterns[index], rule: chunk.rule[index]))
        }
      }
    }
    outcome.pairs.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    return outcome
  }
}

/// Turns a pattern and the two records' values into bits.
struct PairWeigher: Sendable {
  let table: WeightTable
  let terms: [WeightedTerms]
  /// log2 odds of the prior match probability.
  let priorBits: Double

  /// Evidence, term-frequency adjustments and prior, added in a fixed order.
  @inline(__always)
  func bits(pattern: UInt64, left: Int, right: Int, memo: inout PatternWeightMemo) -> Double {
    var bits = priorBits + memo.weight(of: pattern, table)
    for term in terms {
      let level = table.layout.level(of: term.comparison, in: pattern)
      bits += term.bits(left: left, right: right, level: level)
    }
    return bits
  }
}

/// Remembers the weights of patterns that were met lately (direct-mapped).
struct PatternWeightMemo {
  private var keys = [UInt64](repeating: .max, count: 4096)
  private var weights = [Double](repeating: 0, count: 4096)

  @inline(__always)
  mutating func weight(of pattern: UInt64, _ table: WeightTable) -> Double {
    let slot = Int((pattern &* 0x9E37_79B9_7F4A_7C15) >> 52)
    if keys[slot] == pattern { return weights[slot] }
    let weight = table.weight(of: pattern)
    keys[slot] = pattern
    weights[slot] = weight
    return weight
  }
}
