/// Why a pair has its match probability: a waterfall from the prior to the total.
public struct Explanation: Codable, Sendable, Equatable {
  /// The evidence of one comparison.
  public struct Step: Codable, Sendable, Equatable {
    /// Name of the comparison.
    public var comparison: String
    /// Label of the level reached; nil if a value is missing.
    public var level: String?
    /// Bits of the level, 0 if missing.
    public var levelBits: Double
    /// Bits added (or taken) for the rarity of the value.
    public var termFrequencyBits: Double
    /// Bits so far: the prior, all steps before and this one.
    public var runningBits: Double
  }

  /// Log-odds of the prior match probability, in bits.
  public var priorBits: Double
  /// One step per comparison, in the order of the model.
  public var steps: [Step]
  /// Bits by which the pattern as a whole differs from the sum of its levels, because
  /// fields of non-matches hang together; 0 unless the model has non-match classes.
  public var dependenceBits: Double
  /// Match weight: all evidence without the prior, in bits.
  public var weight: MatchWeight
  /// Prior and evidence together, in bits.
  public var totalBits: Double
  /// The match probability that follows.
  public var matchProbability: Double
}

extension Explanation {
  /// Explains the levels of one pair.
  ///
  /// - Parameters:
  ///   - levels: level code per comparison, 0 if missing.
  ///   - termFrequencyBits: adjustment per comparison in bits; empty for none. That of a
  ///     missing comparison must be 0.
  /// - Throws: `ScoringError.invalidModel` if the model has faults.
  public init(
    model: FellegiSunterModel, levels: [Int], termFrequencyBits: [Double] = []
  ) throws(ScoringError) {
    let table = try WeightTable(model)
    let pattern = table.layout.pattern(levels: levels)
    let adjustments = termFrequencyBits.isEmpty ? levels.map { _ in 0 } : termFrequencyBits
    precondition(
      adjustments.count == levels.count,
      "\(levels.count) levels but \(adjustments.count) adjustments")
    priorBits = model.prior.logOdds
    steps = []
    var sumOfLevels = 0.0
    var adjustment = 0.0
    for (index, comparison) in model.comparisons.enumerated() {
      let level = levels[index]
      precondition(
        level > 0 || adjustments[index] == 0, "comparison \(index) is missing but adjusted")
      sumOfLevels += table.bits[index][level]
      adjustment += adjustments[index]
      steps.append(
        Step(
          comparison: comparison.name,
          level: level == 0 ? nil : comparison.levels[level - 1].label,
          levelBits: table.bits[index][level], termFrequencyBits: adjustments[index],
          runningBits: priorBits + sumOfLevels + adjustment))
    }
    let patternBits = table.weight(of: pattern)
    dependenceBits = patternBits - sumOfLevels
    weight = MatchWeight(bits: patternBits + adjustment)
    totalBits = priorBits + weight.bits
    matchProbability = Probability(logOdds: totalBits).value
  }
}
