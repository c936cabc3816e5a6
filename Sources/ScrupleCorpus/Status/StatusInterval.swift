/// Immigration status in the words used by the truth and by the records.
public enum ImmigrationStatus: String, Sendable, CaseIterable, Codable {
  case citizen
  case permanentResident = "permanent_resident"
  case refugee
  case asylee
  /// Temporary protected status, withholding of removal, deferred action.
  case protected
  /// An application or a case that is pending and forbids removal meanwhile.
  case pending
  /// Admitted until a date that has not come.
  case temporary
  /// Admitted until a date that has passed.
  case expired
  case withoutInspection = "without_inspection"
  case orderedRemoved = "ordered_removed"
  case departed
  case unknown
}

/// A status and the half-open time in which it was true.
public struct StatusInterval: Sendable, Hashable, Codable {
  public var status: ImmigrationStatus
  /// The class of admission or adjustment code, such as `F11`, `IR6`, `EWI`; empty for citizens by birth.
  public var classCode: String
  public var from: Day
  /// The first day on which it no longer was true; nil while it is.
  public var to: Day?
  public var event: StatusEvent
  /// The day until which a temporary stay was granted; nil for every other status.
  public var grantedUntil: Day?

  public init(
    status: ImmigrationStatus, classCode: String = "", from: Day, to: Day? = nil,
    event: StatusEvent, grantedUntil: Day? = nil
  ) {
    self.status = status
    self.classCode = classCode
    self.from = from
    self.to = to
    self.event = event
    self.grantedUntil = grantedUntil
  }
}

/// What began a status.
public enum StatusEvent: String, Sendable, CaseIterable, Codable {
  case birth
  case entry
  case stayEnded = "stay_ended"
  case adjustment = "adjust"
  case oath = "n400_oath"
  case derivation = "derive_ina320"
  case acquisition = "acquire_at_birth"
  case relief
  case filing
  case order
  case orderVacated = "order_vacated"
  case departure = "depart"
}

/// Citizenship that came by law to a child, with nothing filed.
public struct Derivation: Sendable, Hashable, Codable {
  /// The first day on which every condition of INA 320 held.
  public var day: Day
  public var parent: UInt32
  public var documented: Document
  /// The first day on which the parent was a citizen.
  public var parentCitizenFrom: Day
  /// The first day on which the child was a permanent resident.
  public var residentFrom: Day
  /// The first day of the parent's custody.
  public var custodyFrom: Day

  public init(
    day: Day, parent: UInt32, documented: Document, parentCitizenFrom: Day, residentFrom: Day,
    custodyFrom: Day
  ) {
    self.day = day
    self.parent = parent
    self.documented = documented
    self.parentCitizenFrom = parentCitizenFrom
    self.residentFrom = residentFrom
    self.custodyFrom = custodyFrom
  }

  /// The paper that shows it, when there is one.
  public enum Document: String, Sendable, CaseIterable, Codable {
    case none
    case certificate = "n600"
    case passport
  }
}
