import ScrupleComparison
import ScrupleDecision
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring

/// Judges pairs by themselves, candidates or not: their evidence, without other pairs in sight.
struct PairJudge {
  let prepared: PreparedLinkage
  private let decider: Decider

  private enum Decider {
    case rules(PatternRules)
    case model(PairWeigher, PatternProbabilities, priorBits: Double)
  }

  /// Takes what decided a run; nil where neither rules nor a model did.
  ///
  /// - Throws: `ScoringError` where the model does not fit.
  init?(_ prepared: PreparedLinkage, model: FellegiSunterModel?) throws {
    self.prepared = prepared
    if let rules = prepared.rules {
      decider = .rules(rules)
    } else if let model {
      let weigher = try PairWeigher(model: model, prepared: prepared)
      decider = .model(
        weigher, PatternProbabilities(classCount: weigher.weights.classCount),
        priorBits: model.prior.logOdds)
    } else {
      return nil
    }
  }

  /// The agreement patterns of pairs.
  func patterns(_ pairs: [(left: Int32, right: Int32)]) -> [UInt64] {
    var scratch = prepared.comparisons.makeScratch()
    var patterns: [UInt64] = []
    prepared.comparisons.patterns(
      left: pairs.map { UInt32($0.left) }, right: pairs.map { UInt32($0.right) },
      scratch: &scratch, into: &patterns)
    return patterns
  }

  /// The pair's log2 odds by itself, the model's prior included; nil where rules decide.
  func bits(_ pattern: UInt64, _ left: Int32, _ right: Int32) -> Double? {
    guard case .model(let weigher, let memo, let prior) = decider else { return nil }
    let ratio = weigher.ratio(pattern: pattern, left: Int(left), right: Int(right), memo: memo)
    return MatchWeight(mProbability: ratio, uProbability: 1).bits + prior
  }

  /// Whether the pair by itself would be a link.
  func isEnough(_ pattern: UInt64, _ left: Int32, _ right: Int32) -> Bool {
    switch decider {
    case .rules(let rules): rules.holding(pattern) != 0
    case .model: (bits(pattern, left, right) ?? -.infinity) >= linkBits
    }
  }

  /// Whether blocking follows from deterministic rules, so that only pairs are left out for which
  /// none holds.
  var losesNothingByBlocking: Bool { prepared.ruleBlocking?.openRules.isEmpty ?? false }

  /// The threshold of links in bits.
  var linkBits: Double { prepared.specification.decision.linkBits }

  /// Whether all that is compared agrees wholly, and something is.
  func isAlike(_ pattern: UInt64) -> Bool {
    let layout = prepared.comparisons.layout
    let levels = prepared.comparisons.rules.indices.map { layout.level(of: $0, in: pattern) }
    return levels.contains { $0 > 0 }
      && zip(levels, layout.levelCounts).allSatisfy { $0 == 0 || $0 == $1 }
  }
}
