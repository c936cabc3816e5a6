/// Everything that can go wrong with files, as data.
///
/// No case holds the content of a cell. Column names and paths are held,
/// and are made safe for a terminal in `message`.
public enum FormatError: Error, Sendable, Equatable {
  /// The file cannot be opened: missing, not allowed, a directory.
  case unreadable(file: String, errorNumber: Int32)
  /// The file's size or time of change differs from what it was when opened.
  case changedWhileRead(file: String)
  /// The file holds no header row.
  case noHeader(file: String)
  /// The header leaves a column without name, or names two alike.
  case header(HeaderFault, at: FormatPlace)
  /// A row is malformed; the hint says what may be done.
  case row(RowFault, at: FormatPlace, hint: String?)
  /// The bytes are of a kind that is not read.
  case unsupported(UnsupportedContent, file: String)
  /// A limit was passed.
  case limit(FormatLimit, allowed: Int, at: FormatPlace)
  /// The gzip data are damaged or end too soon.
  case damagedGzip(file: String)
  /// A record has no identifier.
  case emptyIdentifier(at: FormatPlace, count: Int)
  /// Two records have the same identifier; the place is the second one's.
  case repeatedIdentifier(at: FormatPlace, firstLine: Int?, count: Int)
  /// The output is there already, or its folder is not empty.
  case outputExists(path: String)
  /// Another process is writing to the folder.
  case outputBusy(path: String)
  /// The system refused an operation on a file that was open or to be made.
  case inputOutput(path: String, operation: String, errorNumber: Int32)

  /// True where the machine failed rather than the input: exit status 74.
  public var isInputOutput: Bool {
    if case .inputOutput = self { return true }
    return false
  }

  /// The place in an input, where the error has one.
  public var place: FormatPlace? {
    switch self {
    case .header(_, let place), .row(_, let place, _), .limit(_, _, let place),
      .emptyIdentifier(let place, _), .repeatedIdentifier(let place, _, _):
      place
    case .unreadable(let file, _), .changedWhileRead(let file), .noHeader(let file),
      .unsupported(_, let file), .damagedGzip(let file):
      FormatPlace(file: file)
    case .outputExists, .outputBusy, .inputOutput:
      nil
    }
  }
}

/// What is wrong with a header.
public enum HeaderFault: Sendable, Equatable {
  /// The column at the place has no name.
  case emptyName
  /// The column at the place has the name of an earlier one, case apart.
  case repeatedName(earlierColumn: Int)
}

/// Contents that are recognized and refused.
public enum UnsupportedContent: String, Sendable, Equatable, CaseIterable {
  case utf16 = "UTF-16 text"
  case utf32 = "UTF-32 text"
  case zip = "a ZIP archive or an Excel workbook"
  case zstandard = "Zstandard-compressed data"
  case bzip2 = "bzip2-compressed data"
  case xz = "xz-compressed data"
  case parquet = "a Parquet file"
  case jsonArray = "one JSON array"
  case utf8WithOtherEncodingAsked = "UTF-8 text with a byte order mark"
}

/// The limits of a read; the defaults are in `ReadOptions`.
public enum FormatLimit: String, Sendable, Equatable {
  case columns = "columns"
  case rows = "rows"
  case fieldBytes = "bytes in one cell"
  case recordBytes = "bytes in one row"
  case expandedBytes = "bytes after decompression"
  case expansionRatio = "times the compressed size after decompression"
}
