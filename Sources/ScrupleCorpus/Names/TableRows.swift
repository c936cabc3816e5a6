/// The lines of an embedded table, cut into cells.
///
/// Works on bytes: the tables are read once per run and must not cost a
/// noticeable part of it.
struct TableRows {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Calls a function with the cells of each line; the first `skipped` lines,
  /// empty lines and lines that begin with `#` are left out.
  func read(skipping skipped: Int = 1, _ body: (ArraySlice<[UInt8].SubSequence>) -> Void) {
    for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst(skipped)
    where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      body(cells[...])
    }
  }

  static func text(_ cell: ArraySlice<UInt8>) -> String { String(decoding: cell, as: UTF8.self) }

  static func number(_ cell: ArraySlice<UInt8>) -> Double { Double(text(cell)) ?? 0 }

  /// The words of a cell; `+` in a word stands for a blank.
  static func words(_ cell: ArraySlice<UInt8>) -> [String] {
    cell.split(separator: UInt8(ascii: " ")).map { word in
      text(ArraySlice(word.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }))
    }
  }
}
