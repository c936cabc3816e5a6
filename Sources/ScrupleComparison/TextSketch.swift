import ScrupleRecords

/// What a value's length, letters and first letters say of it, without a look
/// at its bytes.
///
/// Most candidate pairs are plainly unlike, and their sketches show it: a
/// letter that one value has and the other lacks is at least one edit, and
/// cannot be matched by Jaro. Bounds cost a few instructions, a distance some
/// hundred. A sketch is 24 bytes, so that a pair of values costs two cache
/// lines where bytes, offsets and letters would cost six.
struct TextSketch: Sendable {
  /// Bit `c & 63` for each byte `c`: letters, digits and the blank keep apart.
  let bits: UInt64
  /// Where the value begins in its dictionary's bytes.
  let start: Int
  /// The first four bytes, the first one lowest, zeros above.
  let beginning: UInt32
  private let countAndFlag: UInt32

  /// The bit of a blank.
  static let blank: UInt64 = 1 << 32
  private static let beyondASCII: UInt32 = 1 << 31

  init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int = 0) {
    var bits: UInt64 = 0
    var all: UInt8 = 0
    var beginning: UInt32 = 0
    for (place, byte) in bytes.enumerated() {
      bits |= 1 << UInt64(byte & 63)
      all |= byte
      if place < 4 { beginning |= UInt32(byte) << UInt32(8 * place) }
    }
    precondition(bytes.count < 1 << 31, "a value has \(bytes.count) bytes")
    countAndFlag = UInt32(bytes.count) | (all >= 0x80 ? Self.beyondASCII : 0)
    self.bits = bits
    self.start = start
    self.beginning = beginning
  }

  /// The number of bytes.
  @inline(__always)
  var count: Int { Int(countAndFlag & ~Self.beyondASCII) }

  /// Whether a character is not ASCII; the bits then stand for bytes of it,
  /// and say nothing of edits, so that no bounds are drawn.
  @inline(__always)
  var isBeyondASCII: Bool { countAndFlag & Self.beyondASCII != 0 }

  @inline(__always)
  var hasBlank: Bool { bits & Self.blank != 0 }

  /// Whether both values may be the same but for blanks: one has a blank, and
  /// otherwise they hold the same letters.
  @inline(__always)
  func maySpellTheSame(_ other: TextSketch) -> Bool {
    let different = (bits ^ other.bits) & ~Self.blank
    return (different == 0 ? 1 : 0) & ((bits | other.bits) & Self.blank != 0 ? 1 : 0) != 0
  }

  /// How many of their first four bytes both values begin with.
  @inline(__always)
  func commonBeginning(_ other: TextSketch) -> Int {
    min((beginning ^ other.beginning).trailingZeroBitCount / 8, 4, count, other.count)
  }
}

/// What two values' sketches say of their distance.
struct LikenessBounds {
  /// No edit distance (substitutions, insertions, deletions, exchanges of
  /// neighbours) is smaller.
  let fewestEdits: Int
  /// No Jaro–Winkler similarity (prefix weight 0.1, at most 4) is larger.
  let largestJaroWinkler: Double

  @inline(__always)
  init(_ left: TextSketch, _ right: TextSketch) {
    let onlyLeft = (left.bits & ~right.bits).nonzeroBitCount
    let onlyRight = (right.bits & ~left.bits).nonzeroBitCount
    let isKnown = !left.isBeyondASCII && !right.isBeyondASCII
    fewestEdits = isKnown ? max(onlyLeft, onlyRight, abs(left.count - right.count)) : 0
    let matched = Double(max(0, min(left.count - onlyLeft, right.count - onlyRight)))
    let sum = matched / Double(left.count) + matched / Double(right.count) + 1
    let jaro = matched > 0 ? sum * (1.0 / 3) : 0
    let prefix = Double(left.commonBeginning(right))
    // A hair above, so that rounding never makes the bound too small.
    largestJaroWinkler = isKnown ? jaro + prefix * 0.1 * (1 - jaro) + 1e-9 : 1
  }
}

/// The values of a field with a sketch of each.
struct SketchedTexts: Sendable {
  let values: ValueDictionary
  /// By code.
  let sketches: [TextSketch]

  init(_ values: ValueDictionary) {
    self.values = values
    sketches = values.withAllBytes { arena, offsets in
      (0..<values.count).map { code in
        TextSketch(
          UnsafeBufferPointer(rebasing: arena[offsets[code]..<offsets[code + 1]]),
          start: offsets[code])
      }
    }
  }

  /// Calls `body` with two values.
  @inline(__always)
  func withPair<Result>(
    _ left: TextSketch, _ right: TextSketch, _ body: (TextPair) -> Result
  ) -> Result {
    values.withAllBytes { arena, _ in
      // SAFETY: sketches of this dictionary's values hold the places of their bytes.
      body(
        TextPair(
          left: UnsafeBufferPointer(rebasing: arena[left.start..<left.start + left.count]), left,
          right: UnsafeBufferPointer(rebasing: arena[right.start..<right.start + right.count]),
          right))
    }
  }
}
