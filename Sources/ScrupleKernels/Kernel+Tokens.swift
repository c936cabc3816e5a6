// Similarities of texts as lists or sets of words, as RapidFuzz defines them.
extension Kernel {
  /// Returns the ratio of both texts with their words sorted and joined by one space.
  @inline(__always)
  static func tokenSortRatio(_ a: Text, _ b: Text) -> Double {
    withWords(of: a) { left in
      withWords(of: b) { right in
        withJoined(left, of: a) { first in
          withJoined(right, of: b) { second in ratio(first, second) }
        }
      }
    }
  }

  @inline(__always)
  static func tokenSetRatio(_ a: Text, _ b: Text) -> Double {
    withWords(of: a) { left in
      withWords(of: b) { right in
        setRatio(distinct(left, of: a), of: a, distinct(right, of: b), of: b)
      }
    }
  }

  /// Compares, pairwise, the shared words, the shared words and what only the left
  /// has, and the shared words and what only the right has; the best ratio counts.
  ///
  /// The shared words open all three texts, so their distances follow from the
  /// lengths and from the distance of the two remainders.
  private static func setRatio(
    _ left: Pieces, of a: Text, _ right: Pieces, of b: Text
  ) -> Double {
    if left.isEmpty || right.isEmpty { return 0 }
    let sharedLength = joinedLength(of: left) { isMember($0, of: a, in: right, of: b) }
    let leftOnly = without(left, of: a, right, of: b)
    let rightOnly = without(right, of: b, left, of: a)
    if sharedLength > 0 && (leftOnly.isEmpty || rightOnly.isEmpty) { return 100 }

    let leftLength = joinedLength(of: leftOnly) { _ in true }
    let rightLength = joinedLength(of: rightOnly) { _ in true }
    let gap = sharedLength > 0 ? 1 : 0
    let distance = withJoined(leftOnly, of: a) { first in
      withJoined(rightOnly, of: b) { second in indel(first, second) }
    }
    let total = 2 * (sharedLength + gap) + leftLength + rightLength
    let both = percentage(distance, of: total)
    if sharedLength == 0 { return both }
    return max(
      both, percentage(gap + leftLength, of: 2 * sharedLength + gap + leftLength),
      percentage(gap + rightLength, of: 2 * sharedLength + gap + rightLength))
  }

  /// Returns 100 less the percentage, in RapidFuzz's order of operations here, which
  /// is not the one of `ratio`.
  private static func percentage(_ distance: Int, of total: Int) -> Double {
    total == 0 ? 100 : 100 - 100 * Double(distance) / Double(total)
  }

  private static func isMember(
    _ piece: Piece, of text: Text, in pieces: Pieces, of other: Text
  ) -> Bool {
    pieces.contains { order(piece, of: text, $0, of: other) == 0 }
  }

  private static func joinedLength(of words: Pieces, where isCounted: (Piece) -> Bool) -> Int {
    var length = 0
    for word in words where isCounted(word) {
      length += Int(word.count) + (length > 0 ? 1 : 0)
    }
    return length
  }

  /// Moves the words that `others` lacks to the front, in order, and returns them.
  ///
  /// The rest of `words` keeps its count but loses its order: `isMember` must
  /// therefore not rely on sorted lists, and does not.
  private static func without(
    _ words: Pieces, of text: Text, _ others: Pieces, of other: Text
  ) -> Pieces {
    var count = 0
    for index in words.indices where !isMember(words[index], of: text, in: others, of: other) {
      words.swapAt(count, index)
      count += 1
    }
    return Pieces(rebasing: words[..<count])
  }

  /// Calls `body` with the words joined by single spaces.
  @inline(__always)
  static func withJoined<Result>(
    _ words: Pieces, of text: Text, _ body: (Text) -> Result
  ) -> Result {
    let length = joinedLength(of: words) { _ in true }
    return withUnsafeTemporaryAllocation(of: Symbol.self, capacity: length) { joined in
      var end = 0
      for word in words {
        if end > 0 {
          joined.initializeElement(at: end, to: 0x20)
          end += 1
        }
        for offset in 0..<Int(word.count) {
          joined.initializeElement(at: end, to: text[Int(word.start) + offset])
          end += 1
        }
      }
      return body(Text(joined))
    }
  }
}
