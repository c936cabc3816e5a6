/// Leaves the value out.
public struct Missing: CorruptionOperator {
  public let name = "missing"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    value.isEmpty ? nil : ""
  }
}
