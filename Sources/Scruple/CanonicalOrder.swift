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

  /// Rows by id, bytewise.
  private static func sortedRows(_ column: TextColumn) -> [UInt32] {
    if column.dictionary.isAscending {
      // Ids are different, so that their codes number them in order, from 1.
      var rows = [UInt32](repeating: 0, count: column.codes.count)
      for (row, code) in column.codes.enumerated() { rows[Int(code) - 1] = UInt32(row) }
      return rows
    }
    return column.dictionary.withAllBytes { arena, offsets in
      func id(_ row: UInt32) -> Slice<UnsafeBufferPointer<UInt8>> {
        let code = Int(column.codes[Int(row)])
        return arena[offsets[code]..<offsets[code + 1]]
      }
      var entries = IdEntry.all(column.codes.count, id)
      IdEntry.radixSort(&entries)
      // Ids that are the same as far as they were looked at.
      var start = 0
      while start < entries.count {
        var end = start + 1
        while end < entries.count && entries[end].bytes == entries[start].bytes { end += 1 }
        if end - start > 1 {
          entries[start..<end].sort { id($0.row).lexicographicallyPrecedes(id($1.row)) }
        }
        start = end
      }
      return entries.map(\.row)
    }
  }
}

/// A row with the first eight bytes of its id that not all ids share, as one number.
///
/// Ids of one file mostly begin alike (`SYN-L0000001`), so that their first bytes say nothing.
private struct IdEntry {
  let bytes: UInt64
  let row: UInt32

  static func all(
    _ count: Int, _ id: (UInt32) -> Slice<UnsafeBufferPointer<UInt8>>
  ) -> [IdEntry] {
    guard count > 0 else { return [] }
    let first = id(0)
    var shared = first.count
    for row in 1..<UInt32(count) {
      let other = id(row)
      shared = min(shared, other.count)
      var same = 0
      while same < shared && first[first.startIndex + same] == other[other.startIndex + same] {
        same += 1
      }
      shared = same
    }
    return (0..<UInt32(count)).map { row in
      let rest = id(row).dropFirst(shared).prefix(8)
      let bytes = rest.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return IdEntry(bytes: rest.isEmpty ? 0 : bytes << UInt64(8 * (8 - rest.count)), row: row)
    }
  }

  /// Sorts by bytes, rows with the same ones in their order.
  static func radixSort(_ entries: inout [IdEntry]) {
    let different = entries.reduce(UInt64(0)) { $0 | ($1.bytes ^ entries[0].bytes) }
    for shift in stride(from: UInt64(0), to: 64, by: 8) where different >> shift & 0xFF != 0 {
      entries = CountingSort.sorted(entries, bucketCount: 256) { Int($0.bytes >> shift & 0xFF) }
    }
  }
}
