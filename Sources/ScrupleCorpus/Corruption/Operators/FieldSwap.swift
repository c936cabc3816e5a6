/// Writes the surname into the field of the given name, and the other way round.
public struct FieldSwap: NameOperator {
  public let name = "name_swap"

  public init() {}

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    guard !name.first.isEmpty, !name.last.isEmpty, name.first != name.last else { return nil }
    var swapped = name
    (swapped.first, swapped.last) = (name.last, name.first)
    return swapped
  }
}
