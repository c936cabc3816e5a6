import ScrupleRecords

/// The ids of one file's records, to find a record by its id.
///
/// Positions are canonical for a prepared linkage, rows for a bare table. Ids are compared as bytes,
/// in the dictionary that reading the file has made.
public struct RecordIds: Sendable {
  /// How many records there are.
  public let count: Int
  /// The ids with codes; nil where ids are row numbers.
  private let dictionary: ValueDictionary?
  /// The position of each code's record; -1 where no record has it.
  private let positions: [Int32]

  /// The ids of the left records, at their canonical positions.
  public init(left prepared: PreparedLinkage) {
    self.init(count: prepared.left.rows.count, prepared.left.idColumn) {
      prepared.left.rows[$0]
    }
  }

  /// The ids of the right records, at their canonical positions.
  public init(right prepared: PreparedLinkage) {
    self.init(count: prepared.right.rows.count, prepared.right.idColumn) {
      prepared.right.rows[$0]
    }
  }

  /// The ids of a table's rows; nil numbers the rows from 1.
  public init(table: RecordTable, column: TextColumn?) {
    self.init(count: table.rowCount, column) { UInt32($0) }
  }

  private init(count: Int, _ column: TextColumn?, row: (Int) -> UInt32) {
    self.count = count
    dictionary = column?.dictionary
    var positions = [Int32](repeating: -1, count: column?.dictionary.count ?? 0)
    if let column {
      for position in 0..<count {
        positions[Int(column.codes[Int(row(position))])] = Int32(position)
      }
    }
    self.positions = positions
  }

  /// The position of a record, or nil where no record has the id.
  public func position(of id: String) -> Int32? {
    guard dictionary == nil else {
      var id = id
      return id.withUTF8 { position(ofBytes: $0) }
    }
    // Row numbers are written with leading zeros and may be asked for without.
    guard let number = Int(id), number >= 1, number <= count else { return nil }
    return Int32(number - 1)
  }

  /// The position of the record that each value of a column names, by its code; -1 for none.
  ///
  /// - Complexity: O(values of the column).
  func positions(in column: TextColumn) -> [Int32] {
    (0..<UInt32(column.dictionary.count)).map { code in
      guard dictionary == nil else {
        return column.dictionary.withBytes(of: code) { position(ofBytes: $0) } ?? -1
      }
      return position(of: column.dictionary.text(of: code)) ?? -1
    }
  }

  private func position(ofBytes id: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard let code = dictionary?.existingCode(of: id), positions[Int(code)] >= 0 else { return nil }
    return positions[Int(code)]
  }
}
