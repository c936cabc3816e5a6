/// Leaves the middle name out.
public struct MiddleDropped: NameOperator {
  public let name = "middle_dropped"

  public init() {}

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    guard !name.middle.isEmpty else { return nil }
    var other = name
    other.middle = ""
    return other
  }
}
