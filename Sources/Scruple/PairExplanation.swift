import ScrupleBlocking
import ScrupleComparison
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring

/// Why two records were or were not linked.
public struct PairExplanation: Sendable, Codable {
  /// One comparison of the pair.
  public struct Step: Sendable, Codable {
    /// The comparison's name.
    public var comparison: String
    /// The fields it reads.
    public var fields: [String]
    /// The label of the level reached; "missing" where a value is missing.
    public var level: String
    /// P(level | match); nil where missing.
    public var mProbability: Double?
    /// P(level | non-match); nil where missing.
    public var uProbability: Double?
    /// Bits of the level; 0 where missing.
    public var levelBits: Double
    /// Bits for the rarity of the value.
    public var termFrequencyBits: Double
    /// Bits so far: prior, all steps before and this one.
    public var runningBits: Double
    /// Bits that the best level would give more than this one.
    public var bitsToBestLevel: Double
  }

  /// One blocking rule and the pair.
  public struct Rule: Sendable, Codable {
    /// The rule as a specification has it.
    public var rule: String
    /// Whether both records have the rule's keys and agree on them.
    public var agrees: Bool
    /// Whether the rule brought the pair together: it agrees, and the block was not left out.
    public var isCandidate: Bool
    /// The keys of the rule on which the records differ, or that one of them lacks.
    public var differing: [String]
    /// How many keys the rule has.
    public var keyCount: Int
  }

  /// The model's prior match probability.
  public var priorMatchProbability: Double
  /// Its log odds, in bits.
  public var priorBits: Double
  /// The comparisons in the order of the model.
  public var steps: [Step]
  /// Bits by which the pattern differs from the sum of its levels, since it also
  /// occurs among look-alikes: kin, twins, people of one home.
  public var dependenceBits: Double
  /// Bits that the other candidates of the two records add or take away, and how
  /// many records of the files are still free; nil for a pair that is not listed.
  public private(set) var competitionBits: Double?
  /// Prior and evidence together, in bits.
  public var totalBits: Double
  /// The match probability that follows.
  public var matchProbability: Double
  /// The blocking rules in order.
  public var rules: [Rule]
  /// The first rule that brought the pair together, from 1; nil where none did.
  public var owningRule: Int?
  /// The threshold of links in bits, prior included.
  public var linkBits: Double
  /// The threshold of possible links in bits, prior included.
  public var possibleBits: Double

  /// Compares two records again.
  ///
  /// - Parameters:
  ///   - left: canonical position of the left record.
  ///   - right: canonical position of the right record.
  /// - Throws: `ScoringError` or `BlockingError` where model or rules do not fit.
  /// - Complexity: O(records × rules), for the blocks.
  public init(
    left: Int, right: Int, prepared: PreparedLinkage, model: FellegiSunterModel
  ) throws {
    let comparisons = prepared.comparisons
    var scratch = comparisons.makeScratch()
    var patterns: [UInt64] = []
    comparisons.patterns(
      left: [UInt32(left)], right: [UInt32(right)], scratch: &scratch, into: &patterns)
    let levels = comparisons.rules.indices.map { comparisons.layout.level(of: $0, in: patterns[0]) }
    var adjustments = [Double](repeating: 0, count: levels.count)
    let weigher = try PairWeigher(model: model, prepared: prepared)
    for term in weigher.terms {
      adjustments[term.comparison] = term.rarityBits(
        left: left, right: right, level: levels[term.comparison])
    }
    let explanation = try Explanation(
      model: model, levels: levels, termFrequencyBits: adjustments)
    let evidence = MatchWeight(
      mProbability: weigher.ratio(
        pattern: patterns[0], left: left, right: right,
        memo: PatternProbabilities(classCount: weigher.weights.classCount)),
      uProbability: 1
    ).bits
    priorMatchProbability = model.priorMatchProbability
    priorBits = explanation.priorBits
    totalBits = priorBits + evidence
    dependenceBits = totalBits - (explanation.steps.last?.runningBits ?? priorBits)
    matchProbability = Probability(logOdds: totalBits).value
    steps = comparisons.rules.indices.map { index in
      Self.step(
        comparisons.rules[index], levels[index], model.comparisons[index],
        explanation.steps[index])
    }
    rules = try Self.rules(left, right, prepared)
    owningRule = prepared.candidates.owningRule(left: left, right: right).map { $0 + 1 }
    linkBits = prepared.specification.decision.linkBits
    possibleBits = prepared.specification.decision.possibleBits
  }

  /// Takes over the weight that the run settled on, in competition with the
  /// other pairs of the two records.
  public mutating func settle(at bits: Double) {
    competitionBits = bits - totalBits
    totalBits = bits
    matchProbability = Probability(logOdds: bits).value
  }

  private static func step(
    _ rule: ComparisonRule, _ level: Int, _ model: ComparisonModel, _ step: Explanation.Step
  ) -> Step {
    let reached = level == 0 ? nil : model.levels[level - 1]
    let best = model.levels.last?.weight.bits ?? 0
    return Step(
      comparison: rule.name, fields: rule.fields, level: rule.label(ofLevel: level),
      mProbability: reached?.mProbability, uProbability: reached?.uProbability,
      levelBits: step.levelBits, termFrequencyBits: step.termFrequencyBits,
      runningBits: step.runningBits,
      bitsToBestLevel: level == model.levels.count ? 0 : max(0, best - step.levelBits))
  }

  static func rules(
    _ left: Int, _ right: Int, _ prepared: PreparedLinkage
  ) throws -> [Rule] {
    let candidates = prepared.candidates
    func agreements(_ rules: [BlockingRule]) throws -> [Bool] {
      try CandidatePairs.agreements(
        of: rules, left: left, right: right, records: prepared.records, cache: prepared.keys)
    }
    let whole = try agreements(candidates.rules)
    return try candidates.rules.enumerated().map { place, rule in
      let agree = whole[place] ? [] : try agreements(rule.keys.map { BlockingRule($0) })
      return Rule(
        rule: rule.description, agrees: whole[place],
        isCandidate: candidates.bringsTogether(left: left, right: right, rule: place),
        differing: zip(rule.keys, agree).filter { !$1 }.map { $0.0.description },
        keyCount: rule.keys.count)
    }
  }

  /// The normalized values of a field on both sides; empty texts where missing.
  ///
  /// These are personal values: only for a person who asked to see them.
  public static func values(
    of field: String, left: Int, right: Int, in records: NormalizedRecords
  ) -> (left: [String], right: [String])? {
    guard let field = records.field(field) else { return nil }
    func texts(_ column: FieldColumn, _ record: Int) -> [String] {
      let codes = [column.first[record]] + column.otherRange(of: record).map { column.others[$0] }
      return codes.filter { $0 != ValueDictionary.missing }.map { field.values.text(of: $0) }
    }
    return (texts(field.left, left), texts(field.right, right))
  }
}
