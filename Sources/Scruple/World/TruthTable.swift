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

  /// A column among those asked for; nil where the table has none of that name.
  func column(_ name: String) -> TextColumn? { columns[name] }

  /// What the cells of a column mean, worked out once for each distinct text; the text of a column
  /// that is not there is empty.
  func cells<Value>(_ name: String, _ meaning: (String) throws -> Value) rethrows -> Cells<Value> {
    guard let column = columns[name] else {
      return Cells(codes: nil, values: [try meaning("")])
    }
    return Cells(
      codes: column.codes,
      values: try (0..<UInt32(column.dictionary.count)).map {
        try meaning(column.dictionary.text(of: $0))
      })
  }

  /// The words of a column; nil for a text that is none.
  func words<Word: RawRepresentable>(
    _ name: String, as: Word.Type = Word.self
  ) -> Cells<Word?> where Word.RawValue == String {
    cells(name) { Word(rawValue: $0) }
  }

  /// The positions of the records that a column names; nil for an unknown id.
  func positions(_ name: String, _ ids: RecordIds) -> Cells<Int32?> {
    guard let column = columns[name] else { return Cells(codes: nil, values: [nil]) }
    return Cells(
      codes: column.codes, values: ids.positions(in: column).map { $0 < 0 ? nil : $0 })
  }

  /// A cell's text; empty where it is missing.
  func text(_ name: String, _ row: Int) -> String {
    columns[name].map { $0.dictionary.text(of: $0.codes[row]) } ?? ""
  }

  /// A cell that must be one of the words of an enumeration.
  func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ row: Int
  ) throws -> Word where Word.RawValue == String {
    try known(Word(rawValue: text(name, row)), name, row)
  }

  /// A word that a cell must hold.
  func known<Word: RawRepresentable & CaseIterable>(
    _ word: Word?, _ name: String, _ row: Int
  ) throws -> Word where Word.RawValue == String {
    guard let word else {
      throw fault(name, row, "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  /// A day as `YYYY-MM-DD`, counted from 1970-01-01; nil where the cell is empty.
  func day(_ name: String, _ row: Int) throws -> Int32? {
    try known(Day(text(name, row)), name, row)
  }

  /// The days of a column.
  func days(_ name: String) -> Cells<Day> { cells(name) { Day($0) } }

  /// The day that a cell must hold if it holds anything.
  func known(_ day: Day, _ name: String, _ row: Int) throws -> Int32? {
    switch day {
    case .missing: nil
    case .number(let number): number
    case .unreadable: throw fault(name, row, "a date as YYYY-MM-DD")
    }
  }

  /// What a cell says of a day.
  enum Day {
    case missing
    case number(Int32)
    case unreadable

    init(_ text: String) {
      self =
        text.isEmpty ? .missing : DayNumber.number(of: text.utf8).map(Day.number) ?? .unreadable
    }
  }

  func fault(_ name: String, _ row: Int, _ expected: String) -> RunFileError {
    // The header is line 1; cells of the truth hold no line breaks.
    .unreadableCell(file: path, line: row + 2, column: name, expected: expected)
  }
}

/// What the cells of a column mean, kept once for each distinct text.
struct Cells<Value> {
  /// Nil where the column is not there, so that all cells are alike.
  fileprivate let codes: [UInt32]?
  fileprivate let values: [Value]

  subscript(row: Int) -> Value { values[codes.map { Int($0[row]) } ?? 0] }
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
