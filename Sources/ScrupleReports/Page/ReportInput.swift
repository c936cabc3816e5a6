import ScrupleAudit
import ScrupleScoring

/// Everything a report is made of. Only examples hold values of records, and there are none unless
/// somebody gives them.
public struct ReportInput: Sendable {
  /// What was measured.
  public var audit: AuditReport
  /// The run that was measured; nil where somebody else's links were.
  public var run: RunFacts?
  /// The model that decided; nil where rules did, or it is not known.
  public var model: FellegiSunterModel?
  /// What must not be made of the results.
  public var notice: String
  /// The SHA-256 of `audit.json`, in hexadecimal; nil where it was not written.
  public var auditDigest: String?
  /// A certificate, and why it does not hold for this run; nil where none was found.
  public var certificate: (document: Certificate, misfits: [String])?
  /// Pairs to show; nil, as by default, for none.
  public var examples: PairExamples?

  /// Puts the parts together.
  public init(
    audit: AuditReport, run: RunFacts? = nil, model: FellegiSunterModel? = nil, notice: String,
    auditDigest: String? = nil
  ) {
    self.audit = audit
    self.run = run
    self.model = model
    self.notice = notice
    self.auditDigest = auditDigest
  }
}

/// What a report says of the run: how it can be repeated, and how complete its files were.
public struct RunFacts: Sendable {
  /// The command line.
  public var command: [String] = []
  /// What was used, as names and versions.
  public var versions: [(name: String, version: String)] = []
  /// The seed of every random draw.
  public var seed: UInt64 = 0
  /// The two files.
  public var inputs: [Input] = []
  /// The files of the run, with the SHA-256 of each.
  public var outputs: [(path: String, sha256: String)] = []
  /// The digest of the links that does not depend on their order.
  public var linksDigest = ""
  /// Pairs left out for the size of their block.
  public var skippedPairs = 0
  /// Left records that were compared with nothing.
  public var leftRecordsNeverCompared = 0
  /// Links withheld because a rival could not be told apart.
  public var ambiguousPairs = 0
  /// What a reader of the results must know.
  public var warnings: [String] = []

  /// Facts of nothing yet.
  public init() {}

  /// One of the two files.
  public struct Input: Sendable {
    /// The path as it was given.
    public var path: String
    /// The SHA-256 of its bytes.
    public var sha256: String
    /// Rows read.
    public var rows: Int
    /// Records used.
    public var records: Int
    /// Rows left out for a fault.
    public var rejectedRows: Int

    /// Creates the facts of a file.
    public init(path: String, sha256: String, rows: Int, records: Int, rejectedRows: Int) {
      self.path = path
      self.sha256 = sha256
      self.rows = rows
      self.records = records
      self.rejectedRows = rejectedRows
    }
  }
}
