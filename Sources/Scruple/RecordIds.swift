import ScrupleRecords

/// The ids of one file's records, to find a record by its id.
///
/// Positions are canonical for a prepared linkage, rows for a bare table.
public struct RecordIds: Sendable {
  /// How many records there are.
  public let count: Int
  private let positions: [String: Int32]
  private let areRowNumbers: Bool

  /// The ids of the left records, at their canonical positions.
  public init(left prepared: PreparedLinkage) {
    self.init(
      count: prepared.records.leftCount,
      areRowNumbers: prepared.specification.left.idColumn == nil, id: prepared.leftId)
  }

  /// The ids of the right records, at their canonical positions.
  public init(right prepared: PreparedLinkage) {
    self.init(
      count: prepared.records.rightCount,
      areRowNumbers: prepared.specification.right.idColumn == nil, id: prepared.rightId)
  }

  /// The ids of a table's rows; nil numbers the rows from 1.
  public init(table: RecordTable, column: TextColumn?) {
    self.init(count: table.rowCount, areRowNumbers: column == nil) { row in
      column.map { $0.dictionary.text(of: $0.codes[row]) } ?? ""
    }
  }

  private init(count: Int, areRowNumbers: Bool, id: (Int) -> String) {
    self.count = count
    self.areRowNumbers = areRowNumbers
    var positions: [String: Int32] = [:]
    if !areRowNumbers {
      positions.reserveCapacity(count)
      for position in 0..<count { positions[id(position)] = Int32(position) }
    }
    self.positions = positions
  }

  /// The position of a record, or nil where no record has the id.
  public func position(of id: String) -> Int32? {
    guard areRowNumbers else { return positions[id] }
    // Row numbers are written with leading zeros and may be asked for without.
    guard let number = Int(id), number >= 1, number <= count else { return nil }
    return Int32(number - 1)
  }
}
