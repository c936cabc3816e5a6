import ScrupleDecision
import ScrupleScoring

extension Linkage {
  /// Links two prepared files by the deterministic rules of their specification.
  ///
  /// Nothing is trained, no rival is weighed: a pair is a link when a rule holds.
  ///
  /// - Parameter model: a model that weighs the links; it decides nothing. The
  ///   weight is that of the pair by itself, without competition.
  /// - Throws: `LinkageError.modelDoesNotFit`, `ScoringError`.
  /// - Precondition: the specification has rules.
  public func runRules(
    prepared: PreparedLinkage, model: FellegiSunterModel? = nil
  ) throws -> LinkedPairs {
    guard let rules = prepared.rules, let blocking = prepared.ruleBlocking else {
      preconditionFailure("the specification has no rules")
    }
    var timings = prepared.timings
    timings.restart()
    if let model { try Self.requireFit(model, prepared) }
    options.progress(.decide, 0)
    let outcome = RulePass(
      candidates: prepared.candidates, comparisons: prepared.comparisons, rules: rules,
      options: options
    ).run()
    let weights = try model.map { try Self.weights(of: outcome.pairs, $0, prepared) }
    let links = outcome.pairs.indices.map { index in
      let pair = outcome.pairs[index]
      let weight = weights?[index]
      return Link(
        left: pair.left, right: pair.right, matchWeight: weight,
        matchProbability: weight.map { Probability(logOdds: $0).value }, decision: .link,
        reason: .rule, blockingRule: Int(pair.rule), pattern: pair.pattern,
        rule: outcome.holding[index].trailingZeroBitCount)
    }
    timings.finish(.decide)
    return LinkedPairs(
      prepared: prepared, links: links, counts: Self.counts(outcome, prepared), timings: timings,
      model: model,
      rules: prepared.specification.rules.indices.map { number in
        RuleLinks(
          rule: prepared.specification.rules[number].name,
          links: links.count { $0.rule == number },
          holds: outcome.holding.count { $0 >> UInt64(number) & 1 == 1 },
          blocking: blocking.keys[number].map(\.description))
      })
  }

  private static func counts(_ outcome: RulePass.Outcome, _ prepared: PreparedLinkage)
    -> LinkageCounts
  {
    var counts = LinkageCounts()
    counts.leftRecords = prepared.records.leftCount
    counts.rightRecords = prepared.records.rightCount
    counts.candidatePairs = outcome.pairsPerRule.reduce(0, +)
    counts.candidatePairsPerRule = outcome.pairsPerRule
    counts.leftRecordsNeverCompared = prepared.records.leftCount - outcome.comparedLeftRecords
    counts.skippedPairs = prepared.candidates.costs.reduce(0) { $0 + $1.skippedPairCount }
    counts.links = outcome.pairs.count
    return counts
  }

  /// The log2 odds of each pair by itself.
  private static func weights(
    of pairs: [LikelyPair], _ model: FellegiSunterModel, _ prepared: PreparedLinkage
  ) throws -> [Double] {
    let weigher = try PairWeigher(model: model, prepared: prepared)
    let memo = PatternProbabilities(classCount: weigher.weights.classCount)
    return pairs.map { pair in
      let ratio = weigher.ratio(
        pattern: pair.pattern, left: Int(pair.left), right: Int(pair.right), memo: memo)
      return MatchWeight(mProbability: ratio, uProbability: 1).bits + model.prior.logOdds
    }
  }
}
