// Levenshtein distance.
//
// Up to 64 symbols in the shorter text: Myers 1999 in the form of Hyyro 2003. A
// column of the dynamic programming matrix is held as its vertical differences,
// +1 in `plus`, -1 in `minus`, one bit per pattern symbol; a dozen word operations
// make the next column. The score follows the bottom row by its horizontal
// differences. Cost: one step per symbol of the longer text.
//
// Above: the same in blocks of 64 (`Kernel+Blocks.swift`), or the matrix row by row
// where a text has so many distinct symbols that masks would not pay.
extension Kernel {
  @inline(__always)
  static func levenshtein(_ a: Text, _ b: Text, limit: Int) -> Int {
    precondition(limit >= 0, "limit must not be negative but is \(limit)")
    guard abs(a.count &- b.count) <= limit else { return limit &+ 1 }
    let (pattern, text) = trimmed(a, b)
    // What is left of the longer text is the difference of lengths, within the limit.
    if pattern.isEmpty { return text.count }
    if pattern.count > 64 {
      return editsByBlocks(pattern, text, limit: limit, exchanges: false)
        ?? levenshteinByRows(pattern, text, limit: limit)
    }
    // SAFETY: the pattern has at most 64 symbols; only symbols of the text are looked up.
    return Symbol.withMasks(of: pattern, for: text) { masks in
      levenshteinByBits(pattern.count, text, masks, limit: limit)
    }
  }

  @inline(__always)
  static func levenshteinByBits(
    _ patternLength: Int, _ text: Text, _ masks: Symbol.Masks, limit: Int
  ) -> Int {
    let bottom = UInt64(1) &<< UInt64(patternLength &- 1)
    var plus = ~UInt64(0)
    var minus: UInt64 = 0
    var score = patternLength
    var remaining = text.count
    for symbol in text {
      let mask = masks[symbol]
      let diagonal = (((mask & plus) &+ plus) ^ plus) | mask | minus
      var right = minus | ~(diagonal | plus)
      let left = diagonal & plus
      if right & bottom != 0 { score &+= 1 }
      if left & bottom != 0 { score &-= 1 }
      right = (right &<< 1) | 1
      plus = (left &<< 1) | ~(diagonal | right)
      minus = right & diagonal
      remaining &-= 1
      // The bottom row falls by at most one per remaining symbol.
      if score &- remaining > limit { return limit &+ 1 }
    }
    return score
  }

  @inline(never)
  private static func levenshteinByRows(_ a: Text, _ b: Text, limit: Int) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: a.count + 1) { row in
      for i in 0...a.count { row.initializeElement(at: i, to: i) }
      for (j, symbol) in b.enumerated() {
        var diagonal = row[0]
        row[0] = j + 1
        var smallest = j + 1
        for i in 1...a.count {
          let above = row[i]
          let substituted = diagonal + (a[i - 1] == symbol ? 0 : 1)
          row[i] = min(substituted, above + 1, row[i - 1] + 1)
          smallest = min(smallest, row[i])
          diagonal = above
        }
        if smallest > limit { return limit + 1 }
      }
      return min(row[a.count], limit == .max ? limit : limit + 1)
    }
  }

  /// Returns the cheapest way from `a` to `b` when the three edits differ in price.
  @inline(__always)
  static func weightedLevenshtein(
    _ a: Text, _ b: Text, insertion: Int, deletion: Int, substitution: Int
  ) -> Int {
    precondition(
      min(insertion, deletion, substitution) >= 0,
      "prices must not be negative but are \(insertion), \(deletion), \(substitution)")
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: a.count + 1) { row in
      for i in 0...a.count { row.initializeElement(at: i, to: i * deletion) }
      for symbol in b {
        var diagonal = row[0]
        row[0] += insertion
        for i in 0..<a.count {
          let above = row[i + 1]
          let replaced = diagonal + (a[i] == symbol ? 0 : substitution)
          row[i + 1] = min(replaced, above + insertion, row[i] + deletion)
          diagonal = above
        }
      }
      return row[a.count]
    }
  }
}
