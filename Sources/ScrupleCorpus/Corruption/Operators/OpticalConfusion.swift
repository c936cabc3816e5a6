/// Reads one sign as another of the same shape: 0/O, 1/I/l, 5/S, 8/B, rn/m.
public struct OpticalConfusion: CorruptionOperator {
  public let name = "ocr"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    let edited = EditedText(value)
    return firstFound(among: edited.scalars.count, &draw) { place in
      Self.confused(edited.scalars, at: place)
    }
  }

  private static func confused(_ scalars: [Unicode.Scalar], at place: Int) -> String? {
    var edited = EditedText("")
    edited.scalars = scalars
    let next = place + 1 < scalars.count ? scalars[place + 1] : " "
    switch (scalars[place], next) {
    case ("r", "n"): edited.scalars.replaceSubrange(place...place + 1, with: ["m"])
    case ("R", "N"): edited.scalars.replaceSubrange(place...place + 1, with: ["M"])
    case ("m", _): edited.scalars.replaceSubrange(place...place, with: ["r", "n"])
    default:
      guard let other = pairs[scalars[place]] else { return nil }
      edited.scalars[place] = other
    }
    return edited.text
  }

  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "O", "O": "0", "o": "0", "1": "I", "I": "1", "l": "1", "5": "S", "S": "5", "s": "5",
    "8": "B", "B": "8", "Z": "2", "2": "Z", "G": "6", "6": "G",
  ]
}
