/// Cuts a value after a number of letters.
public struct LetterTruncation: CorruptionOperator {
  public let name = "truncation"
  public let limit: Int

  public init(limit: Int) {
    precondition(limit > 0, "a field of \(limit) letters holds nothing")
    self.limit = limit
  }

  public func apply(to value: String, draw: inout Draw) -> String? {
    let scalars = value.unicodeScalars
    guard scalars.count > limit else { return nil }
    return String(String.UnicodeScalarView(scalars.prefix(limit)))
  }
}
