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
  /// Evidence plus prior in bits: the log2 odds of a match.
  public let matchWeight: Double
  /// In 0...1.
  public let matchProbability: Double
  public let decision: LinkDecision
  /// The first blocking rule that brought the pair together, counted from 0.
  public let blockingRule: Int
  /// The agreement pattern; see `PreparedComparisons.layout`.
  public let pattern: UInt64
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
  /// Links and possible links, ascending by left id, then right id.
  public let links: [Link]
  public let counts: LinkageCounts
  public let timings: StageTimings
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
    let model = try given ?? Training(prepared: prepared, options: options).model()
    timings.finish(.train)

    let decision = prepared.specification.decision
    let weigher = try PairWeigher(model: model, prepared: prepared)
    let pass = ScoringPass(
      candidates: prepared.candidates, comparisons: prepared.comparisons, weigher: weigher,
      floorBits: decision.possibleBits - 8, options: options)
    let outcome = pass.run()
    timings.finish(.score)

    let links = outcome.pairs.compactMap { pair -> Link? in
      guard pair.bits >= decision.possibleBits else { return nil }
      return Link(
        left: pair.left, right: pair.right, matchWeight: pair.bits,
        matchProbability: Probability(logOdds: pair.bits).value,
        decision: pair.bits >= decision.linkBits ? .link : .possible,
        blockingRule: Int(pair.rule), pattern: pair.pattern)
    }
    var counts = LinkageCounts()
    counts.leftRecords = prepared.records.leftCount
    counts.rightRecords = prepared.records.rightCount
    counts.candidatePairs = outcome.candidatePairCount
    counts.candidatePairsPerRule = outcome.pairsPerRule
    counts.skippedPairs = prepared.candidates.costs.reduce(0) { $0 + $1.skippedPairCount }
    counts.links = links.count { $0.decision == .link }
    counts.possibleLinks = links.count - counts.links
    timings.finish(.decide)
    return LinkageResult(
      prepared: prepared, model: model, links: links, counts: counts, timings: timings)
  }

  private static func requireFit(_ model: FellegiSunterModel, _ prepared: PreparedLinkage) throws {
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

extension DecisionSpecification {
  /// The link threshold in bits of log2 odds.
  var linkBits: Double { linkWeight ?? Probability(linkProbability).logOdds }

  /// The threshold of possible links in bits, at most that of links.
  var possibleBits: Double {
    min(linkBits, possibleWeight ?? Probability(possibleProbability).logOdds)
  }
}

extension PairWeigher {
  /// Tables a model's weights and the frequencies of the values at hand.
  init(model: FellegiSunterModel, prepared: PreparedLinkage) throws {
    table = try WeightTable(model)
    priorBits = model.prior.logOdds
    terms = model.comparisons.enumerated().compactMap { position, comparison in
      guard let settings = comparison.termFrequency else { return nil }
      let rule = prepared.comparisons.rules[position]
      guard rule.fields.count == 1, let field = prepared.records.field(rule.fields[0]) else {
        return nil
      }
      return WeightedTerms(
        comparison: position, field: field, model: comparison, settings: settings)
    }
  }
}
