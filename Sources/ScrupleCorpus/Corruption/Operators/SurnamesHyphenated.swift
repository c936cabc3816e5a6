/// Joins two surnames by a hyphen.
public struct SurnamesHyphenated: NameOperator {
  public let name = "surnames_hyphenated"

  public init() {}

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    let surnames = SurnameWords(name.last).surnames
    guard surnames.count == 2 else { return nil }
    var other = name
    other.last = "\(surnames[0])-\(surnames[1])"
    return other
  }
}
