import ScrupleGroundTruth

/// Everything an audit is made of: what was decided, and what is true.
///
/// An audit sees row numbers and numbers only, never a name or an id.
public struct AuditInput: Sendable {
  /// The links and possible links, in any order, no pair twice.
  public var links: [ScoredLink]
  /// What is true of the same records; its counts are those of the two files.
  public var truth: GroundTruth
  /// How many candidate pairs were compared; nil when the list's maker did not say.
  public var candidatePairs: Int?
  /// How many true pairs were among the candidates; nil when nobody counted.
  public var truePairsAmongCandidates: Int?
  /// How many true pairs of each left record were among the candidates: the same by record, so that
  /// persons can be clusters. Nil where only the count is known.
  public var candidateMates: [Int32]? {
    didSet { truePairsAmongCandidates = candidateMates?.reduce(0) { $0 + Int($1) } }
  }
  /// The levels that each listed pair reached; nil where the list does not say.
  public var patterns: AgreementPatterns?
  /// The confidence level of every interval, in 0..<1, open at 0.
  public var level: Double
  /// The person of each left record, any numbers; below 0 where nobody knows. Nil where the truth
  /// alone says whose records are whose.
  public var leftPersons: [Int32]?
  /// The person of each right record, by numbers of their own.
  public var rightPersons: [Int32]?
  /// What a check of the model needs; nil for no check.
  public var modelCheck: ModelCheckInput?

  /// Creates the input of an audit.
  public init(
    links: [ScoredLink], truth: GroundTruth, candidatePairs: Int? = nil,
    truePairsAmongCandidates: Int? = nil, patterns: AgreementPatterns? = nil,
    level: Double = 0.95
  ) {
    precondition(level > 0 && level < 1, "a level of \(level)")
    self.links = links
    self.truth = truth
    self.candidatePairs = candidatePairs
    self.truePairsAmongCandidates = truePairsAmongCandidates
    self.patterns = patterns
    self.level = level
  }
}

/// A list of links or a count that cannot be audited.
///
/// Links are named by their place in the list, counted from 1.
public enum AuditError: Error, Equatable, Sendable {
  /// A link names a left or right record the files do not have.
  case recordOutOfRange(link: Int)
  /// A match weight is not finite.
  case weightNotFinite(link: Int)
  /// A probability lies outside 0...1.
  case probabilityOutOfRange(link: Int)
  /// The list holds a pair twice; this is the second place.
  case pairTwice(link: Int)
  /// There are more candidates than pairs, or fewer than listed pairs.
  case candidatePairsImpossible(candidates: Int, listed: Int, pairs: Int)
  /// More true pairs are said to be candidates than exist, or fewer than were listed.
  case trueCandidatesImpossible(given: Int, listed: Int, truePairs: Int)
}

extension AuditError: CustomStringConvertible {
  /// What is wrong, where, and what was expected.
  public var description: String {
    switch self {
    case .recordOutOfRange(let link):
      "Link \(link) names a record the files do not have."
    case .weightNotFinite(let link):
      "Link \(link) has a match weight that is not a finite number."
    case .probabilityOutOfRange(let link):
      "Link \(link) has a match probability outside 0 to 1."
    case .pairTwice(let link):
      "Link \(link) repeats an earlier pair; a pair may be listed once."
    case .candidatePairsImpossible(let candidates, let listed, let pairs):
      "\(candidates) candidate pairs cannot be: \(listed) are listed and \(pairs) exist."
    case .trueCandidatesImpossible(let given, let listed, let truePairs):
      "\(given) true pairs among the candidates cannot be: "
        + "\(listed) are listed and \(truePairs) exist."
    }
  }
}
