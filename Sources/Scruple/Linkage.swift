import ScrupleBlocking
import ScrupleComparison
import ScrupleDecision
import ScrupleExecution
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring

/// One link or possible link.
public struct Link: Sendable {
  /// Canonical positions of the records; `LinkageResult` knows their ids.
  public let left: UInt32
  public let right: UInt32
  /// Evidence plus prior in bits: the log2 odds of a match; nil where rules
  /// decided without a model.
  public let matchWeight: Double?
  /// In 0...1; nil where rules decided without a model.
  public let matchProbability: Double?
  public let decision: LinkDecision
  /// Why: by a rule, by its weight, or for a rival that cannot be told apart.
  public let reason: DecisionReason
  /// The first blocking rule that brought the pair together, counted from 0.
  public let blockingRule: Int
  /// The agreement pattern; see `PreparedComparisons.layout`.
  public let pattern: UInt64
  /// The first deterministic rule that holds, from 0; nil where a model decided.
  public var rule: Int? = nil
}

/// Our decision about a pair that is written out; all others are non-links.
public enum LinkDecision: String, Sendable, Codable {
  case link
  case possible
}

/// What a linkage run gives.
public struct LinkageResult: Sendable {
  public let prepared: PreparedLinkage
  public let model: FellegiSunterModel
  /// How far each file holds several records of a person.
  public let repeats: RecordRepeats
  /// Prior odds of a match between two records that have no mate yet.
  public let priorOdds: Double
  /// Links and possible links, ascending by left id, then right id.
  public let links: [Link]
  public let counts: LinkageCounts
  public let timings: StageTimings

  /// The links as they are written, whatever decided.
  public var linked: LinkedPairs {
    LinkedPairs(
      prepared: prepared, links: links, counts: counts, timings: timings, model: model)
  }
}

/// Counts at every stage; they reconcile.
public struct LinkageCounts: Sendable, Codable, Equatable {
  public var leftRecords = 0
  public var rightRecords = 0
  /// Distinct candidate pairs.
  public var candidatePairs = 0
  /// Distinct candidate pairs by owning rule, in the order of the rules.
  public var candidatePairsPerRule: [Int] = []
  /// Pairs in blocks that were left out for their size, summed over rules.
  public var skippedPairs = 0
  public var links = 0
  public var possibleLinks = 0
  /// Pairs that would be links but for a rival that cannot be told apart.
  public var ambiguous = 0
  /// Left records without any candidate pair.
  public var leftRecordsNeverCompared = 0
}

/// The whole two-file run after reading.
public struct Linkage: Sendable {
  public let options: LinkageOptions

  public init(options: LinkageOptions = LinkageOptions()) { self.options = options }

  /// Links two tables.
  ///
  /// - Parameters:
  ///   - model: a trained model to use, or nil to train one.
  /// - Throws: what `PreparedLinkage` and training throw, and
  ///   `LinkageError.modelDoesNotFit`.
  public func run(
    prepared: PreparedLinkage, model given: FellegiSunterModel? = nil
  ) throws -> LinkageResult {
    var timings = prepared.timings
    timings.restart()
    options.progress(.train, 0)
    if let given { try Self.requireFit(given, prepared) }
    prepared.frequencies.count(
      prepared.comparisons.rules.filter { $0.usesTermFrequency && $0.fields.count == 1 }
        .compactMap { prepared.records.field($0.fields[0]) }, parallelism: options.parallelism)
    let learned = given == nil ? try Training(prepared: prepared, options: options).learn() : nil
    guard let first = given ?? learned?.model else {
      throw LinkageError.tooLittleToTrain(reason: "there is no model")
    }
    timings.finish(.train)

    let weigher = try PairWeigher(model: first, prepared: prepared)
    let smallestRatio = Self.floorOdds / first.priorMatchProbability
    let pass = ScoringPass(
      candidates: prepared.candidates, order: NeighborOrder(leftOf: prepared.records),
      comparisons: prepared.comparisons, weigher: weigher,
      smallestRatio: smallestRatio, options: options)
    let outcome = pass.run()
    try options.memory?.check()
    timings.finish(.score)

    let surveys = try (
      RepeatSurvey(
        .left, prepared: prepared, weigher: weigher, smallestRatio: smallestRatio,
        parallelism: options.parallelism),
      RepeatSurvey(
        .right, prepared: prepared, weigher: weigher, smallestRatio: smallestRatio,
        parallelism: options.parallelism)
    )
    let settled = try Settlement(
      prepared: prepared, pairs: outcome.pairs, training: learned, options: options
    ).run(model: first, repeats: surveys)
    // From here on hardly anything is asked of the tables.
    options.memory?.setAside()
    let decisions = try decide(outcome.pairs, settled, prepared)
    let links = zip(outcome.pairs, decisions.pairs).compactMap { pair, decided -> Link? in
      guard let decision = LinkDecision(decided.decision) else { return nil }
      return Link(
        left: pair.left, right: pair.right, matchWeight: decided.pair.weight,
        matchProbability: Probability(logOdds: decided.pair.weight).value,
        decision: decision, reason: decided.reason, blockingRule: Int(pair.rule),
        pattern: pair.pattern)
    }
    var counts = LinkageCounts()
    counts.leftRecords = prepared.records.leftCount
    counts.rightRecords = prepared.records.rightCount
    counts.candidatePairs = outcome.candidatePairCount
    counts.candidatePairsPerRule = outcome.pairsPerRule
    counts.leftRecordsNeverCompared =
      prepared.records.leftCount - outcome.comparedLeftRecords
    counts.skippedPairs = prepared.candidates.costs.reduce(0) { $0 + $1.skippedPairCount }
    counts.links = links.count { $0.decision == .link }
    counts.possibleLinks = links.count - counts.links
    counts.ambiguous = links.count { $0.reason == .ambiguous || $0.reason == .tied }
    try options.memory?.check()
    timings.finish(.decide)
    return LinkageResult(
      prepared: prepared, model: settled.model, repeats: settled.repeats,
      priorOdds: settled.priorOdds, links: links, counts: counts, timings: timings)
  }

