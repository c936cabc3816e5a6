/// A kind of non-match that agrees where strangers do not: kin, twins,
/// namesakes in one family, people of one home.
///
/// Its probabilities are tied: in the comparisons that look-alikes share they
/// are those of matches, in all others those of strangers. Only its share of
/// the pairs is learned, so that a few hundred look-alikes among ten million
/// pairs cannot bend the class to anything else. Free classes drift (Larsen &
/// Rubin 2001 fit three free classes on labelled starts).
public struct LookAlikeClass: Sendable, Equatable {
  /// What the class is called, for a reader.
  public let label: String
  /// Positions of the comparisons in which it agrees as matches do, ascending.
  public let sharedComparisons: [Int]

  /// Describes a class.
  public init(label: String, sharedComparisons: [Int]) {
    self.label = label
    self.sharedComparisons = sharedComparisons
  }
}
