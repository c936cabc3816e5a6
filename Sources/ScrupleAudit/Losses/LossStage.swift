/// The stage that lost a true pair, or let a false link in.
public enum LossStage: String, Sendable, CaseIterable, Codable {
  /// No stage could know better: the records are alike on paper.
  case information
  /// Wrong values in the files.
  case corruption
  /// Values that were made unusable before they were compared.
  case normalization
  /// The pair was never brought together.
  case blocking
  /// The weight of the pair by itself.
  case scoring
  /// What was made of the weight in the light of other pairs.
  case decision
}

extension MissedPair {
  /// The stage that lost the pair: the first of normalization, blocking, scoring and decision to
  /// which it is due.
  public var stage: LossStage {
    if !isEnoughAlone && isEnoughAsWritten { return .normalization }
    if !isCandidate { return .blocking }
    return isEnoughAlone || standing == .rivalled ? .decision : .scoring
  }

  /// How the pair was missed, as codes of bookings have it.
  public var code: MissCode {
    if !isCandidate { return .blockedAway }
    switch standing {
    case .rivalled: return .rivals
    case .possible: return .deferred
    case .unlisted: return isEnoughAlone ? .rivals : .belowThreshold
    }
  }
}

extension FalseLinkEvidence {
  /// The stage that let the pair in: the first of information, corruption, decision and scoring to
  /// which it is due.
  public var stage: LossStage {
    if areAlikeOnPaper { return .information }
    if linksWithCleanValues == false { return .corruption }
    return isEnoughAlone ? .scoring : .decision
  }
}

/// How a match, or a flag that the policy would make, was missed.
public enum MissCode: String, Sendable, CaseIterable, Codable {
  /// No rule of blocking brought the records together.
  case blockedAway = "M1"
  /// The weight is below all thresholds.
  case belowThreshold = "M2"
  /// The pair by itself would be a link; another pair stood in its way.
  case rivals = "M3"
  /// The person has no record.
  case noRecord = "M4"
  /// The weight is that of a possible link: left to a reviewer.
  case deferred
  /// The person's own record is linked; its status or a veto withheld the flag.
  case withheld

  /// What it is, in plain words.
  public var meaning: String {
    switch self {
    case .blockedAway: "never compared"
    case .belowThreshold: "too light, or no rule holds"
    case .rivals: "heavy enough, but for a rival"
    case .noRecord: "no record of the person"
    case .deferred: "left to a reviewer as a possible link"
    case .withheld: "linked; the recorded status or a veto withheld the flag"
    }
  }

  /// How near the pair came to a link: the nearest of a booking's pairs speaks for it.
  var nearness: Int {
    switch self {
    case .noRecord: 0
    case .blockedAway: 1
    case .belowThreshold: 2
    case .deferred: 3
    case .rivals: 4
    case .withheld: 5
    }
  }
}
