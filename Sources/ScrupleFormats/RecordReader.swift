import ScrupleRecords

/// Reads a file of records into a table.
///
/// Reads CSV, TSV and their sisters with semicolon or pipe, JSON lines, and
/// gzip of any of these; from a regular file, a pipe, or "-" for standard
/// input. The text must be UTF-8, or what `ReadOptions.encoding` says.
///
/// A header is required. Blank lines are skipped and counted, in the manner of
/// pandas, readr and DuckDB; a missing cell in a table of one column is written
/// `""`. An empty cell and an empty quoted cell are both missing.
public enum RecordReader {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: the file, or "-".
  ///   - options: layout, encoding and limits.
  ///   - onReject: receives each malformed row, which is then left out of the
  ///     table; nil makes the first malformed row an error.
  /// - Throws: `FormatError`; nothing is returned in part.
  /// - Complexity: O(bytes) time; memory for codes, distinct values and one window.
  public static func read(
    path: String, options: ReadOptions = ReadOptions(),
    onReject: ((RejectedRow) throws(FormatError) -> Void)? = nil
  ) throws(FormatError) -> ReadResult {
    precondition(
      options.maximumRecordBytes <= 1 << 30,
      "maximumRecordBytes is \(options.maximumRecordBytes), above \(1 << 30)")
    precondition(
      options.maximumRows <= Int(UInt32.max),
      "maximumRows is \(options.maximumRows), above \(UInt32.max)")
    let source = try ByteSource(path: path, options: options)
    let window = ByteWindow(source, options: options)
    _ = try window.advance(to: 0)
    let start = try textStart(window, options: options, path: path)
    let text = window.text(from: start, to: window.count)
    guard let format = options.format ?? FormatSniffer.format(of: text) else {
      throw .unsupported(.jsonArray, file: path)
    }
    let tally = ReadTally(file: path, maximumRows: options.maximumRows, onReject: onReject)
    var opened = OpenedText(
      window: window, options: options,
      sniffed: SniffedFormat(
        format: format, delimiter: nil, isDelimiterGuessed: false, encoding: options.encoding,
        hasByteOrderMark: start > 0, isCompressed: source.isCompressed,
        lineEndings: LineEndings()))
    return switch format {
    case .delimited: try opened.readDelimited(from: start, tally: tally)
    case .jsonLines: try opened.readJSONLines(from: start, tally: tally)
    }
  }

  /// Skips one UTF-8 byte order mark, and refuses those of other encodings.
  private static func textStart(
    _ window: ByteWindow, options: ReadOptions, path: String
  ) throws(FormatError) -> Int {
    let first = Array(window.text(from: 0, to: min(8, window.count)))
    if options.encoding != .utf8 {
      // The mark's three bytes, transcoded by either single-byte encoding.
      guard !first.starts(with: [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF]) else {
        throw .unsupported(.utf8WithOtherEncodingAsked, file: path)
      }
      return 0
    }
    if let content = UnsupportedContent(signature: first) {
      throw .unsupported(content, file: path)
    }
    return first.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}

/// A text whose layout is known, about to be read.
private struct OpenedText {
  let window: ByteWindow
  let options: ReadOptions
  var sniffed: SniffedFormat
  var warnings: [ReadWarning] = []

  mutating func readDelimited(
    from start: Int, tally: ReadTally
  ) throws(FormatError) -> ReadResult {
    let delimiter = options.delimiter ?? guessedDelimiter(from: start)
    sniffed.delimiter = delimiter
    sniffed.isDelimiterGuessed = options.delimiter == nil
    var reader = DelimitedReader(window, delimiter: delimiter, options: options, tally: tally)
    try reader.read(from: start)
    sniffed.lineEndings = reader.lineEndings
    let finished = reader.tally
    return try result(reader.columns(), finished)
  }

  mutating func readJSONLines(
    from start: Int, tally: ReadTally
  ) throws(FormatError) -> ReadResult {
    var reader = JSONLinesReader(window, options: options, tally: tally)
    try reader.read(from: start)
    sniffed.lineEndings = reader.lineEndings
    let finished = reader.tally
    return try result(reader.columns(), finished)
  }

  private mutating func guessedDelimiter(from start: Int) -> Delimiter {
    let guess = FormatSniffer.delimiter(of: window.text(from: start, to: window.count))
    if guess.isSingleColumn { warnings.append(.singleColumn) }
    if !guess.others.isEmpty {
      warnings.append(.ambiguousDelimiter(chosen: guess.delimiter, others: guess.others))
    }
    return guess.delimiter
  }

  private mutating func result(
    _ columns: [TextColumn], _ tally: ReadTally
  ) throws(FormatError) -> ReadResult {
    let file = try window.source.file.finish()
    let rejected = tally.rejections.values.reduce(0, +)
    if sniffed.lineEndings.isMixed { warnings.append(.mixedLineEndings) }
    if tally.blankLines > 0 { warnings.append(.blankLines(count: tally.blankLines)) }
    if tally.rowCount == 0 { warnings.append(.noRows) }
    if rejected > 0 { warnings.append(.rejectedRows(count: rejected)) }
    return ReadResult(
      table: RecordTable(source: tally.file, columns: columns, rowCount: tally.rowCount),
      sniffed: sniffed, rejections: tally.rejections, blankLines: tally.blankLines,
      sha256: file.sha256, byteCount: file.byteCount, warnings: warnings,
      rowLines: tally.rowLines)
  }
}
