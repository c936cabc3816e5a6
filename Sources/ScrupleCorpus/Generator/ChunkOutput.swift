/// What a chunk of households gives: rows of every table, and counts.
struct ChunkOutput: Sendable {
  var tables = [RowBytes](repeating: RowBytes(), count: CorpusTable.allCases.count)
  var tally = CorruptionTally()
  var rates = RateTally()
  var counts = CorpusCounts()
  /// Rows whose clean form does not come back from the dirty row and the log.
  var rowsUnaccounted = 0
  /// What the check of the truth found.
  var truthFaults = 0

  subscript(_ table: CorpusTable) -> RowBytes {
    _read { yield tables[table.rawValue] }
    _modify { yield &tables[table.rawValue] }
  }
}

/// How many of what a corpus holds.
public struct CorpusCounts: Sendable, Equatable {
  /// People with at least one booking.
  public var bookedPeople = 0
  /// People with at least one immigration record.
  public var enrolledPeople = 0
  /// Bookings of a person with a record.
  public var matedBookings = 0
  /// Bookings of a person who may be flagged on the day.
  public var flaggableBookings = 0
  /// Records by source system, in the order of the systems.
  public var recordsBySystem = [Int](repeating: 0, count: SourceSystem.allCases.count)
  public var splitRecords = 0
  public var mergedRecords = 0

  public init() {}

  mutating func add(_ other: CorpusCounts) {
    bookedPeople += other.bookedPeople
    enrolledPeople += other.enrolledPeople
    matedBookings += other.matedBookings
    flaggableBookings += other.flaggableBookings
    for place in recordsBySystem.indices { recordsBySystem[place] += other.recordsBySystem[place] }
    splitRecords += other.splitRecords
    mergedRecords += other.mergedRecords
  }
}
