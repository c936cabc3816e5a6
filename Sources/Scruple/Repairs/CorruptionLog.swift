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
    /// The first and the last row; those between follow by `CorruptionLog.next`.
    fileprivate let first: Int32
    fileprivate var last: Int32
  }

  private let table: TruthTable
  private let bookings: [ChangedCell]
  private let records: [ChangedCell]
  /// For each row of the log the next of the same cell; 0 after the last.
  private let next: [Int32]

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
    var next = [Int32](repeating: 0, count: table.rowCount)
    bookings = Self.cells(table, .bookings, left, &next)
    records = Self.cells(table, .records, right, &next)
    self.next = next
  }

  private static func cells(
    _ table: TruthTable, _ side: Side, _ ids: RecordIds, _ next: inout [Int32]
  ) -> [ChangedCell] {
    var cells: [ChangedCell] = []
    guard let fields = table.column("field") else { return cells }
    let positions = table.positions("row_id", ids)
    let isOwn = table.cells("table") { $0 == side.rawValue }
    let names = table.cells("field") { $0 }
    var places: [UInt64: Int32] = [:]
    for row in 0..<table.rowCount where isOwn[row] {
      guard let position = positions[row] else { continue }
      let key = UInt64(UInt32(position)) << 32 | UInt64(fields.codes[row])
      if let place = places[key] {
        next[Int(cells[Int(place)].last)] = Int32(row)
        cells[Int(place)].last = Int32(row)
      } else {
        places[key] = Int32(cells.count)
        cells.append(
          ChangedCell(
            position: position, column: names[row], first: Int32(row), last: Int32(row)))
      }
    }
    return cells
  }

  /// The rows of the log about a cell.
  private func rows(of cell: ChangedCell) -> [Int] {
    var rows = [Int(cell.first)]
    while rows[rows.count - 1] != Int(cell.last) { rows.append(Int(next[rows[rows.count - 1]])) }
    return rows
  }

  func changedCells(_ side: Side) -> [ChangedCell] { side == .bookings ? bookings : records }

  // MARK: - What stands in a cell

  /// The value before any error.
  func clean(_ cell: ChangedCell) -> String { table.text("clean", Int(cell.first)) }

  /// The value that the file holds.
  func dirty(_ cell: ChangedCell) -> String { table.text("dirty", Int(cell.last)) }

  /// Whether a second person's value was put here.
  func isMerged(_ cell: ChangedCell) -> Bool {
    rows(of: cell).contains { table.text("operator", $0) == "merged_file" }
  }

  /// Whether the cell was written anew to follow others of its row.
  private func follows(_ cell: ChangedCell) -> Bool {
    rows(of: cell).contains { table.text("operator", $0) == "follows_name_parts" }
  }

  /// The value with all errors after the last mixing of persons undone; nil where that is the value
  /// of the file.
  private func afterMerging(_ cell: ChangedCell) -> String? {
    guard let last = rows(of: cell).last(where: { table.text("operator", $0) == "merged_file" })
    else { return clean(cell) }
    return last == Int(cell.last) ? nil : table.text("dirty", last)
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
    guard let dirty = table.column("dirty") else { return }
    for cell in changedCells(side) {
      guard let column = columns[cell.column] else { continue }
      let code = column.codes[Int(rows[Int(cell.position)])]
      // Bytes are compared where they are: a log has millions of rows.
      let isSame = column.dictionary.withBytes(of: code) { own in
        dirty.dictionary.withBytes(of: dirty.codes[Int(cell.last)]) { own.elementsEqual($0) }
      }
      guard isSame else {
        // The header is line 1; cells of the log hold no line breaks.
        throw .logDoesNotFit(file: table.path, line: Int(cell.last) + 2, column: cell.column)
      }
    }
  }
}
