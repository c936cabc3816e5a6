/// What a reader counts, whatever the layout of the records.
struct ReadTally {
  /// What receives rejected rows; nil for a strict read.
  typealias Reject = (RejectedRow) throws(FormatError) -> Void

  let file: String
  let maximumRows: Int
  private(set) var line = 1
  private(set) var rowCount = 0
  private(set) var rejections: [String: Int] = [:]
  private(set) var blankLines = 0
  private(set) var rowLines = RowLocator()
  private var lastOffset = Int.min
  private let onReject: Reject?

  init(file: String, maximumRows: Int, onReject: Reject?) {
    self.file = file
    self.maximumRows = maximumRows
    self.onReject = onReject
  }

  /// True where the first faulty row ends the read.
  var isStrict: Bool { onReject == nil }

  /// Counts the header, which is no row.
  mutating func passHeader(lines: Int) { line += lines }

  /// Counts a blank line.
  mutating func passBlankLine() {
    blankLines += 1
    line += 1
  }

  /// Counts an accepted row.
  mutating func accept(lines: Int) throws(FormatError) {
    guard rowCount < maximumRows else {
      throw .limit(.rows, allowed: maximumRows, at: FormatPlace(file: file, line: line))
    }
    if line - rowCount != lastOffset {
      rowLines.note(row: rowCount, line: line)
      lastOffset = line - rowCount
    }
    rowCount += 1
    line += lines
  }

  /// Counts a faulty row, or throws where rejects are not collected.
  mutating func reject(
    _ fault: RowFault, at place: FormatPlace, hint: String?, lines: Int,
    bytes: @autoclosure () -> [UInt8]
  ) throws(FormatError) {
    guard let onReject else {
      if case .fieldTooLong(let allowed) = fault {
        throw .limit(.fieldBytes, allowed: allowed, at: place)
      }
      throw .row(fault, at: place, hint: hint)
    }
    rejections[fault.code, default: 0] += 1
    try onReject(RejectedRow(bytes: bytes(), place: place, firstLine: line, fault: fault))
    line += lines
  }
}
