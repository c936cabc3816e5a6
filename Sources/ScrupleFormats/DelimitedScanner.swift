/// Cuts one row at a time into cells, from a structural index.
///
/// The grammar is RFC 4180's, with these choices where it is silent: LF, CR and
/// CRLF all end a row; spaces around an unquoted cell, and around the quotes of
/// a quoted one, are no part of it; spaces inside quotes are. Whatever breaks
/// the grammar is a fault at a known byte.
///
/// After a fault of quotes the row is taken to end at the next line break (for
/// a quote that is never closed: the next after its opening), so that a reader
/// that collects rejects goes on from there.
struct DelimitedScanner {
  /// What a call of `scan` found.
  enum Outcome {
    case row
    case needsMore
    case end
  }

  let delimiter: UInt8
  let maximumFieldBytes: Int
  /// How many cells are stored; further ones are counted only.
  var storedCells: Int

  // The row last scanned.
  private(set) var cellCount = 0
  /// The byte after the row's content, and the byte where the next row begins.
  private(set) var contentEnd = 0
  private(set) var next = 0
  /// Line breaks inside quoted cells.
  private(set) var innerBreaks = 0
  private(set) var hasQuotes = false
  private(set) var fault: RowFault?
  private(set) var faultPosition = 0
  private(set) var faultCell = 0
  /// Line breaks of the row before the fault.
  private(set) var faultBreaks = 0
  private(set) var lineEndings = LineEndings()

  private var cells: UnsafeMutablePointer<CellSpan>

  init(
    delimiter: UInt8, maximumFieldBytes: Int, storedCells: Int,
    cells: UnsafeMutablePointer<CellSpan>
  ) {
    self.delimiter = delimiter
    self.maximumFieldBytes = maximumFieldBytes
    self.storedCells = storedCells
    self.cells = cells
  }

  /// Scans the row that begins at `start` and writes its cells to `target`.
  ///
  /// `cursor` is the first entry of the index at or after `start`, and is moved
  /// to the first one of the next row.
  mutating func scan(
    _ view: ScanView, from start: Int, cursor: inout Int,
    into target: UnsafeMutablePointer<CellSpan>
  ) -> Outcome {
    cells = target
    cellCount = 0
    innerBreaks = 0
    hasQuotes = false
    fault = nil
    if start >= view.count { return view.isAtEnd ? .end : .needsMore }
    var cellStart = start
    var at = cursor
    while at < view.indexCount {
      let position = Int(view.index[at])
      let byte = view.bytes[position]
      at += 1
      if byte == delimiter {
        close(view.bytes, cellStart, position)
        cellStart = position + 1
      } else if byte == 0x0A || byte == 0x0D {
        close(view.bytes, cellStart, position)
        cursor = at
        return end(view, at: position, cursor: &cursor)
      } else if byte == 0x22 {
        switch quoted(view, cellStart: cellStart, opening: position, at: &at) {
        case .needsMore: return .needsMore
        case .fault:
          cursor = at
          return skipLine(view, cursor: &cursor)
        case .closed(let after):
          if after == view.count { return endOfText(view, cursor: &cursor) }
          at += 1
          if view.bytes[after] != delimiter {
            cursor = at
            return end(view, at: after, cursor: &cursor)
          }
          cellStart = after + 1
        }
      } else if byte == 0 {
        note(.zeroByte, position)
      }
    }
    guard view.isAtEnd else { return .needsMore }
    close(view.bytes, cellStart, view.count)
    return endOfText(view, cursor: &cursor)
  }

  // MARK: - Cells

  @inline(__always)
  private mutating func close(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    var first = start
    var last = end
    while first < last, bytes[first] == 0x20 { first += 1 }
    while first < last, bytes[last - 1] == 0x20 { last -= 1 }
    store(CellSpan(first, last), length: last - first, position: first)
  }

  @inline(__always)
  private mutating func store(_ span: CellSpan, length: Int, position: Int) {
    if length > maximumFieldBytes { note(.fieldTooLong(allowed: maximumFieldBytes), position) }
    if cellCount < storedCells { cells[cellCount] = span }
    cellCount += 1
  }

  private enum QuotedOutcome {
    case needsMore
    case fault
    case closed(after: Int)
  }

