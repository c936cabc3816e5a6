/// One person of the made-up world, with everything that is true of them.
public struct Person: Sendable {
  /// The person's number: dense, from 0, the same whatever the number of threads.
  public var number: UInt32
  public var household: UInt32
  public var group: NameOriginGroup
  public var sex: Sex
  /// The official birth date; for some refugees one that was assigned to them.
  public var birthDate: Day
  /// True when officials assigned 1 January because no birth certificate existed.
  public var birthDateAssigned: Bool
  /// ISO 3166 alpha-2; "US" for those born on U.S. soil.
  public var birthCountry: String
  /// USPS code of the state of birth; empty for those born abroad.
  public var birthState: String
  public var birthCity: String
  public var birthCitizenship: BirthCitizenship
  /// In order of time; half-open, without gaps from birth on.
  public var names: [NameVersion]
  public var heightInches: Int
  public var weightPounds: Int
  public var eyeColor: String
  public var hairColor: String
  /// The number of a twin born on the same day; nil for others.
  public var twin: UInt32?
  /// In order of time; half-open and disjoint.
  public var statuses: [StatusInterval]
  /// How citizenship came by law through a parent, when it did.
  public var derivation: Derivation?
  public var identifiers: PersonIdentifiers
  public var death: Day?

  /// The name borne on a day; the first for a day before birth.
  public func name(on day: Day) -> TrueName {
    (names.last { $0.from <= day } ?? names[0]).name
  }

  /// The status on a day; nil before birth, before entry and after death.
  public func status(on day: Day) -> StatusInterval? {
    statuses.last { $0.from <= day && day < ($0.to ?? Day(number: .max)) }
  }
}

/// Citizenship at birth.
public enum BirthCitizenship: String, Sendable, Codable {
  case usSoil = "us_soil"
  case acquiredAbroad = "acquired_abroad"
  case none
}

/// How two people of the world are related; each pair stands once.
///
/// A parent stands before the child, the elder of siblings before the younger,
/// the lower number of spouses and twins before the higher.
public struct Relation: Sendable {
  public var person: UInt32
  public var other: UInt32
  public var kind: Kind
  /// The time in which `other` was in the custody of `person`, for a parent and a child.
  public var custodyFrom: Day?
  public var custodyTo: Day?

  /// What `person` is to `other`.
  public enum Kind: String, Sendable {
    case parent
    case child
    case spouse
    case sibling
    case twin
  }
}

/// A household: the unit in which people are made, and all that is true within it.
public struct Household: Sendable {
  public var number: UInt32
  public var people: [Person]
  public var relations: [Relation]
}
