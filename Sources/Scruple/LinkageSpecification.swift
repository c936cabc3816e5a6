import ScrupleBlocking
import ScrupleComparison
import ScrupleDecision
import ScrupleFlagging
import ScrupleNormalization

/// All rules of a run: what to read, block, compare, score and decide.
///
/// It is saved with every result, so that any number can be made again. Parts
/// that are nil are chosen from the data; a run saves what was chosen.
public struct LinkageSpecification: Codable, Sendable, Equatable {
  /// The version of this format.
  public static let currentVersion = 1

  public var version = LinkageSpecification.currentVersion
  public var left: SourceSpecification
  public var right: SourceSpecification
  public var blocking = BlockingSpecification()
  /// The comparisons in order, or nil to use those that fit the fields.
  public var comparisons: [ComparisonRule]?
  public var scoring = ScoringSpecification()
  public var decision = DecisionSpecification()
  /// What follows from links, or nil for the default where the files allow it.
  public var flags: FlagRule?
  /// Deterministic rules that decide in place of a model; empty where a model
  /// decides.
  public var rules: [DeterministicRule] = []

  /// Creates a specification from the mappings of the two sources.
  public init(left: SourceSpecification, right: SourceSpecification) {
    self.left = left
    self.right = right
  }
}

extension LinkageSpecification {
  /// Whether the columns of both files are left to be told from names and content.
  public var leavesColumnsOpen: Bool {
    [left, right].allSatisfy { $0.mapping.columns.isEmpty && $0.idColumn == nil }
  }
}

/// How one source is read and what its columns mean.
public struct SourceSpecification: Codable, Sendable, Equatable {
  public var mapping: SourceMapping
  /// The column with the unique record id, or nil for row numbers.
  public var idColumn: String?
  /// What divides cells, such as ","; nil to find out.
  public var delimiter: String?
  /// `utf-8` (nil), `windows-1252` or `latin-1`.
  public var encoding: String?

  public init(
    mapping: SourceMapping, idColumn: String? = nil, delimiter: String? = nil,
    encoding: String? = nil
  ) {
    self.mapping = mapping
    self.idColumn = idColumn
    self.delimiter = delimiter
    self.encoding = encoding
  }
}

/// Which pairs are compared.
public struct BlockingSpecification: Codable, Sendable, Equatable {
  /// The rules in order, or nil to choose them from the data.
  public var rules: [BlockingRule]?
  /// How many pairs automatic rules may make together; nil for the default.
  public var pairBudget: Int?
  /// A block with more pairs than this is left out and counted; nil for the
  /// default.
  public var maximumBlockPairs: Int?

  public init(
    rules: [BlockingRule]? = nil, pairBudget: Int? = nil, maximumBlockPairs: Int? = nil
  ) {
    self.rules = rules
    self.pairBudget = pairBudget
    self.maximumBlockPairs = maximumBlockPairs
  }
}

/// How the model is trained.
public struct ScoringSpecification: Codable, Sendable, Equatable {
  /// Random pairs drawn to see how non-matches agree.
  public var randomPairCount = 120_000
  /// Candidate pairs that training may look at.
  public var trainingPairCount = 400_000

  public init() {}
}

/// Where the thresholds lie and what happens to competing links.
public struct DecisionSpecification: Codable, Sendable, Equatable {
  /// How competing links of one record are settled.
  public enum Assignment: String, Codable, Sendable, CaseIterable {
    /// Every pair at or above the threshold is a link.
    case none
    /// A record has at most one link: the heaviest first.
    case greedy
    /// A record has at most one link: the heaviest set of links.
    case optimal
  }

  /// A pair with at least this match probability is a link.
  public var linkProbability = 0.5
  /// A pair with at least this match probability is a possible link.
  public var possibleProbability = 0.01
  /// Thresholds in bits of match weight (prior included); where set, they take
  /// the place of the probabilities.
  public var linkWeight: Double?
  public var possibleWeight: Double?
  /// Two candidates of one record closer than this, in bits, cannot be told
  /// apart: neither is a link, both are possible links.
  public var ambiguityMargin = 0.5
  public var assignment = Assignment.none

  public init() {}
}
