/// How a file is to be read, and the limits that keep a hostile one harmless.
public struct ReadOptions: Sendable, Equatable {
  /// The layout of the records; nil means: see for yourself.
  public var format: RecordFormat?
  /// The delimiter of a delimited file; nil means: guess among comma, tab,
  /// semicolon and pipe, and say so in the result.
  public var delimiter: Delimiter?
  /// The encoding of the text.
  public var encoding: TextEncoding = .utf8
  /// The byte that joins the values of a JSON array in one cell; below 0x80.
  public var valueSeparator: UInt8 = 0x1F

  /// The longest cell, in bytes as written (without outer blanks and quotes). 1 MiB.
  public var maximumFieldBytes = 1 << 20
  /// The longest row, in bytes as written. 64 MiB; at most 1 GiB.
  public var maximumRecordBytes = 1 << 26
  /// The most columns. 4,096.
  public var maximumColumns = 4096
  /// The most rows of the table. 4,294,967,295, so that a row number fits 32 bits.
  public var maximumRows = Int(UInt32.max)
  /// The most bytes a gzip file may expand to. 64 GiB.
  public var maximumExpandedBytes = 1 << 36
  /// How many times its size a gzip file may expand, tested once 16 MiB are out.
  /// 200; plain tables stay under 60.
  public var maximumExpansionRatio = 200

  /// The size of the reading window; tests make it tiny to cross its border often.
  package var windowBytes = 1 << 18

  /// Creates options that guess format and delimiter and expect UTF-8.
  public init(
    format: RecordFormat? = nil, delimiter: Delimiter? = nil, encoding: TextEncoding = .utf8
  ) {
    self.format = format
    self.delimiter = delimiter
    self.encoding = encoding
  }
}

/// The layout of the records in a file.
public enum RecordFormat: String, Sendable, Equatable, CaseIterable {
  /// Cells between delimiters, one row a line: CSV and its sisters (RFC 4180).
  case delimited
  /// One flat JSON object a line.
  case jsonLines
}

/// The byte between two cells.
public enum Delimiter: UInt8, Sendable, Equatable, CaseIterable {
  case comma = 0x2C
  case tab = 0x09
  case semicolon = 0x3B
  case pipe = 0x7C

  /// The delimiter's name in words.
  public var name: String {
    switch self {
    case .comma: "comma"
    case .tab: "tab"
    case .semicolon: "semicolon"
    case .pipe: "pipe"
    }
  }
}

/// The encoding of a text file; a table always holds UTF-8.
public enum TextEncoding: String, Sendable, Equatable, CaseIterable {
  case utf8 = "utf-8"
  /// Windows-1252, with the five unassigned bytes as C1 controls (WHATWG Encoding).
  case windows1252 = "windows-1252"
  /// ISO 8859-1.
  case latin1 = "latin1"
}
