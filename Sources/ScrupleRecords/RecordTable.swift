/// One column of text, coded by its own dictionary.
///
/// **Shape**: `codes` has one entry per row, in the order of the file.
/// Missing cells have code 0.
public struct TextColumn: Sendable {
  /// The column's name as the file's header gives it, without outer blanks.
  public let name: String
  /// The distinct raw values, as the file has them (outer blanks removed).
  public let dictionary: ValueDictionary
  /// One code per row.
  public let codes: [UInt32]

  /// Creates a column from codes into a dictionary.
  public init(name: String, dictionary: ValueDictionary, codes: [UInt32]) {
    self.name = name
    self.dictionary = dictionary
    self.codes = codes
  }

  /// The share of rows whose cell is not missing, in 0...1; 1 for no rows.
  public var completeness: Double {
    guard !codes.isEmpty else { return 1 }
    var present = 0
    for code in codes where code != ValueDictionary.missing { present += 1 }
    return Double(present) / Double(codes.count)
  }

  /// The same column, for reading alone: its dictionary is closed.
  public func closed() -> TextColumn {
    TextColumn(name: name, dictionary: dictionary.closed(), codes: codes)
  }

  /// How many rows hold each code; the index is the code.
  public func occurrences() -> [Int] {
    var counts = [Int](repeating: 0, count: dictionary.count)
    for code in codes { counts[Int(code)] += 1 }
    return counts
  }
}

/// One file of records: columns of one length.
public struct RecordTable: Sendable {
  /// What the table was read from, for messages: a path, or "-".
  public let source: String
  /// The columns in the order of the file.
  public let columns: [TextColumn]
  /// The number of records.
  public let rowCount: Int

  /// Creates a table; every column must have `rowCount` codes.
  public init(source: String, columns: [TextColumn], rowCount: Int) {
    for column in columns {
      precondition(
        column.codes.count == rowCount,
        "column has \(column.codes.count) codes but the table has \(rowCount) rows")
    }
    self.source = source
    self.columns = columns
    self.rowCount = rowCount
  }

  /// The same table, for reading alone: no value can be looked up in its columns any more.
  public func closed() -> RecordTable {
    RecordTable(source: source, columns: columns.map { $0.closed() }, rowCount: rowCount)
  }

  /// The same table with some of its columns alone.
  public func keeping(where isKept: (String) -> Bool) -> RecordTable {
    RecordTable(source: source, columns: columns.filter { isKept($0.name) }, rowCount: rowCount)
  }

  /// The column with this exact name, if there is one.
  public func column(named name: String) -> TextColumn? {
    columns.first { $0.name == name }
  }
}
