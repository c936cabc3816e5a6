/// A seeded one-to-one map of 0..<count onto itself.
///
/// It gives ids and numbers that do not betray the order in which they were made
/// and that never repeat, without a table of those given out.
///
/// A four-round Feistel network over the smallest even number of bits that holds
/// `count`; a value that lands outside is mapped again (cycle walking; Black &
/// Rogaway 2002), fewer than four times on average.
public struct NumberPermutation: Sendable {
  public let count: UInt64
  private let halfBits: UInt64
  private let mask: UInt64
  private let key: UInt64

  /// Creates the permutation of 0..<count that belongs to a seed and a series.
  public init(count: UInt64, seed: UInt64, series: UInt64) {
    precondition(count > 0, "a permutation needs at least one number")
    self.count = count
    var bits: UInt64 = 2
    while bits < 62, (UInt64(1) << bits) < count { bits += 2 }
    halfBits = bits / 2
    mask = (UInt64(1) << halfBits) - 1
    var draw = Draw(seed: seed, for: .permutation, index: series)
    key = draw.bits()
  }

  /// The number that stands at a place.
  public subscript(_ place: UInt64) -> UInt64 {
    precondition(place < count, "place \(place) is not below \(count)")
    var value = place
    repeat { value = encrypted(value) } while value >= count
    return value
  }

  private func encrypted(_ value: UInt64) -> UInt64 {
    var left = value >> halfBits
    var right = value & mask
    for round in 0..<4 as Range<UInt64> {
      let mixed = Draw.mixed((right &+ 1) &* 0x9E37_79B9_7F4A_7C15 ^ key &+ round) & mask
      (left, right) = (right, left ^ mixed)
    }
    return (left << halfBits) | right
  }
}
