import ScrupleKernels

/// Two different normalized texts and how alike they are.
///
/// The limits of *near* and *similar* depend on the length of the shorter text:
/// one edit in three letters changes a name, two in eight do not. Distances
/// count Unicode scalars.
struct TextPair {
  let left: UnsafeBufferPointer<UInt8>
  let right: UnsafeBufferPointer<UInt8>
  let bounds: LikenessBounds
  /// Whether one of the texts may have several words.
  let mayHaveBlank: Bool
  /// Whether the texts may be the same but for blanks.
  private let maySpellTheSame: Bool
  /// Whether both are ASCII, so that bytes are scalars.
  private let isASCII: Bool

  init(
    left: UnsafeBufferPointer<UInt8>, _ leftSketch: TextSketch,
    right: UnsafeBufferPointer<UInt8>, _ rightSketch: TextSketch
  ) {
    self.left = left
    self.right = right
    isASCII = Self.isASCII(left, leftSketch) && Self.isASCII(right, rightSketch)
    mayHaveBlank = leftSketch.mayHaveBlank || rightSketch.mayHaveBlank
    maySpellTheSame = leftSketch.maySpellTheSame(rightSketch)
    bounds = LikenessBounds(leftSketch, rightSketch)
  }

  init(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) {
    self.init(left: left, TextSketch(left), right: right, TextSketch(right))
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ sketch: TextSketch) -> Bool {
    !sketch.isUnbounded || bytes.allSatisfy { $0 < 0x80 }
  }

  /// The optimal string alignment distance.
  var edits: Int {
    isASCII
      ? StringDistance.optimalStringAlignment(left, right)
      : withScalars { StringDistance.optimalStringAlignment($0, $1) }
  }

  /// Whether the optimal string alignment distance is at most a limit.
  func isWithin(edits limit: Int) -> Bool {
    if bounds.fewestEdits > limit { return false }
    return isASCII
      ? StringDistance.optimalStringAlignment(left, right, limit: limit) <= limit
      : withScalars { StringDistance.optimalStringAlignment($0, $1, limit: limit) } <= limit
  }

  /// Whether the Jaro–Winkler similarity is at least a limit.
  func hasJaroWinkler(atLeast limit: Double) -> Bool {
    if !bounds.mayReach(JaroWinklerLimit(limit)) { return false }
    return isASCII
      ? StringDistance.jaroWinklerIsAtLeast(limit, left, right)
      : withScalars { StringDistance.jaroWinklerIsAtLeast(limit, $0, $1) }
  }

  /// The Jaro–Winkler similarity.
  var jaroWinkler: Double {
    isASCII
      ? StringDistance.jaroWinkler(left, right)
      : withScalars { StringDistance.jaroWinkler($0, $1) }
  }

  /// The Jaro similarity.
  var jaro: Double {
    isASCII
      ? StringDistance.jaro(left, right) : withScalars { StringDistance.jaro($0, $1) }
  }

  /// The Levenshtein distance.
  var levenshtein: Int {
    isASCII
      ? StringDistance.levenshtein(left, right) : withScalars { StringDistance.levenshtein($0, $1) }
  }

  /// 1 − Levenshtein distance / scalars of the longer text, in 0...1.
  var levenshteinSimilarity: Double {
    func count(_ text: UnsafeBufferPointer<UInt8>) -> Int { text.count { $0 & 0xC0 != 0x80 } }
    let longer = max(1, count(left), count(right))
    // One division, so that four of five letters are 0.8 to the last bit.
    return Double(longer - levenshtein) / Double(longer)
  }

  /// The unrestricted Damerau–Levenshtein distance.
  var damerauLevenshtein: Int {
    isASCII
      ? StringDistance.damerauLevenshtein(left, right)
      : withScalars { StringDistance.damerauLevenshtein($0, $1) }
  }

  /// The insertions and deletions that turn one text into the other.
  var indel: Int {
    isASCII
      ? StringDistance.indel(left, right) : withScalars { StringDistance.indel($0, $1) }
  }

  /// The Dice coefficient of the sets of 2-grams.
  var qGramDice: Double {
    isASCII
      ? StringDistance.qGramDice(left, right) : withScalars { StringDistance.qGramDice($0, $1) }
  }

  /// The Jaccard index of the sets of 2-grams.
  var qGramJaccard: Double {
    isASCII
      ? StringDistance.qGramJaccard(left, right)
      : withScalars { StringDistance.qGramJaccard($0, $1) }
  }

  /// The token-set ratio, in 0...100.
  var tokenSetRatio: Double {
    isASCII
      ? StringDistance.tokenSetRatio(left, right)
      : withScalars { StringDistance.tokenSetRatio($0, $1) }
  }

  /// One slip apart: one edit (three letters or more), two edits (eight or
  /// more), a Jaro–Winkler similarity of at least `similarity` (texts of
  /// `fromLength` or more), or the same but for blanks.
  func isNear(similarity: Double, fromLength: Int) -> Bool {
    let shorter = min(left.count, right.count)
    if shorter >= 3 && isWithin(edits: shorter >= 8 ? 2 : 1) { return true }
    if shorter >= fromLength && hasJaroWinkler(atLeast: similarity) { return true }
    return maySpellTheSame && isSameWithoutBlanks
  }

  /// Alike, but not near: Jaro–Winkler at least 0.82, or two edits (five
  /// letters or more).
  var isSimilar: Bool {
    if hasJaroWinkler(atLeast: 0.82) { return true }
    return min(left.count, right.count) >= 5 && isWithin(edits: 2)
  }

  /// One edit or exchange of neighbours apart, three characters or more.
  var isOneEdit: Bool {
    min(left.count, right.count) >= 3 && isWithin(edits: 1)
  }

  private var isSameWithoutBlanks: Bool {
    var mine = 0
    var theirs = 0
    while true {
      while mine < left.count && left[mine] == 0x20 { mine += 1 }
      while theirs < right.count && right[theirs] == 0x20 { theirs += 1 }
      if mine == left.count || theirs == right.count {
        return mine == left.count && theirs == right.count
      }
      if left[mine] != right[theirs] { return false }
      mine += 1
      theirs += 1
    }
  }

  private func withScalars<Result>(
    _ body: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    let mine = String(decoding: left, as: UTF8.self).unicodeScalars.map(\.value)
    let theirs = String(decoding: right, as: UTF8.self).unicodeScalars.map(\.value)
    return mine.withUnsafeBufferPointer { one in
      theirs.withUnsafeBufferPointer { body(one, $0) }
    }
  }
}
