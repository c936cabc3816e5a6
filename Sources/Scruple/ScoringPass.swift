import ScrupleBlocking
import ScrupleComparison
import ScrupleExecution

/// One pair that is likely enough to be looked at again.
struct LikelyPair: Sendable {
  /// Canonical positions of the two records.
  let left: UInt32
  let right: UInt32
  let pattern: UInt64
  /// The blocking rule that brought the pair together.
  let rule: UInt8
}

/// The pass over all candidate pairs: compare, weigh, keep the likely ones.
///
/// Works in chunks of left records; only pairs at or above the floor are kept,
/// so memory grows with the likely pairs: about one a record, but many where
/// both files repeat the same person many times.
struct ScoringPass: Sendable {
  let candidates: CandidatePairs
  let order: NeighborOrder
  let comparisons: PreparedComparisons
  let weigher: PairWeigher
  /// Pairs whose Bayes factor is lower are dropped.
  let smallestRatio: Double
  let options: LinkageOptions

  /// What the pass gives.
  struct Outcome: Sendable {
    /// Kept pairs, ascending by left, then right record.
    var pairs: [LikelyPair] = []
    /// Distinct candidate pairs of each blocking rule.
    var pairsPerRule: [Int]
    /// Left records with at least one candidate pair.
    var comparedLeftRecords = 0
    var candidatePairCount: Int { pairsPerRule.reduce(0, +) }
  }

  private static let rowsPerChunk = 512
  private static let rowsPerBatch = 64

  func run() -> Outcome {
    let chunks = chunkRanges(count: order.rows.count, size: Self.rowsPerChunk)
    let done = ChunkProgress(total: chunks.count, stage: .score, options: options)
    let outcomes = options.parallelism.map(
      chunks.count,
      state: PairBuffers(comparisons, classCount: weigher.weights.classCount)
    ) { index, buffers in
      let outcome = score(order.rows[chunks[index]], &buffers)
      done.advance()
      options.memory?.relieve()
      return outcome
    }
    var result = Outcome(pairsPerRule: [Int](repeating: 0, count: candidates.rules.count))
    result.pairs = Self.ordered(outcomes.map(\.pairs), leftCount: candidates.leftCount)
    for outcome in outcomes {
      for (rule, count) in outcome.pairsPerRule.enumerated() { result.pairsPerRule[rule] += count }
      result.comparedLeftRecords += outcome.comparedLeftRecords
    }
    return result
  }

  /// Pairs of all chunks, ascending by left, then right record.
  ///
  /// - Parameter chunks: each ascending, no left record in two of them.
  private static func ordered(_ chunks: [[LikelyPair]], leftCount: Int) -> [LikelyPair] {
    var places = [Int](repeating: 0, count: leftCount + 1)
    for chunk in chunks { for pair in chunk { places[Int(pair.left) + 1] += 1 } }
    for left in 0..<leftCount { places[left + 1] += places[left] }
    let total = places[leftCount]
    return [LikelyPair](unsafeUninitializedCapacity: total) { pairs, count in
      for chunk in chunks {
        for pair in chunk {
          (pairs.baseAddress! + places[Int(pair.left)]).initialize(to: pair)
          places[Int(pair.left)] += 1
        }
      }
      count = total
    }
  }

  private func score(_ rows: ArraySlice<UInt32>, _ buffers: inout PairBuffers) -> Outcome {
    var outcome = Outcome(pairsPerRule: [Int](repeating: 0, count: candidates.rules.count))
    // A few records at a time, so that a record with very many candidates does
    // not make the buffers grow for all.
    for batch in chunkRanges(count: rows.count, size: Self.rowsPerBatch) {
      let part = rows[rows.startIndex + batch.lowerBound..<rows.startIndex + batch.upperBound]
      buffers.fill(left: part.lazy.map { Int($0) }, candidates, comparisons)
      collect(buffers, into: &outcome)
    }
    outcome.pairs.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    return outcome
  }

  /// Pairs that are weighed together.
  private static let stretch = 64

  private func collect(_ buffers: PairBuffers, into outcome: inout Outcome) {
    guard let memo = buffers.probabilities else { return }
    let chunk = buffers.chunk
    for index in chunk.left.indices {
      let isFirst = index == 0 || chunk.left[index] != chunk.left[index - 1]
      outcome.comparedLeftRecords += isFirst ? 1 : 0
      outcome.pairsPerRule[Int(chunk.rule[index])] += 1
    }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.stretch) { hopeful in
      for pairs in chunkRanges(count: chunk.count, size: Self.stretch) {
        // Few pairs may be kept at all. What is asked of these is loaded for all of them first.
        var count = 0
        for index in pairs
        where weigher.mayReach(smallestRatio, pattern: buffers.patterns[index], memo: memo) {
          memo.loaded |= weigher.warm(left: Int(chunk.left[index]), right: Int(chunk.right[index]))
          hopeful[count] = index
          count += 1
        }
        for index in hopeful[..<count] { weigh(index, buffers, memo, into: &outcome) }
      }
    }
  }

  @inline(__always)
  private func weigh(
    _ index: Int, _ buffers: PairBuffers, _ memo: PatternProbabilities,
    into outcome: inout Outcome
  ) {
    let chunk = buffers.chunk
    let pattern = buffers.patterns[index]
    let ratio = weigher.ratio(
      pattern: pattern, left: Int(chunk.left[index]), right: Int(chunk.right[index]), memo: memo,
      atLeast: smallestRatio)
    if ratio >= smallestRatio {
      outcome.pairs.append(
        LikelyPair(
          left: chunk.left[index], right: chunk.right[index], pattern: pattern,
          rule: chunk.rule[index]))
    }
  }
}
