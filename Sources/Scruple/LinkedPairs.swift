import ScrupleScoring

/// The links of a run as they are written, whether a model or rules decided.
public struct LinkedPairs: Sendable {
  /// What the pairs are made of.
  public let prepared: PreparedLinkage
  /// Links and possible links, ascending by left id, then right id.
  public let links: [Link]
  /// Counts at every stage.
  public let counts: LinkageCounts
  /// Seconds of each stage.
  public let timings: StageTimings
  /// The model that decided, or that was given to weigh what rules decided.
  public let model: FellegiSunterModel?
  /// What each deterministic rule linked; nil where a model decided.
  public var rules: [RuleLinks]? = nil
}

/// What one deterministic rule linked.
public struct RuleLinks: Sendable, Codable, Equatable {
  /// The rule's name.
  public var rule: String
  /// Links for which no earlier rule holds.
  public var links: Int
  /// Links for which the rule holds.
  public var holds: Int
  /// The blocking rules that follow from its requirements, by which none of its
  /// pairs is lost; empty where none follows.
  public var blocking: [String]
}
