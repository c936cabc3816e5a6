/// Glues the suffix to the surname, with or without a blank.
public struct SuffixInSurname: NameOperator {
  public let name = "suffix_in_surname"

  public init() {}

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    guard !name.suffix.isEmpty else { return nil }
    var other = name
    other.last += draw.happens(0.7) ? " \(name.suffix)" : name.suffix
    other.suffix = ""
    return other
  }
}
