import ScrupleAudit
import ScrupleFlagging
import ScrupleGroundTruth

/// Looks up, for wrong flags, what the truth says about the booking and the record behind them.
///
/// It reads no names: whom a pair joins, how they are related and what was true of them when.
public struct FlagEvidenceSurvey: Sendable {
  private let truth: CorpusTruth
  private let records: [StatusRecord]
  /// Bookings and records that are linked when both have their clean values; nil when not tried.
  private let cleanLinks: Set<UInt64>?

  /// Prepares a survey.
  ///
  /// - Parameters:
  ///   - records: what the file says of each record.
  ///   - cleanLinks: the keys (see `key`) of pairs that the same linkage makes of clean values.
  public init(truth: CorpusTruth, records: [StatusRecord], cleanLinks: Set<UInt64>? = nil) {
    self.truth = truth
    self.records = records
    self.cleanLinks = cleanLinks
  }

  /// The key of a pair among `cleanLinks`.
  public static func key(booking: Int32, record: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: booking)) << 32 | UInt64(UInt32(bitPattern: record))
  }

  /// The cause of each wrong flag, with its person; right and unlabelled flags are left out.
  public func causes(
    of rows: [FlagsFile.Row]
  ) -> [(row: Int, cause: WrongFlagCause, person: Int32, isCitizen: Bool)] {
    rows.indices.compactMap { index in
      guard let booking = truth.bookings[Int(rows[index].flag.booking)], !booking.isFlaggable
      else { return nil }
      return (
        index, evidence(of: rows[index], booking).cause, booking.person,
        booking.citizenClass.isCitizen
      )
    }
  }

  /// What is known about a wrong flag.
  func evidence(of row: FlagsFile.Row, _ booking: BookingTruth) -> WrongFlagEvidence {
    var evidence = WrongFlagEvidence(
      basis: row.flag.basis, citizenClass: booking.citizenClass, statusAtBooking: booking.status)
    let own = truth.recordsOfPerson[Int(booking.person)]
    evidence.hasRefutingRecord = own.contains { refutes(records[Int($0)]) }
    evidence.hasFalseForeignBirthplace = booking.citizenClass == .bornHere
    guard let deciding = row.flag.deciding else { return evidence }
    let persons = truth.recordPersons[Int(deciding)]
    evidence.isMergedRecord = persons.count > 1
    evidence.isOwnRecord = persons.contains(booking.person)
    evidence.sharesIdentifier = row.restsOnIdentifier
    evidence.areKin = persons.contains { truth.areKin($0, booking.person) }
    evidence.linksWithCleanValues = cleanLinks?.contains(
      Self.key(booking: row.flag.booking, record: deciding))
    let day = truth.bookingDays[Int(row.flag.booking)]
    evidence.recordedStatus = row.status.flatMap { TrueStatus(rawValue: $0.rawValue) }
    if let day, let recorded = evidence.recordedStatus {
      evidence.recordedWasOnceTrue = truth.histories.wasEver(
        recorded, person: booking.person, until: day)
    }
    evidence.hasForeignSupport = row.supporting.contains { isForeign($0, to: booking.person) }
    evidence.anotherOwnRecordIsRight = own.contains { record in
      !row.flag.records.contains(record)
        && shows(booking.status, records[Int(record)], until: day)
    }
    return evidence
  }

  /// Whether a file that was taken for a parent's is known to be nobody's who is one.
  private func isForeign(_ record: Int32, to person: Int32) -> Bool {
    let persons = truth.recordPersons[Int(record)]
    return !persons.isEmpty && !persons.contains { truth.isParent($0, of: person) }
  }

  /// Whether a record speaks against an inference from absence.
  private func refutes(_ record: StatusRecord) -> Bool {
    switch record.status {
    case .expired, .withoutInspection, .orderedRemoved, .unknown: false
    default: true
    }
  }

  /// Whether a record shows a status, and did so by a day.
  private func shows(_ status: TrueStatus, _ record: StatusRecord, until day: Int32?) -> Bool {
    let isShown =
      record.status.rawValue == status.rawValue
      || status == .citizen && (record.naturalizedOn != nil || record.isCitizenByCountry)
    guard isShown else { return false }
    // A file whose stay had ended by then does not show that it went on.
    if status == .temporary, let day,
      record.admittedUntil?.isCertainly(onOrBefore: Int(day) - 1) == true
    {
      return false
    }
    guard let day, let asOf = record.asOf else { return true }
    return asOf.dayNumber.map { $0 <= Int(day) } ?? true
  }
}
