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
    input = AuditInput(
      links: links.links, truth: truth.truth, candidatePairs: folder.manifest.counts.candidatePairs,
      truePairsAmongCandidates: prepared.truePairsAmongCandidates(truth.truth),
      patterns: links.patterns, level: command.level)
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
    let tables = try [left, right].map { try RecordReader.read(path: $0) }
    let columns = try tables.map { try Self.idColumn($0, command.idColumn) }
    let ids = zip(tables, columns).map { RecordIds(table: $0.table, column: $1) }
    let threshold: LinksFile.Threshold? = command.threshold.map {
      switch $0 {
      case .probability(let value): .probability(value)
      case .bits(let bits): .bits(bits)
      }
    }
    let list = try LinksFile(path: links, left: ids[0], right: ids[1], threshold: threshold)
    let truth: LoadedTruth
    if let path = truthPath {
      truth = try TruthFile.load(
        path: path, left: ids[0], right: ids[1], leftPath: left, rightPath: right)
    } else {
      truth = try TruthFile.load(
        column: command.truthColumn ?? "", left: tables[0].table,
        leftRows: Array(0..<tables[0].table.rowCount), right: tables[1].table,
        rightRows: Array(0..<tables[1].table.rowCount))
    }
    input = AuditInput(links: list.links, truth: truth.truth, level: command.level)
    var remarks: [String] = []
    for (read, column) in zip(tables, columns) {
      let name = column.map { "column \(TerminalText.quoted($0.name))" } ?? "row numbers, from 1"
      remarks.append("Ids of \(TerminalText.quoted(read.table.source)): \(name).")
    }
    let right = tables[1].table
    let judged = try JudgedRun(
      corpus: command.corpus, flags: command.flags, left: ids[0], right: ids[1],
      records: (right, SchemaInference.infer(right).mapping, Array(0..<right.rowCount)),
      level: command.level)
    flags = judged.audit
    (losses, judgedFlags, remedies) = (nil, nil, nil)
    groups = SubgroupInput(
      dimensions: try AuditGroups.true(judged.truth, command.corpus)
        + AuditGroups.recorded(
          command.subgroup, tables[0], rows: Array(0..<tables[0].table.rowCount))
        + AuditGroups.strata(
          tables[0].table, SchemaInference.infer(tables[0].table).mapping,
          rows: Array(0..<tables[0].table.rowCount)),
      bookings: judged.truth?.bookings, flags: judged.flags?.rows.map(\.flag))
    let leftIds = columns[0]
    context = AuditContext(
      leftRows: Array(0..<tables[0].table.rowCount), rightRows: Array(0..<right.rowCount),
      corpus: judged.truth, run: nil, prepared: nil,
      leftId: { row in
        leftIds.map { $0.dictionary.text(of: $0.codes[row]) } ?? String(row + 1)
      })
    self.remarks =
      remarks + Self.remarks(truth.tally, unknownLinks: list.unknownRows) + Self.remarks(flags)
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

  private static func idColumn(_ read: ReadResult, _ name: String?) throws -> TextColumn? {
    guard let name else {
      let found = SchemaInference.infer(read.table).idColumn
      return found.flatMap { read.table.column(named: $0) }
    }
    let known = read.table.columns.map(\.name)
    guard let column = read.table.column(named: name) else {
      throw LinkageError.missingColumn(name, source: read.table.source, known: known)
    }
    try read.requireUniqueIdentifiers(in: column)
    return column
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
