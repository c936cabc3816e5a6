import ScrupleNormalization
import ScrupleRecords

/// Compares two values of one field of text: names, identifiers, places.
struct ValueComparator: Sendable {
  private(set) var field: NormalizedField
  /// Level tests from best to worst; those that need more than the two values
  /// (`swapped`) are not among them.
  private let steps: [TextStep]
  /// What some test may find in two values; others are not looked at.
  let reach: TextReach
  /// The level of two values that are the same.
  let equalLevel: UInt8

  init(field: NormalizedField, tests: [(test: LevelTest, level: UInt8)]) {
    self.field = field
    steps = tests.compactMap { TextStep($0.test, level: $0.level) }
    reach = TextReach(tests.map(\.test))
    equalLevel = tests.first { !$0.test.looksAcross }?.level ?? 1
  }

  /// The same for pairs within one file.
  func within(_ side: ComparedSide) -> ValueComparator {
    var comparator = self
    comparator.field = field.within(side)
    return comparator
  }

  /// The level of two values that are both present.
  func level(_ left: UInt32, _ right: UInt32) -> UInt8 {
    if left == right { return equalLevel }
    let mine = SketchedText(left, of: field.values)
    let theirs = SketchedText(right, of: field.values)
    return reach.mayHold(mine.sketch, theirs.sketch) ? level(of: mine, theirs) : 1
  }

