import ScrupleCorpus
import Testing

@Suite struct SurnameTailTests {
  /// A million Americans bear about 196,000 surnames: 98,600 expected from the
  /// Census 2010 counts of those with 100 bearers, and 97,800 from the 6.1 million
  /// others, of which 3.9 million are borne once.
  @Test func aMillionPeopleBearAsManySurnamesAsInTheCensus() {
    let shares: [(NameOriginGroup, Int)] = [
      (.anglo, 660_000), (.black, 130_000), (.hispanic, 160_000), (.vietnamese, 5_000),
      (.chinese, 12_000), (.korean, 5_000), (.filipino, 9_000), (.southAsian, 11_000),
      (.arabic, 4_000), (.slavic, 4_000),
    ]
    var seen: [String: Int] = [:]
    var draw = Draw(seed: 21, for: .names, index: 1)
    for (group, count) in shares {
      for _ in 0..<count {
        seen[NameBook.standard.surname(of: group, draw: &draw), default: 0] += 1
      }
    }
    let once = seen.values.count { $0 == 1 }
    print("surnames among a million: \(seen.count), borne once \(once)")
    #expect((150_000...240_000).contains(seen.count))
    #expect(Double(once) / Double(seen.count) > 0.5)
  }

  @Test(arguments: NameOriginGroup.allCases)
  func spellingsOfTheTailCanBeSpokenAndAreNotInTheHead(group: NameOriginGroup) {
    let head = Self.head(of: group)
    var draw = Draw(seed: 22, for: .names, index: 2)
    for _ in 0..<20_000 {
      let name = NameBook.standard.surname(of: group, draw: &draw)
      if head.contains(name) { continue }
      let letters = PlainLetters.key(name).unicodeScalars.map { $0 }
      let hasVowel = letters.contains { "AEIOUY".unicodeScalars.contains($0) }
      #expect(hasVowel, "\(name)")
      #expect(letters.count <= 18, "\(name)")
      #expect(letters.count >= 2, "\(name)")
      #expect(!Self.hasLongRun(letters), "\(name)")
    }
  }

  private static func head(of group: NameOriginGroup) -> Set<String> {
    Set(
      SurnameRows.text.split(separator: "\n").compactMap { line in
        let cells = line.split(separator: ",")
        return cells[0] == group.rawValue ? String(cells[1]) : nil
      })
  }

  /// More than four consonants in a row, or a letter three times.
  private static func hasLongRun(_ letters: [Unicode.Scalar]) -> Bool {
    var run = 0
    for (place, letter) in letters.enumerated() {
      if place > 1, letters[place - 1] == letter, letters[place - 2] == letter { return true }
      let isVowel = "AEIOUY' -".unicodeScalars.contains(letter)
      run = isVowel ? 0 : run + 1
      if run > 4 { return true }
    }
    return false
  }
}
