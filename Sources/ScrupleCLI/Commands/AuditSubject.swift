import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleFormats
import ScrupleGroundTruth
import ScrupleNormalization
import ScrupleRecords

/// What is audited, gathered from files.
struct AuditSubject {
  let input: AuditInput
  /// The audit of the flags; nil without a corpus or without flags.
  let flags: FlagAudit?
  /// How the left records divide into groups; nil where nothing says so.
  let groups: SubgroupInput?
  /// How far wrongly decided pairs came; nil where only links are at hand.
  let losses: LossEvidence?
  /// The flags beside what is true of their bookings; nil without a corpus or without flags.
  let judgedFlags: FlagAuditInput?
  /// The flags of the run repeated with repairs; nil where nobody asked.
  let remedies: RemedyInput?
  /// What became of rows that could not be used.
  let remarks: [String]
  /// What a reader must know of rows that could not be used, or were all taken as links.
  let warnings: [AuditWarning]
  /// What further looks at the files need.
  let context: AuditContext

  /// A run, whose candidates are made again to see what blocking lost.
  init(folder: RunFolder, _ command: AuditCommand, _ parallelism: Parallelism) throws {
    let linksPath = try folder.output("links.csv")
    let files = try folder.inputs(
      left: command.left, right: command.right, parallelism: parallelism)
    guard !files.isEmpty else {
      throw Failure("The run had no record on one side: there is nothing to measure.")
    }
    let prepared = try PreparedLinkage(
      left: files.files.left.table, right: files.files.right.table,
      specification: files.specification,
      options: LinkageOptions(seed: folder.manifest.seed, parallelism: parallelism))
    let left = RecordIds(left: prepared)
    let right = RecordIds(right: prepared)
    let links = try LinksFile(path: linksPath, left: left, right: right)
    // A truth that is named wins over the one that the run knew.
    let named = command.truth ?? command.corpus.map { $0 + "/truth.csv" }
    let column = command.truthColumn ?? (named == nil ? folder.manifest.truthColumn : nil)
    let truth: LoadedTruth
    if let path = named {
      truth = try TruthFile.load(
        path: path, left: left, right: right, leftPath: folder.manifest.left.path,
        rightPath: folder.manifest.right.path)
    } else if let column {
      truth = try TruthFile.load(
        column: column, left: files.files.left.table, leftRows: prepared.leftRows,
        right: files.files.right.table, rightRows: prepared.rightRows)
      try Self.requireUnused(column, files.specification)
    } else {
      throw Failure("Name the truth: --truth FILE or --truth-column NAME.", status: Failure.usage)
    }
    try TruthCheck.requireUsable(truth, links: links.links, from: named ?? column ?? "")
    var input = AuditInput(
      links: links.links, truth: truth.truth, candidatePairs: folder.manifest.counts.candidatePairs,
      patterns: links.patterns, level: command.level)
    input.candidateMates = prepared.candidateMates(truth.truth)
    self.input = input
    let study = try RunStudy(folder, files, prepared, corpus: command.corpus, parallelism)
    let wrong = try input.wrongPairs()
    var clean: CleanPairs?
    let judged = try JudgedRun(
      corpus: command.corpus, flags: command.flags ?? folder.outputIfWritten("flags.csv"),
      left: left, right: right,
      records: (files.files.right.table, files.specification.right.mapping, prepared.rightRows),
      level: command.level
    ) { flags in
      clean = try study.cleanPairs(wrong, flags)
      return flags.flatMap { study.cleanLinks(of: $0, links.links, clean) }
    }
    flags = judged.audit
    losses = try study.losses(wrong, clean)
    judgedFlags = judged.input(level: command.level)
    remedies =
      command.repairs
      ? try study.remedies(judged.truth, judged.flags, level: command.level) : nil
    groups = SubgroupInput(
      dimensions: try AuditGroups.true(judged.truth, command.corpus)
        + AuditGroups.recorded(command.subgroup, files.files.left, rows: prepared.leftRows)
        + RecordStrata.dimensions(of: prepared)
        + AuditGroups.strata(
          files.files.left.table, files.specification.left.mapping, rows: prepared.leftRows),
      standard: RecordStrata.commonness(of: prepared), bookings: judged.truth?.bookings,
      flags: judged.flags?.rows.map(\.flag))
    warnings = TruthCheck.warnings(truth.tally)
    remarks = Self.remarks(truth.tally, unknownLinks: 0) + Self.remarks(flags)
    context = AuditContext(
      leftRows: prepared.leftRows, rightRows: prepared.rightRows, corpus: judged.truth, run: folder,
      prepared: prepared, leftId: prepared.leftId)
  }

