/// What a sample of labels is drawn to show.
public enum LabelClaim: String, Sendable, Codable, CaseIterable {
  /// The share of links that are matches.
  case precision
  /// The share of links that are no matches: one minus the precision.
  case falseLinkRate = "false-link-rate"
  /// The share of all matching pairs that are links.
  case recall
  /// The share of left records with a mate that are linked to none.
  case fnir
  /// The share of bookings of citizens that are flagged.
  case citizenFlagRate = "citizen-flag-rate"

  /// What a reviewer is asked about each row.
  public var question: LabelQuestion {
    switch self {
    case .precision, .falseLinkRate, .recall: .pair
    case .fnir: .record
    case .citizenFlagRate: .citizen
    }
  }

  /// The words for the error rate that must not be exceeded.
  public var errorWords: String {
    switch self {
    case .precision, .falseLinkRate: "of the links are false"
    case .recall: "of the matching pairs are missed"
    case .fnir: "of the left records with a mate are linked to none"
    case .citizenFlagRate: "of the bookings of citizens are flagged"
    }
  }
}

/// What a reviewer is asked about a row of a sample.
public enum LabelQuestion: String, Sendable, Codable, CaseIterable {
  /// Are the two records of one person?
  case pair
  /// The same where a right record is named; where none is: has the left record any match?
  case record
  /// Was the person a citizen on the day of the booking?
  case citizen

  /// The question in words.
  public var words: String {
    switch self {
    case .pair: "Are the two records of one person?"
    case .record:
      "Are the two records of one person? Without a right_id: search the right file; is any record "
        + "of it of this person?"
    case .citizen: "Was the person a citizen on the day of the booking?"
    }
  }

  /// The word that a reviewer writes for an answer.
  public func word(for answer: LabelAnswer) -> String {
    switch (self, answer) {
    case (_, .unsure): "unsure"
    case (.citizen, .yes): "citizen"
    case (.citizen, .no): "non-citizen"
    case (_, .yes): "match"
    case (_, .no): "non-match"
    }
  }

  /// The answer that a word stands for; nil for any other word.
  public func answer(for word: String) -> LabelAnswer? {
    LabelAnswer.allCases.first { self.word(for: $0) == word }
  }
}

/// A reviewer's answer to a row.
public enum LabelAnswer: Int, Sendable, Codable, CaseIterable {
  /// A match, or a citizen.
  case yes
  /// No match, or no citizen.
  case no
  /// It cannot be told.
  case unsure
}

/// A part of what could be labelled, from which labels are drawn evenly.
public struct LabelStratum: Sendable, Codable, Equatable {
  /// Where its units lie.
  public enum Place: String, Sendable, Codable, CaseIterable {
    case links
    case possibleLinks
    /// Candidate pairs not far below the threshold of possible links.
    case nearThreshold
    /// All other candidate pairs.
    case candidates
    /// Pairs that no blocking rule brought together and that share a birth date or the like.
    case outsideAlike
    /// All other pairs that no blocking rule brought together.
    case outside
    case linkedRecords
    case unlinkedRecords
    case flaggedBookings
    case unflaggedBookings

    /// Whether the linkage decided for these: a link or a flag.
    public var isDecided: Bool {
      switch self {
      case .links, .linkedRecords, .flaggedBookings: true
      default: false
      }
    }
  }

  /// Its name in the sample, which tells a reviewer nothing.
  public var code: String
  /// Its name.
  public var name: String
  /// Where its units lie.
  public var place: Place
  /// The group of the left records, where the plan divides by groups.
  @NullEncoded public var group: String?
  /// How many units it has.
  public var size: Int
  /// How many of them are to be labelled.
  public var labels: Int
  /// The share of errors that the plan expects, for sharing out the labels.
  public var plannedRate: Double

  /// Creates a stratum.
  public init(
    code: String, name: String, place: Place, group: String? = nil, size: Int, labels: Int = 0,
    plannedRate: Double = 0
  ) {
    precondition(size >= 0 && labels >= 0 && labels <= size, "\(labels) labels of \(size)")
    self.code = code
    self.name = name
    self.place = place
    self.group = group
    self.size = size
    self.labels = labels
    self.plannedRate = plannedRate
  }

  /// How many units each label stands for; 0 without labels.
  public var weight: Double { labels > 0 ? Double(size) / Double(labels) : 0 }
}

/// How to audit a run by a sample of labels: `plan.json`.
public struct LabelPlan: Sendable, Codable, Equatable {
  /// The name and version of the format.
  public static let schemaName = "scruple.labelPlan/1"

  /// The name and version of the format, as written.
  public var schema = LabelPlan.schemaName
  /// What the sample is drawn to show.
  public var claim: LabelClaim
  /// What reviewers are asked.
  public var question: LabelQuestion
  /// The error rate that must not be exceeded; nil where the plan estimates only.
  @NullEncoded public var atMost: Double?
  /// How sure the claim must be, and the level of intervals.
  public var confidence: Double
  /// The seed of the draws.
  public var seed: UInt64
  /// How labels were shared out and drawn, in words.
  public var method: String
  /// The strata, a partition of what the claim is about.
  public var strata: [LabelStratum]
  /// How many labels a test without strata needs.
  public var sizes: [AcceptanceSize]
  /// By how much clustering makes labels count for less; 1 for one list of links.
  public var designEffect: Double
  /// How many rows have a known answer.
  public var controls: Int
  /// The run that the sample was drawn from.
  public var run: AuditedRun
  /// The digest of the rows drawn; reviewers do not change it.
  public var sampleDigest: String

  /// Creates a plan of which no rows are drawn yet.
  public init(
    claim: LabelClaim, atMost: Double?, confidence: Double, seed: UInt64, strata: [LabelStratum],
    designEffect: Double = 1, run: AuditedRun
  ) {
    self.claim = claim
    question = claim.question
    self.atMost = atMost
    self.confidence = confidence
    self.seed = seed
    self.strata = strata
    self.designEffect = designEffect
    self.run = run
    method = ""
    sizes = []
    controls = 0
    sampleDigest = ""
  }

  /// How many units are to be labelled, controls apart.
  public var labels: Int { strata.reduce(0) { $0 + $1.labels } }
}

/// Which run a plan belongs to.
public struct AuditedRun: Sendable, Codable, Equatable {
  /// The digest of the run's links, which does not depend on their order.
  public var linksDigest: String
  /// The SHA-256 of its `links.csv`.
  public var linksSHA256: String
  public var leftRecords: Int
  public var rightRecords: Int
  public var candidatePairs: Int
  public var links: Int

  /// Creates the name of a run.
  public init(
    linksDigest: String, linksSHA256: String, leftRecords: Int, rightRecords: Int,
    candidatePairs: Int, links: Int
  ) {
    self.linksDigest = linksDigest
    self.linksSHA256 = linksSHA256
    self.leftRecords = leftRecords
    self.rightRecords = rightRecords
    self.candidatePairs = candidatePairs
    self.links = links
  }
}
