import ScrupleRecords

/// One side of a linkage, ready to be normalized: a table, what its columns
/// mean, and the canonical order of its rows.
public struct SourceColumns: Sendable {
  public let table: RecordTable
  public let mapping: SourceMapping
  /// The table's row at each canonical position.
  public let rows: [UInt32]

  public init(table: RecordTable, mapping: SourceMapping, rows: [UInt32]) {
    precondition(
      rows.count == table.rowCount, "\(rows.count) positions for \(table.rowCount) rows")
    self.table = table
    self.mapping = mapping
    self.rows = rows
  }

  /// The columns with a role that the table has, with their mappings.
  func columns(_ role: ColumnRole) -> [MappedColumn] {
    mapping.columns(with: role).compactMap { mapping in
      table.column(named: mapping.column).map { MappedColumn(column: $0, mapping: mapping) }
    }
  }
}

/// A column with its mapping.
struct MappedColumn: Sendable {
  let column: TextColumn
  let mapping: ColumnMapping

  /// The byte that divides several values in a cell, if one is declared.
  var separator: UInt8? { mapping.separator?.utf8.first }
}
