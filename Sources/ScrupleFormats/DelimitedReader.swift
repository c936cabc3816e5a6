import ScrupleRecords

/// Reads a delimited text into columns, a batch of rows at a time.
///
/// A row is first cut into cells, then judged as a whole, and only then coded,
/// so that a rejected row leaves no trace in a dictionary. Rows are coded
/// column by column in batches, so that one dictionary at a time is in cache.
struct DelimitedReader: ~Copyable {
  private let window: ByteWindow
  private let options: ReadOptions
  private let delimiter: UInt8
  private var index = StructuralIndex()
  private var scanner: DelimitedScanner
  private var cells: UnsafeMutablePointer<CellSpan>
  private var batchRows = 1
  private var batchCount = 0
  private var builders: [ColumnBuilder] = []
  private(set) var tally: ReadTally

  init(_ window: ByteWindow, delimiter: Delimiter, options: ReadOptions, tally: ReadTally) {
    self.window = window
    self.options = options
    self.delimiter = delimiter.rawValue
    self.tally = tally
    cells = .allocate(capacity: options.maximumColumns + 1)
    scanner = DelimitedScanner(
      delimiter: delimiter.rawValue, maximumFieldBytes: options.maximumFieldBytes,
      storedCells: options.maximumColumns + 1, cells: cells)
  }

  deinit {
    cells.deallocate()
    index.deallocate()
  }

  var lineEndings: LineEndings { scanner.lineEndings }

  /// Reads everything from a byte of the first window on.
  mutating func read(from first: Int) throws(FormatError) {
    var start = first
    var cursor = 0
    var view = indexed()
    while true {
      let target = cells + batchCount * builders.count
      switch scanner.scan(view, from: start, cursor: &cursor, into: target) {
      case .row:
        try take(view, start: start)
        start = scanner.next
      case .needsMore:
        // A row known to be bad need not be seen whole: /dev/zero has no row end.
        if scanner.fault != nil, tally.isStrict || builders.isEmpty {
          throw strictFault(view, start: start)
        }
        flush()
        guard try window.advance(to: start) else { throw tooLong(view, start: start) }
        start = 0
        cursor = 0
        view = indexed()
      case .end:
        flush()
        guard !builders.isEmpty else { throw .noHeader(file: tally.file) }
        return
      }
    }
  }

  /// The finished columns.
  consuming func columns() -> [TextColumn] {
    let finished = builders.map { $0.finished() }
    return finished
  }

  // MARK: - Window

  private mutating func indexed() -> ScanView {
    index.fill(window.bytes, length: window.count, delimiter: delimiter)
    return ScanView(
      bytes: window.bytes, count: window.count, index: index.positions, indexCount: index.count,
      isAtEnd: window.isAtEnd)
  }

  private func tooLong(_ view: ScanView, start: Int) -> FormatError {
    let place = FormatPlace(
      file: tally.file, line: tally.line, byteOffset: window.offset(of: start))
    let last = view.indexCount > 0 ? Int(view.index[view.indexCount - 1]) : 0
    if view.count - last > options.maximumFieldBytes {
      return .limit(.fieldBytes, allowed: options.maximumFieldBytes, at: place)
    }
    return .limit(.recordBytes, allowed: options.maximumRecordBytes, at: place)
  }

  // MARK: - Rows

  private mutating func take(_ view: ScanView, start: Int) throws(FormatError) {
    let lines = scanner.innerBreaks + 1
    let row = cells + batchCount * builders.count
    if scanner.cellCount == 1, !scanner.hasQuotes, scanner.fault == nil,
      Int(row[0].start) == row[0].end
    {
      tally.passBlankLine()
      return
    }
    if builders.isEmpty {
      try takeHeader(view, start: start)
      tally.passHeader(lines: lines)
      return
    }
    guard scanner.fault == nil, scanner.cellCount == builders.count,
      index.isASCII || firstInvalidUTF8(view.bytes, from: start, to: scanner.contentEnd) == nil
    else {
      try reject(view, start: start, row: row)
      return
    }
    if scanner.contentEnd - start > options.maximumRecordBytes {
      throw tooLong(view, start: start)
    }
    try tally.accept(lines: lines)
    batchCount += 1
    if batchCount == batchRows { flush() }
  }

  private mutating func flush() {
    guard batchCount > 0 else { return }
    let stride = builders.count
    for column in builders.indices {
      builders[column].append(
        cells + column, stride: stride, count: batchCount, in: window.bytes)
    }
    batchCount = 0
  }

  // MARK: - Faults

