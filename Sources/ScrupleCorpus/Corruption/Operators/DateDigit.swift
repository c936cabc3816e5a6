/// Writes one digit of a date wrong, so that a day of the calendar comes out.
public struct DateDigit: CorruptionOperator {
  public let name = "date_digit"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    guard WholeDate(value) != nil else { return nil }
    var bytes = Array(value.utf8)
    // The century is not mistyped: a form would not take it.
    let places = [2, 3, 5, 6, 8, 9]
    return firstFound(among: places.count * 9, &draw) { choice in
      let place = places[choice / 9]
      let old = bytes[place]
      bytes[place] = 48 + (old - 48 + UInt8(1 + choice % 9)) % 10
      let text = String(decoding: bytes, as: UTF8.self)
      bytes[place] = old
      return WholeDate(text) == nil ? nil : text
    }
  }
}
