/// The surnames of a last-name field, each with its particle.
struct SurnameWords {
  /// "DE LA CRUZ", "LOPEZ"; one element where there is one surname.
  var surnames: [String]

  init(_ field: String) {
    surnames = []
    var pending: [Substring] = []
    for word in field.split(separator: " ") {
      pending.append(word)
      if Self.isParticle(word) { continue }
      surnames.append(pending.joined(separator: " "))
      pending = []
    }
    if !pending.isEmpty { surnames.append(pending.joined(separator: " ")) }
  }

  /// Whether a word stands before a surname and belongs to it, in any case.
  static func isParticle(_ word: Substring) -> Bool {
    guard word.utf8.count <= 5 else { return false }
    let code = code(word.utf8)
    return particles.contains(code)
  }

  /// The plain letters of a short word, small, in one number; there is a draw of
  /// millions, and no set of strings is that fast.
  private static func code(_ letters: some Collection<UInt8>) -> UInt64 {
    letters.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  private static let particles: [UInt64] = [
    "de", "la", "del", "las", "los", "dela", "delos", "y", "al", "el", "bin", "ibn", "abu", "van",
    "von", "der", "den", "di", "da", "dos", "san", "santa", "st",
  ].map { code(Array($0.utf8)) }
}
