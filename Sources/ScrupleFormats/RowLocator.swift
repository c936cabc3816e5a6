/// On which physical line each row of a table begins.
///
/// Most files have one row a line, so only the rows where the distance between
/// row and line changes are kept: after a line break in a cell, a blank line or
/// a rejected row. Nothing is read twice, so standard input has lines too.
public struct RowLocator: Sendable, Equatable {
  private var rows: [UInt32] = []
  private var offsets: [Int] = []

  /// Creates a locator that knows no row.
  public init() {}

  /// Notes that a row, greater than all before, begins on a line (from 1).
  package mutating func note(row: Int, line: Int) {
    let offset = line - row
    if offsets.last == offset { return }
    rows.append(UInt32(row))
    offsets.append(offset)
  }

  /// The line (from 1) on which a row (from 0) begins.
  ///
  /// - Complexity: O(log k) for k changes of distance.
  public func line(ofRow row: Int) -> Int {
    precondition(
      row >= 0 && !rows.isEmpty && row >= Int(rows[0]), "row \(row) was not read from this file")
    var low = 0
    var high = rows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(rows[middle]) <= row { low = middle } else { high = middle }
    }
    return row + offsets[low]
  }
}
