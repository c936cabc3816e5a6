import Glibc
import ScrupleRecords

/// Reads JSON lines into columns.
///
/// The columns are the keys in order of first appearance; an object without a
/// key has a missing cell there. Strings keep their outer blanks.
struct JSONLinesReader {
  private let window: ByteWindow
  private let options: ReadOptions
  private var parser: JSONLineParser
  private var keys = ValueDictionary()
  private var builders: [ColumnBuilder] = []
  private var folded: Set<String> = []
  private(set) var tally: ReadTally
  private(set) var lineEndings = LineEndings()

  init(_ window: ByteWindow, options: ReadOptions, tally: ReadTally) {
    self.window = window
    self.options = options
    self.tally = tally
    parser = JSONLineParser(
      separator: options.valueSeparator, maximumFieldBytes: options.maximumFieldBytes)
  }

  /// Reads everything from a byte of the first window on.
  mutating func read(from first: Int) throws(FormatError) {
    var start = first
    while true {
      let end = lineEnd(from: start)
      if end == nil, !window.isAtEnd {
        guard try window.advance(to: start) else {
          throw .limit(.recordBytes, allowed: options.maximumRecordBytes, at: place(start))
        }
        start = 0
        continue
      }
      if start == window.count { break }
      let contentEnd = end ?? window.count
      let next = end.map { $0 + 1 } ?? contentEnd
      try take(from: start, to: contentEnd, next: next)
      start = next
    }
    guard !builders.isEmpty else { throw .noHeader(file: tally.file) }
  }

  /// The finished columns.
  func columns() -> [TextColumn] {
    builders.map { builder in
      var whole = builder
      whole.fillMissing(to: tally.rowCount)
      return whole.finished()
    }
  }

  // MARK: - Lines

  private func lineEnd(from start: Int) -> Int? {
    // SAFETY: start...count lies in the window.
    guard let found = memchr(window.bytes + start, 0x0A, window.count - start) else { return nil }
    return window.bytes.distance(to: found.assumingMemoryBound(to: UInt8.self))
  }

  private mutating func take(from start: Int, to end: Int, next: Int) throws(FormatError) {
    let line = window.text(from: start, to: end)
    countEnding(line, hasBreak: next > end)
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      tally.passBlankLine()
      return
    }
    do {
      try validate(line)
      try parser.parse(line)
      let columns = try existingColumns()
      try commit(columns)
    } catch let error as JSONLineParser.Failure {
      try tally.reject(
        error.fault, at: place(start + error.position), hint: hint(error.fault), lines: 1,
        bytes: window.original(from: start, to: next))
    } catch let error as FormatError {
      throw error
    } catch {
      preconditionFailure("an error of neither of 2 kinds")
    }
  }

  private mutating func countEnding(_ line: UnsafeBufferPointer<UInt8>, hasBreak: Bool) {
    guard hasBreak else { return }
    if line.last == 0x0D {
      lineEndings.carriageReturnLineFeed += 1
    } else {
      lineEndings.lineFeed += 1
    }
  }

  private func validate(
    _ line: UnsafeBufferPointer<UInt8>
  ) throws(JSONLineParser.Failure) {
    if let zero = line.firstIndex(of: 0) {
      throw JSONLineParser.Failure(fault: .zeroByte, position: zero)
    }
    guard let start = line.baseAddress else { return }
    if let bad = firstInvalidUTF8(start, from: 0, to: line.count) {
      throw JSONLineParser.Failure(fault: .invalidUTF8, position: bad)
    }
  }

  private func place(_ position: Int) -> FormatPlace {
    FormatPlace(file: tally.file, line: tally.line, byteOffset: window.offset(of: position))
  }

  private func hint(_ fault: RowFault) -> String? {
    switch fault {
    case .nestedJSON: "Flatten it: each value must be plain, or an array of plain values."
    case .invalidJSON: "Each line must hold one object, such as {\"id\": \"1\"}."
    case .separatorInValue: "Choose another separator."
    default: nil
    }
  }

  // MARK: - Members

  /// The column of each member, or nil where its key is new.
  private func existingColumns() throws(JSONLineParser.Failure) -> [Int?] {
    var columns: [Int?] = []
    var seen: Set<Int> = []
    var fresh: Set<String> = []
    for member in parser.members {
      let code = parser.scratch[member.key].withUnsafeBufferPointer { keys.existingCode(of: $0) }
      let failure = JSONLineParser.Failure(fault: .repeatedKey, position: member.position)
      if member.key.isEmpty { throw failure }
      if let code {
        guard seen.insert(Int(code)).inserted else { throw failure }
        columns.append(Int(code) - 1)
      } else {
        let name = HeaderNames.folded(keyName(member))
        guard !name.isEmpty, !folded.contains(name), fresh.insert(name).inserted else {
          throw failure
        }
        columns.append(nil)
      }
    }
    return columns
  }

  private func keyName(_ member: JSONLineParser.Member) -> String {
    HeaderNames.trimmed(String(decoding: parser.scratch[member.key], as: UTF8.self))
  }

  private mutating func commit(_ columns: [Int?]) throws(FormatError) {
    let row = tally.rowCount
    let fresh = columns.count { $0 == nil }
    if builders.count + fresh > options.maximumColumns {
      throw .limit(
        .columns, allowed: options.maximumColumns,
        at: FormatPlace(file: tally.file, line: tally.line))
    }
    try tally.accept(lines: 1)
    for (member, known) in zip(parser.members, columns) {
      let column = known ?? addColumn(member)
      builders[column].fillMissing(to: row)
      parser.scratch[member.value].withUnsafeBufferPointer { builders[column].append($0) }
    }
  }

  private mutating func addColumn(_ member: JSONLineParser.Member) -> Int {
    _ = parser.scratch[member.key].withUnsafeBufferPointer { keys.code(of: $0) }
    let name = keyName(member)
    folded.insert(HeaderNames.folded(name))
    builders.append(ColumnBuilder(name: name))
    return builders.count - 1
  }
}
