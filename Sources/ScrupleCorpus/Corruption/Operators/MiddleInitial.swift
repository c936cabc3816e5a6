/// Writes the initial of the middle name alone.
public struct MiddleInitial: NameOperator {
  public let name = "middle_initial"

  public init() {}

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    guard let initial = InitialOnly().apply(to: name.middle, draw: &draw) else { return nil }
    var other = name
    other.middle = initial
    return other
  }
}
