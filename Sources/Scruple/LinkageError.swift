/// What stops a run. Every case says where; none holds a value of a record.
public enum LinkageError: Error, Equatable {
  /// A column that the specification names is not in the file.
  case missingColumn(String, source: String, known: [String])
  /// A column of race, ethnicity or another group was given a role in matching.
  case groupUsedForMatching(column: String, source: String)
  /// A record has no id. Rows count from 0.
  case emptyId(source: String, column: String, row: Int)
  /// Two records have one id. Rows count from 0.
  case duplicateId(source: String, column: String, firstRow: Int, row: Int)
  /// The two files share no field that could be compared.
  case noCommonFields(left: [String], right: [String])
  /// The model has other comparisons or levels than this run.
  case modelDoesNotFit(expected: [String], found: [String])
  /// Both files cannot come from standard input.
  case bothFromStandardInput
  /// An id that neither file holds was asked for.
  case unknownId(source: String)
  /// Training saw too little to learn from.
  case tooLittleToTrain(reason: String)
}
