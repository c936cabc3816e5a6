// Comparison of two match rating codices (Moore, Kuhns, Trefftzs and Montgomery 1977,
// National Bureau of Standards Special Publication 500-2). The codex itself is a
// phonetic code and is made elsewhere.
extension Kernel {
  /// Returns whether two codices agree, or nil when their lengths differ too much to
  /// compare.
  static func matchRatingComparison(_ a: Text, _ b: Text) -> Bool? {
    guard abs(a.count - b.count) < 3 else { return nil }
    return 6 - unmatchedInLonger(a, b) >= minimumRating(total: a.count + b.count)
  }

  private static func minimumRating(total: Int) -> Int {
    switch total {
    case ...4: 5
    case ...7: 4
    case ...11: 3
    default: 2
    }
  }

  /// Returns how many symbols of the longer codex are left when symbols equal at the
  /// same place from the left, then from the right among the rest, are dropped.
  private static func unmatchedInLonger(_ a: Text, _ b: Text) -> Int {
    withUnsafeTemporaryAllocation(of: Symbol.self, capacity: a.count + b.count) { memory in
      memory.initialize(repeating: 0)
      let left = UnsafeMutableBufferPointer(rebasing: memory[..<a.count])
      let right = UnsafeMutableBufferPointer(rebasing: memory[a.count...])
      var leftCount = 0
      var rightCount = 0
      for position in 0..<max(a.count, b.count) {
        let isShared = position < min(a.count, b.count)
        if isShared && a[position] == b[position] { continue }
        if position < a.count {
          left[leftCount] = a[position]
          leftCount += 1
        }
        if position < b.count {
          right[rightCount] = b[position]
          rightCount += 1
        }
      }
      var dropped = 0
      for offset in 1..<(min(leftCount, rightCount) + 1)
      where left[leftCount - offset] == right[rightCount - offset] { dropped += 1 }
      return max(leftCount, rightCount) - dropped
    }
  }
}
