// Common beginnings and ends. Candidate pairs are mostly near-equal names, so
// dropping what both share often leaves one or two symbols for the real kernel.
// A shared beginning or end never changes Levenshtein, OSA, Damerau-Levenshtein
// or subsequence distance; it does change Jaro, which is not trimmed.
extension Kernel {
  @inline(__always)
  static func commonPrefixLength(_ a: Text, _ b: Text, atMost limit: Int = .max) -> Int {
    let end = min(a.count, b.count, limit)
    var length = 0
    while length < end && a[length] == b[length] { length &+= 1 }
    return length
  }

  @inline(__always)
  static func commonSuffixLength(_ a: Text, _ b: Text) -> Int {
    let end = min(a.count, b.count)
    var length = 0
    while length < end && a[a.count &- 1 &- length] == b[b.count &- 1 &- length] { length &+= 1 }
    return length
  }

  /// Returns both texts without their common beginning and end, the shorter first.
  @inline(__always)
  static func trimmed(_ a: Text, _ b: Text) -> (shorter: Text, longer: Text) {
    let prefix = commonPrefixLength(a, b)
    let left = Text(rebasing: a[prefix...])
    let right = Text(rebasing: b[prefix...])
    let suffix = commonSuffixLength(left, right)
    let first = Text(rebasing: left[..<(left.count &- suffix)])
    let second = Text(rebasing: right[..<(right.count &- suffix)])
    return first.count <= second.count ? (first, second) : (second, first)
  }

  /// Returns how many positions differ, a missing symbol differing from any.
  @inline(__always)
  static func hamming(_ a: Text, _ b: Text) -> Int {
    let shared = min(a.count, b.count)
    var distance = max(a.count, b.count) &- shared
    for position in 0..<shared where a[position] != b[position] { distance &+= 1 }
    return distance
  }
}
