/// The condition of one comparison level.
///
/// The tests of a comparison are tried from best to worst; the first that
/// holds gives the level. A pair that passes none has the level "all else"; a
/// pair with a missing value has the missing level and no test is tried.
///
/// Written as `exact`, `jaro-winkler >= 0.92`, `levenshtein <= 1`, `initial`,
/// `within-days 31` and so on; see `docs/METHODS.md`.
public enum LevelTest: Sendable, Hashable {
  /// Both values are the same.
  case exact
  case jaroWinkler(atLeast: Double)
  case jaro(atLeast: Double)
  case levenshtein(atMost: Int)
  case optimalStringAlignment(atMost: Int)
  case damerauLevenshtein(atMost: Int)
  case indel(atMost: Int)
  /// Dice coefficient of the sets of 2-grams.
  case dice(atLeast: Double)
  /// Jaccard index of the sets of 2-grams.
  case jaccard(atLeast: Double)
  /// Token-set similarity in 0...1.
  case tokenSet(atLeast: Double)
  /// The values have a token of at least two letters in common.
  case sharedToken
  /// One value is a single letter and the other begins with it.
  case initial
  /// One value begins with the other, which has at least three letters.
  case prefix
  /// The Double Metaphone codes meet.
  case soundsLike
  /// The values stand in the other field, each in the other's place.
  case swapped(with: String)
  /// Dates with day and month exchanged.
  case dayMonthSwap
  /// Dates one digit, or one exchange of neighbouring digits, apart.
  case oneDigit
  /// Year, month and day: at least this many agree.
  case dateParts(atLeast: Int)
  case withinDays(Int)
  case sameYear
  case withinYears(Int)
  /// The last four characters agree.
  case lastFour
  /// Numbers that differ by at most this much.
  case numeric(atMost: Double)
  /// At least this much of an address agrees.
  case address(AddressAgreement)
  /// One slip apart; the limits depend on the length (`docs/METHODS.md`).
  case near
  /// Alike, though not near.
  case similar
  /// A name stands in the other field of the other record, and neither field
  /// agrees as written.
  case crossed(with: String)
  /// The first letters agree.
  case sameInitial
  /// The American Soundex codes are the same.
  case soundex
  /// 1 − Levenshtein distance / letters of the longer value.
  case levenshteinSimilarity(atLeast: Double)
  /// Dates with the same month and day, whatever the year.
  case sameMonthDay
}

extension LevelTest {
  /// Whether two different texts pass because one may be a slip of the other: near in
  /// letters or sound. An initial, a shared token or a shortened name is no slip.
  public var allowsSlips: Bool {
    switch self {
    case .near, .similar, .jaroWinkler, .jaro, .levenshtein, .optimalStringAlignment,
      .damerauLevenshtein, .indel, .dice, .jaccard, .tokenSet, .soundsLike, .soundex,
      .levenshteinSimilarity:
      true
    case .exact, .sharedToken, .initial, .prefix, .swapped, .dayMonthSwap, .oneDigit, .dateParts,
      .withinDays, .sameYear, .withinYears, .lastFour, .numeric, .address, .crossed, .sameInitial,
      .sameMonthDay:
      false
    }
  }
}

