/// Writes a short or pet form for a given name, in the letters' case of the value.
public struct NicknameUse: CorruptionOperator {
  public let name = "nickname"
  private let book: NameBook
  private let group: NameOriginGroup

  public init(_ book: NameBook, group: NameOriginGroup) {
    self.book = book
    self.group = group
  }

  public func apply(to value: String, draw: inout Draw) -> String? {
    let nicknames = book.nicknames(of: value, group: group)
    guard !nicknames.isEmpty else { return nil }
    let written = written(nicknames[draw.below(nicknames.count)], like: value)
    return written == value ? nil : written
  }
}

/// A table's spelling as the value is written: capitals, plain letters or neither.
func written(_ spelling: String, like value: String) -> String {
  let isCapitals = !value.unicodeScalars.contains { $0.isPlainLetter && !$0.isCapital }
  if isCapitals { return PlainLetters.key(spelling) }
  return value.utf8.allSatisfy { $0 < 0x80 } ? PlainLetters.plain(spelling) : spelling
}
