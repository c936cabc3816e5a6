/// Leaves the day, or month and day, unknown: `1982-02-XX`, `1982-XX-XX`.
public struct PartialDate: CorruptionOperator {
  public let name = "partial_date"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    guard let date = WholeDate(value) else { return nil }
    var bytes = date.bytes
    bytes.replaceSubrange(8..<10, with: [88, 88])
    if draw.happens(0.3) { bytes.replaceSubrange(5..<7, with: [88, 88]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
