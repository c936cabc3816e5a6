import ScrupleRecords

extension ValueDictionary {
  /// The code of a text, which is added if it is new.
  package mutating func code(of text: String) -> UInt32 {
    Array(text.utf8).withUnsafeBufferPointer { code(of: $0) }
  }

  /// The code of a text, or nil where the dictionary does not hold it.
  package func existingCode(of text: String) -> UInt32? {
    Array(text.utf8).withUnsafeBufferPointer { existingCode(of: $0) }
  }
}

extension TextColumn {
  /// A column of cells, coded in the order of their first appearance.
  package init(_ name: String, _ cells: [String]) {
    var dictionary = ValueDictionary()
    let codes = cells.map { dictionary.code(of: $0) }
    self.init(name: name, dictionary: dictionary, codes: codes)
  }

  /// The text of each row.
  package var cells: [String] { codes.map { dictionary.text(of: $0) } }
}

extension RecordTable {
  /// A table of rows of cells under a header.
  package init(_ header: [String], _ rows: [[String]], source: String = "made-up.csv") {
    self.init(
      source: source,
      columns: header.enumerated().map { position, name in
        TextColumn(name, rows.map { $0[position] })
      },
      rowCount: rows.count)
  }

  /// The rows as cells, in the order of the table.
  package var cellRows: [[String]] {
    let columns = columns.map(\.cells)
    return (0..<rowCount).map { row in columns.map { $0[row] } }
  }

  /// The same columns with other rows, coded afresh.
  package func with(rows: [[String]]) -> RecordTable {
    RecordTable(columns.map(\.name), rows, source: source)
  }
}
