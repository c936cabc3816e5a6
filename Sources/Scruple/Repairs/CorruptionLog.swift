import ScrupleFormats
import ScrupleRecords

/// What a corpus says of every cell that holds something else than a careful clerk would have
/// written: `corruption_log.csv` of docs/CORPUS.md.
public struct CorruptionLog: Sendable {
  /// The two files of a corpus.
  enum Side: String, Sendable {
    case bookings
    case records = "immigration_records"
  }

  /// All changes of one cell, as rows of the log in the order in which they were made.
  struct ChangedCell: Sendable {
    let position: Int32
    let column: String
    fileprivate(set) var rows: [Int]
  }

  private let table: TruthTable
  private let bookings: [ChangedCell]
  private let records: [ChangedCell]

  /// Reads the log of a folder; nil where the folder has none.
  ///
  /// - Throws: `FormatError`, `RunFileError`.
  /// - Complexity: O(rows of the log).
  public init?(folder: String, left: RecordIds, right: RecordIds) throws {
    do {
      table = try TruthTable(
        path: folder + "/corruption_log.csv",
        columns: ["table", "row_id", "field", "clean", "dirty", "operator"])
    } catch FormatError.unreadable {
      return nil
    }
    bookings = Self.cells(table, .bookings, left)
    records = Self.cells(table, .records, right)
  }

  private static func cells(_ table: TruthTable, _ side: Side, _ ids: RecordIds) -> [ChangedCell] {
    var cells: [ChangedCell] = []
    var places: [Int32: [String: Int]] = [:]
    for row in 0..<table.rowCount where table.text("table", row) == side.rawValue {
      guard let position = ids.position(of: table.text("row_id", row)) else { continue }
      let column = table.text("field", row)
      if let place = places[position]?[column] {
        cells[place].rows.append(row)
      } else {
        places[position, default: [:]][column] = cells.count
        cells.append(ChangedCell(position: position, column: column, rows: [row]))
      }
    }
    return cells
  }

  func changedCells(_ side: Side) -> [ChangedCell] { side == .bookings ? bookings : records }

  // MARK: - What stands in a cell

  /// The value before any error.
  func clean(_ cell: ChangedCell) -> String { table.text("clean", cell.rows[0]) }

  /// The value that the file holds.
  func dirty(_ cell: ChangedCell) -> String { table.text("dirty", cell.rows[cell.rows.count - 1]) }

  /// Whether a second person's value was put here.
  func isMerged(_ cell: ChangedCell) -> Bool {
    cell.rows.contains { table.text("operator", $0) == "merged_file" }
  }

  /// Whether the cell was written anew to follow others of its row.
  private func follows(_ cell: ChangedCell) -> Bool {
    cell.rows.contains { table.text("operator", $0) == "follows_name_parts" }
  }

  /// The value with all errors after the last mixing of persons undone; nil where that is the value
  /// of the file.
  private func afterMerging(_ cell: ChangedCell) -> String? {
    guard let last = cell.rows.lastIndex(where: { table.text("operator", $0) == "merged_file" })
    else { return clean(cell) }
    return last + 1 == cell.rows.count ? nil : table.text("dirty", cell.rows[last])
  }

  // MARK: - Repairs

  /// The clean values of all changed cells, or of those of some records.
  func cleanCells(_ side: Side, at positions: Set<Int32>? = nil) -> [CellRepair] {
    changedCells(side).filter { positions?.contains($0.position) ?? true }.map {
      CellRepair(position: $0.position, column: $0.column, value: clean($0))
    }
  }

  /// The records' values without errors, while files that mix persons stay mixed.
  func cleanCellsOfRecords() -> [CellRepair] {
    let mixed = recordsWithMixedNames
    return records.compactMap { cell in
      if follows(cell) && mixed.contains(cell.position) { return nil }
      return afterMerging(cell).map {
        CellRepair(position: cell.position, column: cell.column, value: $0)
      }
    }
  }

  /// The own values of the records' persons where a second person's values stand.
  func partedCells() -> [CellRepair] {
    let mixed = recordsWithMixedNames
    return records.filter { isMerged($0) || follows($0) && mixed.contains($0.position) }.map {
      CellRepair(position: $0.position, column: $0.column, value: clean($0))
    }
  }

  private var recordsWithMixedNames: Set<Int32> {
    Set(
      records.filter { $0.column != "birth_date" && $0.column != "a_number" && isMerged($0) }
        .map(\.position))
  }

  /// Refuses a log of other files.
  ///
  /// - Throws: `RepairError.logDoesNotFit`.
  func requireFit(_ side: Side, _ file: RecordTable, rows: [UInt32]) throws(RepairError) {
    let columns = Dictionary(file.columns.map { ($0.name, $0) }) { first, _ in first }
    for cell in changedCells(side) {
      guard let column = columns[cell.column] else { continue }
      let code = column.codes[Int(rows[Int(cell.position)])]
      guard column.dictionary.text(of: code) == dirty(cell) else {
        // The header is line 1; cells of the log hold no line breaks.
        throw .logDoesNotFit(
          file: table.path, line: cell.rows[cell.rows.count - 1] + 2, column: cell.column)
      }
    }
  }
}