  /// Somebody else's links.
  init(
    links: String, left: String, right: String, _ command: AuditCommand, _ parallelism: Parallelism
  ) throws {
    let truthPath = command.truth ?? command.corpus.map { $0 + "/truth.csv" }
    if [links, left, right, truthPath ?? ""].count(where: { $0 == "-" }) > 1 {
      throw LinkageError.bothFromStandardInput
    }
    let given = try GivenLinks(
      links: links, left: left, right: right, idColumn: command.idColumn,
      threshold: command.threshold)
    let tables = (left: given.left.table, right: given.right.table)
    let rows = (left: Array(0..<tables.left.rowCount), right: Array(0..<tables.right.rowCount))
    let truth: LoadedTruth
    if let path = truthPath {
      truth = try TruthFile.load(
        path: path, left: given.leftIds, right: given.rightIds, leftPath: left, rightPath: right)
    } else {
      truth = try TruthFile.load(
        column: command.truthColumn ?? "", left: tables.left, leftRows: rows.left,
        right: tables.right, rightRows: rows.right)
    }
    try TruthCheck.requireUsable(
      truth, links: given.list.links, from: truthPath ?? command.truthColumn ?? "")
    warnings = given.list.warnings + TruthCheck.warnings(truth.tally)
    input = AuditInput(links: given.list.links, truth: truth.truth, level: command.level)
    let mappings = (
      left: SchemaInference.infer(tables.left).mapping,
      right: SchemaInference.infer(tables.right).mapping
    )
    let judged = try JudgedRun(
      corpus: command.corpus, flags: command.flags, left: given.leftIds, right: given.rightIds,
      records: (tables.right, mappings.right, rows.right), level: command.level)
    flags = judged.audit
    (losses, judgedFlags, remedies) = (nil, nil, nil)
    groups = SubgroupInput(
      dimensions: try AuditGroups.true(judged.truth, command.corpus)
        + AuditGroups.recorded(command.subgroup, given.left, rows: rows.left)
        + AuditGroups.strata(tables.left, mappings.left, rows: rows.left),
      bookings: judged.truth?.bookings, flags: judged.flags?.rows.map(\.flag))
    context = AuditContext(
      leftRows: rows.left, rightRows: rows.right, corpus: judged.truth, run: nil, prepared: nil,
      leftId: given.leftId)
    remarks =
      given.remarks + Self.remarks(truth.tally, unknownLinks: given.list.unknownRows)
      + Self.remarks(flags)
  }

  private static func remarks(_ flags: FlagAudit?) -> [String] {
    guard let flags else { return [] }
    let unknown =
      flags.unknownBookings > 0
      ? [
        "\(TerminalText.count(flags.unknownBookings, "flag")) of bookings that the files do not "
          + "have; left out."
      ] : []
    return unknown
      + (flags.surprises.isEmpty
        ? []
        : [
          "\(TerminalText.count(flags.surprises.count, "wrong flag")) of scenarios have another "
            + "cause than the scenario was built for."
        ])
  }

  private static func requireUnused(
    _ column: String, _ specification: LinkageSpecification
  ) throws {
    for source in [specification.left, specification.right]
    where source.mapping.columns.contains(where: {
      $0.column == column && $0.role.isUsedForMatching
    }) {
      throw Failure(
        "The run used the column \(TerminalText.quoted(column)) for matching, so it cannot be the "
          + "truth that the run is measured by. Link again with --truth-column.")
    }
  }

  private static func remarks(_ tally: TruthTally, unknownLinks: Int) -> [String] {
    let counts = [
      (unknownLinks, "of the links name a record that the files do not have; left out"),
      (tally.unknownLeft, "of the truth name a left record that the files do not have; left out"),
      (tally.unknownRight, "of the truth name a right record that the files do not have; left out"),
      (tally.unknownSource, "of the truth name neither of the two files; left out"),
      (tally.repeated, "of the truth repeat an earlier one"),
    ]
    return counts.filter { $0.0 > 0 }.map { "\(TerminalText.count($0.0, "row")) \($0.1)." }
  }
}

/// What a corpus knows of the records at hand, and what that says of flags.
private struct JudgedRun {
  /// Nil without a corpus.
  let truth: CorpusTruth?
  /// Nil without a corpus or without flags.
  let flags: FlagsFile?
  let audit: FlagAudit?

  init(
    corpus: String?, flags path: String?, left: RecordIds, right: RecordIds,
    records: (table: RecordTable, mapping: SourceMapping, rows: [Int]), level: Double,
    cleanLinks: (FlagsFile?) throws -> Set<UInt64>? = { _ in nil }
  ) throws {
    guard let corpus else {
      (truth, flags, audit) = (nil, nil, nil)
      return
    }
    let truth = try CorpusTruth(folder: corpus, left: left, right: right)
    let flags = try path.map { try FlagsFile(path: $0, left: left, right: right) }
    self.truth = truth
    self.flags = flags
    let clean = try cleanLinks(flags)
    audit = try flags.map {
      try FlagAudit($0, truth: truth, right: records, cleanLinks: clean, level: level)
    }
  }

  /// The flags beside the truth about their bookings.
  func input(level: Double) -> FlagAuditInput? {
    guard let truth, let flags else { return nil }
    return FlagAuditInput(bookings: truth.bookings, flags: flags.rows.map(\.flag), level: level)
  }
}
