import ScrupleExecution
import ScrupleMadeUpRecords
import ScrupleNormalization
import ScrupleRecords

/// A made-up table with the roles of its columns.
struct MadeUpSource {
  var table: RecordTable
  var mapping: SourceMapping
  /// The row at each canonical position.
  var rows: [Int]

  /// Makes a source from columns: a role, and the cells from top to bottom.
  init(_ columns: [(ColumnRole, [String])], separator: String? = nil, dateOrder: DateOrder? = nil) {
    let names = columns.enumerated().map { "\($1.0.rawValue) \($0)" }
    let rowCount = columns.first?.1.count ?? 0
    table = RecordTable(names, (0..<rowCount).map { row in columns.map { $0.1[row] } })
    mapping = SourceMapping(
      columns: zip(names, columns).map {
        ColumnMapping(column: $0, role: $1.0, separator: separator)
      }, dateOrder: dateOrder)
    rows = Array(0..<rowCount)
  }

  /// The source with its rows in another order, and the same canonical order.
  func permuted(_ order: [Int]) -> MadeUpSource {
    var source = self
    let cells = table.cellRows
    source.table = table.with(rows: order.map { cells[$0] })
    var place = [Int](repeating: 0, count: order.count)
    for (row, old) in order.enumerated() { place[old] = row }
    source.rows = rows.map { place[$0] }
    return source
  }
}

/// The fields and summary of two sources.
func normalized(
  _ left: MadeUpSource, _ right: MadeUpSource, threads: Int = 1
) throws -> (records: NormalizedRecords, summary: NormalizationSummary) {
  func columns(_ source: MadeUpSource) -> SourceColumns {
    SourceColumns(table: source.table, mapping: source.mapping, rows: source.rows.map(UInt32.init))
  }
  return try NormalizedRecords.normalizing(
    left: columns(left), right: columns(right), parallelism: Parallelism(threadCount: threads))
}

extension NormalizedRecords {
  /// The first value of each left record of a field.
  func left(_ name: String) -> [String]? { field(name)?.leftTexts.map { $0.first ?? "" } }

  /// The first value of each right record of a field.
  func right(_ name: String) -> [String]? { field(name)?.rightTexts.map { $0.first ?? "" } }
}

extension FieldSummary {
  /// Records counted, whatever became of them.
  var recordCount: Int { usable + missing + placeholder + invalid + neverIssued }
}
