/// Leaves one digit out.
public struct DigitDropped: CorruptionOperator {
  public let name = "digit_dropped"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    var bytes = Array(value.utf8)
    let places = bytes.indices.filter { bytes[$0] >= 48 && bytes[$0] <= 57 }
    guard places.count > 1 else { return nil }
    bytes.remove(at: places[draw.below(places.count)])
    return String(decoding: bytes, as: UTF8.self)
  }
}
