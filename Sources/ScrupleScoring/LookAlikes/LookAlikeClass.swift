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
  /// Whether the class shares what tells one person of a home from another,
  /// such as the birth date or the given name.
  ///
  /// Two records of one person, one with an error, look just so. Where files
  /// hold several records of a person such a class is kept small.
  public let isHardToTellFromMatches: Bool

  /// Describes a class.
  public init(
    label: String, sharedComparisons: [Int], isHardToTellFromMatches: Bool = false
  ) {
    self.label = label
    self.sharedComparisons = sharedComparisons
    self.isHardToTellFromMatches = isHardToTellFromMatches
  }
}
