import ScrupleAudit
import ScrupleComparison
import ScrupleExecution
import ScrupleGroundTruth
import ScrupleScoring

/// Looks for two comparisons that agree together among non-matches more, or less, often than a
/// model expects.
///
/// Candidate pairs are looked at (of many, those of every n-th left record) and the rest is drawn
/// at random; pairs that are matches in truth are left out. Levels count from the first above "all
/// else"; comparisons with a condition are left out, since where they count is no accident.
public enum DependenceSurvey {
  /// Cells with fewer pairs than this say too little.
  private static let leastPairs = 30.0

  /// The largest residual, by the size of its log ratio; nil where no cell has enough pairs.
  ///
  /// - Throws: `ScoringError` where the model does not fit the comparisons.
  /// - Complexity: O(pairs looked at + comparisons squared × patterns).
  public static func largest(
    in prepared: PreparedLinkage, model: FellegiSunterModel, truth: GroundTruth,
    options: LinkageOptions, level: Double
  ) throws -> DependenceResidual? {
    let counts = NonMatchCounts(prepared, truth, options)
    // Without a match class: what is left are non-matches.
    var strangers = model
    strangers.priorMatchProbability = 1e-15
    let weighted = try strangers.pairwiseResiduals(in: counts.weighted)
    let seen = byPlace(try strangers.pairwiseResiduals(in: counts.seen))
    let squares = byPlace(try strangers.pairwiseResiduals(in: counts.squared))
    let rules = prepared.comparisons.rules
    let found = weighted.filter { cell in
      let both = [cell.comparisons.first, cell.comparisons.second]
      return cell.levels.first > 1 && cell.levels.second > 1
        && both.allSatisfy { rules[$0].condition == nil }
        && (seen[Place(cell)] ?? 0) >= leastPairs && cell.observed > 0
    }
    let size = { (cell: PairwiseResidual) in abs(MatchWeight.bits(cell)) }
    guard let worst = found.max(by: { size($0) < size($1) }) else { return nil }
    let place = { (comparison: Int, level: Int) in
      DependenceResidual.Place(
        comparison: rules[comparison].name, level: rules[comparison].label(ofLevel: level))
    }
    return DependenceResidual(
      first: place(worst.comparisons.first, worst.levels.first),
      second: place(worst.comparisons.second, worst.levels.second),
      looked: Int(seen[Place(worst)] ?? 0), observed: worst.observed,
      squaredWeights: squares[Place(worst)] ?? 0, expected: worst.expected,
      expectedIfIndependent: independent(worst, weighted), level: level)
  }

  private struct Place: Hashable {
    let values: [Int]

    init(_ cell: PairwiseResidual) {
      values = [
        cell.comparisons.first, cell.comparisons.second, cell.levels.first, cell.levels.second,
      ]
    }
  }

  private static func byPlace(_ cells: [PairwiseResidual]) -> [Place: Double] {
    Dictionary(uniqueKeysWithValues: cells.map { (Place($0), $0.observed) })
  }

  /// What the margins of the two comparisons' table give.
  private static func independent(_ cell: PairwiseResidual, _ all: [PairwiseResidual]) -> Double {
    let table = all.filter { $0.comparisons == cell.comparisons }
    let total = table.reduce(0) { $0 + $1.observed }
    let first = table.filter { $0.levels.first == cell.levels.first }
    let second = table.filter { $0.levels.second == cell.levels.second }
    return first.reduce(0) { $0 + $1.observed } * second.reduce(0) { $0 + $1.observed } / total
  }
}

extension MatchWeight {
  /// log2 of observed over expected.
  fileprivate static func bits(_ cell: PairwiseResidual) -> Double {
    MatchWeight(mProbability: cell.observed, uProbability: cell.expected).bits
  }
}

