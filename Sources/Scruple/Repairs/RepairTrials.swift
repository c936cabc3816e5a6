import ScrupleAudit
import ScrupleFlagging
import ScrupleNormalization
import ScrupleRecords

/// Repeats a run with one thing put right at a time, and gives the flags of each repetition.
///
/// Everything else stays: specification, model, thresholds, rule of flags, seed. The flags of a run
/// are a function of these and of the two files, so what goes away was due to what was repaired.
public struct RepairTrials: Sendable {
  private let run: RepeatedRun
  private let left: RecordTable
  private let right: RecordTable
  private let truth: CorpusTruth
  private let log: CorruptionLog
  private let trueStatuses: [String]

  /// Prepares trials.
  ///
  /// - Parameters:
  ///   - folder: the corpus whose files the run linked.
  ///   - truth: its truth at the canonical positions of the run.
  /// - Throws: `FormatError`, `RunFileError`.
  public init(
    of run: RepeatedRun, left: RecordTable, right: RecordTable, truth: CorpusTruth,
    log: CorruptionLog, folder: String, rightIds: RecordIds
  ) throws {
    self.run = run
    self.left = left
    self.right = right
    self.truth = truth
    self.log = log
    trueStatuses = try TrueFiles.trueStatuses(folder: folder, right: rightIds)
  }

  /// The flags of the run and of each repetition; nil where the run makes none.
  ///
  /// Sets of two are tried only where single repairs leave a wrong flag.
  ///
  /// - Parameter flagged: the bookings that the run flagged, by position.
  /// - Throws: `RepairError`, and what a linkage throws.
  public func input(flagged: Set<Int32>, level: Double) throws -> RemedyInput? {
    let linked = try run.linked(left: left, right: right)
    guard let facts = try FlagFacts(linked, left: left, right: right) else { return nil }
    guard facts.flagged == flagged else {
      throw RepairError.notRepeatable(flags: flagged.count, repeated: facts.flagged.count)
    }
    try log.requireFit(.bookings, left, rows: linked.prepared.left.rows)
    try log.requireFit(.records, right, rows: linked.prepared.right.rows)
    var input = RemedyInput(bookings: truth.bookings, flagged: flagged, trials: [], level: level)
    var bench = Bench(trials: self, linked: linked, facts: facts)
    for repair in Repair.allCases { input.trials.append(try bench.trial([repair])) }
    guard !input.wrongFlagsLeftBySingleRepairs.isEmpty else { return input }
    for pair in Self.pairs { input.trials.append(try bench.trial(pair)) }
    return input
  }

  /// The sets of two that are tried.
  private static let pairs: [[Repair]] = [
    [.cleanBookings, .cleanRecords], [.cleanBookings, .trueStatuses],
    [.cleanRecords, .trueStatuses],
  ]
}

extension RepairTrials {
  /// The run and what of its repetitions is needed again.
  private struct Bench {
    let trials: RepairTrials
    let linked: LinkedPairs
    let facts: FlagFacts
    /// The facts after repairs of the files; nil where there was nothing to repair.
    private var known: [[Repair]: FlagFacts?] = [:]

    init(trials: RepairTrials, linked: LinkedPairs, facts: FlagFacts) {
      self.trials = trials
      self.linked = linked
      self.facts = facts
    }

    mutating func trial(_ repairs: [Repair]) throws -> RepairTrial {
      if repairs == [.valueFrequencies] { return try withFrequencies() }
      if repairs == [.noAbsence] { return withoutAbsence() }
      let files = repairs.filter { $0 != .trueStatuses }
      let repaired = try self.repaired(files)
      if files == repairs {
        guard let repaired else {
          return RepairTrial(repairs: repairs, standing: .nothingToRepair)
        }
        return RepairTrial(repairs: repairs, flagged: repaired.flagged)
      }
      let after = (repaired ?? facts).withTrueStatuses(trials.truth)
      return RepairTrial(repairs: repairs, flagged: after.flagged)
    }

