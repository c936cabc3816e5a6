/// A seeded source of choices, the same on every machine.
///
/// - Source: SplitMix64 (Steele, Lea & Flood 2014).
package struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Creates a sequence of choices from a seed.
  package init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number in 0..<bound.
  package mutating func below(_ bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &self)
  }

  /// True once in `count` throws.
  package mutating func once(in count: Int) -> Bool { below(count) == 0 }

  /// One of some choices.
  package mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }

  /// A word over an alphabet with a length in a range.
  package mutating func word(_ alphabet: String, _ lengths: ClosedRange<Int>) -> String {
    let letters = Array(alphabet)
    let length = Int.random(in: lengths, using: &self)
    return String((0..<length).map { _ in letters[below(letters.count)] })
  }

  /// The numbers 0..<count in a random order.
  package mutating func order(_ count: Int) -> [Int] { (0..<count).shuffled(using: &self) }
}
