/// What reading a name cell met, for counting and for comparison.
public struct NameFlags: OptionSet, Hashable, Sendable, Codable {
  /// The bits.
  public let rawValue: UInt16

  /// Makes flags from their bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The cell holds a stand-in such as FNU or UNKNOWN; the name is missing.
  public static let placeholder = NameFlags(rawValue: 1 << 0)
  /// A title such as Dr or Mrs, or a peerage after the name, was removed.
  public static let title = NameFlags(rawValue: 1 << 1)
  /// A generational suffix such as Jr was moved to the suffix.
  public static let suffix = NameFlags(rawValue: 1 << 2)
  /// A professional suffix such as MD was removed.
  public static let profession = NameFlags(rawValue: 1 << 3)
  /// The name has particles such as "de la" or "van".
  public static let particles = NameFlags(rawValue: 1 << 4)
  /// Words in quotation marks or parentheses were taken for nicknames.
  public static let nickname = NameFlags(rawValue: 1 << 5)
  /// Digits were removed, as reading errors leave them.
  public static let digits = NameFlags(rawValue: 1 << 6)
  /// The full name has one word only, taken for the surname.
  public static let singleWord = NameFlags(rawValue: 1 << 7)
  /// The cell names several people; the first was read.
  public static let severalPeople = NameFlags(rawValue: 1 << 8)
  /// A comma marked the surname.
  public static let commaMarked = NameFlags(rawValue: 1 << 9)
  /// The border between middle name and surname could be elsewhere.
  public static let ambiguousBorder = NameFlags(rawValue: 1 << 10)
}
