/// Writes the second surname as last name and the first as middle name.
///
/// - Source: INS-derived SAVE manual of the Pennsylvania DPW.
public struct SecondSurnameAsLast: NameOperator {
  public let name = "second_surname_as_last"

  public init() {}

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    let surnames = SurnameWords(name.last.parted(at: "-")).surnames
    guard surnames.count == 2 else { return nil }
    var other = name
    other.middle = name.middle.isEmpty ? surnames[0] : "\(name.middle) \(surnames[0])"
    other.last = surnames[1]
    return other
  }
}
