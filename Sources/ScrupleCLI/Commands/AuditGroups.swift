import Scruple
import ScrupleAudit
import ScrupleFormats
import ScrupleNormalization
import ScrupleRecords

/// The groups that an audit is asked for.
enum AuditGroups {
  /// Those that a corpus knows; none without one.
  static func `true`(_ truth: CorpusTruth?, _ folder: String?) throws -> [SubgroupDimension] {
    guard let truth, let folder else { return [] }
    return try truth.groups(folder: folder)
  }

  /// Those of columns of the left file.
  ///
  /// - Throws: `LinkageError.missingColumn`, or `Failure` where a column names people, not groups.
  static func recorded(
    _ names: [String], _ left: ReadResult, rows: [Int]
  ) throws -> [SubgroupDimension] {
    try names.map { name in
      guard let column = left.table.column(named: name) else {
        throw LinkageError.missingColumn(
          name, source: left.table.source, known: left.table.columns.map(\.name))
      }
      guard let dimension = RecordStrata.recorded(column, rows: rows) else {
        throw Failure(
          "The column \(TerminalText.quoted(name)) of \(TerminalText.quoted(left.table.source)) has "
            + "more than 40 values: too many to compare as groups. Name a column of groups.")
      }
      return dimension
    }
  }

  /// Those that follow from how a name is written and from who wrote the record.
  static func strata(
    _ table: RecordTable, _ mapping: SourceMapping, rows: [Int]
  ) -> [SubgroupDimension] {
    [
      RecordStrata.script(table, mapping: mapping, rows: rows),
      RecordStrata.source(table, rows: rows),
    ].compactMap(\.self)
  }
}
