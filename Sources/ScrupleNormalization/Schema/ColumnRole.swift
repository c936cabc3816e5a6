/// What a column of an input file means for linkage.
///
/// A column that is not recognized and not mapped has the role `ignore`: it is
/// never used for matching, since many files carry the truth in one.
public enum ColumnRole: String, Codable, Sendable, CaseIterable, Hashable {
  case id
  case givenName = "given-name"
  case middleName = "middle-name"
  case surname
  case secondSurname = "second-surname"
  case fullName = "full-name"
  case suffix
  case birthDate = "birth-date"
  case birthYear = "birth-year"
  case birthMonth = "birth-month"
  case birthDay = "birth-day"
  case age
  case referenceYear = "reference-year"
  case sex
  case ssn
  case aNumber = "a-number"
  case fbiNumber = "fbi-number"
  case stateIdentifier = "state-id"
  case i94
  case receiptNumber = "receipt-number"
  case fingerprintNumber = "fingerprint-number"
  case identifier
  case phone
  case email
  case address
  case streetNumber = "street-number"
  case street
  case unit
  case locality = "address-line-2"
  case city
  case county
  case state
  case postcode
  case country
  case birthPlace = "birth-place"
  case birthCountry = "birth-country"
  case text
  case bookingDate = "booking-date"
  case statedCitizenship = "stated-citizenship"
  case birthCodeSystem = "birth-code-system"
  case height
  case priorOutcome = "prior-outcome"
  case status
  case statusAsOf = "status-as-of"
  case statusUpdated = "status-updated"
  case classOfAdmission = "class-of-admission"
  case naturalizationDate = "naturalization-date"
  case certificateNumber = "certificate-number"
  case orderDate = "order-date"
  case orderVacatedDate = "order-vacated-date"
  case admittedUntil = "admitted-until"
  case citizenshipCountry = "citizenship-country"
  case parentNaturalizationDate = "parent-naturalization-date"
  case parentANumber = "parent-a-number"
  case auditOnly = "audit-only"
  case ignore

  /// Whether blocking and comparison may use a column of this role.
  public var isUsedForMatching: Bool {
    switch self {
    case .id, .auditOnly, .ignore: false
    default: !isOnlyForFlags
    }
  }

  /// Whether a column of this role serves the second decision alone: what
  /// follows from a link, never who is who.
  public var isOnlyForFlags: Bool {
    switch self {
    case .bookingDate, .statedCitizenship, .birthCodeSystem, .height, .priorOutcome, .status,
      .statusAsOf, .statusUpdated, .classOfAdmission, .naturalizationDate, .certificateNumber,
      .orderDate, .orderVacatedDate, .admittedUntil, .citizenshipCountry,
      .parentNaturalizationDate, .parentANumber:
      true
    default: false
    }
  }
}
