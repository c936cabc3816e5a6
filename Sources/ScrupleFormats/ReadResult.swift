import ScrupleRecords

/// A table, with everything that was seen while it was read.
///
/// The counts reconcile: `rowsIn == rowsAccepted + rowsRejected`.
public struct ReadResult: Sendable {
  /// The records.
  public var table: RecordTable
  /// What the file was found to be.
  public let sniffed: SniffedFormat
  /// The rows left out, by `RowFault.code`; empty for a strict read.
  public let rejections: [String: Int]
  /// How many blank lines were skipped; they are no rows.
  public let blankLines: Int
  /// The SHA-256 of the file's bytes (before decompression), in lower-case hex.
  public let sha256: String
  /// The file's size in bytes (before decompression).
  public let byteCount: Int
  /// What a user should know, though the file was read.
  public let warnings: [ReadWarning]
  /// On which line each row of the table begins.
  public let rowLines: RowLocator

  /// The number of rows in the table.
  public var rowsAccepted: Int { table.rowCount }
  /// The number of rows left out.
  public var rowsRejected: Int { rejections.values.reduce(0, +) }
  /// The number of rows in the file, header and blank lines apart.
  public var rowsIn: Int { rowsAccepted + rowsRejected }
}

/// What a file was found to be.
public struct SniffedFormat: Sendable, Equatable {
  /// The layout of the records.
  public var format: RecordFormat
  /// The delimiter; nil for JSON lines.
  public var delimiter: Delimiter?
  /// True where nobody named the delimiter.
  public var isDelimiterGuessed: Bool
  /// The encoding that the bytes were read in.
  public var encoding: TextEncoding
  /// True where a UTF-8 byte order mark was skipped.
  public var hasByteOrderMark: Bool
  /// True where the file is gzip.
  public var isCompressed: Bool
  /// How the rows end.
  public var lineEndings: LineEndings
}

/// How many rows end in each way; a last row without line break is not counted.
public struct LineEndings: Sendable, Equatable {
  /// Rows that end in a line feed alone.
  public var lineFeed = 0
  /// Rows that end in carriage return and line feed.
  public var carriageReturnLineFeed = 0
  /// Rows that end in a carriage return alone.
  public var carriageReturn = 0

  /// True where there is more than one way.
  public var isMixed: Bool {
    [lineFeed, carriageReturnLineFeed, carriageReturn].count { $0 > 0 } > 1
  }

  /// The way in a word: "LF", "CRLF", "CR", "mixed" or "none".
  public var name: String {
    if isMixed { return "mixed" }
    if lineFeed > 0 { return "LF" }
    if carriageReturnLineFeed > 0 { return "CRLF" }
    return carriageReturn > 0 ? "CR" : "none"
  }
}

/// Something odd that did not keep a file from being read.
public enum ReadWarning: Sendable, Equatable {
  /// Other delimiters would also have cut the first rows evenly.
  case ambiguousDelimiter(chosen: Delimiter, others: [Delimiter])
  /// The rows end in more than one way.
  case mixedLineEndings
  /// Blank lines were skipped.
  case blankLines(count: Int)
  /// No delimiter was found: the table has one column.
  case singleColumn
  /// There is no row under the header.
  case noRows
  /// Rows were left out.
  case rejectedRows(count: Int)

  /// The warning as a sentence.
  public var message: String {
    switch self {
    case .ambiguousDelimiter(let chosen, let others):
      "The delimiter was taken to be \(chosen.name), but "
        + others.map(\.name).joined(separator: " and ") + " would fit too: say which."
    case .mixedLineEndings: "Lines end in more than one way."
    case .blankLines(let count): "Blank lines were skipped: \(count)."
    case .singleColumn: "No delimiter was found, so there is one column."
    case .noRows: "There is no row under the header."
    case .rejectedRows(let count): "Rows were left out: \(count)."
    }
  }
}
