import ScrupleFormats
import ScrupleNormalization
import ScrupleRecords

/// One table of a corpus' truth, with the columns that are asked for.
struct TruthTable {
  let path: String
  private let table: RecordTable
  private let columns: [String: TextColumn]

  var rowCount: Int { table.rowCount }

  /// Reads a table.
  ///
  /// - Throws: `FormatError`, or `RunFileError.missingColumn` for a column that is not there.
  init(path: String, columns names: [String], optional: [String] = []) throws {
    table = try RecordReader.read(path: path).table
    var columns: [String: TextColumn] = [:]
    for name in optional { columns[name] = table.column(named: name) }
    for name in names {
      guard let column = table.column(named: name) else {
        throw RunFileError.missingColumn(
          anyOf: [name], file: path, known: table.columns.map(\.name))
      }
      columns[name] = column
    }
    self.path = path
    self.columns = columns
  }

  /// Whether the table has a column among those asked for.
  func has(_ name: String) -> Bool { columns[name] != nil }

  /// The error of a column that is not there.
  func missing(_ name: String) -> RunFileError {
    .missingColumn(anyOf: [name], file: path, known: table.columns.map(\.name))
  }

  /// A cell's text; empty where it is missing.
  func text(_ name: String, _ row: Int) -> String {
    columns[name].map { $0.dictionary.text(of: $0.codes[row]) } ?? ""
  }

  /// A cell that must be one of the words of an enumeration.
  func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ row: Int
  ) throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text(name, row)) else {
      throw fault(name, row, "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  /// A day as `YYYY-MM-DD`, counted from 1970-01-01; nil where the cell is empty.
  func day(_ name: String, _ row: Int) throws -> Int32? {
    let text = text(name, row)
    if text.isEmpty { return nil }
    guard let day = DayNumber.number(of: text.utf8) else {
      throw fault(name, row, "a date as YYYY-MM-DD")
    }
    return day
  }

  func fault(_ name: String, _ row: Int, _ expected: String) -> RunFileError {
    // The header is line 1; cells of the truth hold no line breaks.
    .unreadableCell(file: path, line: row + 2, column: name, expected: expected)
  }
}

/// Days counted from 1970-01-01, from dates as the truth writes them.
enum DayNumber {
  /// The day of `YYYY-MM-DD`; nil for anything else, and for a day that no calendar has.
  static func number(of text: some Collection<UInt8>) -> Int32? {
    let bytes = Array(text)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)?.dayNumber.map(Int32.init)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0) { sum, byte in
      guard let sum, byte >= 48, byte <= 57 else { return nil }
      return sum * 10 + Int(byte - 48)
    }
  }
}
