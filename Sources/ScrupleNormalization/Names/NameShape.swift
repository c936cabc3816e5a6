/// Steps on the words of a name that cells and full names share.
enum NameShape {
  /// The words without leading titles, as long as a word remains.
  static func withoutTitles(_ words: [Word], flags: inout NameFlags) -> [Word] {
    var rest = words[...]
    while rest.count > 1, let first = rest.first {
      // "Mr. and Mrs. Max McGlamry"
      let joinsTitles = rest.count < words.count && NameWords.conjunctions.contains(first)
      guard joinsTitles || NameWords.titles.contains(first) else { break }
      rest.removeFirst()
      flags.insert(joinsTitles ? .severalPeople : .title)
    }
    return Array(rest)
  }

  static func withoutStandIns(_ words: [Word]) -> [Word] {
    words.filter { !NameWords.standIns.contains($0) }
  }

  /// The words of the first person of "Charles and Jean Dukes": Charles Dukes.
  static func firstPerson(_ words: [Word], flags: inout NameFlags) -> [Word] {
    let inside = words.indices.dropFirst().dropLast()
    guard let and = inside.first(where: { NameWords.conjunctions.contains(words[$0]) }) else {
      return words.filter { !$0.equals("&") }
    }
    flags.insert(.severalPeople)
    return Array(words[..<and])
  }

  /// Joins "mc donald" and, in surnames, "mac donald" and "o brien"; writes "saint" as "st".
  static func withPrefixesJoined(_ words: [Word], field: NameField) -> [Word] {
    var joined: [Word] = []
    var index = 0
    while index < words.count {
      var word = words[index]
      let hasNext = index + 1 < words.count
      let joins = field == .surname ? NameWords.prefixes.contains(word) : word.equals("mc")
      if hasNext && joins {
        word += words[index + 1]
        index += 1
      } else if hasNext && field == .surname && word.equals("saint") {
        word = Array("st".utf8)[...]
      }
      joined.append(word)
      index += 1
    }
    return joined
  }

  /// A joined name without its particles, or all of it when there is nothing else.
  static func withoutParticles(_ name: [UInt8]) -> [UInt8] {
    let words = name.split(separator: 0x20)
    let rest = words.enumerated().filter { index, word in
      // One letter at either end is an initial.
      let isInitial = word.count == 1 && (index == 0 || index == words.count - 1)
      return isInitial || !NameWords.particles.contains(word)
    }
    let isChanged = !rest.isEmpty && rest.count < words.count
    return isChanged ? [UInt8](joining: rest.map(\.element)) : name
  }
}
