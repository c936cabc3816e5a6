/// Writes marked letters plain: `García`, `Garcia`.
public struct DiacriticsDropped: CorruptionOperator {
  public let name = "diacritics_dropped"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    let plain = PlainLetters.plain(value)
    return plain == value ? nil : plain
  }
}
