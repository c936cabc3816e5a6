/// A country by its two letters of ISO 3166-1.
public struct Country: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  /// Two capital letters, such as "MX".
  public let rawValue: String

  /// Takes two capital letters, or returns nil for anything else.
  public init?(rawValue: String) {
    guard rawValue.utf8.count == 2, rawValue.utf8.allSatisfy({ 65...90 ~= $0 }) else { return nil }
    self.rawValue = rawValue
  }

  private init(known code: String) { rawValue = code }

  /// The United States.
  public static let unitedStates = Country(known: "US")

  /// Whether a birth there makes a citizen or national of the United States:
  /// the states, Puerto Rico, Guam, the U.S. Virgin Islands, the Northern
  /// Marianas, and American Samoa, whose people are nationals.
  public var isUnitedStates: Bool {
    ["US", "PR", "GU", "VI", "MP", "AS"].contains(rawValue)
  }

  /// Orders by the letters.
  public static func < (left: Country, right: Country) -> Bool { left.rawValue < right.rawValue }
}

extension Country {
  /// Reads a name, or a code of two or three letters of ISO 3166-1.
  ///
  /// - Parameter words: folded words in small letters.
  init?(reading words: [String]) {
    let compact = words.joined()
    guard let found = CountryTable.names[compact] ?? CountryTable.codes[compact] else {
      return nil
    }
    self = found
  }

  /// Reads a country of birth that may be a code of another system than ISO.
  ///
  /// - Parameters:
  ///   - words: folded words in small letters.
  ///   - isISO: whether a code of two letters is one of ISO 3166; elsewhere it
  ///     is a state's code or nothing, as in the codes of police files (NCIC).
  init?(reading words: [String], isISO: Bool) {
    let compact = words.joined()
    guard !isISO, compact.utf8.count == 2, compact != "us" else {
      self.init(reading: words)
      return
    }
    guard USRegions.codes.contains(compact) else { return nil }
    self = .unitedStates
  }

  /// Reads a place of birth: "Indianapolis, IN", "TX", "Guadalajara, Mexico".
  ///
  /// A bare code of a state is the state, as the codes of places of birth in
  /// booking files (NCIC) have it, and so is "Georgia" behind a town: where a
  /// code may be either, the reading that keeps a flag from being made is
  /// taken. Other codes of two letters are no country here, for those of NCIC
  /// and of ISO differ.
  ///
  /// - Parameters:
  ///   - town: the folded words before the comma, or all of them.
  ///   - region: the folded words behind the comma; a state is its two letters.
  init?(town: [String], region: [String]) {
    let region = region.joined()
    if USRegions.codes.contains(region) {
      self = .unitedStates
      return
    }
    let name = region.isEmpty ? town.joined() : region
    guard let found = CountryTable.names[name] ?? (name == "us" ? .unitedStates : nil) else {
      return nil
    }
    self = found
  }
}

/// The postal codes of states and territories.
enum USRegions {
  static let codes: Set<String> = Set(
    """
    al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj \
    nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy as gu mp pr vi
    """.split(separator: " ").map(String.init))
}
