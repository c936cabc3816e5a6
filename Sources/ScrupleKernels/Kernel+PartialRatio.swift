// The best ratio of the shorter text with any window of the longer one that is as
// long, or shorter at either end: RapidFuzz's `partial_ratio`.
extension Kernel {
  @inline(__always)
  static func partialRatio(_ a: Text, _ b: Text) -> Double {
    let (needle, hay) = a.count <= b.count ? (a, b) : (b, a)
    if needle.isEmpty { return hay.isEmpty ? 100 : 0 }
    let best = bestWindow(needle, hay)
    // With equal lengths either text may be the one that is cut.
    if needle.count < hay.count || best == 100 { return best }
    return max(best, bestWindow(hay, needle))
  }

  @inline(__always)
  private static func bestWindow(_ needle: Text, _ hay: Text) -> Double {
    if needle.count > 64 {
      return bestWindow(needle, hay) { subsequenceLength(needle, $0) }
    }
    // SAFETY: the needle has at most 64 symbols; windows hold only symbols of the hay.
    return Symbol.withMasks(of: needle, for: hay) { masks in
      bestWindow(needle, hay) { subsequenceByBits(needle.count, $0, masks) }
    }
  }

  @inline(__always)
  private static func bestWindow(
    _ needle: Text, _ hay: Text, _ subsequenceLength: (Text) -> Int
  ) -> Double {
    var best = 0.0
    for end in 1..<(hay.count + needle.count) {
      let window = Text(rebasing: hay[max(0, end - needle.count)..<min(end, hay.count)])
      let total = needle.count + window.count
      let distance = total - 2 * subsequenceLength(window)
      best = max(best, ratio(distance: distance, total: total))
    }
    return best
  }
}
