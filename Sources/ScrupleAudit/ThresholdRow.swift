import ScrupleGroundTruth

/// What would be linked, rightly and wrongly, if every listed pair at or above a match weight were
/// a link and nothing below it.
///
/// Pairs below the lowest listed weight are not known to the audit.
public struct ThresholdRow: Sendable, Equatable, Codable {
  /// Why a threshold is in the table.
  public enum Role: String, Sendable, Codable {
    /// The lowest weight of a link: the linkage's own threshold, if it decides by weight alone.
    case lowestLink
    /// The highest weight of a possible link.
    case highestPossible
    /// The lowest weight in the list.
    case lowestListed
    /// The highest weight at which F1 is greatest: chosen with the truth in hand, so a ceiling.
    case bestF1
  }

  /// The match weight, in bits.
  public let weight: Double
  /// Why this weight is in the table; empty for one that only fills it.
  public let roles: [Role]
  /// Listed pairs at or above the weight.
  public let links: Int
  /// Matches among them.
  public let truePositives: Int
  /// Non-matches among them.
  public let falsePositives: Int
  /// True pairs that are not among them.
  public let falseNegatives: Int
  /// Matches among the links.
  public let precision: Rate
  /// Linked true pairs among true pairs.
  public let recall: Rate
  /// The harmonic mean of the two above.
  public let f1: Rate
  /// Left records without a true mate that are linked to anything, among such records.
  public let fpir: Rate
  /// Left records with a true mate that are linked to none of their mates, among such records.
  public let fnir: Rate
  /// How many of the links are false by their own probabilities: the sum of 1 - p. Nil when a link
  /// has no probability.
  @NullEncoded public private(set) var claimedFalseLinks: Double?

  init(
    _ step: ThresholdCurve.Step, of curve: ThresholdCurve, _ persons: PersonProgress,
    roles: [Role], level: Double
  ) {
    let hits = step.truePositives
    let truePairs = curve.truePairs
    weight = step.weight
    self.roles = roles
    links = step.links
    truePositives = hits
    falsePositives = step.links - hits
    falseNegatives = truePairs - hits
    precision = Rate(
      "precision", of: .listedPairs, clustered: persons.precision, level: level, by: .persons)
    recall = Rate(
      "recall", of: .truePairs, clustered: persons.recall, level: level, by: .persons)
    f1 = .f1(truePositives: hits, links: step.links, truePairs: truePairs, level: level)
    fpir = Rate("fpir", of: .records, clustered: persons.fpir, level: level, by: .persons)
    fnir = Rate("fnir", of: .records, clustered: persons.fnir, level: level, by: .persons)
    claimedFalseLinks = step.isFullyClaimed ? step.claimedFalse : nil
  }
}
