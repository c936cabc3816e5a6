#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The distinct byte strings of a column, each with a 32-bit code.
///
/// Code 0 is always the empty value, which means *missing*. Codes are given in
/// order of first appearance, so a dictionary depends on the order of its
/// input and on nothing else (no per-process hash seed).
///
/// Layout: one byte arena and one offset per value, and an open-addressing
/// table of codes (load at most one half) keyed by a 64-bit hash whose upper
/// half is kept beside each code, so that a probe seldom touches the arena.
/// The same upper half decides the slot, so that growing hashes nothing again.
///
/// Values that come in ascending order, as record ids often do, need no table:
/// one that is greater than all before it is new, and any is found by halving.
/// The table is made when the first value comes that breaks the order.
///
/// A dictionary whose values are only read any more can be closed: the table, as large as all the
/// rest of it, is let go.
///
/// - Complexity: `code(of:)` is O(length) expected. Values that collide on
///   purpose cost at most a linear probe; the hash is not secret.
public struct ValueDictionary: Sendable {
  /// The code of the missing value.
  public static let missing: UInt32 = 0

  private var arena: [UInt8] = []
  private var offsets: [Int] = [0, 0]
  /// Empty while the values ascend, and in a closed dictionary.
  private var slots: [UInt64] = []
  /// Whether each value is greater than the one before it, bytewise, so that
  /// codes are in the order of values.
  public private(set) var isAscending = true
  /// How far a hash is shifted right to give its slot: the upper bits decide.
  private var shift: UInt64

  /// Creates a dictionary that holds only the missing value.
  public init(expectedCount: Int = 64) {
    var bits: UInt64 = 7
    while 1 << Int(bits) < expectedCount * 2 { bits += 1 }
    shift = 64 - bits
  }

  /// The number of values, the missing one included.
  public var count: Int { offsets.count - 1 }

  /// The number of bytes of all values together.
  public var byteCount: Int { arena.count }

  /// The same values and codes, without the table that values are looked up in.
  public func closed() -> ValueDictionary {
    var closed = self
    closed.slots = []
    return closed
  }

  /// The same values and codes, ready for look-ups.
  ///
  /// - Complexity: O(bytes) for a closed dictionary, else O(1).
  public func opened() -> ValueDictionary {
    guard !isAscending && slots.isEmpty else { return self }
    var opened = self
    opened.makeTable()
    return opened
  }

  /// The code of a value, which is added if it is new.
  ///
  /// - Parameter value: any bytes; the empty value has code 0.
  public mutating func code(of value: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if value.isEmpty { return Self.missing }
    if isAscending, let code = ascendingCode(of: value) { return code }
    if slots.isEmpty { makeTable() }
    return code(of: value, hash: Self.hash(value))
  }

