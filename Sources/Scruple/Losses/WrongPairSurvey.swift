import ScrupleAudit
import ScrupleRecords
import ScrupleScoring

/// Looks up, for pairs that a run decided wrongly, how far they came.
public struct WrongPairSurvey {
  private let judge: PairJudge
  private let unused: UnusedAgreements

  /// Prepares a survey; nil where neither rules nor a model decided.
  ///
  /// - Parameters:
  ///   - model: the model of the run; nil where rules decided.
  ///   - left: the left table, as the run read it.
  ///   - right: the right table.
  /// - Throws: `ScoringError` where the model does not fit.
  public init?(
    _ prepared: PreparedLinkage, model: FellegiSunterModel?, left: RecordTable, right: RecordTable
  ) throws {
    guard let judge = try PairJudge(prepared, model: model) else { return nil }
    self.judge = judge
    unused = UnusedAgreements(prepared, left: left, right: right)
  }

  /// What is known of each pair.
  ///
  /// - Parameter clean: the false links with clean values; nil where those are not known.
  /// - Complexity: O(pairs × (comparisons + rules)).
  public func evidence(of wrong: WrongPairs, clean: CleanPairs? = nil) -> LossEvidence {
    LossEvidence(missed: missed(wrong.missed), falseLinks: falseLinks(wrong.falseLinks, clean))
  }

  private func missed(_ pairs: [WrongPairs.Pair]) -> [MissedPair] {
    let patterns = judge.patterns(pairs.map { ($0.left, $0.right) })
    return zip(pairs, patterns).map { pair, pattern in
      let (left, right) = (pair.left, pair.right)
      let written = unused.pattern(asWritten: pattern, left: left, right: right)
      let standing: MissedPair.Standing =
        pair.weight.map { $0 >= judge.linkBits ? .rivalled : .possible } ?? .unlisted
      let isEnough = judge.isEnough(pattern, left, right)
      let isCandidate =
        judge.prepared.candidates.owningRule(left: Int(left), right: Int(right)) != nil
      return MissedPair(
        left: left, right: right, standing: standing,
        isCandidate: isCandidate || !isEnough && judge.losesNothingByBlocking,
        isEnoughAlone: isEnough,
        isEnoughAsWritten: isEnough
          || written != pattern && judge.isEnough(written, left, right))
    }
  }

  private func falseLinks(_ pairs: [WrongPairs.Pair], _ clean: CleanPairs?) -> [FalseLinkEvidence] {
    let patterns = judge.patterns(pairs.map { ($0.left, $0.right) })
    return zip(pairs, patterns).map { pair, pattern in
      let (left, right) = (pair.left, pair.right)
      return FalseLinkEvidence(
        left: left, right: right,
        areAlikeOnPaper: clean?.isAlike(left: left, right: right) ?? judge.isAlike(pattern),
        linksWithCleanValues: clean?.isLink(
          left: left, right: right, weight: pair.weight, linkBits: judge.linkBits),
        isEnoughAlone: judge.isEnough(pattern, left, right))
    }
  }
}