    private func withFrequencies() throws -> RepairTrial {
      guard trials.run.specification.rules.isEmpty else {
        return RepairTrial(repairs: [.valueFrequencies], standing: .nothingToRepair)
      }
      guard let model = trials.run.modelWithFrequencies else {
        return RepairTrial(repairs: [.valueFrequencies], standing: .alreadyPartOfRun)
      }
      let result = try trials.run.linked(left: trials.left, right: trials.right, model: model)
      var after = facts
      after.links = try RecordLink.links(of: result)
      return RepairTrial(repairs: [.valueFrequencies], flagged: after.flagged)
    }

    private func withoutAbsence() -> RepairTrial {
      guard facts.rule.bases.contains(.absence) else {
        return RepairTrial(repairs: [.noAbsence], standing: .alreadyPartOfRun)
      }
      var after = facts
      after.rule.bases.remove(.absence)
      return RepairTrial(repairs: [.noAbsence], flagged: after.flagged)
    }

    /// The facts after repairs of the files; nil where nothing changes.
    private mutating func repaired(_ repairs: [Repair]) throws -> FlagFacts? {
      if repairs.isEmpty { return facts }
      if let known = known[repairs] { return known }
      let (left, right) = try tables(repairs)
      let result = left == nil && right == nil ? nil : try facts(left, right)
      known[repairs] = .some(result)
      return result
    }

    private func facts(_ left: RecordTable?, _ right: RecordTable?) throws -> FlagFacts? {
      let specification = trials.run.specification
      let changesMatching =
        left.map { $0.differs(from: trials.left, in: specification.left.mapping) } ?? false
        || right.map { $0.differs(from: trials.right, in: specification.right.mapping) } ?? false
      let (one, other) = (left ?? trials.left, right ?? trials.right)
      let result =
        changesMatching
        ? try trials.run.linked(
          left: one, right: other, repeating: linked.prepared.records) : linked
      return try FlagFacts(result, left: one, right: other)
    }

    /// The tables that repairs change; nil for one that stays.
    private func tables(_ repairs: [Repair]) throws -> (left: RecordTable?, right: RecordTable?) {
      let specification = trials.run.specification
      var left: RecordTable?
      var right: RecordTable?
      for repair in repairs {
        switch repair {
        case .cleanBookings:
          let cells = trials.log.cleanCells(.bookings)
          if !cells.isEmpty {
            left = (left ?? trials.left).replacing(cells, rows: linked.prepared.left.rows)
          }
        case .cleanRecords: right = replacing(trials.log.cleanCellsOfRecords(), in: right)
        case .trueFiles:
          let files = TrueFiles(
            truth: trials.truth, log: trials.log, right: right ?? trials.right,
            mapping: specification.right.mapping, rows: linked.prepared.right.rows,
            trueStatuses: trials.trueStatuses)
          right = replacing(files.cells(), in: right)
        case .noAliases:
          left = (left ?? trials.left).withoutOtherNames(specification.left.mapping) ?? left
          right = (right ?? trials.right).withoutOtherNames(specification.right.mapping) ?? right
        case .trueStatuses, .noAbsence, .valueFrequencies: break
        }
      }
      return (left, right)
    }

    private func replacing(_ cells: [CellRepair], in table: RecordTable?) -> RecordTable? {
      if cells.isEmpty { return table }
      return (table ?? trials.right).replacing(cells, rows: linked.prepared.right.rows)
    }
  }
}

extension RecordTable {
  /// Whether a column that is used for matching holds other values.
  fileprivate func differs(from other: RecordTable, in mapping: SourceMapping) -> Bool {
    mapping.columns.contains { mapped in
      guard mapped.role.isUsedForMatching, let mine = column(named: mapped.column),
        let theirs = other.column(named: mapped.column)
      else { return false }
      return zip(mine.codes, theirs.codes).contains { one, two in
        mine.dictionary.bytes(of: one) != theirs.dictionary.bytes(of: two)
      }
    }
  }
}
