import ScrupleExecution
import ScrupleScoring

/// How scored pairs become decisions.
public struct DecisionRule: Codable, Sendable, Equatable {
  /// How the choice among pairs of one record is made.
  public enum Assignment: String, Codable, Sendable {
    /// A record may be linked any number of times.
    case none
    /// One to one by falling weight.
    case greedy
    /// One to one with the greatest total above the threshold for possible links.
    case optimal
  }

  /// The weights from which pairs are links and possible links.
  public var thresholds: Thresholds
  /// Candidates within so many bits of the best one are in doubt; nil for no such test.
  public var ambiguityMarginBits: Double?
  /// How the choice among pairs of one record is made.
  public var assignment: Assignment
  /// Components with more records than this on a side are assigned greedily.
  public var optimalSizeLimit: Int

  /// Makes a rule.
  public init(
    thresholds: Thresholds, ambiguityMarginBits: Double? = nil,
    assignment: Assignment = .none, optimalSizeLimit: Int = 300
  ) {
    self.thresholds = thresholds
    self.ambiguityMarginBits = ambiguityMarginBits
    self.assignment = assignment
    self.optimalSizeLimit = optimalSizeLimit
  }

  /// Checks the settings.
  ///
  /// - Throws: `DecisionError.setting`.
  public func validate() throws(DecisionError) {
    if let margin = ambiguityMarginBits, !(margin >= 0) {
      throw .setting(name: "ambiguityMarginBits", found: margin, expected: "at least 0")
    }
    if optimalSizeLimit < 1 {
      throw .setting(
        name: "optimalSizeLimit", found: Double(optimalSizeLimit), expected: "at least 1")
    }
  }
}

extension DecisionRule {
  /// Decides every pair.
  ///
  /// First doubt, then one-to-one assignment among pairs at or above the threshold for
  /// possible links, then the thresholds. An ambiguous or tied pair is a possible link
  /// however heavy; a pair that lost a record to another is a non-link. Raising the link
  /// threshold never adds a link; neither does raising the other one, except with the
  /// optimal assignment. Does not depend on the numbering of records.
  ///
  /// - Parameters:
  ///   - pairs: sorted by left, right, without repeats.
  ///   - entities: records of one file that are evidently the same person.
  ///   - parallelism: threads; the decisions do not depend on it.
  /// - Throws: `DecisionError.setting` for a setting out of range.
  public func decide(
    _ pairs: [ScoredPair], entities: EvidentEntities = EvidentEntities(),
    parallelism: Parallelism = Parallelism(threadCount: 1)
  ) throws(DecisionError) -> Decisions {
    try validate()
    var reasons = [DecisionReason](repeating: .weight, count: pairs.count)
    let result = assigned(pairs, entities)
    if let result {
      for (index, pair) in pairs.enumerated() where pair.weight >= thresholds.possible.bits {
        reasons[index] = .outranked
      }
      for index in result.assigned { reasons[index] = .weight }
      for index in result.tied { reasons[index] = .tied }
    }
    if let margin = ambiguityMarginBits {
      let marks = Ambiguity.marks(
        of: pairs, marginBits: margin, entities: entities, parallelism: parallelism)
      for index in pairs.indices where marks[index] { reasons[index] = .ambiguous }
    }
    return Decisions(
      pairs: zip(pairs, reasons).map(decided),
      sizesAssignedGreedily: result?.sizesAssignedGreedily ?? [])
  }

  private func assigned(
    _ pairs: [ScoredPair], _ entities: EvidentEntities
  ) -> OneToOneAssignment? {
    let least = thresholds.possible.bits
    switch assignment {
    case .none: return nil
    case .greedy: return .greedy(pairs, leastBits: least, entities: entities)
    case .optimal:
      // A pair at the threshold itself reaches it, so the floor lies a trifle lower.
      return .optimal(
        pairs, floorBits: least - 0x1p-20, sizeLimit: optimalSizeLimit, entities: entities)
    }
  }

  private func decided(_ pair: ScoredPair, _ reason: DecisionReason) -> DecidedPair {
    let byWeight = thresholds.decision(for: MatchWeight(bits: pair.weight))
    if byWeight == .nonLink {
      // Below the thresholds nothing else is needed to say why.
      return DecidedPair(pair: pair, decision: .nonLink, reason: .weight)
    }
    switch reason {
    case .weight, .rule: return DecidedPair(pair: pair, decision: byWeight, reason: .weight)
    case .ambiguous, .tied:
      return DecidedPair(pair: pair, decision: .possible, reason: reason)
    case .outranked: return DecidedPair(pair: pair, decision: .nonLink, reason: reason)
    }
  }
}
