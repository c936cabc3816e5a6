import ScrupleKernels
import ScrupleReferenceKernels

/// Calls `body` with two texts as bytes.
func withBytes<Result>(
  _ a: [UInt32], _ b: [UInt32],
  _ body: (StringDistance.Bytes, StringDistance.Bytes) -> Result
) -> Result {
  a.map { UInt8($0) }.withUnsafeBufferPointer { left in
    b.map { UInt8($0) }.withUnsafeBufferPointer { right in body(left, right) }
  }
}

/// Calls `body` with two texts as scalars.
func withScalars<Result>(
  _ a: [UInt32], _ b: [UInt32],
  _ body: (StringDistance.Scalars, StringDistance.Scalars) -> Result
) -> Result {
  a.withUnsafeBufferPointer { left in
    b.withUnsafeBufferPointer { right in body(left, right) }
  }
}

/// The Unicode scalars of a string.
func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

/// The text of scalars, for messages about made-up inputs.
func spelled(_ text: [UInt32]) -> String {
  String(String.UnicodeScalarView(text.compactMap(Unicode.Scalar.init)))
}

/// All texts over the first `letters` letters, up to a length.
func allTexts(letters: Int, upTo length: Int) -> [[UInt32]] {
  var all: [[UInt32]] = [[]]
  var longest: [[UInt32]] = [[]]
  for _ in 0..<length {
    longest = longest.flatMap { text in (0..<letters).map { text + [UInt32(97 + $0)] } }
    all += longest
  }
  return all
}

/// A small generator with a printable seed (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension SplitMix {
  /// A text of a given length over an alphabet.
  mutating func text(_ length: Int, over alphabet: [UInt32]) -> [UInt32] {
    (0..<length).map { _ in alphabet.randomElement(using: &self) ?? 97 }
  }

  /// The text after a few random edits: substitutions, insertions, deletions, exchanges.
  mutating func edited(
    _ text: [UInt32], times: Int, over alphabet: [UInt32]
  ) -> [UInt32] {
    var result = text
    for _ in 0..<times {
      let letter = alphabet.randomElement(using: &self) ?? 97
      let place = Int.random(in: 0...result.count, using: &self)
      switch Int.random(in: 0..<4, using: &self) {
      case 0: result.insert(letter, at: place)
      case 1 where place < result.count: result.remove(at: place)
      case 2 where place < result.count: result[place] = letter
      case 3 where place + 1 < result.count: result.swapAt(place, place + 1)
      default: break
      }
    }
    return result
  }
}

/// Pairs of texts whose lengths crowd around the borders of the kernels.
func randomPairs(
  seed: UInt64, count: Int, longest: Int = 200, alphabet: [UInt32] = [97, 98, 99, 100, 32]
) -> [([UInt32], [UInt32])] {
  var random = SplitMix(state: seed)
  let borders = [0, 1, 2, 31, 32, 33, 62, 63, 64, 65, 66, 127, 128, 129].filter { $0 <= longest }
  return (0..<count).map { index in
    let length =
      index % 2 == 0
      ? borders.randomElement(using: &random) ?? 0 : Int.random(in: 0...longest, using: &random)
    let a = random.text(length, over: alphabet)
    if index % 3 == 0 {
      let other = borders.randomElement(using: &random) ?? 0
      return (a, random.text(other, over: alphabet))
    }
    let times = Int.random(in: 0...12, using: &random)
    return (a, random.edited(a, times: times, over: alphabet))
  }
}

/// Letters of several scripts, among them two outside the basic plane.
let manyScripts: [UInt32] = scalars("aé\u{301}ЖЩ山田محم\u{1F600}\u{10FFFF}\u{80} ")
