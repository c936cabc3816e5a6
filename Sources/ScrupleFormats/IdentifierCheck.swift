import ScrupleRecords

/// Whether a column may serve as identifier: no cell missing, no value twice.
public struct IdentifierCheck: Sendable, Equatable {
  /// The first row (from 0) whose identifier is missing.
  public private(set) var firstEmptyRow: Int?
  /// How many rows have no identifier.
  public private(set) var emptyCount = 0
  /// The first row whose identifier an earlier row has, with that earlier row.
  public private(set) var firstRepeat: (earlier: Int, later: Int)?
  /// How many rows repeat the identifier of an earlier row.
  public private(set) var repeatCount = 0

  /// Checks a column. Complexity: O(rows) time, four bytes a distinct value.
  public init(_ column: TextColumn) {
    var firstRows = [UInt32](repeating: .max, count: column.dictionary.count)
    for (row, code) in column.codes.enumerated() {
      if code == ValueDictionary.missing {
        emptyCount += 1
        if firstEmptyRow == nil { firstEmptyRow = row }
      } else if firstRows[Int(code)] == .max {
        firstRows[Int(code)] = UInt32(row)
      } else {
        repeatCount += 1
        if firstRepeat == nil { firstRepeat = (Int(firstRows[Int(code)]), row) }
      }
    }
  }

  /// True where every row has an identifier of its own.
  public var isUnique: Bool { emptyCount == 0 && repeatCount == 0 }

  /// Two checks are equal when they found the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.firstEmptyRow == right.firstEmptyRow && left.emptyCount == right.emptyCount
      && left.firstRepeat?.earlier == right.firstRepeat?.earlier
      && left.firstRepeat?.later == right.firstRepeat?.later
      && left.repeatCount == right.repeatCount
  }
}

extension ReadResult {
  /// Throws where a column cannot identify the records, with both lines.
  ///
  /// - Throws: `emptyIdentifier`, then `repeatedIdentifier`.
  public func requireUniqueIdentifiers(in column: TextColumn) throws(FormatError) {
    let check = IdentifierCheck(column)
    let number = table.columns.firstIndex { $0.name == column.name }.map { $0 + 1 }
    var place = FormatPlace(file: table.source, columnNumber: number, column: column.name)
    if let row = check.firstEmptyRow {
      place.line = rowLines.line(ofRow: row)
      throw .emptyIdentifier(at: place, count: check.emptyCount)
    }
    if let rows = check.firstRepeat {
      place.line = rowLines.line(ofRow: rows.later)
      throw .repeatedIdentifier(
        at: place, firstLine: rowLines.line(ofRow: rows.earlier), count: check.repeatCount)
    }
  }
}
