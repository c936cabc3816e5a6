/// A person's name as it truly is, in its parts, before any clerk or file.
public struct TrueName: Sendable, Hashable, Codable {
  /// The given names in order; a compound one ("María de los Ángeles") is one element.
  public var given: [String]
  /// Middle names where the naming system has them (Anglo; Vietnamese Văn, Thị).
  public var middle: [String]
  /// What stands before the first surname: "de la", "del", "bin", "al-"; empty when nothing does.
  public var particle: String
  /// The only or first surname (paternal, in Spanish); empty for a single-name person.
  public var surname: String
  /// The second surname (maternal, in Spanish); empty when there is none.
  public var secondSurname: String
  /// Jr, Sr, III; empty when there is none.
  public var suffix: String
  /// Which part custom puts first.
  public var order: NameOrder
  /// The script the name is written in at home.
  public var script: NameScript

  public init(
    given: [String], middle: [String] = [], particle: String = "", surname: String,
    secondSurname: String = "", suffix: String = "", order: NameOrder = .givenFirst,
    script: NameScript = .latin
  ) {
    self.given = given
    self.middle = middle
    self.particle = particle
    self.surname = surname
    self.secondSurname = secondSurname
    self.suffix = suffix
    self.order = order
    self.script = script
  }
}

/// The part of a name that custom puts first.
public enum NameOrder: String, Sendable, Codable {
  case givenFirst = "given_first"
  case familyFirst = "family_first"
}

/// The script a name is written in at home; every name here is carried in Latin letters.
public enum NameScript: String, Sendable, Codable {
  case latin
  case arabic
  case cyrillic
  case devanagari
  case han
  case hangul
}

/// A name and the time in which it was the person's.
public struct NameVersion: Sendable, Hashable, Codable {
  public var name: TrueName
  public var from: Day
  /// The first day on which it no longer was; nil while it is.
  public var to: Day?
  public var reason: Reason

  public init(name: TrueName, from: Day, to: Day? = nil, reason: Reason) {
    self.name = name
    self.from = from
    self.to = to
    self.reason = reason
  }

  /// Why a person came to bear a name.
  public enum Reason: String, Sendable, Codable {
    case birth
    case marriage
    case court
    case romanization
  }
}
