/// Where the right records of a left record's block are: one word.
///
/// A block of a single right record, as most are, is that record itself, with the mark that ends
/// every block. Any other word is where the block's records begin.
enum BlockWord {
  /// The bit that marks the last right record of a block.
  static let last: UInt32 = 1 << 31
  /// The key has no right record.
  static let none = UInt32.max
  /// The block has too many pairs.
  static let tooLarge = UInt32.max >> 1
  /// The one right record is not known yet.
  fileprivate static let pending = UInt32.max >> 1 - 1
  /// How many right records all blocks may hold; places of blocks are below the other words.
  static let mostRows = Int(pending)

  /// Whether it leads to right records.
  @inline(__always)
  static func isKept(_ word: UInt32) -> Bool { word != none && word != tooLarge }

  /// Calls a closure with each right record of a block.
  ///
  /// - Parameter rows: the right records of all blocks of more than one.
  @inline(__always)
  static func forEachRow(
    of word: UInt32, _ rows: UnsafeBufferPointer<UInt32>, _ body: (UInt32) -> Void
  ) {
    var row = word & last != 0 ? word : rows[Int(word)]
    var place = Int(word)
    while true {
      body(row & ~last)
      if row & last != 0 { return }
      place += 1
      row = rows[place]
    }
  }
}

/// Brings the records of both sides together that share a key.
///
/// Keys are laid out by the first bits of their hashes, as many parts as keep the hash table of one
/// part within the second cache (radix partitioning: Manegold, Boncz, Kersten 2000). So a key costs
/// two writes in order instead of a look-up in memory.
///
/// Used for one rule after the other, so that its memory is asked for once. Not shared between
/// threads.
final class BlockTable {
  /// The right records of all blocks, and the word of each left key.
  struct Blocks {
    /// Block by block, ascending within a block, the last one marked; blocks of one record are not
    /// there.
    var rows: [UInt32]
    /// In the order of the left keys.
    var words: [UInt32]
  }

  private struct Slot {
    var key: UInt64 = 0
    /// Left keys of the slot; then the word of its block.
    var left: UInt32 = 0
    /// Right keys of the slot; then where the next one goes.
    var right: UInt32 = 0
  }

  private var slots: UnsafeMutablePointer<Slot>
  /// The taken slots, at most half of all.
  private var taken: UnsafeMutablePointer<UInt32>
  private var allocated = 64
  private var left = PartitionedKeys()
  private var right = PartitionedKeys()

  /// Left keys of a part; slots of 16 bytes for twice as many fit the second cache.
  private static let keysOfAPart = 32_768
  /// More parts at once cost more in address look-ups than they save.
  private static let mostPartBits: UInt64 = 8

  init() {
    slots = .allocate(capacity: allocated)
    taken = .allocate(capacity: allocated)
  }

  deinit {
    slots.deallocate()
    taken.deallocate()
  }

  /// The blocks of keys of both sides.
  ///
  /// - Parameters:
  ///   - maximumBlockPairs: a block with more pairs is left out.
  ///   - cost: counts what is kept and what is left out.
  /// - Complexity: O(keys) time and memory.
  func blocks(
    left leftKeys: borrowing PartialKeys, right rightKeys: borrowing PartialKeys,
    maximumBlockPairs: Int, cost: inout BlockingCost
  ) -> Blocks {
    precondition(
      rightKeys.keys.count <= BlockWord.mostRows,
      "a rule gives right records \(rightKeys.keys.count) keys, which are too many")
    var bits: UInt64 = 0
    while leftKeys.keys.count >> Int(bits) > Self.keysOfAPart && bits < Self.mostPartBits {
      bits += 1
    }
    left.fill(leftKeys.keys, bits: bits) { UInt32(truncatingIfNeeded: $0) }
    rightKeys.rows.withUnsafeBufferPointer { rows in
      right.fill(rightKeys.keys, bits: bits) { rows[$0] }
    }
    var counted = cost
    var words: [UInt32] = []
    let rows = [UInt32](unsafeUninitializedCapacity: rightKeys.keys.count + 1) { rows, end in
      words = [UInt32](unsafeUninitializedCapacity: leftKeys.keys.count) { words, count in
        end = 0
        for part in 0..<(1 << Int(bits)) {
          join(part, bits, maximumBlockPairs, &counted, rows: rows, &end, words: words)
        }
        count = leftKeys.keys.count
      }
    }
    cost = counted
    return Blocks(rows: rows, words: words)
  }

