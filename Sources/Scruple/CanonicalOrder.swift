import ScrupleNormalization
import ScrupleRecords

/// The records of one source in ascending order of their ids.
///
/// Everything after reading works in this order, so that neither the order of
/// rows in a file nor the number of threads can change a result.
struct CanonicalOrder: Sendable {
  /// The row of the table for each canonical position.
  let rows: [UInt32]
  /// The column of ids; nil where ids are row numbers.
  let idColumn: TextColumn?
  /// Digits of the largest row number, where ids are row numbers.
  private let rowNumberWidth: Int

  /// Orders a table by its id column, or by row number without one.
  ///
  /// - Throws: `LinkageError` where an id is empty or stands twice.
  init(table: RecordTable, idColumn name: String?) throws {
    rowNumberWidth = String(table.rowCount).count
    guard let name else {
      idColumn = nil
      rows = (0..<UInt32(table.rowCount)).map { $0 }
      return
    }
    guard let column = table.column(named: name) else {
      throw LinkageError.missingColumn(name, source: table.source, known: table.columns.map(\.name))
    }
    try Self.requireUniqueIds(column, source: table.source)
    idColumn = column
    rows = Self.sortedRows(column)
  }

  /// The id of the record at a canonical position.
  func id(at position: Int) -> String {
    guard let idColumn else {
      let number = String(rows[position] + 1)
      return String(repeating: "0", count: rowNumberWidth - number.count) + number
    }
    return idColumn.dictionary.text(of: idColumn.codes[Int(rows[position])])
  }

  private static func requireUniqueIds(_ column: TextColumn, source: String) throws {
    var firstRow = [UInt32](repeating: .max, count: column.dictionary.count)
    for (row, code) in column.codes.enumerated() {
      if code == ValueDictionary.missing {
        throw LinkageError.emptyId(source: source, column: column.name, row: row)
      }
      if firstRow[Int(code)] != .max {
        throw LinkageError.duplicateId(
          source: source, column: column.name, firstRow: Int(firstRow[Int(code)]), row: row)
      }
      firstRow[Int(code)] = UInt32(row)
    }
  }

  /// Rows by id, bytewise: the first eight bytes as one number, then the rest.
  private static func sortedRows(_ column: TextColumn) -> [UInt32] {
    if column.dictionary.isAscending {
      // Ids are different, so that their codes number them in order, from 1.
      var rows = [UInt32](repeating: 0, count: column.codes.count)
      for (row, code) in column.codes.enumerated() { rows[Int(code) - 1] = UInt32(row) }
      return rows
    }
    return column.dictionary.withAllBytes { arena, offsets in
      var keyed: [(prefix: UInt64, row: UInt32)] = []
      keyed.reserveCapacity(column.codes.count)
      for (row, code) in column.codes.enumerated() {
        var prefix: UInt64 = 0
        let start = offsets[Int(code)]
        let end = min(offsets[Int(code) + 1], start + 8)
        for index in start..<end { prefix = prefix << 8 | UInt64(arena[index]) }
        prefix <<= UInt64(8 * (8 - (end - start)))
        keyed.append((prefix, UInt32(row)))
      }
      keyed.sort { one, other in
        if one.prefix != other.prefix { return one.prefix < other.prefix }
        let mine = Int(column.codes[Int(one.row)])
        let theirs = Int(column.codes[Int(other.row)])
        return arena[offsets[mine]..<offsets[mine + 1]]
          .lexicographicallyPrecedes(arena[offsets[theirs]..<offsets[theirs + 1]])
      }
      return keyed.map(\.row)
    }
  }
}
