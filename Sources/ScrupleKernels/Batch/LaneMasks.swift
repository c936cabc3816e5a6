// Where the masks of the portable kernels come from: comparing letters. Up to 8 letters
// on the left a mask is a byte; the second byte of a longer one is made the same way.

/// The letters of a text as vectors that hold one letter sixteen times, with the bit of
/// its place; letters 9 to 16 follow with the bits of the second byte.
struct SpreadText {
  let letters: UnsafePointer<ByteLanes>
  let count: Int

  /// Calls `body` with the spread letters of a text of at most 16.
  @inline(__always)
  static func with<Result>(
    _ codes: UnsafePointer<UInt8>, count: Int, _ body: (SpreadText) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: ByteLanes.self, capacity: 16) { memory in
      let letters = memory.baseAddress!
      for place in 0..<count {
        (letters + place).initialize(to: ByteLanes(repeating: Int(codes[place])))
      }
      return body(SpreadText(letters: UnsafePointer(letters), count: count))
    }
  }
}

/// A source of masks: the left letters, sixteen texts side by side.
enum LaneMasks {
  /// Returns the bits of left letters `from`, `from` + 1, ... that are `letter`.
  @inline(__always)
  private static func met(
    _ left: UnsafePointer<ByteLanes>, _ from: Int, _ to: Int, _ letter: ByteLanes
  ) -> ByteLanes {
    var mask = ByteLanes.zero
    var bit = ByteLanes(repeating: 1)
    for place in from..<to {
      mask = mask | (ByteLanes.same(left[place], letter) & bit)
      bit = bit.doubled
    }
    return mask
  }

  /// Computes the outcomes of sixteen pairs and writes them as words.
  ///
  /// - Safety: `left` holds `leftCount` vectors, 0 to 16; letter j of the right texts
  ///   is at `right + j * stride`, for 0 to 16 letters; `out` takes 16 words.
  @inline(__always)
  static func run(
    _ kernel: LaneKernel, _ left: UnsafePointer<ByteLanes>, _ leftCount: Int,
    _ right: UnsafePointer<ByteLanes>, stride: Int, _ rightCount: Int,
    into out: UnsafeMutablePointer<UInt16>
  ) {
    let words: SIMD16<UInt16>
    if leftCount <= 8 {
      words = withUnsafeTemporaryAllocation(of: ByteLanes.self, capacity: 16) { memory in
        let masks = memory.baseAddress!
        for j in 0..<rightCount {
          (masks + j).initialize(to: met(left, 0, leftCount, right[j &* stride]))
        }
        return kernel.outcomes(UnsafePointer(masks), leftCount, rightCount).words
      }
    } else {
      words = withUnsafeTemporaryAllocation(of: WordLanes.self, capacity: 16) { memory in
        let masks = memory.baseAddress!
        for j in 0..<rightCount {
          let letter = right[j &* stride]
          let mask = WordLanes(
            low: met(left, 0, 8, letter), high: met(left, 8, leftCount, letter))
          (masks + j).initialize(to: mask)
        }
        return kernel.outcomes(UnsafePointer(masks), leftCount, rightCount).words
      }
    }
    UnsafeMutableRawPointer(out).storeBytes(of: words, as: SIMD16<UInt16>.self)
  }
}
