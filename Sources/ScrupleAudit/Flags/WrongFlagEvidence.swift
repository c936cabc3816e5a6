import ScrupleGroundTruth

/// What is known about one wrong flag, from which its cause follows.
///
/// It holds no value of a record, only what the truth says about them. Facts that were not looked
/// for are nil.
public struct WrongFlagEvidence: Sendable, Equatable {
  /// What the flag was drawn from.
  public var basis: AuditedFlag.Basis
  /// Whether the deciding record is truly the booked person's.
  public var isOwnRecord: Bool
  /// Whether the deciding record holds the values of several persons.
  public var isMergedRecord: Bool
  /// Whether booking and record agree on an identifier although their persons differ.
  public var sharesIdentifier: Bool
  /// Whether the values that won are aliases that belong to another real person.
  public var wonByForeignAlias: Bool
  /// Whether the two persons are related.
  public var areKin: Bool
  /// Whether the pair would still be linked with clean true values; nil when not tried.
  public var linksWithCleanValues: Bool?
  /// Whether another person stood within the margin of ambiguity.
  public var wasAmbiguous: Bool
  /// How the booked person was a citizen on the date, or that they were none.
  public var citizenClass: CitizenClass
  /// What was true of the person on the date of the booking.
  public var statusAtBooking: TrueStatus
  /// What the deciding record shows; nil when no record decided.
  public var recordedStatus: TrueStatus?
  /// Whether the recorded status was true of the person at some time up to the booking.
  public var recordedWasOnceTrue: Bool
  /// Whether any record of the person, linked or not, shows the citizenship or right status.
  public var anotherOwnRecordIsRight: Bool
  /// Whether a supporting record is somebody else's.
  public var hasForeignSupport: Bool
  /// Whether the booked person has any record that would refute an inference from absence.
  public var hasRefutingRecord: Bool
  /// Whether the booking's foreign birthplace or citizenship is false.
  public var hasFalseForeignBirthplace: Bool

  /// Creates the evidence about a flag of which only the basis is known yet.
  public init(basis: AuditedFlag.Basis, citizenClass: CitizenClass, statusAtBooking: TrueStatus) {
    self.basis = basis
    self.citizenClass = citizenClass
    self.statusAtBooking = statusAtBooking
    isOwnRecord = false
    isMergedRecord = false
    sharesIdentifier = false
    wonByForeignAlias = false
    areKin = false
    linksWithCleanValues = nil
    wasAmbiguous = false
    recordedStatus = nil
    recordedWasOnceTrue = false
    anotherOwnRecordIsRight = false
    hasForeignSupport = false
    hasRefutingRecord = false
    hasFalseForeignBirthplace = false
  }
}

extension WrongFlagEvidence {
  /// The primary cause: the first rule of its family that holds.
  ///
  /// Merged files are tested first, because they belong to nobody. A pair that was never tried with
  /// clean values and has no other cause counts as a namesake.
  public var cause: WrongFlagCause {
    switch basis {
    case .stated: .statedError
    case .absence: absenceCause
    case .link, .identifier: isOwnRecord && !isMergedRecord ? statusCause : identityCause
    }
  }

  private var identityCause: WrongFlagCause {
    if isMergedRecord { return .mergedFile }
    if sharesIdentifier { return .identifierCollision }
    if wonByForeignAlias { return .aliasContamination }
    if areKin { return .kin }
    if wasAmbiguous { return .unresolvable }
    return linksWithCleanValues == false ? .errorInduced : .namesake
  }

  /// A split file is tested before a stale status: the right status stands in the registry then,
  /// and what failed is that the two files do not know each other.
  private var statusCause: WrongFlagCause {
    if recordedStatus == statusAtBooking { return .ruleError }
    if hasForeignSupport { return .falseSupport }
    if anotherOwnRecordIsRight { return .splitFile }
    if !recordedWasOnceTrue { return .neverTrue }
    switch citizenClass {
    case .naturalized: return .staleNaturalized
    case .derived, .acquired: return .unrecordedCitizen
    case .bornHere: return .neverTrue
    case .noncitizen: return .staleOtherStatus
    }
  }

  private var absenceCause: WrongFlagCause {
    if hasFalseForeignBirthplace { return .absenceFalseBirthplace }
    return hasRefutingRecord ? .absenceMissedMatch : .absenceNoRecord
  }
}
