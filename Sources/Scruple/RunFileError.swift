/// What is wrong with a file of a run, of links or of truth.
///
/// No case holds the content of a cell.
public enum RunFileError: Error, Equatable, Sendable {
  /// The file is not JSON of the expected form; the detail names the key.
  case invalidJSON(path: String, detail: String)
  /// The manifest is of another format or version.
  case unknownSchema(path: String, found: String)
  /// The bytes are not those that the run saw or wrote.
  case changed(path: String)
  /// A run that read standard input cannot be read again.
  case standardInputNotKept(side: String)
  /// A column is missing; one of the names was expected.
  case missingColumn(anyOf: [String], file: String, known: [String])
  /// A cell that must hold a number, or `link` or `possible`, does not.
  case unreadableCell(file: String, line: Int, column: String, expected: String)
  /// A key file without a source names ids that both files have; the row counts from 1.
  case ambiguousId(file: String, row: Int)
  /// No row names records of the two files.
  case noKnownPair(file: String, rows: Int)
  /// More than half of the rows name a record that the two files do not have.
  case mostlyUnknown(file: String, rows: Int, of: Int)
  /// A list of links holds a pair twice, at these lines.
  case repeatedPair(file: String, line: Int, earlier: Int)
}
