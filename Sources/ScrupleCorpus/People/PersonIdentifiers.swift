/// The numbers a person truly holds. All lie in ranges never issued to anybody.
public struct PersonIdentifiers: Sendable {
  /// Nine digits of area 666; nil for those without one.
  public var socialSecurityNumber: String?
  /// The FBI number (UCN) of those who were ever fingerprinted for an arrest.
  public var fbiNumber: String?
  /// The state identification number of those who were ever booked.
  public var stateNumber: String?
  /// The fingerprint identity number (FIN) of those enrolled by immigration agencies.
  public var fingerprintNumber: String?
  /// Nine-digit A-numbers, the permanent one first.
  public var alienNumbers: [AlienNumber]
  /// Number of the naturalization or citizenship certificate; nil for those without.
  public var certificateNumber: String?

  public init() { alienNumbers = [] }
}

/// An A-number of the reserved band, with the series it was given in.
public struct AlienNumber: Sendable, Hashable {
  /// Nine digits: `90` to `99` and seven more; `91` for the employment-card series,
  /// `93` for the fingerprint-tracking series, the others permanent.
  public var digits: String
  public var series: Series
  public var issued: Day

  /// Why the number was given (DOMAIN: the 0, 1 and 3 series).
  public enum Series: String, Sendable, CaseIterable {
    case permanent = "0"
    case employmentCard = "1"
    case fingerprintTracking = "3"
  }
}
