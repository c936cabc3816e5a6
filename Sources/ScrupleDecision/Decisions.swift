/// The decisions about a list of pairs.
public struct Decisions: Sendable, Equatable {
  /// One entry per scored pair, in the same order.
  public let pairs: [DecidedPair]
  /// Sizes of components that were too large for the optimal assignment.
  public let sizesAssignedGreedily: [Int]

  /// The pairs decided as links, in order.
  public var links: [ScoredPair] { pairs.filter { $0.decision == .link }.map(\.pair) }
}
