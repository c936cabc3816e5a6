/// One booking of a person, before it is written.
package struct Booking: Sendable {
  /// The place among the person's bookings in order of time.
  package var ordinal: Int
  package var day: Day
  /// `confirmed`, `refuted`, `unresolved` of an earlier flag, or empty.
  package var priorOutcome = ""
  /// The scenario that made it; empty for the background population.
  package var scenario = ""
  /// The cause of a wrong flag that it was designed for, such as `W3c`.
  package var designedCause = ""
  /// What a scenario makes wrong on purpose, logged like any other change.
  package var faults: [DesignedFault<BookingColumn>] = []
  /// True where nothing else may go wrong with the row.
  package var isSpared = false

  package init(ordinal: Int, day: Day) {
    self.ordinal = ordinal
    self.day = day
  }
}

/// A cell that a scenario makes wrong on purpose.
package struct DesignedFault<Column: TableColumn>: Sendable {
  package var column: Column
  package var value: String
  /// The word for it in the log.
  package var operatorName: String

  package init(_ column: Column, to value: String, by operatorName: String) {
    self.column = column
    self.value = value
    self.operatorName = operatorName
  }
}
