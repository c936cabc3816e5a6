import ScrupleBlocking
import ScrupleFlagging
import ScrupleNormalization

/// What a run did, from what, with what: `run.json`.
///
/// Counts reconcile: rows read are records plus rejected rows; candidate pairs
/// are links plus possible links plus non-links. No value of a record is held.
public struct RunManifest: Codable, Sendable, Equatable {
  /// The name and version of the format.
  public static let schemaName = "scruple.run/1"

  /// What must not be made of the results; every export carries it.
  public static let noticeText =
    "Raw matching results. Not evidence of identity or status, and not a basis for arrest, "
    + "detention or denial. Independent verification and notice required."

  /// The name and version of the format, as written.
  public var schema = RunManifest.schemaName
  /// See `noticeText`.
  public var notice = RunManifest.noticeText
  /// The command line, the program's name first.
  public var command: [String]
  /// The folder in which the command ran; relative paths start there.
  public var workingFolder: String
  /// Versions of everything that may change a result.
  public var tool: ToolVersions
  /// The seed of every random draw.
  public var seed: UInt64
  /// How many threads worked; results do not depend on it.
  public var threads: Int
  /// The left file.
  public var left: InputFile
  /// The right file.
  public var right: InputFile
  /// The specification that was given; nil where it was inferred.
  public var givenSpecification: HashedFile?
  /// The model that was given; nil where it was trained.
  public var givenModel: HashedFile?
  /// The column with the truth, which was not used; nil where none was named.
  public var truthColumn: String?
  /// Counts at every stage.
  public var counts: RunCounts
  /// The blocking rules in order, with what each cost.
  public var blocking: [BlockingRuleCounts]
  /// What normalization met, by field.
  public var normalization: NormalizationSummary
  /// What a reader of the results must know, in words.
  public var warnings: [String]
  /// The sum of 1 - p over the links: how many the model itself expects to be
  /// false; nil where rules decided without a model.
  public var claimedFalseLinks: Double?
  /// The deterministic rules in order, with what each linked; nil where a model
  /// decided.
  public var rules: [RuleLinks]?
  /// What became of the bookings; nil where no flags were made.
  public var flags: FlagCounts?
  /// Seconds of each stage, in order.
  public var stages: [StageSeconds]
  /// The largest resident size, in bytes.
  public var peakMemoryBytes: Int
  /// The limit of memory that was given, in bytes; nil for none.
  public var memoryLimitBytes: Int?
  /// Bytes of tables that were put on disk for it; nil without a limit.
  public var spilledBytes: Int?
  /// A digest of the links that does not depend on their order; see `LinksDigest`.
  public var linksDigest: String
  /// The files written, this one apart.
  public var outputs: [HashedFile]

  /// Creates a manifest of a run of which nothing is counted yet.
  public init(command: [String], workingFolder: String, tool: ToolVersions) {
    self.command = command
    self.workingFolder = workingFolder
    self.tool = tool
    seed = 0
    threads = 0
    left = InputFile()
    right = InputFile()
    counts = RunCounts()
    blocking = []
    normalization = NormalizationSummary()
    warnings = []
    claimedFalseLinks = 0
    stages = []
    peakMemoryBytes = 0
    linksDigest = LinksDigest().hexadecimal
    outputs = []
  }
}

/// Versions of everything that may change a result.
public struct ToolVersions: Codable, Sendable, Equatable {
  /// The version of Scruple.
  public var version: String
  /// The commit it was built from, or "unknown".
  public var commit: String
  /// The version of the Swift compiler.
  public var swift: String
  /// The version of ICU.
  public var icu: String
  /// The version of Unicode.
  public var unicode: String

  /// Creates a list of versions.
  public init(version: String, commit: String, swift: String, icu: String, unicode: String) {
    self.version = version
    self.commit = commit
    self.swift = swift
    self.icu = icu
    self.unicode = unicode
  }
}

/// A file and the SHA-256 of its bytes.
public struct HashedFile: Codable, Sendable, Equatable {
  /// The path as it was given, or the name in the output folder.
  public var path: String
  /// 64 lower-case hexadecimal digits.
  public var sha256: String

  /// Creates an entry.
  public init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}

/// One of the two files as it was read.
public struct InputFile: Codable, Sendable, Equatable {
  /// The path as it was given, or "-".
  public var path = ""
  /// The SHA-256 of the bytes as they are on disk.
  public var sha256 = ""
  /// The size on disk.
  public var byteCount = 0
  /// `delimited` or `jsonLines`.
  public var format = ""
  /// What divides cells, in a word; nil for JSON lines.
  public var delimiter: String?
  /// The encoding in which the bytes were read.
  public var encoding = ""
  /// Whether the file is gzip.
  public var isCompressed = false
  /// Whether malformed rows were left out instead of being an error.
  public var collectsRejects = false
  /// Rows read: records plus rejected rows.
  public var rows = 0
  /// Rows left out, by kind of fault.
  public var rejectedRows: [String: Int] = [:]
  /// Blank lines skipped; they are no rows.
  public var blankLines = 0
  /// The records.
  public var records = 0
  /// The column of the record id; nil where ids are row numbers.
  public var idColumn: String?
  /// What each column was taken for, and why.
  public var columns: [ColumnDecision] = []

  /// Creates an entry without content.
  public init() {}
}

/// Counts of pairs; they reconcile.
public struct RunCounts: Codable, Sendable, Equatable {
  /// Left records times right records.
  public var allPairs = 0
  /// Distinct candidate pairs.
  public var candidatePairs = 0
  /// Pairs in blocks left out for their size, summed over rules: a loss of recall.
  public var skippedPairs = 0
  /// Pairs that are links.
  public var links = 0
  /// Pairs that are possible links.
  public var possibleLinks = 0
  /// Candidate pairs that are neither links nor possible links.
  public var nonLinks = 0
  /// Pairs that would be links but for a rival that cannot be told apart.
  public var ambiguous = 0
  /// Left records that no blocking rule brought together with any right record.
  public var leftRecordsNeverCompared = 0

  /// Creates counts of nothing.
  public init() {}
}

/// What one blocking rule brought together and left out.
public struct BlockingRuleCounts: Codable, Sendable, Equatable {
  /// The rule as a specification has it.
  public var rule: String
  /// Pairs of its blocks.
  public var pairs: Int
  /// Distinct candidate pairs that no earlier rule brought together; nil where not counted.
  public var ownPairs: Int?
  /// Blocks left out for their size.
  public var skippedBlocks: Int
  /// Pairs of those blocks.
  public var skippedPairs: Int

  /// Takes over what blocking counted.
  public init(_ cost: BlockingCost, ownPairs: Int?) {
    rule = cost.rule
    pairs = cost.pairCount
    self.ownPairs = ownPairs
    skippedBlocks = cost.skippedBlockCount
    skippedPairs = cost.skippedPairCount
  }
}

/// Seconds of one stage.
public struct StageSeconds: Codable, Sendable, Equatable {
  /// The stage.
  public var stage: LinkageStage
  /// Wall time, in seconds.
  public var seconds: Double

  /// Creates an entry.
  public init(stage: LinkageStage, seconds: Double) {
    self.stage = stage
    self.seconds = seconds
  }
}
