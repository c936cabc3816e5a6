/// Doubles a letter: `Philip`, `Phillip`.
public struct DoubledLetter: CorruptionOperator {
  public let name = "doubled_letter"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    var edited = EditedText(value)
    let places = edited.places { $0.isLetter }
    guard !places.isEmpty else { return nil }
    let place = places[draw.below(places.count)]
    let letter = edited.scalars[place]
    edited.scalars.insert(
      letter.isCapital && isMixed(edited) ? small(letter) : letter, at: place + 1)
    return edited.text
  }

  private func isMixed(_ edited: EditedText) -> Bool {
    edited.scalars.contains { $0.isPlainLetter && !$0.isCapital }
  }

  private func small(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(letter.value | 0x20) ?? letter
  }
}
