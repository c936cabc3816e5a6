// The portable kernels: sixteen pairs at once, whose left texts have one length and
// whose right texts have one, so no lane ever waits for another.
//
// `masks[j]` has bit i set in the lanes in which letter i of the left text is letter j
// of the right one. How the masks came about (one text against many, or arbitrary
// pairs) does not matter here. The same in C for AVX2: CScrupleKernels/lane_kernels.h.

/// What a batch computes for each pair, before it is scored.
enum LaneKernel: Int32 {
  case levenshtein
  case alignment
  /// The length of the longest common subsequence.
  case subsequence
  /// An index into a row of a `JaroTable`.
  case jaro

  /// Returns the outcomes of sixteen pairs.
  @inline(__always)
  func outcomes<L: Lanes>(_ masks: UnsafePointer<L>, _ left: Int, _ right: Int) -> L {
    switch self {
    case .levenshtein: Self.edits(masks, left, right, exchanges: false)
    case .alignment: Self.edits(masks, left, right, exchanges: true)
    case .subsequence: Self.subsequence(masks, left, right)
    case .jaro: Self.jaro(masks, left, right)
    }
  }

  /// Counts edits: the recurrence of Hyyro 2003 (see `Kernel.levenshtein`), and the
  /// distance as the sum of the last column's vertical differences, which is cheaper
  /// in lanes than following the bottom row.
  @inline(__always)
  private static func edits<L: Lanes>(
    _ masks: UnsafePointer<L>, _ left: Int, _ right: Int, exchanges: Bool
  ) -> L {
    let one = L(repeating: 1)
    var plus = ~L.zero
    var minus = L.zero
    var diagonal = L.zero
    var before = L.zero
    for j in 0..<right {
      let mask = masks[j]
      var free = mask | minus
      if exchanges {
        free = free | ((~diagonal & mask).doubled & before)
        before = mask
      }
      diagonal = (((mask & plus) &+ plus) ^ plus) | free
      var up = minus | ~(diagonal | plus)
      let down = diagonal & plus
      up = up.doubled | one
      plus = down.doubled | ~(diagonal | up)
      minus = up & diagonal
    }
    let letters = L(repeating: (1 &<< left) &- 1)
    return L(repeating: right) &+ (plus & letters).bitCount &- (minus & letters).bitCount
  }

  /// Counts the letters of the longest common subsequence (Hyyro 2004).
  @inline(__always)
  private static func subsequence<L: Lanes>(
    _ masks: UnsafePointer<L>, _ left: Int, _ right: Int
  ) -> L {
    var open = ~L.zero
    for j in 0..<right {
      let found = open & masks[j]
      open = (open &+ found) | (open &- found)
    }
    return (~open & L(repeating: (1 &<< left) &- 1)).bitCount
  }

  /// Matches letters as `Kernel.jaro` does, then walks the matched letters of both
  /// texts in step. Compares give -1 where they hold, so both counts run downwards.
  @inline(__always)
  private static func jaro<L: Lanes>(_ masks: UnsafePointer<L>, _ left: Int, _ right: Int) -> L {
    withUnsafeTemporaryAllocation(of: L.self, capacity: 16) { memory in
      let taken = memory.baseAddress!
      let reach = max(max(left, right) / 2 &- 1, 0)
      var window = L(repeating: (2 &<< reach) &- 1)
      var matchedInLeft = L.zero
      for j in 0..<right {
        let first = (masks[j] & window & ~matchedInLeft).lowestBit
        matchedInLeft = matchedInLeft | first
        (taken + j).initialize(to: first)
        window = window.doubled
        if j < reach { window = window | L(repeating: 1) }
      }
      var rest = matchedInLeft
      var absent = L.zero
      var differing = L.zero
      for j in 0..<right {
        let isAbsent = L.same(taken[j], .zero)
        let next = rest.lowestBit & ~isAbsent
        rest = rest ^ next
        absent = absent &+ isAbsent
        differing = differing &+ L.same(masks[j] & next, .zero)
      }
      // An absent letter also counts as differing, so it cancels out.
      let sum = (L(repeating: right) &+ absent, (absent &- differing).halved)
      return indexed(matched: sum.0, half: sum.1, prefix: prefix(masks, min(left, right, 4)))
    }
  }

  @inline(__always)
  private static func prefix<L: Lanes>(_ masks: UnsafePointer<L>, _ count: Int) -> L {
    var run = ~L.zero
    var prefix = L.zero
    for place in 0..<count {
      let bit = L(repeating: 1 &<< place)
      run = run & L.same(masks[place] & bit, bit)
      prefix = prefix &- run
    }
    return prefix
  }

  /// Returns `(matched * s + half) * 5 + prefix`, with additions alone.
  @inline(__always)
  private static func indexed<L: Lanes>(matched: L, half: L, prefix: L) -> L {
    let four = matched.doubled.doubled
    let row = (L.width == 8 ? four : four.doubled) &+ matched &+ half
    return row.doubled.doubled &+ row &+ prefix
  }
}
