import ScrupleNormalization

/// What follows from a link, on the date of the booking: the second decision.
///
/// A flag means "a person should look", and nothing else. The defaults that are
/// numbers are assumptions, measured nowhere.
public struct FlagRule: Sendable, Equatable, Codable {
  /// Whether flags are made at all.
  public var isEnabled = true
  /// The statuses that are flagged. The default is: not a citizen, no lawful
  /// status, no pending protection.
  public var flaggedStatuses: Set<RecordedStatus> = [
    .expired, .withoutInspection, .orderedRemoved,
  ]
  /// A status older than this, in days, makes no flag alone. Assumed: five years.
  public var staleAfterDays = 1825
  /// What a flag may rest on.
  public var bases: Set<FlagBasis> = [.link, .identifier]
  /// The identifiers on which the basis `identifier` may rest, by the names of
  /// their fields; nil for any.
  public var identifiers: [String]?
  /// Whether a temporary stay granted until a day before the booking counts as
  /// expired. An extension or departure that the record lacks makes that wrong.
  public var readsLapsedStayAsExpired = false
  /// Signs of citizenship that forbid a flag; the others are only shown.
  public var vetoingIndicia: Set<CitizenshipIndicium> = [
    .birthInUnitedStates, .naturalized, .certificate, .classOfAdmission, .recordedCitizen,
    .parentNaturalizedBefore18, .refutedBefore,
  ]
  /// Contradictions that forbid a flag; the others are only shown.
  public var vetoingContradictions: Set<Contradiction> = Set(Contradiction.allCases)
  /// Heights may differ by so many inches. Assumed.
  public var heightTolerance = 6
  /// Years of birth may differ by so many years. Assumed.
  public var ageTolerance = 5

  /// Creates the default rule.
  public init() {}

  /// Whether two files have what flags need: bookings with a date on the left,
  /// records with a status on the right.
  public static func applies(left: SourceMapping, right: SourceMapping) -> Bool {
    !left.columns(with: .bookingDate).isEmpty && hasStatus(right)
  }

  /// Whether a file's records have a status or a class of admission.
  public static func hasStatus(_ mapping: SourceMapping) -> Bool {
    mapping.columns.contains { $0.role == .status || $0.role == .classOfAdmission }
  }

  /// What must be said wherever the basis `absence` is turned on.
  public static let absenceWarning =
    "Flags by absence are on: a birth abroad for which no record was found is flagged. Not finding "
    + "a record is no evidence. Gonzalez, born in the United States, had a wrong birthplace in a "
    + "database and no record of entry; Morales, naturalized under her maiden name, was searched "
    + "under her married one, in 2004 and again in 2009: both were citizens. (In Gonzalez v. ICE the "
    + "Ninth Circuit, in 2020, reversed and vacated the district court's injunctions and remanded "
    + "the claim about databases: 975 F.3d 788.)"
}
