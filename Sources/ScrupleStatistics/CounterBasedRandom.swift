/// Random numbers that are a pure function of a seed, a stream and an index.
///
/// Number `i` of stream `s` is the same whoever asks for it and in whatever order, so that a
/// bootstrap does not depend on the number of threads.
/// - Source: the SplitMix64 finalizer (Steele, Lea & Flood 2014).
struct CounterBasedRandom: Sendable {
  private let key: UInt64

  init(seed: UInt64, stream: UInt64) {
    key = Self.mix(Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15) ^ (stream &* 0xD1B5_4A32_D192_ED03))
  }

  /// Number `index`, uniform over all 64-bit values.
  func value(at index: UInt64) -> UInt64 {
    Self.mix(key &+ (index &+ 1) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// Number `index`, in 0..<bound; the bias is below `bound` / 2^64.
  func value(at index: UInt64, below bound: Int) -> Int {
    Int(value(at: index).multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Number `index`, in 0..<1, a multiple of 2^-53.
  func fraction(at index: UInt64) -> Double {
    Double(value(at: index) >> 11) * 0x1p-53
  }

  private static func mix(_ input: UInt64) -> UInt64 {
    var value = input
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
