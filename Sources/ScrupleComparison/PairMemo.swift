/// Remembers the level of value pairs that were compared lately.
///
/// Direct-mapped: a slot keeps one pair of codes and its level, and a new pair
/// takes the slot of an old one. Names repeat, so many candidate pairs of a
/// block ask about value pairs that were just compared. Not shared between
/// threads.
package final class PairMemo {
  private struct Slot {
    var key = UInt64.max
    var level: UInt8 = 0
  }

  private let slots: UnsafeMutablePointer<Slot>
  private static let slotBits: UInt64 = 10

  package init() {
    slots = .allocate(capacity: 1 << Self.slotBits)
    slots.initialize(repeating: Slot(), count: 1 << Self.slotBits)
  }

  deinit { slots.deallocate() }

  @inline(__always)
  func level(_ left: UInt32, _ right: UInt32, orCompute compute: () -> UInt8) -> UInt8 {
    let key = UInt64(left) << 32 | UInt64(right)
    // SAFETY: the shift leaves slotBits bits, so the slot is one of those allocated.
    let slot = slots + Int((key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.slotBits))
    if slot.pointee.key == key { return slot.pointee.level }
    let level = compute()
    slot.pointee = Slot(key: key, level: level)
    return level
  }
}
