// The bit-parallel kernels for more than 64 symbols on both sides: the same recurrences
// over several words, each handing what leaves its top to the next (Myers 1999, section
// 5; Hyyro 2003). A step costs a word for each 64 symbols of the shorter text, so two
// texts of 10,000 letters take 1.6 million steps instead of 100 million cells.
extension Kernel {
  /// One column of a matrix of edits, 64 rows a block.
  struct EditColumn {
    var plus: [UInt64]
    var minus: [UInt64]
    var diagonal: [UInt64]

    init(blocks: Int) {
      plus = Array(repeating: ~0, count: blocks)
      minus = Array(repeating: 0, count: blocks)
      diagonal = Array(repeating: 0, count: blocks)
    }

    /// Moves to the next column and returns by how much its last row differs.
    ///
    /// - Parameters:
    ///   - masks: The words of the text's symbol; `before` those of the one before it,
    ///     or nil where exchanges do not count.
    ///   - bottom: The bit of the pattern's last symbol in the last block.
    @inline(__always)
    mutating func step(
      _ masks: UnsafePointer<UInt64>, before: UnsafePointer<UInt64>?, bottom: UInt64
    ) -> Int {
      // Row 0 grows by one from column to column.
      var up: UInt64 = 1
      var down: UInt64 = 0
      var open: UInt64 = 0
      var change = 0
      let last = plus.count &- 1
      for block in 0...last {
        let mask = masks[block]
        var free = mask | down | minus[block]
        if let before {
          let unmet = ~diagonal[block] & mask
          free |= ((unmet &<< 1) | open) & before[block]
          open = unmet &>> 63
        }
        let start = (mask | down) & plus[block]
        let crossed = ((start &+ plus[block]) ^ plus[block]) | free
        diagonal[block] = crossed
        let right = minus[block] | ~(crossed | plus[block])
        let left = crossed & plus[block]
        if block == last { change = (right & bottom != 0 ? 1 : 0) - (left & bottom != 0 ? 1 : 0) }
        let moved = (right &<< 1) | up
        plus[block] = (left &<< 1) | down | ~(crossed | moved)
        minus[block] = moved & crossed
        up = right &>> 63
        down = left &>> 63
      }
      return change
    }
  }

  /// Returns the edits between a pattern of more than 64 symbols and a text no shorter,
  /// `limit` + 1 when there are more, or nil where masks would take too much memory.
  @inline(never)
  static func editsByBlocks(
    _ pattern: Text, _ text: Text, limit: Int, exchanges: Bool
  ) -> Int? {
    guard let masks = BlockMasks(of: pattern, for: text) else { return nil }
    var column = EditColumn(blocks: masks.blocks)
    let bottom = UInt64(1) &<< UInt64((pattern.count &- 1) & 63)
    var score = pattern.count
    return masks.words.withUnsafeBufferPointer { words in
      let start = words.baseAddress!
      var before = start  // row 0: no symbol yet
      for (place, row) in masks.rows.enumerated() {
        let here = start + Int(row) &* masks.blocks
        score &+= column.step(here, before: exchanges ? before : nil, bottom: bottom)
        before = here
        if score &- (text.count &- 1 &- place) > limit { return limit &+ 1 }
      }
      return score
    }
  }

  /// Returns the longest common subsequence of two long texts, or nil as above.
  @inline(never)
  static func subsequenceByBlocks(_ pattern: Text, _ text: Text) -> Int? {
    guard let masks = BlockMasks(of: pattern, for: text) else { return nil }
    var open = Array(repeating: ~UInt64(0), count: masks.blocks)
    masks.words.withUnsafeBufferPointer { words in
      for row in masks.rows {
        let here = words.baseAddress! + Int(row) &* masks.blocks
        var carry: UInt64 = 0
        for block in 0..<masks.blocks {
          let found = open[block] & here[block]
          let (half, first) = open[block].addingReportingOverflow(found)
          let (sum, second) = half.addingReportingOverflow(carry)
          carry = first || second ? 1 : 0
          open[block] = sum | (open[block] &- found)
        }
      }
    }
    return open.reduce(0) { $0 + (~$1).nonzeroBitCount }
  }

  /// Returns the Jaro similarity of texts of which one has more than 64 symbols, or nil
  /// as above: the window of a symbol is searched 64 places at a time.
  @inline(never)
  static func jaroByBlocks(_ a: Text, _ b: Text) -> Double? {
    guard let masks = BlockMasks(of: a, for: b) else { return nil }
    let reach = max(max(a.count, b.count) / 2 - 1, 0)
    var free = Array(repeating: ~UInt64(0), count: masks.blocks)
    var fromB: [Int32] = []
    for (j, row) in masks.rows.enumerated() where row != 0 {
      let low = max(j - reach, 0)
      let high = min(j + reach, a.count - 1)
      guard low <= high else { continue }
      for block in (low / 64)...(high / 64) {
        var open = masks.words[Int(row) * masks.blocks + block] & free[block]
        if block == low / 64 { open &= ~UInt64(0) &<< UInt64(low % 64) }
        if block == high / 64 { open &= ~UInt64(0) &>> UInt64(63 - high % 64) }
        if open == 0 { continue }
        free[block] &= ~(open & (0 &- open))
        fromB.append(Int32(j))
        break
      }
    }
    var transposed = 0
    var place = 0
    for j in fromB {
      while free[place / 64] & (1 &<< UInt64(place % 64)) != 0 { place += 1 }
      if a[place] != b[Int(j)] { transposed += 1 }
      place += 1
    }
    return similarity(matched: fromB.count, transposed: transposed, a.count, b.count)
  }
}