/// Patterns of non-matches: weighted up to all pairs, as often as seen, and by squared weight.
private struct NonMatchCounts {
  let weighted: AgreementPatternCounts
  let seen: AgreementPatternCounts
  let squared: AgreementPatternCounts

  private static let candidatePairs = 400_000
  private static let randomPairs = 120_000

  init(_ prepared: PreparedLinkage, _ truth: GroundTruth, _ options: LinkageOptions) {
    let (near, every) = Self.candidates(prepared, truth, options)
    let far = Self.others(prepared, truth, options)
    let total = Double(prepared.records.leftCount) * Double(prepared.records.rightCount)
    let rest = max(total - Double(near.pairs * every), 0)
    let weight = far.pairs > 0 ? rest / Double(far.pairs) : 0
    let layout = prepared.comparisons.layout
    let joined = { (nearWeight: Double, farWeight: Double) in
      var tally = PatternTally()
      tally.add(near.nonMatches, times: nearWeight)
      tally.add(far.nonMatches, times: farWeight)
      return tally.agreementPatternCounts(layout: layout)
    }
    weighted = joined(Double(every), weight)
    seen = joined(1, 1)
    squared = joined(Double(every * every), weight * weight)
  }

  private struct Stratum {
    var nonMatches = PatternTally()
    /// Pairs of the stratum, matches too.
    var pairs = 0
  }

  private static func candidates(
    _ prepared: PreparedLinkage, _ truth: GroundTruth, _ options: LinkageOptions
  ) -> (Stratum, every: Int) {
    let candidates = prepared.candidates
    let gross = candidates.costs.reduce(0) { $0 + $1.pairCount }
    let every = max(1, (gross + candidatePairs - 1) / candidatePairs)
    let rows = Array(stride(from: 0, to: candidates.leftCount, by: every))
    let chunks = chunkRanges(count: rows.count, size: 256)
    let counted = options.parallelism.map(
      chunks.count, state: PairBuffers(prepared.comparisons)
    ) { chunk, buffers in
      buffers.fill(left: rows[chunks[chunk]], candidates, prepared.comparisons)
      var stratum = Stratum()
      stratum.pairs = buffers.patterns.count
      for (index, pattern) in buffers.patterns.enumerated()
      where truth.verdict(
        left: Int32(buffers.chunk.left[index]), right: Int32(buffers.chunk.right[index]))
        == .nonMatch
      {
        stratum.nonMatches.add(pattern)
      }
      return stratum
    }
    return (sum(counted), every)
  }

  private static func others(
    _ prepared: PreparedLinkage, _ truth: GroundTruth, _ options: LinkageOptions
  ) -> Stratum {
    let candidates = prepared.candidates
    let random = CounterRandom(seed: options.seed, stream: 17)
    guard candidates.leftCount > 0, candidates.rightCount > 0 else { return Stratum() }
    let draws = chunkRanges(count: randomPairs, size: 16_384)
    let sampled = options.parallelism.map(
      draws.count, state: PairBuffers(prepared.comparisons)
    ) { chunk, buffers in
      let (left, right) = random.pairs(
        draws[chunk], leftCount: candidates.leftCount, rightCount: candidates.rightCount)
      prepared.comparisons.patterns(
        left: left, right: right, scratch: &buffers.comparing, into: &buffers.patterns)
      var stratum = Stratum()
      for (index, pattern) in buffers.patterns.enumerated()
      where candidates.owningRule(left: Int(left[index]), right: Int(right[index])) == nil {
        stratum.pairs += 1
        if truth.verdict(left: Int32(left[index]), right: Int32(right[index])) == .nonMatch {
          stratum.nonMatches.add(pattern)
        }
      }
      return stratum
    }
    return sum(sampled)
  }

  private static func sum(_ strata: [Stratum]) -> Stratum {
    var all = Stratum()
    for stratum in strata {
      all.nonMatches.add(stratum.nonMatches, times: 1)
      all.pairs += stratum.pairs
    }
    return all
  }
}
