import ScrupleNormalization
import ScrupleRecords

/// Compares two values of one field of text: names, identifiers, places.
struct ValueComparator: Sendable {
  let field: NormalizedField
  /// Level tests from best to worst; those that need more than the two values
  /// (`swapped`) are not among them.
  let tests: [(test: LevelTest, level: UInt8)]
  /// The letters of each code's value.
  private let letters: [LetterSet]

  init(field: NormalizedField, tests: [(test: LevelTest, level: UInt8)]) {
    self.field = field
    self.tests = tests
    letters = LetterSet.all(of: field.values)
  }

  /// The level of two values that are the same.
  var equalLevel: UInt8 { tests.first { !$0.test.looksAcross }?.level ?? 1 }

  /// The level of two values that are both present.
  func level(_ left: UInt32, _ right: UInt32) -> UInt8 {
    field.values.withAllBytes { arena, offsets in
      let mine = UnsafeBufferPointer(
        rebasing: arena[offsets[Int(left)]..<offsets[Int(left) + 1]])
      let theirs = UnsafeBufferPointer(
        rebasing: arena[offsets[Int(right)]..<offsets[Int(right) + 1]])
      let pair = TextPair(
        left: mine, leftLetters: letters[Int(left)], right: theirs,
        rightLetters: letters[Int(right)])
      for entry in tests where Self.holds(entry.test, left == right, pair) { return entry.level }
      return 1
    }
  }

  private static func holds(_ test: LevelTest, _ areEqual: Bool, _ pair: TextPair) -> Bool {
    // Equal values pass every test of likeness.
    if areEqual { return true }
    let (left, right) = (pair.left, pair.right)
    switch test {
    case .exact: return false
    case .near: return pair.isNear(similarity: 0.92, fromLength: 5)
    case .similar: return pair.isSimilar
    case .jaroWinkler(let limit):
      return pair.bounds.largestJaroWinkler >= limit && pair.jaroWinkler >= limit
    case .jaro(let limit): return pair.jaro >= limit
    case .levenshtein(let limit):
      return pair.bounds.fewestEdits <= limit && pair.levenshtein <= limit
    case .optimalStringAlignment(let limit):
      return pair.bounds.fewestEdits <= limit && pair.edits <= limit
    case .damerauLevenshtein(let limit):
      return pair.bounds.fewestEdits <= limit
        && pair.damerauLevenshtein <= limit
    case .indel(let limit):
      return pair.bounds.fewestEdits <= limit && pair.indel <= limit
    case .dice(let limit): return pair.qGramDice >= limit
    case .jaccard(let limit): return pair.qGramJaccard >= limit
    case .tokenSet(let limit): return pair.tokenSetRatio >= limit * 100
    case .sharedToken: return pair.hasBlank && TokenTests.shareToken(left, right)
    case .initial: return TokenTests.isInitial(left, right)
    case .sameInitial: return left.first == right.first
    case .prefix: return TokenTests.isPrefix(left, right)
    case .soundsLike: return TokenTests.soundAlike(left, right)
    case .soundex: return TokenTests.haveSameSoundex(left, right)
    case .levenshteinSimilarity(let limit): return pair.levenshteinSimilarity >= limit
    case .lastFour:
      return left.count >= 4 && right.count >= 4 && left.suffix(4).elementsEqual(right.suffix(4))
    case .numeric(let limit):
      guard let mine = TokenTests.number(left), let theirs = TokenTests.number(right) else {
        return false
      }
      return abs(mine - theirs) <= limit
    case .swapped, .crossed, .dayMonthSwap, .oneDigit, .dateParts, .withinDays, .sameYear,
      .sameMonthDay, .withinYears, .address:
      return false
    }
  }

  /// Whether a test can be made of two values of this kind.
  static func fits(_ test: LevelTest, _ kind: FieldKind) -> Bool {
    switch test {
    case .dayMonthSwap, .oneDigit, .dateParts, .withinDays, .sameYear, .sameMonthDay, .withinYears:
      kind == .date
    case .address: false
    default: kind != .date || test == .exact
    }
  }
}
