/// Why a flag is wrong: its primary cause, of which there is exactly one.
///
/// W1: linked to somebody else's record. W2: the right record, a wrong status. W3: no record, taken
/// for evidence. W4: what was noted as said. WU: it cannot be told.
public enum WrongFlagCause: String, Sendable, CaseIterable, Codable {
  /// Booking and record agree on an identifier that is not the property of both.
  case identifierCollision = "W1a"
  /// The value that won is an alias that belongs to another real person.
  case aliasContamination = "W1b"
  /// The record is a relative's.
  case kin = "W1c"
  /// The two persons are alike on paper even with their true values.
  case namesake = "W1d"
  /// Only wrong values made the two alike.
  case errorInduced = "W1e"
  /// The record holds the values of several persons.
  case mergedFile = "W1f"
  /// The person was naturalized; the record shows what was before.
  case staleNaturalized = "W2a"
  /// A citizen by law through a parent, or by birth abroad, whom no record shows as one.
  case unrecordedCitizen = "W2b"
  /// Another status was gained that the record does not show.
  case staleOtherStatus = "W2c"
  /// Another record of the same person shows the right status and was not linked.
  case splitFile = "W2d"
  /// The record shows a status that was never true.
  case neverTrue = "W2e"
  /// The record shows the truth, and the rule flagged all the same.
  case ruleError = "W2f"
  /// The own record, but a supporting record of somebody else decided.
  case falseSupport = "W2g"
  /// No link was made, though a record of the person would have refuted the flag.
  case absenceMissedMatch = "W3a"
  /// No record exists of a person who needs none.
  case absenceNoRecord = "W3b"
  /// The birthplace or citizenship on the booking is foreign, and false.
  case absenceFalseBirthplace = "W3c"
  /// The flag rested on what was noted as said, and that is wrong.
  case statedError = "W4"
  /// Several persons could not be told apart, and one was taken.
  case unresolvable = "WU"

  /// What the cause is, in plain words.
  public var meaning: String {
    switch self {
    case .identifierCollision: "an identifier that is not the property of both"
    case .aliasContamination: "an alias that belongs to another real person"
    case .kin: "the record of a relative"
    case .namesake: "another person who is alike on paper"
    case .errorInduced: "another person, alike only through wrong values"
    case .mergedFile: "a record that holds several persons"
    case .staleNaturalized: "the own record from before naturalization"
    case .unrecordedCitizen: "a citizen by derivation or birth abroad whom no record shows"
    case .staleOtherStatus: "the own record from before a status was gained"
    case .splitFile: "one of several own records; another shows the right status"
    case .neverTrue: "the own record with a status that was never true"
    case .ruleError: "the own record, rightly read, wrongly flagged"
    case .falseSupport: "a supporting record of somebody else"
    case .absenceMissedMatch: "no link, though an own record would refute the flag"
    case .absenceNoRecord: "no record of a person who needs none"
    case .absenceFalseBirthplace: "no record, and a false foreign birthplace"
    case .statedError: "what was noted as said, wrongly"
    case .unresolvable: "persons who cannot be told apart"
    }
  }

  /// The family: who, which status, absence, stated, unresolvable.
  public var family: String { String(rawValue.prefix(2)) }
}
