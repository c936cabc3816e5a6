/// How a field's value becomes a blocking key.
public enum KeyTransform: Sendable, Hashable {
  /// The whole value.
  case value
  /// The first letters; a shorter value is its own prefix.
  case prefix(Int)
  /// The American Soundex code.
  case soundex
  /// The primary and alternate Double Metaphone codes (two keys).
  case doubleMetaphone
  /// Every token of the value (several keys).
  case tokens
  /// The tokens of all the key's fields together, sorted: the same for
  /// swapped fields and for any order of tokens.
  case sortedTokens
  /// The value and every value made by leaving one character out: two values
  /// one edit apart share a key (several keys).
  case deletions
  /// The year of a date.
  case year
  /// Year and month of a date.
  case yearMonth
  /// Month and day of a date.
  case monthDay
}

/// One part of a blocking rule: a transform of one field (of several fields
/// for `sortedTokens`).
///
/// Written as `surname`, `soundex(surname)`, `prefix3(surname)`,
/// `year(birth-date)`, `sorted-tokens(given-name, surname)`.
public struct BlockingKey: Sendable, Hashable {
  public let transform: KeyTransform
  public let fields: [String]

  /// Creates a key of one or more fields.
  public init(_ transform: KeyTransform, _ fields: String...) {
    self.init(transform, fields: fields)
  }

  /// Creates a key of the fields in a list.
  public init(_ transform: KeyTransform, fields: [String]) {
    precondition(!fields.isEmpty, "a blocking key needs a field")
    self.transform = transform
    self.fields = fields
  }
}

extension BlockingKey: CustomStringConvertible {
  public var description: String {
    let inside = fields.joined(separator: ", ")
    guard let name = transform.name else { return inside }
    return "\(name)(\(inside))"
  }
}

extension KeyTransform {
  /// The name of the transform in a rule; nil for the whole value.
  var name: String? {
    switch self {
    case .value: nil
    case .prefix(let length): "prefix\(length)"
    case .soundex: "soundex"
    case .doubleMetaphone: "double-metaphone"
    case .tokens: "tokens"
    case .sortedTokens: "sorted-tokens"
    case .deletions: "deletions"
    case .year: "year"
    case .yearMonth: "year-month"
    case .monthDay: "month-day"
    }
  }

  static let withoutLength: [KeyTransform] = [
    .soundex, .doubleMetaphone, .tokens, .sortedTokens, .deletions, .year, .yearMonth, .monthDay,
  ]

  init?(name: String) {
    if let transform = Self.withoutLength.first(where: { $0.name == name }) {
      self = transform
    } else if name.hasPrefix("prefix"), let length = Int(name.dropFirst(6)), length > 0 {
      self = .prefix(length)
    } else {
      return nil
    }
  }

  /// The names a rule may use, for messages.
  public static var allNames: [String] {
    withoutLength.compactMap(\.name) + ["prefix1", "prefix3"]
  }
}

extension BlockingKey {
  /// Reads a key as it is written in a specification.
  ///
  /// - Throws: `BlockingError.unreadableKey` where the text is not a key.
  public init(parsing text: String) throws(BlockingError) {
    let trimmed = Self.trim(text[...])
    guard let open = trimmed.firstIndex(of: "(") else {
      guard !trimmed.isEmpty, !trimmed.contains(")") else { throw .unreadableKey(text) }
      self.init(.value, fields: [String(trimmed)])
      return
    }
    let name = Self.trim(trimmed[..<open])
    let inside = trimmed[trimmed.index(after: open)...]
    guard inside.last == ")" else { throw .unreadableKey(text) }
    let fields = inside.dropLast().split(separator: ",", omittingEmptySubsequences: false)
      .map { String(Self.trim($0)) }
    guard !fields.isEmpty, !fields.contains("") else { throw .unreadableKey(text) }
    guard let transform = KeyTransform(name: String(name)) else {
      throw .unknownTransform(String(name), key: text)
    }
    guard fields.count == 1 || transform == .sortedTokens else { throw .unreadableKey(text) }
    self.init(transform, fields: fields)
  }

  private static func trim(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension BlockingKey: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(parsing: decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