extension LevelTest: CustomStringConvertible {
  public var description: String {
    switch self {
    case .exact: "exact"
    case .jaroWinkler(let limit): "jaro-winkler >= \(limit)"
    case .jaro(let limit): "jaro >= \(limit)"
    case .levenshtein(let limit): "levenshtein <= \(limit)"
    case .optimalStringAlignment(let limit): "osa <= \(limit)"
    case .damerauLevenshtein(let limit): "damerau-levenshtein <= \(limit)"
    case .indel(let limit): "indel <= \(limit)"
    case .dice(let limit): "dice >= \(limit)"
    case .jaccard(let limit): "jaccard >= \(limit)"
    case .tokenSet(let limit): "token-set >= \(limit)"
    case .sharedToken: "shared-token"
    case .initial: "initial"
    case .prefix: "prefix"
    case .soundsLike: "sounds-like"
    case .swapped(let field): "swapped \(field)"
    case .dayMonthSwap: "day-month-swap"
    case .oneDigit: "one-digit"
    case .dateParts(let count): "date-parts >= \(count)"
    case .withinDays(let days): "within-days \(days)"
    case .sameYear: "same-year"
    case .withinYears(let years): "within-years \(years)"
    case .lastFour: "last-four"
    case .numeric(let limit): "numeric <= \(limit)"
    case .address(let agreement): "address \(agreement.name)"
    case .near: "near"
    case .similar: "similar"
    case .crossed(let field): "crossed \(field)"
    case .sameInitial: "same-initial"
    case .soundex: "soundex"
    case .levenshteinSimilarity(let limit): "levenshtein-similarity >= \(limit)"
    case .sameMonthDay: "same-month-day"
    }
  }
}

extension LevelTest {
  /// Reads a test as it is written in a specification; nil where it is none.
  public init?(parsing text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let name = words.first else { return nil }
    if words.count == 1, let test = Self.plain.first(where: { $0.description == name }) {
      self = test
      return
    }
    guard let argument = words.last, words.count > 1 else { return nil }
    if words.count == 2, let test = Self.named(name, argument) {
      self = test
      return
    }
    let relation = words.count == 3 ? words[1] : ""
    guard let number = Double(argument), number >= 0, words.count <= 3,
      let test = Self.counted[name + relation]?(number)
    else { return nil }
    self = test
  }

  private static func named(_ name: String, _ argument: String) -> LevelTest? {
    switch name {
    case "swapped": .swapped(with: argument)
    case "crossed": .crossed(with: argument)
    case "address": AddressAgreement(name: argument).map { .address($0) }
    default: nil
    }
  }

  private static let plain: [LevelTest] = [
    .exact, .near, .similar, .sharedToken, .initial, .sameInitial, .prefix, .soundsLike, .soundex,
    .dayMonthSwap, .oneDigit, .sameYear, .sameMonthDay, .lastFour,
  ]

  private static let counted: [String: @Sendable (Double) -> LevelTest?] = [
    "jaro-winkler>=": { share($0).map { .jaroWinkler(atLeast: $0) } },
    "jaro>=": { share($0).map { .jaro(atLeast: $0) } },
    "dice>=": { share($0).map { .dice(atLeast: $0) } },
    "jaccard>=": { share($0).map { .jaccard(atLeast: $0) } },
    "token-set>=": { share($0).map { .tokenSet(atLeast: $0) } },
    "levenshtein-similarity>=": { share($0).map { .levenshteinSimilarity(atLeast: $0) } },
    "levenshtein<=": { whole($0).map { .levenshtein(atMost: $0) } },
    "osa<=": { whole($0).map { .optimalStringAlignment(atMost: $0) } },
    "damerau-levenshtein<=": { whole($0).map { .damerauLevenshtein(atMost: $0) } },
    "indel<=": { whole($0).map { .indel(atMost: $0) } },
    "date-parts>=": { whole($0).map { .dateParts(atLeast: $0) } },
    "within-days": { whole($0).map { .withinDays($0) } },
    "within-years": { whole($0).map { .withinYears($0) } },
    "numeric<=": { .numeric(atMost: $0) },
  ]

  private static func share(_ number: Double) -> Double? { number <= 1 ? number : nil }

  private static func whole(_ number: Double) -> Int? { Int(exactly: number) }

  /// The beginnings of all tests, for messages.
  public static var allNames: [String] {
    plain.map(\.description) + counted.keys.sorted() + ["address", "crossed", "swapped"]
  }
}

extension LevelTest: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let test = LevelTest(parsing: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a comparison level")
    }
    self = test
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