  private mutating func reject(
    _ view: ScanView, start: Int, row: UnsafeMutablePointer<CellSpan>
  ) throws(FormatError) {
    let found = fault(view, start: start, row: row)
    try tally.reject(
      found.fault, at: place(of: found), hint: hint(found.fault, view, position: found.position),
      lines: scanner.innerBreaks + 1, bytes: window.original(from: start, to: scanner.next))
  }

  /// The place of a fault; a header's cells are not named by their content.
  private func place(of found: Found) -> FormatPlace {
    var place = FormatPlace(
      file: tally.file, line: tally.line + found.breaks,
      columnNumber: found.cell.map { $0 + 1 }, byteOffset: window.offset(of: found.position))
    if let cell = found.cell, cell < builders.count { place.column = builders[cell].name }
    return place
  }

  private typealias Found = (fault: RowFault, position: Int, cell: Int?, breaks: Int)

  private func fault(
    _ view: ScanView, start: Int, row: UnsafeMutablePointer<CellSpan>
  ) -> Found {
    if let fault = scanner.fault {
      return (fault, scanner.faultPosition, scanner.faultCell, scanner.faultBreaks)
    }
    if let bad = firstInvalidUTF8(view.bytes, from: start, to: scanner.contentEnd) {
      let stored = min(scanner.cellCount, scanner.storedCells)
      let cell = (0..<stored).first { bad < row[$0].end }
      return (.invalidUTF8, bad, cell, Self.breaks(view.bytes, from: start, to: bad))
    }
    return (.ragged(found: scanner.cellCount, expected: builders.count), start, nil, 0)
  }

  /// The line breaks in a stretch; CRLF is one.
  private static func breaks(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    (start..<end).count {
      bytes[$0] == 0x0D || (bytes[$0] == 0x0A && ($0 == start || bytes[$0 - 1] != 0x0D))
    }
  }

  private func hint(_ fault: RowFault, _ view: ScanView, position: Int) -> String? {
    switch fault {
    case .invalidUTF8: encodingHint(view, position: position)
    case .zeroByte: zeroHint(view)
    case .bareQuote, .textAfterQuote:
      "Quote the whole cell and double the quotes inside it (RFC 4180)."
    case .unbalancedQuote: "Close it, or double it if it belongs to the text."
    case .ragged: "Check the delimiter, or quote cells that hold it."
    default: nil
    }
  }

  private func encodingHint(_ view: ScanView, position: Int) -> String? {
    let end = min(view.count, position + (1 << 16))
    let start = max(0, position - 1)
    if view.isAtEnd, view.count - position < 4, view.bytes[position] >= 0xC2,
      view.bytes[position] < 0xF5,
      (position + 1..<view.count).allSatisfy({ view.bytes[$0] & 0xC0 == 0x80 })
    {
      return "The file ends inside a character: it may be cut off."
    }
    if looksLikeWindows1252(window.text(from: start, to: end)) {
      return "The file looks like Windows-1252: read it with --encoding windows-1252."
    }
    return nil
  }

  private func zeroHint(_ view: ScanView) -> String? {
    let zeros = window.text(from: 0, to: view.count).count { $0 == 0 }
    return zeros * 4 >= view.count
      ? "The file looks like UTF-16. Convert it: iconv -f UTF-16LE -t UTF-8." : nil
  }

  // MARK: - Header

  private mutating func takeHeader(_ view: ScanView, start: Int) throws(FormatError) {
    let place = FormatPlace(
      file: tally.file, line: tally.line, byteOffset: window.offset(of: start))
    if scanner.cellCount > options.maximumColumns {
      throw .limit(.columns, allowed: options.maximumColumns, at: place)
    }
    let isText = firstInvalidUTF8(view.bytes, from: start, to: scanner.contentEnd) == nil
    if scanner.fault != nil || !isText { throw strictFault(view, start: start) }
    let names = (0..<scanner.cellCount).map { column in
      let cell = cells[column]
      return HeaderNames.name(of: window.text(from: Int(cell.start), to: cell.end))
    }
    try HeaderNames.check(names, at: place)
    builders = names.map { ColumnBuilder(name: $0) }
    batchRows = max(1, min(512, (1 << 14) / names.count))
    cells.deallocate()
    cells = .allocate(capacity: batchRows * names.count)
    scanner.storedCells = names.count
  }

  private func strictFault(_ view: ScanView, start: Int) -> FormatError {
    let found = fault(view, start: start, row: cells + batchCount * builders.count)
    let place = place(of: found)
    if case .fieldTooLong(let allowed) = found.fault {
      return .limit(.fieldBytes, allowed: allowed, at: place)
    }
    return .row(found.fault, at: place, hint: hint(found.fault, view, position: found.position))
  }
}
