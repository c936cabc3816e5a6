// Longest common subsequence, and the insert-delete distance that follows from it.
//
// Up to 64 symbols in the shorter text: Hyyro 2004. The zeros of `open` mark the
// pattern positions where the subsequence grows; one addition per text symbol moves
// them. Above: the same in blocks.
extension Kernel {
  @inline(__always)
  static func subsequenceLength(_ a: Text, _ b: Text) -> Int {
    let (pattern, text) = trimmed(a, b)
    let shared = (a.count &+ b.count &- pattern.count &- text.count) / 2
    if pattern.isEmpty { return shared }
    if pattern.count > 64 {
      return shared &+ (subsequenceByBlocks(pattern, text) ?? subsequenceByRows(pattern, text))
    }
    // SAFETY: the pattern has at most 64 symbols; only symbols of the text are looked up.
    return Symbol.withMasks(of: pattern, for: text) { masks in
      shared &+ subsequenceByBits(pattern.count, text, masks)
    }
  }

  /// Returns the subsequence length of `text` and the pattern the masks stand for.
  @inline(__always)
  static func subsequenceByBits(_ patternLength: Int, _ text: Text, _ masks: Symbol.Masks) -> Int {
    var open = ~UInt64(0)
    for symbol in text {
      let found = open & masks[symbol]
      open = (open &+ found) | (open &- found)
    }
    // Bits above the pattern never clear: their mask bits are 0 and a carry into
    // them meets ones kept by the second term.
    return (~open).nonzeroBitCount
  }

  @inline(never)
  private static func subsequenceByRows(_ a: Text, _ b: Text) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: a.count + 1) { row in
      row.initialize(repeating: 0)
      for symbol in b {
        var diagonal = 0
        for i in 0..<a.count {
          let above = row[i + 1]
          row[i + 1] = a[i] == symbol ? diagonal + 1 : max(above, row[i])
          diagonal = above
        }
      }
      return row[a.count]
    }
  }

  /// Returns the insertions and deletions between two texts.
  @inline(__always)
  static func indel(_ a: Text, _ b: Text) -> Int {
    a.count &+ b.count &- 2 &* subsequenceLength(a, b)
  }

  /// Returns 100 times the normalized insert-delete similarity, RapidFuzz's `ratio`.
  @inline(__always)
  static func ratio(_ a: Text, _ b: Text) -> Double {
    ratio(distance: indel(a, b), total: a.count &+ b.count)
  }

  @inline(__always)
  static func ratio(distance: Int, total: Int) -> Double {
    total == 0 ? 100 : (1 - Double(distance) / Double(total)) * 100
  }
}
