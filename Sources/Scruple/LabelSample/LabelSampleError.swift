/// What is wrong with a plan for labels or with its sample.
///
/// No case holds the content of a cell.
public enum LabelSampleError: Error, Equatable, Sendable {
  /// The sample has more or fewer rows than were drawn.
  case rowCount(file: String, found: Int, drawn: Int)
  /// A row stands twice.
  case repeatedRow(file: String, firstLine: Int, line: Int)
  /// A row's `sample_id` is not of this plan.
  case unknownRow(file: String, line: Int)
  /// The ids or strata of the rows are not those that were drawn.
  case otherRows(file: String)
  /// The plan was made from other links than the run has.
  case otherRun(plan: String, run: String)
  /// No row has an answer.
  case noAnswers(file: String)
  /// A known pair names a record that the files do not have.
  case unknownRecord(file: String, line: Int)
  /// There are too few known pairs that were not drawn anyway.
  case tooFewKnown(file: String, usable: Int, asked: Int)
  /// There is nothing to draw from.
  case nothingToDraw(claim: String)
  /// The decoys and the links or files do not belong together.
  case otherDecoys(file: String, decoys: String)
  /// Impossible persons could not be made from so few or so equal rows.
  case noDecoyPossible(source: String)
  /// The file has no column whose name or birth date could make a person.
  case nothingToRecombine(source: String, missing: String)
  /// The files have decoys already.
  case decoysAlready(source: String)
}
