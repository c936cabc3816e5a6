extension Reference {
  /// Returns 100 times the normalized insert-delete similarity.
  package static func ratio(_ a: Text, _ b: Text) -> Double {
    if a.isEmpty && b.isEmpty { return 100 }
    return 100 * (1 - Double(indel(a, b)) / Double(a.count + b.count))
  }

  /// Returns the ratio of both texts with sorted words.
  package static func tokenSortRatio(_ a: Text, _ b: Text) -> Double {
    ratio(joined(sorted(words(a))), joined(sorted(words(b))))
  }

  /// Returns the best ratio among the shared words, and the shared words followed by what
  /// either text has alone.
  package static func tokenSetRatio(_ a: Text, _ b: Text) -> Double {
    let left = Set(words(a))
    let right = Set(words(b))
    if left.isEmpty || right.isEmpty { return 0 }
    let shared = sorted(Array(left.intersection(right)))
    let withLeft = joined(shared + sorted(Array(left.subtracting(right))))
    let withRight = joined(shared + sorted(Array(right.subtracting(left))))
    let both = ratio(withLeft, withRight)
    if shared.isEmpty { return both }
    return max(both, ratio(joined(shared), withLeft), ratio(joined(shared), withRight))
  }

  /// Returns the best ratio of the shorter text with any run of the longer one that is as
  /// long, or that is shorter and touches either end.
  package static func partialRatio(_ a: Text, _ b: Text) -> Double {
    if a.count == b.count { return max(bestRun(a, b), bestRun(b, a)) }
    return a.count < b.count ? bestRun(a, b) : bestRun(b, a)
  }

  private static func bestRun(_ needle: Text, _ hay: Text) -> Double {
    if needle.isEmpty { return hay.isEmpty ? 100 : 0 }
    var best = 0.0
    for length in 1...needle.count {
      for start in 0...(hay.count - length) {
        let touchesAnEnd = start == 0 || start + length == hay.count
        if length == needle.count || touchesAnEnd {
          best = max(best, ratio(needle, Array(hay[start..<(start + length)])))
        }
      }
    }
    return best
  }

  private static func sorted(_ words: [Text]) -> [Text] {
    words.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func joined(_ words: [Text]) -> Text { Array(words.joined(separator: [0x20])) }
}
