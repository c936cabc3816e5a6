/// Records are compared when all keys of a rule agree.
///
/// A rule without keys compares all pairs: right for small files only.
public struct BlockingRule: Sendable, Hashable, Codable {
  public let keys: [BlockingKey]

  /// Creates a rule from its keys; all of them must agree.
  public init(_ keys: BlockingKey...) { self.init(keys: keys) }

  /// Creates a rule from a list of keys.
  public init(keys: [BlockingKey]) {
    self.keys = keys
  }

  public init(from decoder: any Decoder) throws {
    keys = try decoder.singleValueContainer().decode([BlockingKey].self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(keys)
  }

  /// The names of all fields the rule reads.
  public var fieldNames: [String] { keys.flatMap(\.fields) }
}

extension BlockingRule: CustomStringConvertible {
  public var description: String {
    keys.isEmpty ? "all pairs" : keys.map(\.description).joined(separator: " & ")
  }
}

/// What makes a blocking rule unusable.
public enum BlockingError: Error, Equatable {
  /// The text is not a key such as `soundex(surname)`.
  case unreadableKey(String)
  /// No transform has this name.
  case unknownTransform(String, key: String)
  /// The rule (counted from 1) names a field that the records do not have.
  case unknownField(String, rule: Int, known: [String])
  /// A date transform on a field that holds no dates.
  case notADate(String, rule: Int)
  /// More rules than a pair's owner can be numbered by.
  case tooManyRules(Int, allowed: Int)
  /// No field is common to both sides, so no rule can be chosen.
  case nothingToBlockOn
}