  /// Reads a quoted cell; `at` is the index entry after the opening quote, and
  /// then the entry of what ends the cell.
  private mutating func quoted(
    _ view: ScanView, cellStart: Int, opening: Int, at: inout Int
  ) -> QuotedOutcome {
    hasQuotes = true
    for position in cellStart..<opening where view.bytes[position] != 0x20 {
      note(.bareQuote, opening)
      return .fault
    }
    let firstInside = at
    let breaksBefore = innerBreaks
    var hasDoubled = false
    while at < view.indexCount {
      let position = Int(view.index[at])
      if position - opening - 1 > maximumFieldBytes { break }
      at += 1
      switch view.bytes[position] {
      case 0x22:
        if position + 1 == view.count, !view.isAtEnd { return .needsMore }
        if position + 1 < view.count, view.bytes[position + 1] == 0x22 {
          hasDoubled = true
          at += 1
        } else {
          return closeQuoted(view, opening, position, hasDoubled, &at)
        }
      case 0x0A: if view.bytes[position - 1] != 0x0D { innerBreaks += 1 }
      case 0x0D: innerBreaks += 1
      case 0: note(.zeroByte, position)
      default: break
      }
    }
    let isTooLong = view.count - opening - 1 > maximumFieldBytes
    guard view.isAtEnd || isTooLong else { return .needsMore }
    at = firstInside
    innerBreaks = breaksBefore
    fault = nil
    note(isTooLong ? .fieldTooLong(allowed: maximumFieldBytes) : .unbalancedQuote, opening)
    return .fault
  }

  private mutating func closeQuoted(
    _ view: ScanView, _ opening: Int, _ closing: Int, _ hasDoubled: Bool, _ at: inout Int
  ) -> QuotedOutcome {
    var after = closing + 1
    while after < view.count, view.bytes[after] == 0x20 { after += 1 }
    if after == view.count, !view.isAtEnd { return .needsMore }
    if after < view.count {
      let byte = view.bytes[after]
      guard byte == delimiter || byte == 0x0A || byte == 0x0D else {
        note(.textAfterQuote, after)
        return .fault
      }
    }
    let span = CellSpan(opening + 1, closing, hasDoubledQuotes: hasDoubled)
    store(span, length: closing - opening - 1, position: opening)
    return .closed(after: after)
  }

  private mutating func note(_ found: RowFault, _ position: Int) {
    guard fault == nil else { return }
    fault = found
    faultPosition = position
    faultCell = cellCount
    faultBreaks = innerBreaks
  }

  // MARK: - Row ends

  /// Ends the row at a line break; `cursor` is the entry after it.
  @inline(__always)
  private mutating func end(_ view: ScanView, at position: Int, cursor: inout Int) -> Outcome {
    contentEnd = position
    next = position + 1
    if view.bytes[position] == 0x0A {
      lineEndings.lineFeed += 1
      return .row
    }
    return endCarriageReturn(view, cursor: &cursor)
  }

  private mutating func endCarriageReturn(_ view: ScanView, cursor: inout Int) -> Outcome {
    if next == view.count, !view.isAtEnd { return .needsMore }
    if next < view.count, view.bytes[next] == 0x0A {
      next += 1
      cursor += 1
      lineEndings.carriageReturnLineFeed += 1
    } else {
      lineEndings.carriageReturn += 1
    }
    return .row
  }

  private mutating func endOfText(_ view: ScanView, cursor: inout Int) -> Outcome {
    contentEnd = view.count
    next = view.count
    cursor = view.indexCount
    return .row
  }

  /// Ends a faulty row at the next line break from `cursor` on.
  private mutating func skipLine(_ view: ScanView, cursor: inout Int) -> Outcome {
    while cursor < view.indexCount {
      let position = Int(view.index[cursor])
      cursor += 1
      let byte = view.bytes[position]
      if byte == 0x0A || byte == 0x0D { return end(view, at: position, cursor: &cursor) }
    }
    return view.isAtEnd ? endOfText(view, cursor: &cursor) : .needsMore
  }
}

/// The window as a scanner sees it: borrowed pointers, valid until it advances.
struct ScanView {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  let index: UnsafePointer<UInt32>
  let indexCount: Int
  let isAtEnd: Bool
}
