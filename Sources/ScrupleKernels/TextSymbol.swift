/// A unit of text that the kernels compare: a byte or a Unicode scalar's value.
protocol TextSymbol: FixedWidthInteger & UnsignedInteger {
  associatedtype Masks: PatternMasks where Masks.Symbol == Self

  /// Whether the symbol separates words.
  var isSeparator: Bool { get }

  /// Calls `body` with the pattern masks of `pattern`, valid for every symbol of
  /// `pattern` and `text` and no other.
  ///
  /// - Safety: `pattern` has at most 64 symbols, and `body` looks up only symbols
  ///   that occur in `pattern` or `text`.
  static func withMasks<Result>(
    of pattern: UnsafeBufferPointer<Self>, for text: UnsafeBufferPointer<Self>,
    _ body: (Masks) -> Result
  ) -> Result
}

extension UInt8: TextSymbol {
  /// ASCII white space: tab to carriage return, the four information separators
  /// and the space, as Python's `str.split` has it.
  @inline(__always)
  var isSeparator: Bool {
    self == 0x20 || (0x09...0x0D).contains(self) || (0x1C...0x1F).contains(self)
  }

  @inline(__always)
  static func withMasks<Result>(
    of pattern: UnsafeBufferPointer<UInt8>, for text: UnsafeBufferPointer<UInt8>,
    _ body: (ByteMasks) -> Result
  ) -> Result {
    // Two allocations of 1024 bytes, because that is the most the standard library
    // puts on the stack without asking the system for the stack's bounds.
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 128) { low in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 128) { high in
        let masks = ByteMasks(low: low.baseAddress!, high: high.baseAddress!)
        masks.fill(from: pattern, for: text)
        return body(masks)
      }
    }
  }
}

extension UInt32: TextSymbol {
  /// Unicode white space as Python's `str.split` has it.
  @inline(__always)
  var isSeparator: Bool {
    if self < 0x80 { return UInt8(self).isSeparator }
    switch self {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      return true
    default: return false
    }
  }

  @inline(__always)
  static func withMasks<Result>(
    of pattern: UnsafeBufferPointer<UInt32>, for text: UnsafeBufferPointer<UInt32>,
    _ body: (ScalarMasks) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: ScalarMasks.slots) { words in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: ScalarMasks.slots) { keys in
        let masks = ScalarMasks(keys: keys.baseAddress!, words: words.baseAddress!)
        masks.fill(from: pattern)
        return body(masks)
      }
    }
  }
}
