/// What a linkage decided about a pair it lists.
public enum LinkDecision: String, Sendable, Codable {
  /// The pair is taken to be one person.
  case link
  /// The pair is left to a reviewer.
  case possible
}

/// One listed pair of a linkage: a link or a possible link.
///
/// The audit has a type of its own so that anybody's list of links can be audited.
public struct ScoredLink: Sendable, Equatable {
  /// The left record's row number, from 0.
  public let left: Int32
  /// The right record's row number, from 0.
  public let right: Int32
  /// The match weight, in bits, finite; a list without weights gives every pair the same.
  public let weight: Double
  /// The claimed probability of a match, in 0...1; NaN when the list claims none.
  public let probability: Double
  /// Link or possible link.
  public let decision: LinkDecision
  /// The number of the blocking rule that made the pair.
  public let blockingRule: Int

  /// Creates a listed pair.
  public init(
    left: Int32, right: Int32, weight: Double, probability: Double, decision: LinkDecision = .link,
    blockingRule: Int = 0
  ) {
    self.left = left
    self.right = right
    self.weight = weight
    self.probability = probability
    self.decision = decision
    self.blockingRule = blockingRule
  }
}
