import ScrupleBlocking
import ScrupleComparison
import ScrupleExecution

/// What a run will cost, told before any model is trained.
public struct RunEstimate: Sendable, Codable {
  /// Distinct candidate pairs: counted, not estimated.
  public let candidatePairs: Int
  /// The same by owning rule.
  public let candidatePairsPerRule: [Int]
  /// Seconds that training and scoring will take, about.
  public let secondsToCome: Double
  /// The largest resident size of the whole run, in bytes, about.
  public let memoryBytes: Int

  private static let rowsPerChunk = 1024
  private static let sampledPairs = 100_000

  /// Counts the candidate pairs of a prepared run and times a sample of them.
  ///
  /// - Complexity: O(candidate pairs), without comparing all but a sample.
  public init(_ prepared: PreparedLinkage, options: LinkageOptions) {
    let candidates = prepared.candidates
    let chunks = chunkRanges(count: candidates.leftCount, size: Self.rowsPerChunk)
    let counted = options.parallelism.map(chunks.count) { index in
      Self.count(chunks[index], candidates)
    }
    var perRule = [Int](repeating: 0, count: candidates.rules.count)
    for counts in counted { for (rule, count) in counts.enumerated() { perRule[rule] += count } }
    candidatePairsPerRule = perRule
    candidatePairs = perRule.reduce(0, +)

    let scoring = prepared.specification.scoring
    let compared =
      Double(candidatePairs) + Double(min(candidatePairs, scoring.trainingPairCount))
      + Double(scoring.randomPairCount)
    let threads = Double(options.parallelism.threadCount)
    secondsToCome = Self.secondsPerPair(prepared) * compared / threads + 0.5
    memoryBytes =
      ProcessResources.peakResidentBytes()
      + 128 * (prepared.records.leftCount + prepared.records.rightCount)
  }

  private static func count(_ rows: Range<Int>, _ candidates: CandidatePairs) -> [Int] {
    var counts = [Int](repeating: 0, count: candidates.rules.count)
    var scratch = CandidateScratch()
    var chunk = CandidateChunk()
    for row in rows {
      chunk.removeAll()
      candidates.append(pairsOf: row, scratch: &scratch, to: &chunk)
      for rule in chunk.rule { counts[Int(rule)] += 1 }
    }
    return counts
  }

  /// Seconds to compare one pair on one thread, from a sample.
  private static func secondsPerPair(_ prepared: PreparedLinkage) -> Double {
    let candidates = prepared.candidates
    var scratch = CandidateScratch()
    var chunk = CandidateChunk()
    // Rows spread over the file: a neighbourhood of ids may be unlike the rest.
    let stride = max(1, candidates.leftCount / 4096)
    for row in Swift.stride(from: 0, to: candidates.leftCount, by: stride) {
      if chunk.count >= sampledPairs { break }
      candidates.append(pairsOf: row, scratch: &scratch, to: &chunk)
    }
    guard chunk.count > 0 else { return 0 }
    var comparing = prepared.comparisons.makeScratch()
    var patterns: [UInt64] = []
    let start = ProcessResources.monotonicSeconds()
    prepared.comparisons.patterns(
      left: chunk.left, right: chunk.right, scratch: &comparing, into: &patterns)
    return (ProcessResources.monotonicSeconds() - start) / Double(chunk.count)
  }
}
