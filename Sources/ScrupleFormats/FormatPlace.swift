/// Where in an input something was found; every part may be unknown.
///
/// **Units**: `line` and `columnNumber` count from 1 (line breaks inside quoted
/// cells count as lines); `byteOffset` counts from 0, after decompression.
public struct FormatPlace: Sendable, Equatable {
  /// The file as the caller named it, or "-" for standard input.
  public var file: String
  /// The physical line.
  public var line: Int?
  /// The position of the column.
  public var columnNumber: Int?
  /// The column's name in the header.
  public var column: String?
  /// The offset of the byte at fault, or of the row's first byte.
  public var byteOffset: Int?

  /// Creates a place; leave out what is not known.
  public init(
    file: String, line: Int? = nil, columnNumber: Int? = nil, column: String? = nil,
    byteOffset: Int? = nil
  ) {
    self.file = file
    self.line = line
    self.columnNumber = columnNumber
    self.column = column
    self.byteOffset = byteOffset
  }

  /// The place in words, such as `'people.csv', line 2, column 2 ('first'), byte 25`.
  public var description: String {
    var text = "'\(printable(file))'"
    if let line { text += ", line \(line)" }
    if let columnNumber {
      text += ", column \(columnNumber)"
      if let column { text += " ('\(printable(column, limit: 64))')" }
    }
    // The beginning of the file needs no more words.
    if let byteOffset, byteOffset > 0 { text += ", byte \(byteOffset)" }
    return text
  }
}

/// A name made safe for a terminal or a log: controls, line breaks and
/// direction marks become `\u{…}`, and what is too long is cut.
func printable(_ text: String, limit: Int = 4096) -> String {
  var result = ""
  var count = 0
  for scalar in text.unicodeScalars {
    if count == limit { return result + "…" }
    count += 1
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
    default:
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
