/// What is wrong with one row.
///
/// A strict read stops at the first fault; a read that collects rejects leaves
/// the row out and counts it under `code`.
public enum RowFault: Sendable, Equatable {
  /// The row has another number of cells than the header.
  case ragged(found: Int, expected: Int)
  /// A quote stands inside a cell that did not begin with one.
  case bareQuote
  /// Something other than blanks follows a closing quote.
  case textAfterQuote
  /// A quoted cell is still open at the end of the file; the place is its opening.
  case unbalancedQuote
  /// A byte is zero.
  case zeroByte
  /// Bytes are not UTF-8.
  case invalidUTF8
  /// A cell is longer than `ReadOptions.maximumFieldBytes`.
  case fieldTooLong(allowed: Int)
  /// The line is not one JSON object.
  case invalidJSON
  /// A JSON value is an object, or an array that holds more than plain values.
  case nestedJSON
  /// A JSON object names a key twice (outer blanks and case apart), or a key is empty.
  case repeatedKey
  /// A JSON text inside an array holds the separator of several values.
  case separatorInValue

  /// A short stable word for reports and reject files.
  public var code: String {
    switch self {
    case .ragged: "ragged-row"
    case .bareQuote: "bare-quote"
    case .textAfterQuote: "text-after-quote"
    case .unbalancedQuote: "unbalanced-quote"
    case .zeroByte: "zero-byte"
    case .invalidUTF8: "invalid-utf8"
    case .fieldTooLong: "field-too-long"
    case .invalidJSON: "invalid-json"
    case .nestedJSON: "nested-json"
    case .repeatedKey: "repeated-key"
    case .separatorInValue: "separator-in-value"
    }
  }
}

/// A row that was left out of the table.
public struct RejectedRow: Sendable, Equatable {
  /// The row as the file has it, its line break included.
  public let bytes: [UInt8]
  /// Where the fault is; `place.line` may lie after `firstLine`.
  public let place: FormatPlace
  /// The line on which the row begins, from 1.
  public let firstLine: Int
  /// What is wrong.
  public let fault: RowFault

  /// Creates a rejected row.
  public init(bytes: [UInt8], place: FormatPlace, firstLine: Int, fault: RowFault) {
    self.bytes = bytes
    self.place = place
    self.firstLine = firstLine
    self.fault = fault
  }
}
