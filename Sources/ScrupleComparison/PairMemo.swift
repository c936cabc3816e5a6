/// Remembers the level of value pairs that were compared lately.
///
/// Direct-mapped: a slot keeps one pair of codes and its level, and a new pair
/// takes the slot of an old one. Names repeat, so most candidate pairs of a
/// block ask about value pairs that were just compared.
package struct PairMemo {
  private var keys: [UInt64]
  private var levels: [UInt8]
  private static let slotBits: UInt64 = 10

  package init() {
    keys = [UInt64](repeating: .max, count: 1 << Self.slotBits)
    levels = [UInt8](repeating: 0, count: 1 << Self.slotBits)
  }

  @inline(__always)
  mutating func level(_ left: UInt32, _ right: UInt32, orCompute compute: () -> UInt8) -> UInt8 {
    let key = UInt64(left) << 32 | UInt64(right)
    let slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.slotBits))
    if keys[slot] == key { return levels[slot] }
    let level = compute()
    keys[slot] = key
    levels[slot] = level
    return level
  }
}