  /// The level of two different values of which some test may hold.
  @inline(never)
  func level(of left: SketchedText, _ right: SketchedText) -> UInt8 {
    field.values.withPair(left, right) { pair in
      for step in steps where step.holds(pair) { return step.level }
      return 1
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

/// A level test of two different texts, without the text that a `LevelTest`
/// may hold: copying one of those counts references, which costs more than
/// most tests.
struct TextStep: Sendable {
  private enum Kind: UInt8 {
    case near, similar, jaroWinkler, jaro, levenshtein, optimalStringAlignment
    case damerauLevenshtein, indel, dice, jaccard, tokenSet, sharedToken, initial, sameInitial
    case prefix, soundsLike, soundex, levenshteinSimilarity, lastFour, numeric
  }

  private let kind: Kind
  let level: UInt8
  private let limit: Double

  /// The test, or nil for one that never holds of two different texts alone.
  init?(_ test: LevelTest, level: UInt8) {
    self.level = level
    switch test {
    case .near: (kind, limit) = (.near, 0)
    case .similar: (kind, limit) = (.similar, 0)
    case .jaroWinkler(let least): (kind, limit) = (.jaroWinkler, least)
    case .jaro(let least): (kind, limit) = (.jaro, least)
    case .levenshtein(let most): (kind, limit) = (.levenshtein, Double(most))
    case .optimalStringAlignment(let most): (kind, limit) = (.optimalStringAlignment, Double(most))
    case .damerauLevenshtein(let most): (kind, limit) = (.damerauLevenshtein, Double(most))
    case .indel(let most): (kind, limit) = (.indel, Double(most))
    case .dice(let least): (kind, limit) = (.dice, least)
    case .jaccard(let least): (kind, limit) = (.jaccard, least)
    case .tokenSet(let least): (kind, limit) = (.tokenSet, least * 100)
    case .sharedToken: (kind, limit) = (.sharedToken, 0)
    case .initial: (kind, limit) = (.initial, 0)
    case .sameInitial: (kind, limit) = (.sameInitial, 0)
    case .prefix: (kind, limit) = (.prefix, 0)
    case .soundsLike: (kind, limit) = (.soundsLike, 0)
    case .soundex: (kind, limit) = (.soundex, 0)
    case .levenshteinSimilarity(let least): (kind, limit) = (.levenshteinSimilarity, least)
    case .lastFour: (kind, limit) = (.lastFour, 0)
    case .numeric(let most): (kind, limit) = (.numeric, most)
    case .exact, .swapped, .crossed, .dayMonthSwap, .oneDigit, .dateParts, .withinDays, .sameYear,
      .sameMonthDay, .withinYears, .address:
      return nil
    }
  }

  func holds(_ pair: TextPair) -> Bool {
    let (left, right) = (pair.left, pair.right)
    switch kind {
    case .near: return pair.isNear(similarity: 0.92, fromLength: 5)
    case .similar: return pair.isSimilar
    case .jaroWinkler: return pair.hasJaroWinkler(atLeast: limit)
    case .jaro: return pair.jaro >= limit
    case .levenshtein: return mayBeWithin(pair) && Double(pair.levenshtein) <= limit
    case .optimalStringAlignment: return mayBeWithin(pair) && Double(pair.edits) <= limit
    case .damerauLevenshtein: return mayBeWithin(pair) && Double(pair.damerauLevenshtein) <= limit
    case .indel: return mayBeWithin(pair) && Double(pair.indel) <= limit
    case .dice: return pair.qGramDice >= limit
    case .jaccard: return pair.qGramJaccard >= limit
    case .tokenSet: return pair.tokenSetRatio >= limit
    case .sharedToken: return pair.mayHaveBlank && TokenTests.shareToken(left, right)
    case .initial: return TokenTests.isInitial(left, right)
    case .sameInitial: return left.first == right.first
    case .prefix: return TokenTests.isPrefix(left, right)
    case .soundsLike: return TokenTests.soundAlike(left, right)
    case .soundex: return TokenTests.haveSameSoundex(left, right)
    case .levenshteinSimilarity: return pair.levenshteinSimilarity >= limit
    case .lastFour:
      return left.count >= 4 && right.count >= 4 && left.suffix(4).elementsEqual(right.suffix(4))
    case .numeric:
      guard let mine = TokenTests.number(left), let theirs = TokenTests.number(right) else {
        return false
      }
      return abs(mine - theirs) <= limit
    }
  }

  private func mayBeWithin(_ pair: TextPair) -> Bool { Double(pair.bounds.fewestEdits) <= limit }
}

/// What a comparison's tests may find in two different values, so that most
/// pairs of values are settled by their sketches alone.
struct TextReach: Sendable {
  private var mostEdits = -1
  private var leastJaroWinkler = 2.0
  private var jaroWinkler = JaroWinklerLimit(2)
  /// The bits of letters that make a look at the words needed.
  private var wordBits: UInt32 = 0
  private var looksAtBlanks = 0
  private var looksAtInitials = 0
  private var looksAtBeginnings = 0
  private var looksAtAll = 0

  init(_ tests: [LevelTest]) {
    for test in tests { include(test) }
    jaroWinkler = JaroWinklerLimit(leastJaroWinkler)
  }

  private mutating func include(_ test: LevelTest) {
    switch test {
    case .near, .similar:
      mostEdits = max(mostEdits, 2)
      leastJaroWinkler = min(leastJaroWinkler, test == .near ? 0.92 : 0.82)
      if test == .near { looksAtBlanks = 1 }
    case .jaroWinkler(let limit): leastJaroWinkler = min(leastJaroWinkler, limit)
    case .levenshtein(let limit), .optimalStringAlignment(let limit),
      .damerauLevenshtein(let limit), .indel(let limit):
      mostEdits = max(mostEdits, limit)
    case .sharedToken: wordBits = TextSketch.blank
    case .initial: looksAtInitials = 1
    case .prefix: looksAtBeginnings = 1
    case .exact, .swapped, .crossed, .dayMonthSwap, .oneDigit, .dateParts, .withinDays, .sameYear,
      .sameMonthDay, .withinYears, .address:
      break
    case .jaro, .dice, .jaccard, .tokenSet, .sameInitial, .soundsLike, .soundex,
      .levenshteinSimilarity, .lastFour, .numeric:
      looksAtAll = 1
    }
  }

  /// Whether two different values may pass any test at all.
  var mayHoldAtAll: Bool {
    mostEdits >= 0 || leastJaroWinkler <= 1 || wordBits != 0
      || looksAtBlanks | looksAtInitials | looksAtBeginnings | looksAtAll != 0
  }

  /// False only where no test holds of two different values.
  ///
  /// All is computed, none of it skipped: what a pair of names is like cannot be
  /// guessed, and a wrong guess of the processor costs more than the sums.
  @inline(__always)
  func mayHold(_ left: TextSketch, _ right: TextSketch) -> Bool {
    let bounds = LikenessBounds(left, right)
    let common = left.commonBeginning(right)
    let isInitial = (common >= 1 ? 1 : 0) & (min(left.count, right.count) == 1 ? 1 : 0)
    let isBeginning = common >= 3 ? 1 : 0
    return looksAtAll | looksAtInitials & isInitial | looksAtBeginnings & isBeginning
      | looksAtBlanks & (left.maySpellTheSame(right) ? 1 : 0)
      | ((left.letters | right.letters) & wordBits != 0 ? 1 : 0)
      | (bounds.fewestEdits <= mostEdits ? 1 : 0)
      | (bounds.mayReach(jaroWinkler) ? 1 : 0) != 0
  }
}
