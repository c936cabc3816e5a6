/// Where the surname begins in the words of a full name without a comma.
///
/// Particles belong to the word behind them: "Andre van der Hoek". With "de" or "del", two words
/// may follow: "Jose de la Torre Munoz" has the surnames Torre and Munoz. "Maria de los Angeles"
/// is one given name, and what follows it are surnames.
struct NameBorder {
  /// The index of the surname's first word, given names first.
  let surnameStart: Int
  /// The index after the surname's last word, surname first.
  let surnameEnd: Int
  /// Whether another border would do as well.
  let isAmbiguous: Bool

  init(words: [Word], style: SurnameStyle) {
    let givenCount = Self.givenCount(of: words[...])
    let spansAll = givenCount == words.count
    let first = spansAll ? 1 : givenCount
    var start = Self.surnameStart(in: words, from: first)
    let unmarked = start == words.count - 1 && words.count - first == 2
    if givenCount > 1 && unmarked && !spansAll { start = first }
    if style == .double && start == words.count - 1 && words.count - first > 1 {
      if words[start - 1].count > 1 { start -= 1 }
    }
    surnameStart = start
    surnameEnd = Self.surnameEnd(in: words, style: style)
    let middleWords = words[first..<start].filter { $0.count > 1 }
    isAmbiguous = spansAll || givenCount > 1 || words.count > 3 && !middleWords.isEmpty
  }

  /// How many words the given name has: one, or more with "de los angeles" and the like.
  static func givenCount(of words: ArraySlice<Word>) -> Int {
    guard words.count > 2 else { return min(words.count, 1) }
    let tail = words.dropFirst()
    guard let second = tail.first, second.equals("de") || second.equals("del") else { return 1 }
    let particles = tail.prefix { NameWords.particles.contains($0) }
    let next = tail.dropFirst(particles.count).first
    guard let next, NameWords.devotions.contains(next) else { return 1 }
    return 2 + particles.count
  }

  private static func surnameStart(in words: [Word], from first: Int) -> Int {
    let isParticle = { (index: Int) in
      words[index].count > 1 && NameWords.particles.contains(words[index])
    }
    for index in first..<words.count where words[index].equals("de") || words[index].equals("del") {
      let chain = words[index...].prefix { NameWords.particles.contains($0) }
      if 1...2 ~= words.count - index - chain.count { return index }
    }
    var start = words.count - 1
    while start > first {
      if isParticle(start - 1) {
        start -= 1
      } else if start - 2 >= first, words[start - 1].equals("y") || words[start - 1].equals("e") {
        // "Garcia y Lopez" is a surname; "Ana y Lopez" would leave no given name.
        guard start - 2 > 0, words[start - 1].equals("y") else { break }
        start -= 2
      } else {
        break
      }
    }
    return start
  }

  private static func surnameEnd(in words: [Word], style: SurnameStyle) -> Int {
    var end = 0
    while end < words.count - 2, NameWords.particles.contains(words[end]) { end += 1 }
    end += 1
    if words.count - end > 2, words[end].equals("y") { return end + 2 }
    return style == .double && words.count - end > 1 ? end + 1 : end
  }
}
