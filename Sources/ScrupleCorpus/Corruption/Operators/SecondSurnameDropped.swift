/// Keeps the first of two surnames.
public struct SecondSurnameDropped: NameOperator {
  public let name = "second_surname_dropped"

  public init() {}

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    let surnames = SurnameWords(name.last.parted(at: "-")).surnames
    guard surnames.count == 2 else { return nil }
    var other = name
    other.last = surnames[0]
    return other
  }
}

extension String {
  /// The text with every occurrence of a sign replaced by a blank.
  func parted(at sign: Unicode.Scalar) -> String {
    var edited = EditedText(self)
    for place in edited.scalars.indices where edited.scalars[place] == sign {
      edited.scalars[place] = " "
    }
    return edited.text
  }
}
