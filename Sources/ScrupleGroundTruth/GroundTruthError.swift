/// A truth that cannot be used as it was given.
///
/// Rows count the data rows of the given columns from 1. No case carries the content of a cell.
public enum GroundTruthError: Error, Equatable, Sendable {
  /// Two columns of one table have different lengths.
  case columnLengthsDiffer(first: Int, second: Int)
  /// A record was given two different entities, the second at this row.
  case conflictingEntity(row: Int)
  /// There are rows but none names a known record: most likely the wrong id column.
  case noKnownRecord(rows: Int)
}

extension GroundTruthError: CustomStringConvertible {
  /// What is wrong, where, and what was expected.
  public var description: String {
    switch self {
    case .columnLengthsDiffer(let first, let second):
      "The truth has columns of \(first) and \(second) rows; they must be of one length."
    case .conflictingEntity(let row):
      "Row \(row) of the truth gives a record a second entity; a record has one."
    case .noKnownRecord(let rows):
      "None of the \(rows) rows of the truth names a record of the linked files; "
        + "check that its id columns are the ones the files use."
    }
  }
}
