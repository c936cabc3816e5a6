/// Leaves Jr, Sr, III out.
public struct SuffixDropped: NameOperator {
  public let name = "suffix_dropped"

  public init() {}

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    guard !name.suffix.isEmpty else { return nil }
    var other = name
    other.suffix = ""
    return other
  }
}
