/// On what a flag rests.
public enum FlagBasis: String, CaseIterable, Sendable, Codable, Hashable {
  /// A link to a record with a flagged status.
  case link
  /// Such a link that would be none without agreement on an identifier.
  case identifier
  /// The citizenship that the booking states.
  case stated
  /// Birth abroad, and no record found. Off unless asked for, with a warning.
  case absence
}

/// Why a booking has no flag.
public enum WithheldReason: String, CaseIterable, Sendable, Codable, Hashable {
  /// No record is linked or possibly linked: there is nothing to follow from.
  case noLink = "no-link"
  /// Only possible links, which are not decided.
  case possibleLink = "possible-link"
  /// Several candidates that cannot be told apart.
  case ambiguous
  /// The links rest on a basis or an identifier that the rule leaves out.
  case basisOff = "basis-off"
  /// The booking has no whole date, or no linked record has an as-of date.
  case noDate = "no-date"
  /// All that is linked is dated after the booking.
  case lookAheadOnly = "look-ahead-only"
  /// The governing status is not recognized.
  case unknownStatus = "unknown-status"
  /// The governing status is none that the rule flags.
  case statusNotFlagged = "status-not-flagged"
  /// The order of removal was vacated by then.
  case orderVacated = "order-vacated"
  /// A later record of the same person, by link or by A-number, takes the place
  /// of a flagged status.
  case superseded
  /// The status is older than the limit.
  case stale
  /// A sign of citizenship forbids the flag.
  case indicium = "indicium-veto"
  /// A contradiction forbids the flag.
  case contradiction = "contradiction-veto"
}

/// One piece of what a flag rests on.
public enum FlagSupport: Sendable, Equatable, Hashable {
  /// The status column of the record.
  case recordedStatus
  /// The class of admission, where the record has no other status.
  case classOfAdmission
  /// A stay granted until a day before the booking.
  case admittedUntil
  /// The as-of date is that of the last update.
  case lastUpdate
  /// A link that stands without identifiers.
  case link
  /// Agreement on an identifier, by the name of the field.
  case identifier(String)
  /// The stated citizenship of the booking.
  case statedCitizenship
  /// A birth abroad, as the booking has it.
  case birthAbroad
  /// That no record was found.
  case noRecord

  /// The word as `flags.csv` has it.
  public var text: String {
    switch self {
    case .recordedStatus: "status"
    case .classOfAdmission: "class-of-admission"
    case .admittedUntil: "admitted-until"
    case .lastUpdate: "last-update"
    case .link: "link"
    case .identifier(let name): "identifier:\(name)"
    case .statedCitizenship: "stated-citizenship"
    case .birthAbroad: "birth-abroad"
    case .noRecord: "no-record"
    }
  }
}
