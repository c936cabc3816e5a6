/// What became of the rows of a truth as it was read, so that nothing is lost in silence.
public struct TruthTally: Sendable, Equatable, Codable {
  /// How many rows were read.
  public var rows = 0
  /// Rows that name a record the files do not have, or neither of the two files.
  public var unknownRows = 0
  /// Rows that name a left record the files do not have.
  public var unknownLeft = 0
  /// Rows that name a right record the files do not have.
  public var unknownRight = 0
  /// Rows of a key file whose source is neither of the two files.
  public var unknownSource = 0
  /// Rows that repeat an earlier one.
  public var repeated = 0
  /// Left records without a label.
  public var unlabelledLeft = 0
  /// Right records without a label.
  public var unlabelledRight = 0

  /// Creates a tally of nothing.
  public init() {}
}

/// A truth and what became of the rows it was made of.
public struct LoadedTruth: Sendable, Equatable {
  /// The truth.
  public let truth: GroundTruth
  /// What became of the rows.
  public let tally: TruthTally
}

/// One of the two linked files.
public enum TruthSide: Sendable {
  case left
  case right
}
