import ScrupleBlocking
import ScrupleComparison
import ScrupleExecution
import ScrupleNormalization
import ScrupleScoring

/// How many records of the same person a file holds, estimated without labels.
///
/// Some records of the file are compared with the others of the file by the
/// same rules and the same model; EM on the prior alone gives the share of
/// matching pairs.
struct RepeatSurvey: Sendable {
  private let pairs: [LikelyPair]
  /// Pairs of different records that the looked-at records form.
  private let pairCount: Double
  private let side: WithinSide

  private static let surveyedRows = 2_000
  private static let iterations = 200

  /// Compares a sample of a file's records with the whole file.
  init(
    _ side: WithinSide, prepared: PreparedLinkage, weigher: PairWeigher, smallestRatio: Double,
    parallelism: Parallelism
  ) throws {
    self.side = side
    let records = prepared.records.within(side)
    let count = records.leftCount
    let every = max(1, count / Self.surveyedRows)
    let rows = Array(stride(from: 0, to: count, by: every))
    pairCount = Double(rows.count) * Double(max(0, count - 1))
    let blocking = prepared.specification.blocking
    let candidates = try CandidatePairs(
      rules: blocking.rules ?? [], records: records,
      maximumBlockPairs: blocking.maximumBlockPairs ?? .max, leftRows: rows,
      cache: prepared.keys, parallelism: parallelism)
    let comparisons = prepared.comparisons.within(side.compared)
    let within = weigher.within(side)
    let chunks = chunkRanges(count: rows.count, size: 256)
    pairs = parallelism.map(
      chunks.count,
      state: PairBuffers(comparisons, classCount: within.weights.classCount)
    ) { index, buffers in
      buffers.fill(left: rows[chunks[index]], candidates, comparisons)
      return Self.likelyPairs(buffers, within, smallestRatio: smallestRatio)
    }.flatMap { $0 }
  }

  private static func likelyPairs(
    _ buffers: PairBuffers, _ weigher: PairWeigher, smallestRatio: Double
  ) -> [LikelyPair] {
    guard let memo = buffers.probabilities else { return [] }
    let chunk = buffers.chunk
    return buffers.patterns.indices.compactMap { index in
      let (left, right) = (chunk.left[index], chunk.right[index])
      guard left != right else { return nil }
      let pattern = buffers.patterns[index]
      let ratio = weigher.ratio(
        pattern: pattern, left: Int(left), right: Int(right), memo: memo, atLeast: smallestRatio)
      guard ratio >= smallestRatio else { return nil }
      return LikelyPair(left: left, right: right, pattern: pattern, rule: chunk.rule[index])
    }
  }

  /// The share of a file's pairs that are of one person, under a model.
  ///
  /// - Parameter smallestRatio: pairs whose Bayes factor is lower do not count.
  func matchShare(weigher: PairWeigher, start: Double, smallestRatio: Double = 0) -> Double {
    let within = weigher.within(side)
    let memo = PatternProbabilities(classCount: weigher.weights.classCount)
    let ratios = pairs.map { pair in
      within.ratio(
        pattern: pair.pattern, left: Int(pair.left), right: Int(pair.right), memo: memo,
        atLeast: smallestRatio)
    }.filter { $0 >= smallestRatio }
    guard pairCount > 0 else { return 0 }
    var share = start
    for _ in 0..<Self.iterations {
      var expected = 0.5
      let odds = share / (1 - share)
      for ratio in ratios {
        expected += Probability.value(ofOdds: ratio * odds)
      }
      let next = min(0.5, expected / pairCount)
      let isDone = abs(next / share - 1) < 1e-4
      share = next
      if isDone { break }
    }
    return share
  }
}

extension WithinSide {
  /// The same for the comparisons.
  var compared: ComparedSide { self == .left ? .left : .right }
}

extension NormalizedRecords {
  /// One file on both sides.
  func within(_ side: WithinSide) -> NormalizedRecords {
    let count = side == .left ? leftCount : rightCount
    return NormalizedRecords(
      leftCount: count, rightCount: count,
      fields: fields.map { field in
        let column = side == .left ? field.left : field.right
        return NormalizedField(
          name: field.name, kind: field.kind, values: field.values, left: column, right: column,
          dates: field.dates, isHeaped: field.isHeaped)
      })
  }
}
