// Optimal string alignment: Levenshtein distance plus the exchange of two
// neighbors, no piece of text being edited twice. Not a metric.
//
// Up to 64 symbols in the shorter text: Hyyro 2003 section 4, the Levenshtein
// recurrence with one more source of zero diagonals. Above: the same in blocks.
extension Kernel {
  @inline(__always)
  static func optimalStringAlignment(_ a: Text, _ b: Text, limit: Int) -> Int {
    precondition(limit >= 0, "limit must not be negative but is \(limit)")
    guard abs(a.count &- b.count) <= limit else { return limit &+ 1 }
    let (pattern, text) = trimmed(a, b)
    if pattern.isEmpty { return text.count }
    if pattern.count > 64 {
      return editsByBlocks(pattern, text, limit: limit, exchanges: true)
        ?? alignmentByRows(pattern, text, limit: limit)
    }
    // SAFETY: the pattern has at most 64 symbols; only symbols of the text are looked up.
    return Symbol.withMasks(of: pattern, for: text) { masks in
      alignmentByBits(pattern.count, text, masks, limit: limit)
    }
  }

  @inline(__always)
  static func alignmentByBits(
    _ patternLength: Int, _ text: Text, _ masks: Symbol.Masks, limit: Int
  ) -> Int {
    let bottom = UInt64(1) &<< UInt64(patternLength &- 1)
    var plus = ~UInt64(0)
    var minus: UInt64 = 0
    var diagonal: UInt64 = 0
    var previousMask: UInt64 = 0
    var score = patternLength
    var remaining = text.count
    for symbol in text {
      let mask = masks[symbol]
      // Symbol i+1 equals the text's symbol now and symbol i+1's neighbor the one
      // before, and the diagonal was not free already.
      let exchanged = ((~diagonal & mask) &<< 1) & previousMask
      diagonal = (((mask & plus) &+ plus) ^ plus) | mask | minus | exchanged
      var right = minus | ~(diagonal | plus)
      let left = diagonal & plus
      if right & bottom != 0 { score &+= 1 }
      if left & bottom != 0 { score &-= 1 }
      right = (right &<< 1) | 1
      plus = (left &<< 1) | ~(diagonal | right)
      minus = right & diagonal
      previousMask = mask
      remaining &-= 1
      if score &- remaining > limit { return limit &+ 1 }
    }
    return score
  }

  @inline(never)
  private static func alignmentByRows(_ a: Text, _ b: Text, limit: Int) -> Int {
    let width = a.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows in
      for cell in 0..<(3 * width) { rows.initializeElement(at: cell, to: cell % width) }
      for j in 1...b.count {
        // Rows take turns: the row of symbol j is the slot j modulo 3.
        let row = (j % 3) * width
        let above = ((j + 2) % 3) * width
        let second = ((j + 1) % 3) * width
        rows[row] = j
        for i in 1...a.count {
          let same = a[i - 1] == b[j - 1]
          var best = min(rows[above + i - 1] + (same ? 0 : 1), rows[above + i] + 1)
          best = min(best, rows[row + i - 1] + 1)
          if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
            best = min(best, rows[second + i - 2] + 1)
          }
          rows[row + i] = best
        }
      }
      let distance = rows[(b.count % 3) * width + a.count]
      return distance <= limit ? distance : limit + 1
    }
  }
}