  /// Pairs whose odds under the first model are lower are not looked at again.
  private static let floorOdds = 1e-4

  /// Thresholds, doubt and assignment; see `DecisionRule`.
  private func decide(
    _ pairs: [LikelyPair], _ settled: Settlement.Outcome, _ prepared: PreparedLinkage
  ) throws -> Decisions {
    let specification = prepared.specification.decision
    let rule = DecisionRule(
      thresholds: try Thresholds(
        linkBits: specification.linkBits, possibleBits: specification.possibleBits),
      ambiguityMarginBits: specification.ambiguityMargin,
      assignment: specification.assignment.rule)
    let rivals = RivalRecords(
      prepared: prepared, pairs: pairs, bits: settled.bits,
      marginBits: specification.ambiguityMargin, leastBits: specification.possibleBits,
      parallelism: options.parallelism)
    let entities = try rivals.entities(
      weigher: PairWeigher(model: settled.model, prepared: prepared),
      leftPrior: settled.sharesWithin.left, rightPrior: settled.sharesWithin.right)
    return try rule.decide(
      zip(pairs, settled.bits).map { pair, bits in
        ScoredPair(
          left: Int32(pair.left), right: Int32(pair.right), weight: bits, pattern: pair.pattern)
      }, entities: entities, parallelism: options.parallelism)
  }

  static func requireFit(_ model: FellegiSunterModel, _ prepared: PreparedLinkage) throws {
    func describe(_ name: String, _ levels: [String]) -> String {
      "\(name): \(levels.joined(separator: " < "))"
    }
    let expected = prepared.comparisons.rules.map { rule in
      describe(rule.name, (1...rule.levelCount).map { rule.label(ofLevel: $0) })
    }
    let found = model.comparisons.map { describe($0.name, $0.levels.map(\.label)) }
    guard expected == found else {
      throw LinkageError.modelDoesNotFit(expected: expected, found: found)
    }
  }
}

extension LinkDecision {
  /// The decision that is written out; nil for a non-link.
  init?(_ decision: PairDecision) {
    switch decision {
    case .link: self = .link
    case .possible: self = .possible
    case .nonLink: return nil
    }
  }
}

extension DecisionSpecification.Assignment {
  var rule: DecisionRule.Assignment {
    switch self {
    case .none: .none
    case .greedy: .greedy
    case .optimal: .optimal
    }
  }
}

extension DecisionSpecification {
  /// The link threshold in bits of log2 odds.
  public var linkBits: Double { linkWeight ?? Probability(linkProbability).logOdds }

  /// The threshold of possible links in bits, at most that of links.
  var possibleBits: Double {
    min(linkBits, possibleWeight ?? Probability(possibleProbability).logOdds)
  }
}
