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

  /// The words before a surname that belong to it.
  static func isParticle(_ word: Substring) -> Bool {
    particles.contains(PlainLetters.key(String(word)))
  }

  private static let particles: Set<String> = [
    "DE", "LA", "DEL", "LAS", "LOS", "DELA", "DELOS", "Y", "AL", "EL", "BIN", "IBN", "ABU",
    "VAN", "VON", "DER", "DEN", "DI", "DA", "DOS", "SAN", "SANTA", "ST",
  ]
}
