/// Pattern masks of a text of more than 64 symbols: a row of words for each distinct
/// symbol, and the row of each symbol of the other text.
///
///     words   [row * blocks + block]; row 0 is of symbols the pattern lacks
///     rows    one for each symbol of the text
///
/// Unlike the masks of one word these are allocated: some words for each distinct
/// symbol are little beside the matrix that they save.
struct BlockMasks {
  let blocks: Int
  let words: [UInt64]
  let rows: [Int32]

  /// The words beyond which the masks would take more memory than they are worth.
  private static var mostWords: Int { 1 << 20 }

  /// Creates masks, or nil where the pattern has too many symbols for its length.
  @inline(__always)
  init?<Symbol: TextSymbol>(
    of pattern: UnsafeBufferPointer<Symbol>, for text: UnsafeBufferPointer<Symbol>
  ) {
    blocks = (pattern.count + 63) / 64
    var rowOf: [Symbol: Int32] = [:]
    var bytes = Array(repeating: Int32(0), count: 256)
    var count: Int32 = 1
    for symbol in pattern {
      if Symbol.bitWidth == 8 {
        let place = Int(truncatingIfNeeded: symbol)
        if bytes[place] == 0 {
          bytes[place] = count
          count += 1
        }
      } else if rowOf[symbol] == nil {
        rowOf[symbol] = count
        count += 1
      }
    }
    func row(_ symbol: Symbol) -> Int32 {
      Symbol.bitWidth == 8 ? bytes[Int(truncatingIfNeeded: symbol)] : rowOf[symbol] ?? 0
    }
    guard Int(count) * blocks <= BlockMasks.mostWords else { return nil }
    var words = Array(repeating: UInt64(0), count: Int(count) * blocks)
    for place in pattern.indices {
      words[Int(row(pattern[place])) * blocks + place / 64] |= 1 << UInt64(place % 64)
    }
    self.words = words
    rows = text.map { row($0) }
  }
}
