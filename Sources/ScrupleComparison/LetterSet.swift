import ScrupleRecords

/// Which characters a value holds, and what that alone says of two values.
///
/// Most candidate pairs are plainly unlike, and a look at the letters shows it:
/// a letter that one value has and the other lacks is at least one edit, and
/// cannot be matched by Jaro. Bounds cost a few instructions, a distance some
/// hundred.
struct LetterSet: Sendable {
  /// Bit `c & 63` for each byte `c`: letters, digits and the blank keep apart.
  let bits: UInt64
  /// Whether a character is not ASCII; the bits then stand for bytes of it,
  /// and say nothing of edits, so that no bounds are drawn.
  let isBeyondASCII: Bool

  private static let blank: UInt64 = 1 << 32

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var bits: UInt64 = 0
    var all: UInt8 = 0
    for byte in bytes {
      bits |= 1 << UInt64(byte & 63)
      all |= byte
    }
    isBeyondASCII = all >= 0x80
    self.bits = bits
  }

  /// The letters of every value of a dictionary, by code.
  static func all(of values: ValueDictionary) -> [LetterSet] {
    values.withAllBytes { arena, offsets in
      (0..<values.count).map { code in
        LetterSet(UnsafeBufferPointer(rebasing: arena[offsets[code]..<offsets[code + 1]]))
      }
    }
  }

  var hasBlank: Bool { bits & Self.blank != 0 }
}

/// What two values' lengths, letters and first letters say of their distance.
struct LikenessBounds {
  /// No edit distance (substitutions, insertions, deletions, exchanges of
  /// neighbours) is smaller.
  let fewestEdits: Int
  /// No Jaro–Winkler similarity (prefix weight 0.1, at most 4) is larger.
  let largestJaroWinkler: Double

  init(
    _ left: UnsafeBufferPointer<UInt8>, _ leftLetters: LetterSet,
    _ right: UnsafeBufferPointer<UInt8>, _ rightLetters: LetterSet
  ) {
    if leftLetters.isBeyondASCII || rightLetters.isBeyondASCII {
      fewestEdits = 0
      largestJaroWinkler = 1
      return
    }
    let onlyLeft = (leftLetters.bits & ~rightLetters.bits).nonzeroBitCount
    let onlyRight = (rightLetters.bits & ~leftLetters.bits).nonzeroBitCount
    fewestEdits = max(onlyLeft, onlyRight, abs(left.count - right.count))
    let matched = Double(min(left.count - onlyLeft, right.count - onlyRight))
    let jaro =
      matched <= 0
      ? 0 : (matched / Double(left.count) + matched / Double(right.count) + 1) / 3
    var prefix = 0.0
    for index in 0..<min(4, left.count, right.count) {
      if left[index] != right[index] { break }
      prefix += 1
    }
    // A hair above, so that rounding never makes the bound too small.
    largestJaroWinkler = jaro + prefix * 0.1 * (1 - jaro) + 1e-9
  }
}
