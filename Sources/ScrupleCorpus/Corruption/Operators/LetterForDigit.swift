/// Writes O for 0, I for 1, S for 5 or B for 8.
public struct LetterForDigit: CorruptionOperator {
  public let name = "letter_for_digit"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    var bytes = Array(value.utf8)
    let places = bytes.indices.filter { Self.letter(for: bytes[$0]) != nil }
    guard !places.isEmpty else { return nil }
    let place = places[draw.below(places.count)]
    bytes[place] = Self.letter(for: bytes[place]) ?? bytes[place]
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func letter(for digit: UInt8) -> UInt8? {
    switch digit {
    case 48: 79
    case 49: 73
    case 53: 83
    case 56: 66
    default: nil
    }
  }
}
