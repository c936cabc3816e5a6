/// The positions of the bytes that may end a cell or need a look.
///
/// Listed are the delimiter, the quote, and every byte below 0x0E (line breaks,
/// zero, and a few controls that the scan passes over). One comparison thus
/// covers LF, CR and NUL. Eight bytes are tested at a time in a 64-bit word
/// (SWAR: Mycroft's zero-byte test, made exact by masking the top bit), the
/// eight flags are gathered by a multiplication, and the positions of a block
/// of 64 are written in groups of eight without asking how many there are.
///
/// A quote mask by prefix-xor, as simdjson has it, was not taken: a bare quote
/// would turn inside out the rest of the file, and the place of the fault and
/// the row after it must be exact.
struct StructuralIndex {
  private(set) var positions: UnsafeMutablePointer<UInt32>
  private(set) var count = 0
  /// True where no byte of the text is 0x80 or above.
  private(set) var isASCII = true
  private var capacity: Int

  init() {
    capacity = 1 << 12
    positions = .allocate(capacity: capacity)
  }

  func deallocate() { positions.deallocate() }

  /// Lists the positions in `bytes[0..<length]`.
  ///
  /// Safety: 64 readable bytes must follow the text; length is below 2^32.
  mutating func fill(_ bytes: UnsafePointer<UInt8>, length: Int, delimiter: UInt8) {
    if capacity < length + 64 {
      positions.deallocate()
      capacity = (length + 64) * 3 / 2
      positions = .allocate(capacity: capacity)
    }
    let quotes = 0x0101_0101_0101_0101 &* UInt64(0x22)
    let delimiters = 0x0101_0101_0101_0101 &* UInt64(delimiter)
    let raw = UnsafeRawPointer(bytes)
    var seen: UInt64 = 0
    var out = positions
    var block = 0
    while block < length {
      var mask: UInt64 = 0
      var lane: UInt64 = 0
      while lane < 64 {
        // SAFETY: block + 64 <= length + 64 bytes are readable; no alignment is needed.
        let word = raw.loadUnaligned(fromByteOffset: block + Int(lane), as: UInt64.self)
        seen |= word
        mask |= Self.flags(word, quotes, delimiters) &<< lane
        lane &+= 8
      }
      if block + 64 > length { mask &= ~0 >> UInt64(block + 64 - length) }
      out = Self.write(mask, block: UInt32(truncatingIfNeeded: block), to: out)
      block += 64
    }
    count = out - positions
    isASCII = seen & 0x8080_8080_8080_8080 == 0
  }

  /// Eight flags, one a byte of the word, lowest byte first.
  @inline(__always)
  private static func flags(_ word: UInt64, _ quotes: UInt64, _ delimiters: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    // The top bit of each byte is set where the byte is 0x0E or more …
    let notControl = ((word & low) &+ 0x7272_7272_7272_7272) | word
    // … or is not the quote, or not the delimiter.
    let quoteDifference = word ^ quotes
    let notQuote = ((quoteDifference & low) &+ low) | quoteDifference
    let delimiterDifference = word ^ delimiters
    let notDelimiter = ((delimiterDifference & low) &+ low) | delimiterDifference
    let found = ~(notControl & notQuote & notDelimiter) & 0x8080_8080_8080_8080
    return ((found &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// Writes the positions of the set bits, rounded up to a group of eight;
  /// what is too much is written over by the next block.
  @inline(__always)
  private static func write(
    _ bits: UInt64, block: UInt32, to out: UnsafeMutablePointer<UInt32>
  ) -> UnsafeMutablePointer<UInt32> {
    var mask = bits
    var next = out
    while mask != 0 {
      for slot in 0..<8 {
        next[slot] = block &+ UInt32(truncatingIfNeeded: mask.trailingZeroBitCount)
        mask &= mask &- 1
      }
      next += 8
    }
    return out + bits.nonzeroBitCount
  }
}
