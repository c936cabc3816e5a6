/// What is known about each wrongly decided pair, from which the stage follows that decided it.
///
/// It holds no value of a record. Facts that were not looked for are nil.
public struct LossEvidence: Sendable, Equatable {
  /// True pairs that are not linked.
  public var missed: [MissedPair]
  /// False links.
  public var falseLinks: [FalseLinkEvidence]

  /// Creates evidence.
  public init(missed: [MissedPair], falseLinks: [FalseLinkEvidence]) {
    self.missed = missed
    self.falseLinks = falseLinks
  }
}

/// A true pair that is not linked.
public struct MissedPair: Sendable, Equatable {
  /// What became of the pair.
  public enum Standing: Sendable, Equatable, CaseIterable {
    /// It is not in the list of links and possible links.
    case unlisted
    /// It is a possible link for its weight.
    case possible
    /// It is a possible link though its weight is that of a link: a rival could not be told apart.
    case rivalled
  }

  /// The left record's position.
  public var left: Int32
  /// The right record's position.
  public var right: Int32
  /// What became of it.
  public var standing: Standing
  /// Whether blocking brought the two together, or followed from deterministic rules of which none
  /// holds, so that the rules and not blocking left the pair out.
  public var isCandidate: Bool
  /// Whether the pair by itself would be a link, whatever other pairs there are.
  public var isEnoughAlone: Bool
  /// Whether it would be one if normalization had kept cells that both files write alike.
  public var isEnoughAsWritten: Bool

  /// Creates a pair.
  public init(
    left: Int32, right: Int32, standing: Standing, isCandidate: Bool, isEnoughAlone: Bool,
    isEnoughAsWritten: Bool
  ) {
    self.left = left
    self.right = right
    self.standing = standing
    self.isCandidate = isCandidate
    self.isEnoughAlone = isEnoughAlone
    self.isEnoughAsWritten = isEnoughAsWritten
  }
}

/// A false link.
public struct FalseLinkEvidence: Sendable, Equatable {
  /// The left record's position.
  public var left: Int32
  /// The right record's position.
  public var right: Int32
  /// Whether all that is compared agrees wholly: in clean values where those are known.
  public var areAlikeOnPaper: Bool
  /// Whether the pair would be linked with clean values; nil where they are not known.
  public var linksWithCleanValues: Bool?
  /// Whether the pair by itself would be a link, whatever other pairs there are.
  public var isEnoughAlone: Bool

  /// Creates a pair.
  public init(
    left: Int32, right: Int32, areAlikeOnPaper: Bool, linksWithCleanValues: Bool?,
    isEnoughAlone: Bool
  ) {
    self.left = left
    self.right = right
    self.areAlikeOnPaper = areAlikeOnPaper
    self.linksWithCleanValues = linksWithCleanValues
    self.isEnoughAlone = isEnoughAlone
  }
}