  /// The blocks of one part of the keys.
  private func join(
    _ part: Int, _ bits: UInt64, _ maximumBlockPairs: Int, _ cost: inout BlockingCost,
    rows: UnsafeMutableBufferPointer<UInt32>, _ end: inout Int,
    words: UnsafeMutableBufferPointer<UInt32>
  ) {
    let mine = left.range(of: part)
    let theirs = right.range(of: part)
    let shift = prepare(expectedCount: mine.count)
    let mask = 1 << Int(64 - shift) - 1
    let (slots, taken) = (slots, taken)
    let (leftHashes, leftNumbers) = (left.hashes, left.numbers)
    let (rightHashes, rightNumbers) = (right.hashes, right.numbers)
    // SAFETY: a slot's number is below the number of slots; at most half of them are taken, so that
    // a probe ends, and `taken` has a place for each. Left numbers are below the count of words.
    @inline(__always) func find(_ hash: UInt64) -> Int {
      var slot = Int(truncatingIfNeeded: (hash &<< bits) &>> shift)
      while slots[slot].key != hash && slots[slot].key != 0 { slot = (slot + 1) & mask }
      return slot
    }
    var takenCount = 0
    for entry in mine {
      let hash = leftHashes[entry]
      let slot = find(hash)
      taken[takenCount] = UInt32(truncatingIfNeeded: slot)
      takenCount += slots[slot].key == 0 ? 1 : 0
      slots[slot].key = hash
      slots[slot].left += 1
      // From here on the slot stands in the place of the hash.
      leftHashes[entry] = UInt64(slot)
    }
    var met = theirs.lowerBound
    for entry in theirs {
      let slot = find(rightHashes[entry])
      let isThere = slots[slot].key != 0
      slots[slot].right &+= isThere ? 1 : 0
      rightHashes[met] = UInt64(slot)
      rightNumbers[met] = rightNumbers[entry]
      met += isThere ? 1 : 0
    }
    for index in 0..<takenCount {
      Self.place(slots + Int(taken[index]), maximumBlockPairs, &cost, &end)
    }
    // One place more, for records that have none.
    let nowhere = UInt32(rows.count - 1)
    for entry in theirs.lowerBound..<met {
      let slot = slots + Int(rightHashes[entry])
      let row = rightNumbers[entry]
      let isPlaced = slot.pointee.right != BlockWord.none
      rows[Int(isPlaced ? slot.pointee.right : nowhere)] = row
      slot.pointee.right &+= isPlaced ? 1 : 0
      let isAlone = slot.pointee.left == BlockWord.pending
      slot.pointee.left = isAlone ? row | BlockWord.last : slot.pointee.left
    }
    for index in 0..<takenCount {
      let after = slots[Int(taken[index])].right
      if after != BlockWord.none { rows[Int(after) - 1] |= BlockWord.last }
    }
    for entry in mine { words[Int(leftNumbers[entry])] = slots[Int(leftHashes[entry])].left }
  }

  /// Decides where the right records of a slot go.
  @inline(__always)
  private static func place(
    _ slot: UnsafeMutablePointer<Slot>, _ maximumBlockPairs: Int, _ cost: inout BlockingCost,
    _ end: inout Int
  ) {
    let count = Int(slot.pointee.right)
    let pairs = Int(slot.pointee.left) * count
    slot.pointee.right = BlockWord.none
    if pairs == 0 {
      slot.pointee.left = BlockWord.none
    } else if pairs > maximumBlockPairs {
      cost.skip(pairs: pairs)
      slot.pointee.left = BlockWord.tooLarge
    } else {
      cost.keep(pairs: pairs)
      slot.pointee.left = BlockWord.pending
      if count == 1 { return }
      slot.pointee.left = UInt32(end)
      slot.pointee.right = UInt32(end)
      end += count
    }
  }

  /// Forgets all keys and makes room for so many different ones; how far a hash is shifted to give
  /// its slot.
  private func prepare(expectedCount: Int) -> UInt64 {
    var bits: UInt64 = 6
    while 1 << Int(bits) < expectedCount * 2 { bits += 1 }
    let capacity = 1 << Int(bits)
    if capacity > allocated {
      slots.deallocate()
      taken.deallocate()
      allocated = capacity
      slots = .allocate(capacity: capacity)
      taken = .allocate(capacity: capacity)
    }
    slots.initialize(repeating: Slot(), count: capacity)
    return 64 - bits
  }
}

/// Hashes of keys, each with a number, laid out by their first bits; in order within a part.
private final class PartitionedKeys {
  private(set) var hashes: UnsafeMutablePointer<UInt64>
  private(set) var numbers: UnsafeMutablePointer<UInt32>
  private var allocated = 64
  /// Where each part ends.
  private var ends: [Int] = []

  init() {
    hashes = .allocate(capacity: allocated)
    numbers = .allocate(capacity: allocated)
  }

  deinit {
    hashes.deallocate()
    numbers.deallocate()
  }

  func range(of part: Int) -> Range<Int> { (part == 0 ? 0 : ends[part - 1])..<ends[part] }

  /// Takes keys, which are never 0; neither are their hashes.
  ///
  /// - Parameters:
  ///   - bits: how many bits of the hash number the parts, 0 for one part.
  ///   - number: the number of the key at a place.
  @inline(__always)
  func fill(_ keys: [UInt64], bits: UInt64, number: (Int) -> UInt32) {
    if keys.count > allocated {
      hashes.deallocate()
      numbers.deallocate()
      allocated = keys.count
      hashes = .allocate(capacity: allocated)
      numbers = .allocate(capacity: allocated)
    }
    let (hashes, numbers) = (hashes, numbers)
    var next = [Int](repeating: 0, count: 1 << Int(bits))
    keys.withUnsafeBufferPointer { keys in
      next.withUnsafeMutableBufferPointer { next in
        // The upper bits of a product with an odd number; without parts, none of them.
        @inline(__always) func part(_ hash: UInt64) -> Int {
          Int(truncatingIfNeeded: (hash &>> 1) &>> (63 &- bits))
        }
        for key in keys { next[part(Self.hash(key))] += 1 }
        var start = 0
        for part in next.indices { (next[part], start) = (start, start + next[part]) }
        for place in keys.indices {
          let hash = Self.hash(keys[place])
          let target = next[part(hash)]
          next[part(hash)] = target + 1
          // SAFETY: there is room for all keys, and each part has as many places as were counted.
          hashes[target] = hash
          numbers[target] = number(place)
        }
      }
    }
    ends = next
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }
}
