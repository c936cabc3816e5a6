import ScrupleBlocking
import ScrupleComparison
import ScrupleDecision
import ScrupleExecution

/// The pass over all candidate pairs where rules decide: compare, keep the pairs
/// for which a rule holds.
///
/// A rule is asked once for each agreement pattern, not for each pair.
struct RulePass: Sendable {
  let candidates: CandidatePairs
  let comparisons: PreparedComparisons
  let rules: PatternRules
  let options: LinkageOptions

  /// What the pass gives.
  struct Outcome: Sendable {
    /// Pairs for which a rule holds, ascending by left, then right record.
    var pairs: [LikelyPair] = []
    /// For each pair the rules that hold, one bit each.
    var holding: [UInt64] = []
    /// Distinct candidate pairs of each blocking rule.
    var pairsPerRule: [Int]
    /// Left records with at least one candidate pair.
    var comparedLeftRecords = 0
  }

  private struct Memory {
    var buffers: PairBuffers
    /// The rules that hold for patterns met so far.
    var known: [UInt64: UInt64] = [:]
  }

  private static let rowsPerChunk = 512
  private static let rowsPerBatch = 64

  func run() -> Outcome {
    let chunks = chunkRanges(count: candidates.leftCount, size: Self.rowsPerChunk)
    let done = ChunkProgress(total: chunks.count, stage: .decide, options: options)
    let outcomes = options.parallelism.map(
      chunks.count, state: Memory(buffers: PairBuffers(comparisons))
    ) { index, memory in
      let outcome = decide(chunks[index], &memory)
      done.advance()
      return outcome
    }
    var result = Outcome(pairsPerRule: [Int](repeating: 0, count: candidates.rules.count))
    for outcome in outcomes {
      result.pairs += outcome.pairs
      result.holding += outcome.holding
      result.comparedLeftRecords += outcome.comparedLeftRecords
      for (rule, count) in outcome.pairsPerRule.enumerated() { result.pairsPerRule[rule] += count }
    }
    return result
  }

  private func decide(_ rows: Range<Int>, _ memory: inout Memory) -> Outcome {
    var outcome = Outcome(pairsPerRule: [Int](repeating: 0, count: candidates.rules.count))
    var found: [(pair: LikelyPair, holding: UInt64)] = []
    for batch in chunkRanges(count: rows.count, size: Self.rowsPerBatch) {
      memory.buffers.fill(
        left: rows.lowerBound + batch.lowerBound..<rows.lowerBound + batch.upperBound, candidates,
        comparisons)
      collect(&memory, into: &outcome, &found)
    }
    found.sort { ($0.pair.left, $0.pair.right) < ($1.pair.left, $1.pair.right) }
    outcome.pairs = found.map(\.pair)
    outcome.holding = found.map(\.holding)
    return outcome
  }

  private func collect(
    _ memory: inout Memory, into outcome: inout Outcome,
    _ found: inout [(pair: LikelyPair, holding: UInt64)]
  ) {
    let chunk = memory.buffers.chunk
    for index in memory.buffers.patterns.indices {
      if index == 0 || chunk.left[index] != chunk.left[index - 1] {
        outcome.comparedLeftRecords += 1
      }
      outcome.pairsPerRule[Int(chunk.rule[index])] += 1
      let pattern = memory.buffers.patterns[index]
      let holding = memory.known[pattern] ?? rules.holding(pattern)
      memory.known[pattern] = holding
      guard holding != 0 else { continue }
      found.append(
        (
          LikelyPair(
            left: chunk.left[index], right: chunk.right[index], pattern: pattern,
            rule: chunk.rule[index]), holding
        ))
    }
  }
}
