/// What is wrong with a recipe.
public enum RecipeError: Error, Sendable, Hashable {
  /// No parameter has this key.
  case unknownKey(String, suggestion: String?)
  /// No name-origin group has this name.
  case unknownGroup(String, suggestion: String?)
  /// No source system has this name.
  case unknownSource(String, suggestion: String?)
  /// No scenario has this name.
  case unknownScenario(String, suggestion: String?)
  /// The value lies outside the parameter's range.
  case outOfRange(key: String, value: Double, range: ClosedRange<Double>)
  /// The shares of these parameters do not make 1, or make more than 1.
  case wrongSum(keys: [String], sum: Double, expected: String)
  /// What is asked for cannot be met; `change` says what to change.
  case unreachable(key: String, value: Double, limit: Double, change: String)
}

extension RecipeError: CustomStringConvertible {
  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .unknownKey(let name, let near): Self.unknown("parameter", name, near)
    case .unknownGroup(let name, let near): Self.unknown("group", name, near)
    case .unknownSource(let name, let near): Self.unknown("source system", name, near)
    case .unknownScenario(let name, let near): Self.unknown("scenario", name, near)
    case .outOfRange(let key, let value, let range):
      "'\(key)' is \(value); it must be from \(range.lowerBound) to \(range.upperBound)."
    case .wrongSum(let keys, let sum, let expected):
      "\(keys.map { "'\($0)'" }.joined(separator: ", ")) make \(sum); they must make \(expected)."
    case .unreachable(let key, let value, let limit, let change):
      "'\(key)' asks for \(value), but at most \(limit) can be met: \(change)."
    }
  }

  private static func unknown(_ what: String, _ name: String, _ near: String?) -> String {
    "Unknown \(what) '\(name)'." + (near.map { " Did you mean '\($0)'?" } ?? "")
  }
}
