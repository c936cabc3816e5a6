/// The distinct byte strings of a column, each with a 32-bit code.
///
/// Code 0 is always the empty value, which means *missing*. Codes are given in
/// order of first appearance, so a dictionary depends on the order of its
/// input and on nothing else (no per-process hash seed).
///
/// Layout: one byte arena and one offset per value, and an open-addressing
/// table of codes (load at most one half) keyed by a 64-bit hash whose upper
/// half is kept beside each code, so that a probe seldom touches the arena.
///
/// - Complexity: `code(of:)` is O(length) expected. Values that collide on
///   purpose cost at most a linear probe; the hash is not secret.
public struct ValueDictionary: Sendable {
  /// The code of the missing value.
  public static let missing: UInt32 = 0

  private var arena: [UInt8] = []
  private var offsets: [Int] = [0, 0]
  private var slots: [UInt64]
  private var slotMask: Int

  /// Creates a dictionary that holds only the missing value.
  public init(expectedCount: Int = 64) {
    var capacity = 128
    while capacity < expectedCount * 2 { capacity *= 2 }
    slots = [UInt64](repeating: 0, count: capacity)
    slotMask = capacity - 1
  }

  /// The number of values, the missing one included.
  public var count: Int { offsets.count - 1 }

  /// The number of bytes of all values together.
  public var byteCount: Int { arena.count }

  /// The code of a value, which is added if it is new.
  ///
  /// - Parameter value: any bytes; the empty value has code 0.
  public mutating func code(of value: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if value.isEmpty { return Self.missing }
    let hash = Self.hash(value)
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    let tag = hash & 0xFFFF_FFFF_0000_0000
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      if entry & 0xFFFF_FFFF_0000_0000 == tag {
        let code = UInt32(truncatingIfNeeded: entry)
        if equals(code, value) { return code }
      }
      slot = (slot + 1) & slotMask
    }
    return insert(value, tag: tag, slot: slot)
  }

  /// The code of a value, or nil where the dictionary does not hold it.
  public func existingCode(of value: UnsafeBufferPointer<UInt8>) -> UInt32? {
    if value.isEmpty { return Self.missing }
    let hash = Self.hash(value)
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    let tag = hash & 0xFFFF_FFFF_0000_0000
    while true {
      let entry = slots[slot]
      if entry == 0 { return nil }
      if entry & 0xFFFF_FFFF_0000_0000 == tag {
        let code = UInt32(truncatingIfNeeded: entry)
        if equals(code, value) { return code }
      }
      slot = (slot + 1) & slotMask
    }
  }

  /// Calls a closure with the bytes of a value; they live only for the call.
  public func withBytes<Result>(
    of code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try withAllBytes { arena, offsets in
      let start = offsets[Int(code)]
      let end = offsets[Int(code) + 1]
      return try body(UnsafeBufferPointer(rebasing: arena[start..<end]))
    }
  }

  /// Calls a closure with the arena and the offsets: the bytes of code `c` are
  /// `arena[offsets[c]..<offsets[c + 1]]`. For loops over many values.
  public func withAllBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<Int>) throws -> Result
  ) rethrows -> Result {
    try arena.withUnsafeBufferPointer { bytes in
      try offsets.withUnsafeBufferPointer { try body(bytes, $0) }
    }
  }

  /// The bytes of a value as an array.
  public func bytes(of code: UInt32) -> [UInt8] {
    Array(arena[offsets[Int(code)]..<offsets[Int(code) + 1]])
  }

  /// The value as text; invalid UTF-8 is repaired.
  public func text(of code: UInt32) -> String {
    withBytes(of: code) { String(decoding: $0, as: UTF8.self) }
  }

  private func equals(_ code: UInt32, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = offsets[Int(code)]
    let length = offsets[Int(code) + 1] - start
    guard length == value.count else { return false }
    return arena.withUnsafeBufferPointer { bytes in
      for index in 0..<length where bytes[start + index] != value[index] { return false }
      return true
    }
  }

  private mutating func insert(
    _ value: UnsafeBufferPointer<UInt8>, tag: UInt64, slot: Int
  ) -> UInt32 {
    precondition(count < UInt32.max, "a column holds at most 4,294,967,294 distinct values")
    let code = UInt32(count)
    arena.append(contentsOf: value)
    offsets.append(arena.count)
    slots[slot] = tag | UInt64(code)
    if count * 2 > slots.count { grow() }
    return code
  }

  private mutating func grow() {
    let capacity = slots.count * 2
    var larger = [UInt64](repeating: 0, count: capacity)
    let mask = capacity - 1
    arena.withUnsafeBufferPointer { bytes in
      for code in 1..<count {
        let value = UnsafeBufferPointer(rebasing: bytes[offsets[code]..<offsets[code + 1]])
        let hash = Self.hash(value)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while larger[slot] != 0 { slot = (slot + 1) & mask }
        larger[slot] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(code)
      }
    }
    slots = larger
    slotMask = mask
  }

  /// A 64-bit hash of some bytes: eight at a time, multiply and fold.
  ///
  /// The same on every machine and in every run, so it may decide order.
  public static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(value.count)
    var index = 0
    let raw = UnsafeRawBufferPointer(value)
    while index + 8 <= value.count {
      // SAFETY: index + 8 <= count, and loadUnaligned needs no alignment.
      state = fold(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    while index < value.count {
      tail |= UInt64(value[index]) << shift
      shift += 8
      index += 1
    }
    return fold(fold(state ^ tail) ^ 0xD6E8_FEB8_6659_FD93)
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
