/// Which stage lost the true pairs that were missed, and which let the false links in.
///
/// Each pair stands in exactly one row; the rows add up to the false negatives and the false
/// positives of `PairCounts`.
public struct LossBudget: Sendable, Equatable, Codable {
  /// True pairs that are not linked: normalization, blocking, scoring, decision.
  public let missedPairs: [LossRow]
  /// False links: information, corruption, decision, scoring.
  public let falseLinks: [LossRow]
  /// Whether the values without errors were known; without them no false link is due to corruption.
  public let knowsCleanValues: Bool

  /// Shares wrongly decided pairs out.
  public init(_ evidence: LossEvidence, level: Double) {
    knowsCleanValues = evidence.falseLinks.allSatisfy { $0.linksWithCleanValues != nil }
    let missed: [LossStage] = [.normalization, .blocking, .scoring, .decision]
    let lost = Dictionary(grouping: evidence.missed, by: \.stage)
    missedPairs = missed.map { stage in
      let pairs = lost[stage] ?? []
      return LossRow(
        stage: stage, meaning: stage.meaningOfMissed,
        share: .lost("missedPairs", .missedPairs, pairs.count, evidence.missed.count, level),
        enoughAlone: pairs.count { $0.isEnoughAlone || $0.isEnoughAsWritten },
        possibleLinks: pairs.count { $0.standing != .unlisted })
    }
    let entries: [LossStage] = [.information, .corruption, .decision, .scoring]
    let letIn = Dictionary(grouping: evidence.falseLinks, by: \.stage)
    falseLinks = entries.map { stage in
      let pairs = letIn[stage] ?? []
      return LossRow(
        stage: stage, meaning: stage.meaningOfFalse,
        share: .lost("falseLinks", .falseLinks, pairs.count, evidence.falseLinks.count, level),
        enoughAlone: pairs.count(where: \.isEnoughAlone), possibleLinks: 0)
    }
  }
}

/// The pairs of one stage.
public struct LossRow: Sendable, Equatable, Codable {
  /// The stage.
  public let stage: LossStage
  /// What happened there, in plain words.
  public let meaning: String
  /// Pairs of the stage among all pairs of the table; a full count, without an interval.
  public let share: Rate
  /// Those of them that would be links by themselves, were it not for this stage.
  public let enoughAlone: Int
  /// Those of them that are possible links: a reviewer sees them.
  public let possibleLinks: Int
}

extension LossStage {
  fileprivate var meaningOfMissed: String {
    switch self {
    case .normalization: "values that both files have were made unusable"
    case .blocking: "never compared"
    case .scoring: "too light by itself, or no rule holds"
    case .decision: "heavy enough by itself; a rival stood in the way"
    case .information, .corruption: ""
    }
  }

  fileprivate var meaningOfFalse: String {
    switch self {
    case .information: "two people alike on paper: no stage could know"
    case .corruption: "only wrong values made them alike"
    case .decision: "too light by itself; the search for a mate raised it"
    case .scoring: "different on paper, and counted as alike enough"
    case .normalization, .blocking: ""
    }
  }
}

extension Rate {
  /// A share of what was lost: a full count, which has no interval.
  static func lost(
    _ name: String, _ basis: RateBasis, _ count: Int, _ total: Int, _ level: Double
  ) -> Rate {
    Rate(
      name, of: basis, count: count, total: total, level: level,
      withoutInterval: "full count, no interval")
  }
}
