/// What a run made.
public struct CorpusSummary: Sendable {
  public var people: Int
  public var households: Int
  public var bookings: Int
  public var records: Int
  /// Pairs of a booking and a record of one person.
  public var matedPairs: Int
  /// Changes of cells in the log.
  public var loggedChanges: Int
  public var counts: CorpusCounts
  /// Name and SHA-256 of each file, the manifest left out.
  public var digests: [(file: String, sha256: String)]
}

/// How far a run is.
public struct CorpusProgress: Sendable {
  public var stage: Stage
  public var done: Int
  public var total: Int

  /// The stages of a run, in order.
  public enum Stage: String, Sendable, CaseIterable {
    /// Settling how often people are booked and enrolled.
    case settling
    /// Making people and their records.
    case making
    /// Writing sorted tables.
    case writing
  }
}
