/// Writes the initial alone.
public struct InitialOnly: CorruptionOperator {
  public let name = "initial_only"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    guard let first = value.unicodeScalars.first, first.isLetter,
      value.unicodeScalars.count > 1
    else { return nil }
    return String(first)
  }
}
