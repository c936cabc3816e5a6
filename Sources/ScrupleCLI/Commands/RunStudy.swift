import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleRecords
import ScrupleScoring

/// What an audit learns from a run itself, beyond its links.
struct RunStudy {
  private let prepared: PreparedLinkage
  private let model: FellegiSunterModel?
  private let left: RecordTable
  private let right: RecordTable
  private let options: LinkageOptions
  /// The folder of the corpus; nil without one.
  private let corpus: String?
  /// The errors of the files; nil where nobody logged them.
  private let log: CorruptionLog?

  init(
    _ folder: RunFolder, _ files: RunFiles, _ prepared: PreparedLinkage, corpus: String?,
    _ parallelism: Parallelism
  ) throws {
    self.prepared = prepared
    model =
      prepared.rules == nil
      ? try folder.outputIfWritten("model.json").map { try LoadedModel(path: $0).model } : nil
    left = files.files.left.table
    right = files.files.right.table
    options = LinkageOptions(seed: folder.manifest.seed, parallelism: parallelism)
    self.corpus = corpus
    log = try corpus.flatMap {
      try CorruptionLog(
        folder: $0, left: RecordIds(left: prepared), right: RecordIds(right: prepared))
    }
  }

  /// The wrong pairs and the links behind flags with clean values; nil where those are not known.
  func cleanPairs(_ wrong: WrongPairs, _ flags: FlagsFile?) throws -> CleanPairs? {
    guard let log else { return nil }
    let flagged = (flags?.rows ?? []).compactMap { row in
      row.flag.deciding.map { (left: row.flag.booking, right: $0) }
    }
    let pairs = wrong.falseLinks.map { (left: $0.left, right: $0.right) } + flagged
    return try CleanPairs(
      pairs, of: prepared, model: model, left: left, right: right, log: log, options: options)
  }

  /// The links behind flags that would be links with clean values too.
  func cleanLinks(
    of flags: FlagsFile, _ links: [ScoredLink], _ clean: CleanPairs?
  ) -> Set<UInt64>? {
    guard let clean else { return nil }
    let weights = Dictionary(
      links.map { (FlagEvidenceSurvey.key(booking: $0.left, record: $0.right), $0.weight) }
    ) { first, _ in first }
    let keys = flags.rows.compactMap { row -> UInt64? in
      guard let record = row.flag.deciding else { return nil }
      let key = FlagEvidenceSurvey.key(booking: row.flag.booking, record: record)
      let isLink = clean.isLink(
        left: row.flag.booking, right: record, weight: weights[key],
        linkBits: prepared.specification.decision.linkBits)
      return isLink == true ? key : nil
    }
    return Set(keys)
  }

  /// How far the wrong pairs came; nil where nothing is left of what decided.
  func losses(_ wrong: WrongPairs, _ clean: CleanPairs?) throws -> LossEvidence? {
    try WrongPairSurvey(prepared, model: model, left: left, right: right)?
      .evidence(of: wrong, clean: clean)
  }

  /// The flags of the run repeated with repairs; nil where it makes no flags.
  ///
  /// - Throws: `Failure` without a corpus that logs its errors.
  func remedies(
    _ truth: CorpusTruth?, _ flags: FlagsFile?, level: Double
  ) throws -> RemedyInput? {
    guard let corpus, let truth, let log else {
      throw Failure(
        "--repairs needs a corpus that logs its errors: \(TerminalText.quoted(corpus ?? "-")) has "
          + "no corruption_log.csv.")
    }
    guard let flags else { return nil }
    let run = RepeatedRun(specification: prepared.specification, model: model, options: options)
    return try RepairTrials(
      of: run, left: left, right: right, truth: truth, log: log, folder: corpus,
      rightIds: RecordIds(right: prepared)
    ).input(flagged: Set(flags.rows.map(\.flag.booking)), level: level)
  }
}
