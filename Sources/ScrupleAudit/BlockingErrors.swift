import ScrupleGroundTruth

/// What one blocking rule's candidates became.
public struct BlockingRuleLinks: Sendable, Equatable, Codable {
  /// The rule's number.
  public let rule: Int
  /// Links among its candidates.
  public let links: Int
  /// True links among its links.
  public let precision: Rate
}

/// What blocking saved, and what it lost.
public struct BlockingErrors: Sendable, Equatable, Codable {
  /// All pairs of the two files, unlabelled records included.
  public let allPairs: Int
  /// Pairs that blocking let through; nil when not given.
  @NullEncoded public private(set) var candidatePairs: Int?
  /// True pairs among the candidates, of all true pairs; nil when not given.
  @NullEncoded public private(set) var pairCompleteness: Rate?
  /// Pairs that blocking spared, of all pairs: a plain count without an interval.
  @NullEncoded public private(set) var reductionRatio: Rate?
  /// The links of each blocking rule, by its number.
  public let rules: [BlockingRuleLinks]

  init(_ judged: JudgedLinks, _ input: AuditInput) throws(AuditError) {
    let truth = input.truth
    let level = input.level
    allPairs = truth.leftCount * truth.rightCount
    candidatePairs = input.candidatePairs
    try Self.check(judged, input)
    pairCompleteness =
      input.candidateMates.map {
        Rate(
          "pairCompleteness", of: .truePairs,
          clustered: judged.persons.share(ofTruePairsPerLeft: $0, truth), level: level,
          by: .persons)
      }
      ?? input.truePairsAmongCandidates.map {
        Rate(
          "pairCompleteness", of: .truePairs, count: $0, total: truth.truePairCount, level: level,
          independent: .pairs)
      }
    let all = allPairs
    reductionRatio = input.candidatePairs.map {
      Rate(
        "reductionRatio", of: .allPairs, count: all - $0, total: all, level: level,
        withoutInterval: "exact count, no interval")
    }
    rules = Dictionary(grouping: judged.links, by: \.link.blockingRule)
      .sorted { $0.key < $1.key }
      .map { rule, links in
        let precision = Rate(
          "precision", of: .links,
          clustered: judged.persons.share(links.lazy.map { ($0.link.left, $0.isTrue) }),
          level: level, by: .persons)
        return BlockingRuleLinks(rule: rule, links: links.count, precision: precision)
      }
  }

  private static func check(_ judged: JudgedLinks, _ input: AuditInput) throws(AuditError) {
    let pairs = input.truth.leftCount * input.truth.rightCount
    let listed = input.links.count
    if let candidates = input.candidatePairs, candidates < listed || candidates > pairs {
      throw .candidatePairsImpossible(candidates: candidates, listed: listed, pairs: pairs)
    }
    guard let given = input.truePairsAmongCandidates else { return }
    let truePairs = input.truth.truePairCount
    let found = judged.pairs.count(where: \.isTrue)
    if given < found || given > min(truePairs, input.candidatePairs ?? truePairs) {
      throw .trueCandidatesImpossible(given: given, listed: found, truePairs: truePairs)
    }
  }
}
