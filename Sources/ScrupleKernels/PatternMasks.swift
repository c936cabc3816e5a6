/// Where each symbol stands in a pattern of at most 64 symbols.
///
/// The mask of a symbol has bit `i` set when the pattern's symbol `i` is that
/// symbol. All bit-parallel kernels start from these masks (Baeza-Yates and
/// Gonnet 1992); making them is a third of the cost for a name, so neither table
/// is ever cleared as a whole where it can be avoided.
protocol PatternMasks {
  associatedtype Symbol
  subscript(symbol: Symbol) -> UInt64 { get }
}

/// Masks of bytes: a direct table of 256 words in two halves.
///
///     low   [0 ... 127]     ASCII
///     high  [128 ... 255]   everything else
///
/// The memory comes uninitialized. Only the words of symbols that occur in the
/// pattern or in the text are zeroed, which touches some 20 words for two names
/// instead of 256.
struct ByteMasks: PatternMasks {
  let low: UnsafeMutablePointer<UInt64>
  let high: UnsafeMutablePointer<UInt64>

  @inline(__always)
  private func word(_ symbol: UInt8) -> UnsafeMutablePointer<UInt64> {
    (symbol < 128 ? low : high) + Int(symbol & 127)
  }

  /// Makes the table right for all symbols of `pattern` and `text`.
  ///
  /// - Safety: Both halves hold 128 words and `pattern` at most 64 symbols.
  @inline(__always)
  func fill(from pattern: UnsafeBufferPointer<UInt8>, for text: UnsafeBufferPointer<UInt8>) {
    for symbol in text { word(symbol).initialize(to: 0) }
    for symbol in pattern { word(symbol).initialize(to: 0) }
    var bit: UInt64 = 1
    for symbol in pattern {
      word(symbol).pointee |= bit
      bit &<<= 1
    }
  }

  @inline(__always)
  subscript(symbol: UInt8) -> UInt64 { word(symbol).pointee }
}

/// Masks of Unicode scalars: an open-addressing table of 128 slots.
///
/// A slot whose word is 0 is empty, since a stored mask has at least one bit. At
/// most 64 slots are taken, so a probe always ends.
struct ScalarMasks: PatternMasks {
  static var slots: Int { 128 }

  let keys: UnsafeMutablePointer<UInt32>
  let words: UnsafeMutablePointer<UInt64>

  @inline(__always)
  private func slot(_ symbol: UInt32) -> Int {
    // Fibonacci hashing to 7 bits: neighbors in a script land far apart.
    var slot = Int((symbol &* 0x9E37_79B1) &>> 25)
    while words[slot] != 0 && keys[slot] != symbol {
      slot = (slot &+ 1) & (ScalarMasks.slots - 1)
    }
    return slot
  }

  /// Clears the table and enters the symbols of `pattern`.
  ///
  /// - Safety: Both tables hold `slots` entries and `pattern` at most 64 symbols.
  @inline(__always)
  func fill(from pattern: UnsafeBufferPointer<UInt32>) {
    words.initialize(repeating: 0, count: ScalarMasks.slots)
    var bit: UInt64 = 1
    for symbol in pattern {
      let slot = slot(symbol)
      keys[slot] = symbol
      words[slot] |= bit
      bit &<<= 1
    }
  }

  @inline(__always)
  subscript(symbol: UInt32) -> UInt64 { words[slot(symbol)] }
}
