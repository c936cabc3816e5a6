import ScrupleRecords

/// What a value's length, letters and first letters say of it, without a look
/// at its bytes.
///
/// Most candidate pairs are plainly unlike, and their sketches show it: a
/// letter that one value has and the other lacks is at least one edit, and
/// cannot be matched by Jaro. Bounds cost a few instructions, a distance some
/// hundred. A sketch is 8 bytes, so that it stands in the row of its record
/// (`CodeRows`) and a pair needs nothing else of memory.
///
/// Characters that are told apart by their last five bits alone: `3` is `s`.
/// What is said of likeness is therefore a bound, never a measure.
struct TextSketch: Sendable, Equatable {
  /// Bit `c & 31` for each byte `c`.
  let letters: UInt32
  /// From the lowest bit: five bits of each of the first four bytes, eleven of
  /// the number of bytes, and one that is set where no bounds are drawn.
  private let rest: UInt32

  /// The bit of a blank.
  static let blank: UInt32 = 1
  private static let beginningBits: UInt32 = 20
  private static let mostBytes = 2_047
  private static let unbounded: UInt32 = 1 << 31

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var letters: UInt32 = 0
    var all: UInt8 = 0
    var beginning: UInt32 = 0
    for (place, byte) in bytes.enumerated() {
      letters |= 1 << UInt32(byte & 31)
      all |= byte
      if place < 4 { beginning |= UInt32(byte & 31) << UInt32(5 * place) }
    }
    self.letters = letters
    let isBounded = all < 0x80 && bytes.count <= Self.mostBytes
    rest =
      beginning | UInt32(min(bytes.count, Self.mostBytes)) << Self.beginningBits
      | (isBounded ? 0 : Self.unbounded)
  }

  /// The sketch that two words of a row hold.
  @inline(__always)
  init(_ words: UnsafePointer<UInt32>) {
    letters = words[0]
    rest = words[1]
  }

  /// Two words for each value of a dictionary, by code.
  static func words(of values: ValueDictionary) -> [UInt32] {
    values.withAllBytes { arena, offsets in
      var words: [UInt32] = []
      words.reserveCapacity(2 * values.count)
      for code in 0..<values.count {
        let bytes = UnsafeBufferPointer(rebasing: arena[offsets[code]..<offsets[code + 1]])
        let sketch = TextSketch(bytes)
        words.append(sketch.letters)
        words.append(sketch.rest)
      }
      return words
    }
  }

  /// The number of bytes, 2,047 for more.
  @inline(__always)
  var count: Int { Int(rest >> Self.beginningBits & 2_047) }

  /// Whether a character is not ASCII, or the text is very long; the letters
  /// then say nothing of edits.
  @inline(__always)
  var isUnbounded: Bool { rest & Self.unbounded != 0 }

  /// Whether there may be a blank.
  @inline(__always)
  var mayHaveBlank: Bool { letters & Self.blank != 0 }

  /// Whether both values may be the same but for blanks: one has a blank, and
  /// otherwise they hold the same letters.
  @inline(__always)
  func maySpellTheSame(_ other: TextSketch) -> Bool {
    let different = (letters ^ other.letters) & ~Self.blank
    return (different == 0 ? 1 : 0) & ((letters | other.letters) & Self.blank != 0 ? 1 : 0) != 0
  }

  /// At most how many of their first four bytes both values begin with.
  @inline(__always)
  func commonBeginning(_ other: TextSketch) -> Int {
    let different = (rest ^ other.rest) | 1 << Self.beginningBits
    // Divided by five: exact for the numbers up to 20.
    return min((different.trailingZeroBitCount * 13) >> 6, min(count, other.count))
  }
}

/// What two values' sketches say of their distance.
struct LikenessBounds {
  /// No edit distance (substitutions, insertions, deletions, exchanges of
  /// neighbours) is smaller.
  let fewestEdits: Int
  private let isKnown: Bool
  /// The product of both lengths.
  private let product: Int
  /// 30 × product × (1 − the largest Jaro–Winkler similarity there may be).
  private let least: Int

  @inline(__always)
  init(_ left: TextSketch, _ right: TextSketch) {
    let onlyLeft = (left.letters & ~right.letters).nonzeroBitCount
    let onlyRight = (right.letters & ~left.letters).nonzeroBitCount
    let (mine, theirs) = (left.count, right.count)
    isKnown = !(left.isUnbounded || right.isUnbounded)
    fewestEdits = isKnown ? max(onlyLeft, onlyRight, abs(mine - theirs)) : 0
    let matched = max(0, min(mine - onlyLeft, theirs - onlyRight))
    product = mine * theirs
    least = (10 - left.commonBeginning(right)) * (2 * product - matched * (mine + theirs))
  }

  /// False only where the Jaro–Winkler similarity (prefix weight 0.1, at most 4)
  /// is below a limit.
  ///
  /// With m matched letters of a and b, Jaro is at most (m/a + m/b + 1) / 3, and with p letters in
  /// common at the beginning 1 − Jaro–Winkler = (1 − Jaro)(10 − p) / 10. So no division is needed.
  @inline(__always)
  func mayReach(_ limit: JaroWinklerLimit) -> Bool {
    (isKnown ? 0 : 1) | (least << JaroWinklerLimit.fraction <= limit.slack * product ? 1 : 0) != 0
  }
}

/// A limit of Jaro–Winkler similarities, ready to be held against bounds.
struct JaroWinklerLimit: Sendable {
  /// 30 × (1 − limit), a hair more, with `fraction` binary places.
  let slack: Int
  static let fraction = 16

  /// - Parameter limit: above 1 for one that nothing reaches.
  @inline(__always)
  init(_ limit: Double) {
    let exact = 30 * (1 - limit) * Double(1 << Self.fraction)
    slack = limit > 1 ? -1 : Int(exact.rounded(.up)) + 1
  }
}

/// A value with its sketch.
struct SketchedText {
  let code: UInt32
  let sketch: TextSketch

  /// What a slot of a row holds.
  @inline(__always)
  init(_ words: UnsafePointer<UInt32>) {
    code = words[0]
    sketch = TextSketch(words + 1)
  }

  init(_ code: UInt32, of values: ValueDictionary) {
    self.code = code
    sketch = values.withBytes(of: code) { TextSketch($0) }
  }
}

extension ValueDictionary {
  /// Calls `body` with two values.
  @inline(__always)
  func withPair<Result>(
    _ left: SketchedText, _ right: SketchedText, _ body: (TextPair) -> Result
  ) -> Result {
    withAllBytes { arena, offsets in
      func bytes(_ code: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: arena[offsets[code]..<offsets[code + 1]])
      }
      return body(
        TextPair(
          left: bytes(Int(left.code)), left.sketch, right: bytes(Int(right.code)), right.sketch))
    }
  }
}
