/// A row while it is made: the cells a careful clerk would write, then each
/// change of a cell with the operator that made it.
///
/// From the moment `finishClean` is called, cells change only through `change`,
/// so that no dirty cell lacks its log entry.
package struct RowDraft: Sendable {
  /// The cells as they are now, in the order of the columns.
  package private(set) var cells: [String]
  /// The changes, in the order in which they were made.
  package private(set) var changes: [CellChange] = []
  private var clean: [String] = []

  /// Creates a row of empty cells.
  package init(columnCount: Int) {
    cells = [String](repeating: "", count: columnCount)
  }

  /// Empties the row for the next use.
  package mutating func reset() {
    for index in cells.indices where !cells[index].isEmpty { cells[index] = "" }
    changes.removeAll(keepingCapacity: true)
    clean.removeAll(keepingCapacity: true)
  }

  /// The value of a cell.
  package subscript<Column: TableColumn>(_ column: Column) -> String {
    cells[column.rawValue]
  }

  /// Writes a cell of the clean row of a booking.
  package mutating func writeBooking(_ value: String, _ column: BookingColumn) {
    write(value, place: column.rawValue)
  }

  /// Writes a cell of the clean row of an immigration record.
  package mutating func writeRecord(_ value: String, _ column: RecordColumn) {
    write(value, place: column.rawValue)
  }

  private mutating func write(_ value: String, place: Int) {
    precondition(clean.isEmpty, "a clean cell is written after \(changes.count) changes")
    cells[place] = value
  }

  /// Ends the clean row.
  package mutating func finishClean() { clean = cells }

  /// Changes a cell and logs it; a change to the same value is none.
  package mutating func change<Column: TableColumn>(
    _ column: Column, to value: String, by operatorName: String
  ) {
    change(place: column.rawValue, to: value, by: operatorName)
  }

  /// Changes the cell at a place and logs it.
  package mutating func change(place: Int, to value: String, by operatorName: String) {
    precondition(!clean.isEmpty, "a cell of \(cells.count) changes before the clean row ends")
    guard cells[place] != value else { return }
    changes.append(
      CellChange(place: place, clean: cells[place], dirty: value, operatorName: operatorName))
    cells[place] = value
  }

  /// Drops the log of cells that came back to their clean value.
  package mutating func settle() {
    guard changes.count > 1 else { return }
    let (cells, clean) = (cells, clean)
    changes.removeAll { cells[$0.place] == clean[$0.place] }
  }

  /// True when the dirty cells and the changes give back the clean row exactly.
  package var isAccountedFor: Bool {
    RowDraft.cleanCells(of: cells, undoing: changes) == clean
  }

  /// The clean row, from a dirty one and its changes.
  package static func cleanCells(of cells: [String], undoing changes: [CellChange]) -> [String]? {
    var cells = cells
    for change in changes.reversed() {
      guard cells[change.place] == change.dirty else { return nil }
      cells[change.place] = change.clean
    }
    return cells
  }
}

/// One change of one cell.
package struct CellChange: Sendable {
  /// The place of the column.
  package let place: Int
  package let clean: String
  package let dirty: String
  package let operatorName: String
}
