/// Writes rows of cells as delimited text (RFC 4180).
///
/// A cell is quoted only where it must be: where it holds the delimiter, a
/// quote or a line break, or begins or ends with a blank; a row of one empty
/// cell is written `""`, since a blank line is no row. What is written reads
/// back as it was, but for zero bytes, which no reader accepts.
///
/// With `isSpreadsheetSafe`, a cell that a spreadsheet would run as a formula
/// (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an
/// apostrophe in front; this cannot be undone exactly.
public struct DelimitedWriter: Sendable {
  /// The byte between two cells.
  public let delimiter: Delimiter
  /// True where cells are kept from being formulas.
  public let isSpreadsheetSafe: Bool
  /// What was written; take it out with `removeAll`.
  public private(set) var bytes: [UInt8] = []
  private var cellsInRow = 0
  private var rowStart = 0

  /// Creates a writer with an empty buffer.
  public init(delimiter: Delimiter = .comma, isSpreadsheetSafe: Bool = false) {
    self.delimiter = delimiter
    self.isSpreadsheetSafe = isSpreadsheetSafe
  }

  /// Adds a cell to the row.
  public mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    if cellsInRow > 0 { bytes.append(delimiter.rawValue) }
    cellsInRow += 1
    let isFormula = isSpreadsheetSafe && Self.looksLikeFormula(cell)
    guard mustQuote(cell) else {
      if isFormula { bytes.append(0x27) }
      bytes.append(contentsOf: cell)
      return
    }
    bytes.append(0x22)
    if isFormula { bytes.append(0x27) }
    for byte in cell {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Adds a cell to the row.
  public mutating func append(_ cell: String) {
    if cell.isEmpty {
      if cellsInRow > 0 { bytes.append(delimiter.rawValue) }
      cellsInRow += 1
      return
    }
    var text = cell
    text.withUTF8 { append($0) }
  }

  /// Adds a cell to the row.
  public mutating func append(_ cell: [UInt8]) {
    cell.withUnsafeBufferPointer { append($0) }
  }

  /// Adds cells that another writer of the same kind has written side by side.
  ///
  /// For rows that often end alike: their cells are looked at once.
  ///
  /// - Parameters:
  ///   - cells: what that writer holds after `count` calls of `append`.
  ///   - count: at least 1.
  public mutating func append(written cells: [UInt8], count: Int) {
    precondition(count > 0, "\(count) cells are written, but need 1")
    if cellsInRow > 0 { bytes.append(delimiter.rawValue) }
    cellsInRow += count
    bytes.append(contentsOf: cells)
  }

  /// Ends the row with a line feed; a row has at least one cell.
  public mutating func endRow() {
    precondition(cellsInRow > 0, "a row has \(cellsInRow) cells, but needs 1")
    if cellsInRow == 1, bytes.count == rowStart { bytes.append(contentsOf: [0x22, 0x22]) }
    bytes.append(0x0A)
    cellsInRow = 0
    rowStart = bytes.count
  }

  /// Writes a whole row.
  public mutating func row(_ cells: [String]) {
    for cell in cells { append(cell) }
    endRow()
  }

  /// Empties the buffer between two rows, for a caller who has taken it.
  public mutating func removeAll() {
    precondition(cellsInRow == 0, "a row of \(cellsInRow) cells is not ended")
    bytes.removeAll(keepingCapacity: true)
    rowStart = 0
  }

  private func mustQuote(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first, let last = cell.last else { return false }
    if Self.isBlank(first) || Self.isBlank(last) { return true }
    // A text that begins with a byte order mark would lose it.
    if bytes.isEmpty, cell.starts(with: [0xEF, 0xBB, 0xBF]) { return true }
    return cell.contains {
      $0 == delimiter.rawValue || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func looksLikeFormula(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    switch cell.first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }
}