  /// Appends the codes of many values, in order; new values are added.
  ///
  /// Two to three times as fast as one call a value once the table outgrows the
  /// first cache: see `warm`.
  public mutating func appendCodes(
    of values: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>, to codes: inout [UInt32]
  ) {
    var start = 0
    while isAscending && start < values.count {
      let value = values[start]
      if let code = value.isEmpty ? Self.missing : ascendingCode(of: value) {
        codes.append(code)
        start += 1
      } else {
        makeTable()
      }
    }
    if start < values.count && slots.isEmpty { makeTable() }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.stretch) { hashes in
      while start < values.count {
        let part = UnsafeBufferPointer(
          rebasing: values[start..<min(start + Self.stretch, values.count)])
        for index in part.indices {
          hashes.initializeElement(at: index, to: Self.hash(part[index]))
        }
        if slots.count > Self.slotsInCache {
          let isWarm = warm(UnsafeBufferPointer(rebasing: hashes[..<part.count])) >= 0
          precondition(isWarm, "the offsets of \(part.count) values add up below 0")
        }
        for index in part.indices {
          let value = part[index]
          codes.append(value.isEmpty ? Self.missing : code(of: value, hash: hashes[index]))
        }
        start += part.count
      }
    }
  }

  /// The code of a value, or nil where the dictionary does not hold it; not for a closed one.
  public func existingCode(of value: UnsafeBufferPointer<UInt8>) -> UInt32? {
    if value.isEmpty { return Self.missing }
    if isAscending { return halved(value) }
    precondition(!slots.isEmpty, "a closed dictionary of \(count) values was asked for a code")
    let entry = slots[find(value, hash: Self.hash(value))]
    return entry == 0 ? nil : UInt32(truncatingIfNeeded: entry)
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

  // MARK: - Values in order

  /// The code of a value that is not before the last one, or nil.
  private mutating func ascendingCode(of value: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let last = count - 1
    let order = last == 0 ? 1 : compare(value, withCode: last)
    if order < 0 { return nil }
    return order == 0 ? UInt32(last) : append(value)
  }

  /// The code of a value, looked for by halving; nil where it is not there.
  private func halved(_ value: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var low = 1
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let order = compare(value, withCode: middle)
      if order == 0 { return UInt32(middle) }
      if order < 0 { high = middle } else { low = middle + 1 }
    }
    return nil
  }

  /// Below, at or above 0 as a value stands before, at or after that of a code, bytewise.
  private func compare(_ value: UnsafeBufferPointer<UInt8>, withCode code: Int) -> Int {
    let start = offsets[code]
    let length = offsets[code + 1] - start
    let order = arena.withUnsafeBufferPointer { bytes in
      guard let mine = value.baseAddress, let theirs = bytes.baseAddress else { return 0 }
      // SAFETY: both have as many bytes as the shorter one.
      return Int(memcmp(mine, theirs + start, min(value.count, length)))
    }
    return order == 0 ? value.count - length : order
  }

  /// Enters all values into a table; they are all different.
  private mutating func makeTable() {
    isAscending = false
    while 1 << Int(64 - shift) < count * 2 { shift -= 1 }
    slots = [UInt64](repeating: 0, count: 1 << Int(64 - shift))
    for code in 1..<max(1, count) {
      place(withBytes(of: UInt32(code)) { Self.hash($0) } & Self.tagMask | UInt64(code))
    }
  }

  // MARK: - Slots

  /// Tables up to this many slots (16 KiB) are in the first cache anyway.
  private static let slotsInCache = 1 << 11

  /// How many values are looked up together: three cache lines each must stay
  /// in the first cache.
  private static let stretch = 64

  private static let tagMask: UInt64 = 0xFFFF_FFFF_0000_0000

  private mutating func code(of value: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32 {
    let slot = find(value, hash: hash)
    let entry = slots[slot]
    if entry != 0 { return UInt32(truncatingIfNeeded: entry) }
    return insert(value, tag: hash & Self.tagMask, slot: slot)
  }

  /// The slot that holds a value, or the empty one where it belongs.
  @inline(__always)
  private func find(_ value: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    let tag = hash & Self.tagMask
    var slot = Int(truncatingIfNeeded: hash &>> shift)
    while true {
      let entry = slots[slot]
      if entry == 0 { return slot }
      if entry & Self.tagMask == tag, equals(UInt32(truncatingIfNeeded: entry), value) {
        return slot
      }
      slot = (slot + 1) & mask
    }
  }

  /// Loads what `find` will need for some hashes, to have it in cache.
  ///
  /// A look-up is three loads that wait for each other: slot, offset, bytes.
  /// Between values they are independent, so done in turn for many values
  /// their cache misses overlap; in `find` a mispredicted branch prevents that.
  ///
  /// - Returns: a number above or equal to 0, so that a caller who tests it
  ///   keeps the compiler from leaving out the loads.
  @inline(never)
  private func warm(_ hashes: UnsafeBufferPointer<UInt64>) -> Int {
    guard !arena.isEmpty else { return 0 }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: hashes.count) { starts in
      for (index, hash) in hashes.enumerated() {
        let entry = slots[Int(truncatingIfNeeded: hash &>> shift)]
        starts.initializeElement(at: index, to: Int(UInt32(truncatingIfNeeded: entry)))
      }
      for index in hashes.indices { starts[index] = offsets[starts[index]] }
      var total = 0
      for start in starts { total &+= start &+ Int(arena[min(start, arena.count - 1)]) }
      return total
    }
  }

  @inline(__always)
  private func equals(_ code: UInt32, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = offsets[Int(code)]
    guard offsets[Int(code) + 1] - start == value.count else { return false }
    return arena.withUnsafeBufferPointer { bytes in
      let stored = UnsafeBufferPointer(rebasing: bytes[start..<start + value.count])
      guard value.count <= 16 else { return Self.areEqual(stored, value) }
      return Self.ends(stored) == Self.ends(value)
    }
  }

  private static func areEqual(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = left.baseAddress, let second = right.baseAddress else { return true }
    // SAFETY: both have right.count bytes; memcmp reads no more.
    return memcmp(first, second, right.count) == 0
  }

  private mutating func insert(
    _ value: UnsafeBufferPointer<UInt8>, tag: UInt64, slot: Int
  ) -> UInt32 {
    let code = append(value)
    slots[slot] = tag | UInt64(code)
    if count * 2 > slots.count { grow() }
    return code
  }

  /// Stores a new value; its code.
  private mutating func append(_ value: UnsafeBufferPointer<UInt8>) -> UInt32 {
    precondition(count < UInt32.max, "a column holds at most 4,294,967,294 distinct values")
    let code = UInt32(count)
    arena.append(contentsOf: value)
    offsets.append(arena.count)
    return code
  }

  /// Doubles the table. The kept half of a hash decides the slot (up to 2^32
  /// slots), so no value is hashed again; and as it is the upper half, entries
  /// move to the larger table in order: both are passed through from end to end.
  private mutating func grow() {
    let smaller = slots
    shift -= 1
    slots = [UInt64](repeating: 0, count: smaller.count * 2)
    for entry in smaller where entry != 0 { place(entry) }
  }

  /// Enters a value that the table does not hold yet.
  @inline(__always)
  private mutating func place(_ entry: UInt64) {
    var slot = Int(truncatingIfNeeded: entry &>> shift)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  // MARK: - Hash

  /// A 64-bit hash of some bytes: sixteen at a time, multiply and fold.
  ///
  /// The same on every machine and in every run, so it may decide order.
  public static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(value.count)
    var rest = value
    while rest.count > 16 {
      let raw = UnsafeRawBufferPointer(rest)
      // SAFETY: more than 16 bytes are left, and loadUnaligned needs no alignment.
      let first = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      let second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      state = fold(state ^ first, 0xA076_1D64_78BD_642F ^ second)
      rest = UnsafeBufferPointer(rebasing: rest[16...])
    }
    let (first, second) = ends(rest)
    let mixed = fold(state ^ first, 0xA076_1D64_78BD_642F ^ second)
    return fold(mixed ^ 0xD6E8_FEB8_6659_FD93, 0xE703_7ED1_A0B4_28DB)
  }

  /// At most sixteen bytes as two words, the first byte lowest, zeros above.
  ///
  /// Loads that overlap take the place of a loop over the bytes, whose number
  /// no branch predictor can guess.
  @inline(__always)
  private static func ends(_ value: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    let raw = UnsafeRawBufferPointer(value)
    let count = value.count
    if count >= 8 {
      // SAFETY: eight bytes fit before `count`, twice where they overlap.
      let first = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      let last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      return (first, last >> UInt64(8 * (16 - count)))
    }
    if count >= 4 {
      // SAFETY: four bytes fit before `count`, twice where they overlap.
      let first = UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
      let last = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      return (first | last << UInt64(8 * (count - 4)), 0)
    }
    if count == 0 { return (0, 0) }
    let middle = count >> 1
    let first = UInt64(value[0]) | UInt64(value[middle]) << UInt64(8 * middle)
    return (first | UInt64(value[count - 1]) << UInt64(8 * (count - 1)), 0)
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
