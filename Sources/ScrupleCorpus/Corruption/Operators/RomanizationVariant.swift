/// Writes another spelling in Latin letters for a name, or for one word of it.
public struct RomanizationVariant: CorruptionOperator {
  public let name = "romanization"
  private let book: NameBook
  private let group: NameOriginGroup

  public init(_ book: NameBook, group: NameOriginGroup) {
    self.book = book
    self.group = group
  }

  public func apply(to value: String, draw: inout Draw) -> String? {
    if let whole = variant(of: value, &draw) { return whole }
    var words = value.split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    let start = draw.below(words.count)
    for step in 0..<words.count {
      let place = (start + step) % words.count
      guard let other = variant(of: words[place], &draw) else { continue }
      words[place] = other
      return words.joined(separator: " ")
    }
    return nil
  }

  private func variant(of word: String, _ draw: inout Draw) -> String? {
    let others = book.romanizations(of: word, group: group)
    guard !others.isEmpty else { return nil }
    let other = written(others[draw.below(others.count)], like: word)
    return other == word ? nil : other
  }
}
