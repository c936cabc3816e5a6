// Jaro and Jaro-Winkler similarity (Jaro 1989, Winkler 1990).
//
// Goals, in order: the same Double as RapidFuzz (same operations, same order); no
// allocation and no data-dependent branch for names; then everything else.
//
// Symbol j of `b` matches the first free equal symbol of `a` in a window of
// max/2 - 1 positions to either side. Up to 64 symbols the taken symbols of both
// texts are flags in a word and the window is a word of ones that is shifted along.
// Transpositions are the positions at which the taken symbols, each in its own
// order, differ; half of them counts, rounded down.
extension Kernel {
  @inline(__always)
  static func jaro(_ a: Text, _ b: Text) -> Double {
    if a.isEmpty && b.isEmpty { return 1 }
    if a.isEmpty || b.isEmpty { return 0 }
    if a.count > 64 || b.count > 64 { return jaroByBlocks(a, b) ?? jaroByFlags(a, b) }
    // SAFETY: `a` has at most 64 symbols; only symbols of `b` are looked up.
    return Symbol.withMasks(of: a, for: b) { masks in jaroByBits(a, b, masks) }
  }

  @inline(__always)
  static func jaroWinkler(
    _ a: Text, _ b: Text, prefixWeight: Double, boostThreshold: Double
  ) -> Double {
    boosted(
      jaro(a, b), prefix: commonPrefixLength(a, b, atMost: 4),
      prefixWeight: prefixWeight, boostThreshold: boostThreshold)
  }

  /// Compares with the threshold what is still possible, first by lengths and
  /// beginning alone, then by the symbols matched, before it counts transpositions.
  @inline(__always)
  static func jaroWinklerIsAtLeast(
    _ threshold: Double, _ a: Text, _ b: Text, prefixWeight: Double, boostThreshold: Double
  ) -> Bool {
    let prefix = commonPrefixLength(a, b, atMost: 4)
    func boost(_ similarity: Double) -> Double {
      boosted(
        similarity, prefix: prefix, prefixWeight: prefixWeight, boostThreshold: boostThreshold)
    }
    func isRuledOut(matched: Int) -> Bool {
      // The margin covers the last bit of the boost, whose rounding is not monotone.
      boost(similarity(matched: matched, transposed: 0, a.count, b.count)) + 1e-12 < threshold
    }
    if a.isEmpty || b.isEmpty || a.count > 64 || b.count > 64 {
      return boost(jaro(a, b)) >= threshold
    }
    if isRuledOut(matched: min(a.count, b.count)) { return false }
    // SAFETY: `a` has at most 64 symbols; only symbols of `b` are looked up.
    return Symbol.withMasks(of: a, for: b) { masks in
      let taken = takenSymbols(a, b, masks)
      let matched = taken.inA.nonzeroBitCount
      if isRuledOut(matched: matched) { return false }
      let transposed = transposedCount(taken, b, masks)
      return boost(similarity(matched: matched, transposed: transposed, a.count, b.count))
        >= threshold
    }
  }

  @inline(__always)
  static func boosted(
    _ similarity: Double, prefix: Int, prefixWeight: Double, boostThreshold: Double
  ) -> Double {
    guard similarity > boostThreshold else { return similarity }
    return min(similarity + Double(prefix) * prefixWeight * (1 - similarity), 1)
  }

  /// Returns Jaro's mean of three shares, in RapidFuzz's order of operations.
  @inline(__always)
  static func similarity(
    matched: Int, transposed: Int, _ leftCount: Int, _ rightCount: Int
  ) -> Double {
    guard matched > 0 else { return 0 }
    let matches = Double(matched)
    let sum =
      matches / Double(leftCount) + matches / Double(rightCount)
      + Double(matched &- transposed / 2) / matches
    return sum / 3
  }

  @inline(__always)
  private static func reach(_ a: Text, _ b: Text) -> Int { max(max(a.count, b.count) / 2 - 1, 0) }

  @inline(__always)
  static func jaroByBits(_ a: Text, _ b: Text, _ masks: Symbol.Masks) -> Double {
    let taken = takenSymbols(a, b, masks)
    return similarity(
      matched: taken.inA.nonzeroBitCount, transposed: transposedCount(taken, b, masks),
      a.count, b.count)
  }

  /// Flags the symbols of both texts that match, each once.
  @inline(__always)
  private static func takenSymbols(
    _ a: Text, _ b: Text, _ masks: Symbol.Masks
  ) -> (inA: UInt64, inB: UInt64) {
    let reach = reach(a, b)
    var takenInA: UInt64 = 0
    var takenInB: UInt64 = 0
    var window = (UInt64(2) &<< UInt64(reach)) &- 1
    var bit: UInt64 = 1
    // The window's lower edge stays at 0 until the place in `b` has passed the reach.
    let growing = UInt64(1) &<< UInt64(reach)
    for symbol in b {
      let free = masks[symbol] & window & ~takenInA
      takenInA |= free & (0 &- free)
      takenInB |= free == 0 ? 0 : bit
      window = (window &<< 1) | (bit < growing ? 1 : 0)
      bit &<<= 1
    }
    return (takenInA, takenInB)
  }

  /// Counts the places at which the taken symbols, each in its own order, differ.
  @inline(__always)
  private static func transposedCount(
    _ taken: (inA: UInt64, inB: UInt64), _ b: Text, _ masks: Symbol.Masks
  ) -> Int {
    var (fromA, fromB) = taken
    var transposed = 0
    while fromB != 0 {
      let lowest = fromA & (0 &- fromA)
      if masks[b[fromB.trailingZeroBitCount]] & lowest == 0 { transposed &+= 1 }
      fromA ^= lowest
      fromB &= fromB &- 1
    }
    return transposed
  }

  @inline(never)
  private static func jaroByFlags(_ a: Text, _ b: Text) -> Double {
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: a.count + b.count) { flags in
      flags.initialize(repeating: false)
      let takenInA = UnsafeMutableBufferPointer(rebasing: flags[..<a.count])
      let takenInB = UnsafeMutableBufferPointer(rebasing: flags[a.count...])
      let reach = reach(a, b)
      var matched = 0
      for j in 0..<b.count {
        let end = min(j + reach + 1, a.count)
        var i = max(j - reach, 0)
        while i < end && (takenInA[i] || a[i] != b[j]) { i += 1 }
        guard i < end else { continue }
        takenInA[i] = true
        takenInB[j] = true
        matched += 1
      }
      var transposed = 0
      var i = 0
      for j in 0..<b.count where takenInB[j] {
        while !takenInA[i] { i += 1 }
        if a[i] != b[j] { transposed += 1 }
        i += 1
      }
      return similarity(matched: matched, transposed: transposed, a.count, b.count)
    }
  }
}
