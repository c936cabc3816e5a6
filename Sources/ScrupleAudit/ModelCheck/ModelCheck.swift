import ScrupleGroundTruth
import ScrupleStatistics

/// What a check of the model needs, beside the links and their truth.
public struct ModelCheckInput: Sendable, Equatable {
  /// Which left records are held out.
  public var split: HeldOutSplit
  /// What labels were used for before they measured the model; nil for nothing.
  public var labelsUsedFor: String?
  /// The largest dependence among non-matches; nil where nobody looked.
  public var dependence: DependenceResidual?

  /// Creates the input.
  public init(
    split: HeldOutSplit, labelsUsedFor: String? = nil, dependence: DependenceResidual? = nil
  ) {
    self.split = split
    self.labelsUsedFor = labelsUsedFor
    self.dependence = dependence
  }
}

/// What the model's own probabilities say, beside what is so.
///
/// The model's figures are claims and never the headline: with two fields that depend on each
/// other a model claimed 0.6 % false links where 58 % were false.
public struct ModelCheck: Sendable, Equatable, Codable {
  /// A share that the model implies, beside the measured one.
  public struct Claim: Sendable, Equatable, Codable {
    /// How many the model expects.
    public let claimed: Double
    /// The share that it expects; nil where it expects nothing at all.
    @NullEncoded public private(set) var claimedShare: Double?
    /// What is so.
    public let measured: Rate
    /// Measured over claimed; nil where nothing is claimed.
    @NullEncoded public private(set) var measuredOverClaimed: Double?

    init(claimed: Double, of whole: Double, measured: Rate) {
      self.claimed = claimed
      claimedShare = whole > 0 ? claimed / whole : nil
      self.measured = measured
      measuredOverClaimed = claimed > 0 ? Double(measured.count) / claimed : nil
    }
  }

  /// How the records were split.
  public struct Split: Sendable, Equatable, Codable {
    /// The seed.
    public let seed: UInt64
    /// The share of persons in the other part.
    public let share: Double
    /// Left records held out.
    public let heldOutRecords: Int
    /// Left records in the other part.
    public let otherRecords: Int
  }

  /// Links that are non-matches: the sum of 1 - p over links, and the real share.
  public let falseLinks: Claim
  /// Listed matches that are no links: the sum of p over possible links, of p over all listed
  /// pairs, and the real share. Matches that are not listed are unknown to both.
  public let missedAmongListed: Claim
  /// How the records were split.
  public let split: Split
  /// What labels were used for before, in words.
  public let labelsUsedFor: String
  /// How the probabilities fit on the part that is held out.
  public let heldOut: CalibrationFigures
  /// The largest dependence among non-matches; nil where it was not looked for.
  @NullEncoded public private(set) var dependence: DependenceResidual?

  /// The check of listed pairs that carry probabilities; nil where none does.
  init?(_ judged: JudgedLinks, _ audit: AuditInput) {
    guard let input = audit.modelCheck else { return nil }
    let pairs = judged.pairs.filter { !$0.link.probability.isNaN }
    guard !pairs.isEmpty else { return nil }
    precondition(
      input.split.isHeldOut.count == audit.truth.leftCount,
      "a split of \(input.split.isHeldOut.count) of \(audit.truth.leftCount) records")
    let links = pairs.filter { $0.link.decision == .link }
    falseLinks = Claim(
      claimed: Self.sum(links) { 1 - $0 }, of: Double(links.count),
      measured: Rate(
        "falseLinkShare", of: .links,
        clustered: judged.persons.share(links.lazy.map { ($0.link.left, !$0.isTrue) }),
        level: audit.level, by: .persons))
    let possible = pairs.filter { $0.link.decision == .possible }
    missedAmongListed = Claim(
      claimed: Self.sum(possible) { $0 }, of: Self.sum(pairs) { $0 },
      measured: Rate(
        "missedAmongListed", of: .listedPairs,
        clustered: judged.persons.share(
          pairs.lazy.filter(\.isTrue).map { ($0.link.left, $0.link.decision == .possible) }),
        level: audit.level, by: .persons))
    let held = input.split.isHeldOut
    let heldOutRecords = held.indices.count { held[$0] && audit.truth.isLabelled(left: Int32($0)) }
    split = Split(
      seed: input.split.seed, share: input.split.share, heldOutRecords: heldOutRecords,
      otherRecords: audit.truth.labelledLeftCount - heldOutRecords)
    labelsUsedFor =
      input.labelsUsedFor ?? "nothing: the model was learned without labels, so both parts are new"
    heldOut = CalibrationFigures(
      pairs.filter { held[Int($0.link.left)] }, judged.persons, level: audit.level)
    dependence = input.dependence
  }

  private static func sum(_ pairs: [JudgedLinks.Pair], _ term: (Double) -> Double) -> Double {
    var sum = CompensatedSum()
    for pair in pairs { sum.add(term(pair.link.probability)) }
    return sum.value
  }
}
