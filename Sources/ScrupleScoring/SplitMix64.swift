/// A counter-based generator of pseudo-random numbers.
///
/// The n-th number is a function of seed and n only, so that streams can be made
/// apart from one another and results do not depend on who draws first.
/// - Source: Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators".
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private let key: UInt64
  private var counter: UInt64 = 0

  /// Starts the stream with the given number under a seed.
  package init(seed: UInt64, stream: UInt64 = 0) {
    key = Self.mixed(seed &+ Self.mixed(stream &* Self.golden))
  }

  /// Returns the next 64 bits.
  package mutating func next() -> UInt64 {
    counter &+= 1
    return Self.mixed(key &+ counter &* Self.golden)
  }

  /// Returns the next number in 0..<1, a multiple of 2^-53.
  package mutating func nextUnit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  private static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
