/// How a clerk or a file writes a true name into fields.
public struct NameStyle: Sendable, Hashable {
  public var letters: Letters
  public var doubleSurname: DoubleSurname
  public var particle: Particle
  public var singleName: SingleName
  public var suffix: Suffix
  public var middle: Middle
  /// Whether the first word of a family-first name was taken for the given name.
  public var flipsFamilyFirst: Bool

  public init(
    letters: Letters = .plainCapitals, doubleSurname: DoubleSurname = .both,
    particle: Particle = .kept, singleName: SingleName = .unknownFirst, suffix: Suffix = .field,
    middle: Middle = .full, flipsFamilyFirst: Bool = false
  ) {
    self.letters = letters
    self.doubleSurname = doubleSurname
    self.particle = particle
    self.singleName = singleName
    self.suffix = suffix
    self.middle = middle
    self.flipsFamilyFirst = flipsFamilyFirst
  }

  /// The letters a file holds.
  public enum Letters: String, Sendable, CaseIterable {
    /// `GARCIA`: capitals without marks, as most files have it.
    case plainCapitals = "plain_capitals"
    /// `Garcia`.
    case plain
    /// `García`.
    case marked
  }

  /// What becomes of a second surname.
  public enum DoubleSurname: String, Sendable, CaseIterable {
    /// `GARCIA LOPEZ` as last name.
    case both
    /// `GARCIA`.
    case firstOnly = "first_only"
    /// `LOPEZ` as last name, `GARCIA` as middle name.
    case secondAsLast = "second_as_last"
    /// `GARCIA-LOPEZ`.
    case hyphenated
  }

  /// What becomes of "de la" before a surname.
  public enum Particle: String, Sendable, CaseIterable {
    /// `DE LA TORRE`.
    case kept
    /// `DELATORRE`.
    case joined
    /// `TORRE`.
    case dropped
    /// `TORRE`, with `DE LA` behind the given name: the index rule of the SAVE manual.
    case behindGivenName = "behind_given_name"
  }

  /// What stands for the part that a person with one name does not have.
  public enum SingleName: String, Sendable, CaseIterable {
    /// The name as last name, `FNU` as first: the rule of the State Department.
    case unknownFirst = "fnu"
    /// The name as first name, `LNU` as last.
    case unknownLast = "lnu"
    /// The name in both fields.
    case repeated
  }

  /// Where Jr, Sr, III go.
  public enum Suffix: String, Sendable, CaseIterable {
    case field
    /// `SMITH JR` as last name.
    case inSurname = "in_surname"
    case dropped
  }

  /// How much of the middle names is written.
  public enum Middle: String, Sendable, CaseIterable {
    case full
    case initial
    case dropped
  }
}
