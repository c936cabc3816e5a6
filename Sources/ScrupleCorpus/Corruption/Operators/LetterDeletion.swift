/// Leaves one letter out; a value of one letter stays.
public struct LetterDeletion: CorruptionOperator {
  public let name = "deletion"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    var edited = EditedText(value)
    let places = edited.places { $0.isLetter || $0.isDigit }
    guard places.count > 1 else { return nil }
    edited.scalars.remove(at: places[draw.below(places.count)])
    return edited.text
  }
}
