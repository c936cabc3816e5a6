/// What one record of one system knows, before it is written.
package struct RecordFacts: Sendable {
  package var system: SourceSystem
  /// The record's place among the person's records, in `system.ordinals`.
  package var ordinal: Int
  /// The day whose name the record carries.
  package var nameDay: Day
  /// The day for which the recorded status is claimed.
  package var asOf: Day
  /// The day of the last event that reached the record.
  package var lastUpdate: Day
  package var status: ImmigrationStatus
  package var classCode = ""
  package var alienNumber = ""
  package var showsFingerprintNumber = false
  package var showsReceipt = false
  package var showsAdmissionNumber = false
  package var showsSocialSecurityNumber = false
  package var showsHeight = false
  package var showsState = false
  /// True where the system holds a citizenship other than that of birth, if there is one.
  package var showsCitizenship = false
  package var admittedUntil: Day?
  package var orderDate: Day?
  package var orderVacatedDate: Day?
  package var naturalizationDate: Day?
  package var certificateNumber = ""
  package var parentNaturalizationDate: Day?
  /// The A-number of a parent, where the record names one.
  package var parentAlienNumber = ""
  package var encounters: [Day] = []
  package var file: FileKind = .whole
  /// What a scenario makes wrong on purpose, logged like any other change.
  package var faults: [DesignedFault<RecordColumn>] = []
  /// True where nothing else may go wrong with the row.
  package var isSpared = false

  package init(
    _ system: SourceSystem, ordinal: Int, nameDay: Day, asOf: Day, lastUpdate: Day,
    status: ImmigrationStatus
  ) {
    self.system = system
    self.ordinal = ordinal
    self.nameDay = nameDay
    self.asOf = asOf
    self.lastUpdate = lastUpdate
    self.status = status
  }

  /// Whether a record is one person's whole file.
  package enum FileKind: String, Sendable {
    case whole = ""
    /// One of two files of a person that do not know each other.
    case split
    /// A file with the fields of two people.
    case merged
  }
}
