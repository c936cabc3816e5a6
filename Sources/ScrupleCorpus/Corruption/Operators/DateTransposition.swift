/// Swaps two neighboring digits within the year, month or day, so that a day of the calendar comes out.
public struct DateTransposition: CorruptionOperator {
  public let name = "date_transposition"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    guard WholeDate(value) != nil else { return nil }
    var bytes = Array(value.utf8)
    let places = [2, 5, 8]
    return firstFound(among: places.count, &draw) { choice in
      let place = places[choice]
      guard bytes[place] != bytes[place + 1] else { return nil }
      bytes.swapAt(place, place + 1)
      let text = String(decoding: bytes, as: UTF8.self)
      bytes.swapAt(place, place + 1)
      return WholeDate(text) == nil ? nil : text
    }
  }
}
