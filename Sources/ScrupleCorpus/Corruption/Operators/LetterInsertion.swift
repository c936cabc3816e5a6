/// Writes a key beside the right one as well: one letter more.
public struct LetterInsertion: CorruptionOperator {
  public let name = "insertion"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    var edited = EditedText(value)
    let places = edited.places { !KeyboardNeighbor.neighbors(of: $0).isEmpty }
    guard !places.isEmpty else { return nil }
    let place = places[draw.below(places.count)]
    let beside = edited.scalars[place]
    let around = KeyboardNeighbor.neighbors(of: beside)
    let extra = Unicode.Scalar(around[draw.below(around.count)]).cased(like: beside)
    edited.scalars.insert(extra, at: place + draw.below(2))
    return edited.text
  }
}
