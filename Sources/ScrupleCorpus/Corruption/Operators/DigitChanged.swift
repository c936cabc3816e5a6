/// Writes one digit as another.
public struct DigitChanged: CorruptionOperator {
  public let name = "digit_changed"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    var bytes = Array(value.utf8)
    let places = bytes.indices.filter { bytes[$0] >= 48 && bytes[$0] <= 57 }
    guard !places.isEmpty else { return nil }
    let place = places[draw.below(places.count)]
    bytes[place] = 48 + (bytes[place] - 48 + UInt8(draw.within(1...9))) % 10
    return String(decoding: bytes, as: UTF8.self)
  }
}
