/// Why a run cannot be repeated with repairs.
///
/// No case holds the content of a cell.
public enum RepairError: Error, Equatable, Sendable {
  /// The log of errors is of other files: at this line the file does not hold what the log says
  /// that it does.
  case logDoesNotFit(file: String, line: Int, column: String)
  /// The run, repeated as it was, gives other flags than it wrote.
  case notRepeatable(flags: Int, repeated: Int)
}
