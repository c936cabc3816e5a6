/// What we decide about a pair.
public enum PairDecision: String, Codable, Sendable {
  /// The records are taken to be one person.
  case link
  /// The evidence is not enough to decide; a person should look.
  case possible
  /// The records are taken to be different people.
  case nonLink
}

/// Why a pair was decided as it was.
public enum DecisionReason: String, Codable, Sendable {
  /// The weight alone decided.
  case weight
  /// Another candidate of one of the records has about as much evidence.
  case ambiguous
  /// One-to-one assignment had several equally good answers and took none.
  case tied
  /// A deterministic rule holds.
  case rule
  /// One-to-one assignment gave a record of the pair to another one.
  case outranked
}

/// A scored pair with its decision.
public struct DecidedPair: Sendable, Equatable {
  /// The pair.
  public var pair: ScoredPair
  /// What was decided.
  public var decision: PairDecision
  /// Why.
  public var reason: DecisionReason

  /// Makes a decided pair.
  public init(pair: ScoredPair, decision: PairDecision, reason: DecisionReason) {
    self.pair = pair
    self.decision = decision
    self.reason = reason
  }
}
