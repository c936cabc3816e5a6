import ScrupleRecords

/// One cell of a file and what is to be put there.
struct CellRepair: Sendable {
  /// The canonical position of the record.
  let position: Int32
  let column: String
  let value: String
}

extension RecordTable {
  /// The table with other values in some cells, as if it had been read so.
  ///
  /// Columns that the table does not have are passed over.
  ///
  /// - Parameter rows: the table's row of each canonical position.
  /// - Complexity: O(rows of the columns that change).
  func replacing(_ cells: [CellRepair], rows: [UInt32]) -> RecordTable {
    let byColumn = Dictionary(grouping: cells, by: \.column)
    return RecordTable(
      source: source,
      columns: columns.map { column in
        byColumn[column.name].map { column.replacing($0, rows: rows) } ?? column
      }, rowCount: rowCount)
  }
}

extension TextColumn {
  fileprivate func replacing(_ cells: [CellRepair], rows: [UInt32]) -> TextColumn {
    var values: [Int: String] = [:]
    for cell in cells { values[Int(rows[Int(cell.position)])] = cell.value }
    return rewritten { row, code in values[row].map { Array($0.utf8) } }
  }

  /// The column with other values in some rows. Its dictionary is made anew, so that it holds no
  /// value that stands in no row.
  ///
  /// - Parameter value: gives the bytes of a row, or nil for those that it has.
  func rewritten(_ value: (Int, UInt32) -> [UInt8]?) -> TextColumn {
    var fresh = ValueDictionary(expectedCount: dictionary.count)
    var known = [UInt32](repeating: .max, count: dictionary.count)
    let codes = self.codes.enumerated().map { row, code -> UInt32 in
      if let bytes = value(row, code) {
        return bytes.withUnsafeBufferPointer { fresh.code(of: $0) }
      }
      if known[Int(code)] == .max {
        known[Int(code)] = dictionary.withBytes(of: code) { fresh.code(of: $0) }
      }
      return known[Int(code)]
    }
    return TextColumn(name: name, dictionary: fresh, codes: codes)
  }
}
