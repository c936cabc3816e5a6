import ScrupleBlocking
import ScrupleComparison

/// Working memory of one thread that makes, compares and weighs pairs.
struct PairBuffers {
  var candidates = CandidateScratch()
  var comparing: ComparisonScratch
  var chunk = CandidateChunk()
  var patterns: [UInt64] = []
  let probabilities: PatternProbabilities?

  init(_ comparisons: PreparedComparisons, classCount: Int? = nil) {
    comparing = comparisons.makeScratch()
    probabilities = classCount.map { PatternProbabilities(classCount: $0) }
  }

  /// Makes the candidate pairs of some left records, and their patterns.
  mutating func fill(
    left rows: some Sequence<Int>, _ candidates: CandidatePairs,
    _ comparisons: PreparedComparisons
  ) {
    chunk.removeAll()
    candidates.append(pairsOf: rows, scratch: &self.candidates, to: &chunk)
    comparisons.patterns(
      left: chunk.left, right: chunk.right, scratch: &comparing, into: &patterns)
  }
}
