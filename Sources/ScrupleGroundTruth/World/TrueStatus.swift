/// What was true of a person under immigration law for a time.
public enum TrueStatus: String, Sendable, CaseIterable, Codable {
  case citizen
  case permanentResident = "permanent_resident"
  case refugee
  case asylee
  /// Temporary protected status, withholding of removal, deferred action.
  case protected
  /// An application or a case is pending and forbids removal meanwhile.
  case pending
  /// Admitted until a date that has not come.
  case temporary
  /// Admitted until a date that has passed.
  case expired
  case withoutInspection = "without_inspection"
  case orderedRemoved = "ordered_removed"
  case departed
  case unknown

  /// How grave it is to flag a person of this status wrongly.
  public var severity: WrongFlagSeverity? {
    switch self {
    case .citizen: .citizen
    case .permanentResident, .temporary: .lawful
    case .refugee, .asylee, .protected, .pending: .protected
    case .expired, .withoutInspection, .orderedRemoved, .departed, .unknown: nil
    }
  }
}

/// How grave a wrong flag is, by what its person truly was on the date.
public enum WrongFlagSeverity: String, Sendable, CaseIterable, Codable {
  /// A citizen of the United States.
  case citizen = "S1"
  /// A permanent resident, or somebody admitted lawfully.
  case lawful = "S2"
  /// Somebody protected, or whose application or case is pending.
  case protected = "S3"
}

/// How a person came to be a citizen, or that they are none.
public enum CitizenClass: String, Sendable, CaseIterable, Codable {
  /// Born on U.S. soil.
  case bornHere = "us_born"
  /// Born abroad to citizens.
  case acquired
  case naturalized
  /// By law through a parent, as a child.
  case derived
  case noncitizen

  /// Whether such a person is a citizen.
  public var isCitizen: Bool { self != .noncitizen }
}
