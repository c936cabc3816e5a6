/// The names of all groups, and the customs by which they are given.
///
/// Every draw depends on the draw alone; the book holds no state.
public struct NameBook: Sendable {
  let stocks: [NameStock]
  private let otherSpellings: [[String: [String]]]
  private let englishNicknames: [String: [String]]
  private let spanishNicknames: [String: [String]]

  /// The book of the embedded tables (`Corpora/Names`).
  public static let standard = NameBook(NameTables())

  init(_ tables: NameTables) {
    stocks = NameOriginGroup.allCases.map(tables.stock)
    otherSpellings = NameOriginGroup.allCases.map(tables.romanizations)
    englishNicknames = tables.nicknames(language: "en")
    spanishNicknames = tables.nicknames(language: "es")
  }

  /// Draws a surname of a group, with its particle ("de la Cruz").
  public func surname(of group: NameOriginGroup, draw: inout Draw) -> String {
    let drawn = stocks[group.place].surname(&draw)
    return drawn.particle.isEmpty ? drawn.surname : "\(drawn.particle) \(drawn.surname)"
  }

  /// Draws one given name of a group; a compound one counts as one.
  public func givenName(
    of group: NameOriginGroup, sex: Sex, birthYear: Int, isBornAbroad: Bool = false,
    draw: inout Draw
  ) -> String {
    let stock = stocks[group.place]
    if let home = stock.home, draw.happens(group.shareOfHomeNames(isBornAbroad: isBornAbroad)) {
      return home[sex.place].name(&draw)
    }
    return stock.americanGivenName(sex, birthYear: birthYear, &draw)
  }

  /// Other spellings in Latin letters of a name of a group; empty when none is known.
  ///
  /// A spelling may be asked for in any case, with or without its marks.
  public func romanizations(of token: String, group: NameOriginGroup) -> [String] {
    otherSpellings[group.place][PlainLetters.key(token)] ?? []
  }

  /// Short and pet forms of a given name; empty when none is known.
  ///
  /// Those of Spanish are known to Hispanic and Filipino names, those of English to all.
  public func nicknames(of given: String, group: NameOriginGroup) -> [String] {
    let key = PlainLetters.key(given)
    if group == .hispanic || group == .filipino, let found = spanishNicknames[key] { return found }
    return englishNicknames[key] ?? []
  }
}

extension NameOriginGroup {
  /// The share of given names that are those of home, not American ones (assumed).
  func shareOfHomeNames(isBornAbroad: Bool) -> Double {
    switch self {
    case .anglo, .black: 0
    case .hispanic: isBornAbroad ? 0.92 : 0.4
    case .vietnamese: isBornAbroad ? 0.9 : 0.3
    case .chinese: isBornAbroad ? 0.75 : 0.15
    case .korean: isBornAbroad ? 0.8 : 0.2
    case .filipino: isBornAbroad ? 0.75 : 0.3
    case .southAsian, .arabic: isBornAbroad ? 0.97 : 0.7
    case .slavic: isBornAbroad ? 0.97 : 0.4
    }
  }
}
