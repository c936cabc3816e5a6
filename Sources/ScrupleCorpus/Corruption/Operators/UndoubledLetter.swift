/// Writes a doubled letter once: `Phillip`, `Philip`.
public struct UndoubledLetter: CorruptionOperator {
  public let name = "undoubled_letter"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    var edited = EditedText(value)
    let scalars = edited.scalars
    let places = scalars.indices.dropLast().filter { place in
      scalars[place].isLetter
        && scalars[place].cased(like: scalars[place + 1]) == scalars[place + 1]
    }
    guard !places.isEmpty else { return nil }
    edited.scalars.remove(at: places[draw.below(places.count)] + 1)
    return edited.text
  }
}
