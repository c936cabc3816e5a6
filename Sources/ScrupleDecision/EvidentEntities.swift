/// Which records of one file are evidently the same person.
///
/// A registry often holds a person several times. Two such entries compete with equal
/// weight for the same booking, but that is no doubt about *who*: they are then treated
/// as one candidate.
public struct EvidentEntities: Sendable, Equatable {
  /// Groups of left records; nil if each stands for itself.
  public var left: Clusters?
  /// Groups of right records; nil if each stands for itself.
  public var right: Clusters?

  /// Makes groups; by default every record stands for itself.
  public init(left: Clusters? = nil, right: Clusters? = nil) {
    self.left = left
    self.right = right
  }

  func leftEntity(of pair: ScoredPair) -> Int32 {
    left?.entities[Int(pair.left)] ?? pair.left
  }

  func rightEntity(of pair: ScoredPair) -> Int32 {
    right?.entities[Int(pair.right)] ?? pair.right
  }
}
