/// Swaps two neighboring digits that differ.
public struct DigitsTransposed: CorruptionOperator {
  public let name = "digits_transposed"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    var bytes = Array(value.utf8)
    let isDigit = { (byte: UInt8) in byte >= 48 && byte <= 57 }
    let places = bytes.indices.dropLast().filter {
      isDigit(bytes[$0]) && isDigit(bytes[$0 + 1]) && bytes[$0] != bytes[$0 + 1]
    }
    guard !places.isEmpty else { return nil }
    let place = places[draw.below(places.count)]
    bytes.swapAt(place, place + 1)
    return String(decoding: bytes, as: UTF8.self)
  }
}
