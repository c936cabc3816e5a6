import ScrupleFormats

/// Rows of one table as bytes, with the key that each is sorted by.
///
/// **Shape**: in the order in which they were made; keys are unique in a table.
struct RowBytes: Sendable {
  private var writer = DelimitedWriter()
  private(set) var keys: [UInt64] = []
  /// The end of each row in the bytes; it begins where the one before ends.
  private(set) var ends: [UInt32] = []

  /// The bytes of a sealed table.
  private(set) var bytes: [UInt8] = []
  var count: Int { keys.count }

  /// Adds a row.
  mutating func append(key: UInt64, _ cells: [String]) {
    for cell in cells { writer.append(cell) }
    endRow(key: key)
  }

  /// Adds a cell to a row that `endRow` will end.
  mutating func append(_ cell: String) { writer.append(cell) }

  /// Ends the table: no row comes behind, and no room is kept for one.
  mutating func seal() {
    bytes = writer.bytes.withUnsafeBufferPointer { Array($0) }
    writer = DelimitedWriter()
  }

  mutating func endRow(key: UInt64) {
    writer.endRow()
    keys.append(key)
    ends.append(UInt32(writer.bytes.count))
  }
}
