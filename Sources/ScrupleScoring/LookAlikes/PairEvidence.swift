import ScrupleComparison

/// Agreement patterns of all pairs of two files, in two strata.
public struct PairEvidence: Sendable {
  /// Candidate pairs, counted. Matches are looked for here.
  public let candidates: AgreementPatternCounts
  /// All other pairs, sampled and weighted up; taken for non-matches.
  ///
  /// A sampled pair stands for thousands. Were it allowed to be a match in
  /// part, the accidents of the sample would be learned as matches.
  public let others: AgreementPatternCounts

  /// Joins two strata of one layout.
  public init(candidates: AgreementPatternCounts, others: AgreementPatternCounts) {
    precondition(candidates.layout == others.layout, "the strata have different layouts")
    self.candidates = candidates
    self.others = others
  }

  /// Pairs in both strata together.
  public var total: Double {
    candidates.counts.reduce(0, +) + others.counts.reduce(0, +)
  }
}

extension PairEvidence {
  /// The evidence without some pairs, by pattern; no count falls below 0.
  func removing(_ matched: AgreementPatternCounts) -> PairEvidence {
    var remaining: [UInt64: Double] = [:]
    for (pattern, count) in zip(candidates.patterns, candidates.counts) {
      remaining[pattern] = count
    }
    for (pattern, count) in zip(matched.patterns, matched.counts) {
      remaining[pattern] = max(0, (remaining[pattern] ?? 0) - count)
    }
    let patterns = remaining.keys.sorted()
    return PairEvidence(
      candidates: AgreementPatternCounts(
        layout: candidates.layout, patterns: patterns, counts: patterns.map { remaining[$0]! }),
      others: others)
  }
}
