/// Numbers keys 0, 1, 2 … in order of first appearance (open addressing).
struct BlockNumbers {
  private var keys: [UInt64]
  private var numbers: [UInt32]
  private var mask: Int
  private(set) var count = 0

  init(expectedCount: Int) {
    var capacity = 64
    while capacity < expectedCount * 2 { capacity *= 2 }
    keys = [UInt64](repeating: 0, count: capacity)
    numbers = [UInt32](repeating: 0, count: capacity)
    mask = capacity - 1
  }

  /// The number of a key, which is new if it was not seen; keys are never 0.
  mutating func number(of key: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 17) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    numbers[slot] = UInt32(count)
    count += 1
    if count * 2 > keys.count { grow() }
    return UInt32(count - 1)
  }

  /// The number of a key, or nil where it was never seen.
  func existingNumber(of key: UInt64) -> UInt32? {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 17) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func grow() {
    let old = (keys, numbers)
    let capacity = keys.count * 2
    keys = [UInt64](repeating: 0, count: capacity)
    numbers = [UInt32](repeating: 0, count: capacity)
    mask = capacity - 1
    for (key, number) in zip(old.0, old.1) where key != 0 {
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 17) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      numbers[slot] = number
    }
  }
}
