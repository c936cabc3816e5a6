/// Swaps two neighboring letters that differ.
public struct AdjacentTransposition: CorruptionOperator {
  public let name = "transposition"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    var edited = EditedText(value)
    let scalars = edited.scalars
    let places = scalars.indices.dropLast().filter { place in
      let (one, next) = (scalars[place], scalars[place + 1])
      return one.isLetter && next.isLetter && one.cased(like: next) != next
    }
    guard !places.isEmpty else { return nil }
    let place = places[draw.below(places.count)]
    // The capital stays in front: "Smith" becomes "Msith".
    edited.scalars[place] = scalars[place + 1].cased(like: scalars[place])
    edited.scalars[place + 1] = scalars[place].cased(like: scalars[place + 1])
    return edited.text
  }
}
