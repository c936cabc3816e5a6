import ScrupleNormalization

/// The keys a whole rule gives each record: the combinations of its parts.
struct RuleKeys: Sendable {
  let components: [KeyComponent]
  let leftCount: Int
  let rightCount: Int

  /// The keys of several rules; a part that rules have in common is made once.
  static func all(
    _ rules: [BlockingRule], records: NormalizedRecords, cache: KeyCache = KeyCache()
  ) throws(BlockingError) -> [RuleKeys] {
    var known: [BlockingKey: KeyComponent] = [:]
    var result: [RuleKeys] = []
    for (position, rule) in rules.enumerated() {
      var components: [KeyComponent] = []
      for key in rule.keys {
        if let component = known[key] {
          components.append(component)
        } else {
          let component = try KeyComponent(
            key, records: records, rule: position + 1, cache: cache)
          known[key] = component
          components.append(component)
        }
      }
      result.append(
        RuleKeys(
          components: components, leftCount: records.leftCount, rightCount: records.rightCount))
    }
    return result
  }

  /// The keys of every record of a side, one part after the other.
  ///
  /// - Complexity: O(records × parts), and the number of keys.
  ///
  /// - Parameter every: keep only keys whose first part falls into one of so
  ///   many classes, a power of two: a sample of the rule's blocks, the same on
  ///   both sides.
  func rows(_ side: Side, every: UInt64 = 1) -> KeyRows {
    var rows = KeyRows(recordCount: side == .left ? leftCount : rightCount)
    for (part, component) in components.enumerated() {
      if part == 1 && every > 1 { rows.keep(every: every) }
      switch component {
      case .single(let hashes, let left, let right):
        rows.combine(hashes: hashes, codes: side == .left ? left : right)
      case .several(let keys, let left, let right):
        let codes = side == .left ? left : right
        rows = rows.product {
          keys.range(of: Int(codes[$0]))
        } with: {
          keys.keys[$0]
        }
      case .perRecord(let left, let right):
        let keys = side == .left ? left : right
        rows = rows.product {
          keys.range(of: $0)
        } with: {
          keys.keys[$0]
        }
      }
    }
    if components.count == 1 && every > 1 { rows.keep(every: every) }
    return rows
  }

  /// Whether two records share a key of the rule.
  func agree(left: Int, right: Int) -> Bool {
    components.allSatisfy { component in
      switch component {
      case .single(let hashes, let leftCodes, let rightCodes):
        let hash = hashes[Int(leftCodes[left])]
        return hash != 0 && hash == hashes[Int(rightCodes[right])]
      case .several(let keys, let leftCodes, let rightCodes):
        let mine = keys.list(of: Int(leftCodes[left]))
        let theirs = keys.list(of: Int(rightCodes[right]))
        return mine.contains { theirs.contains($0) }
      case .perRecord(let leftKeys, let rightKeys):
        let theirs = rightKeys.list(of: right)
        return leftKeys.list(of: left).contains { theirs.contains($0) }
      }
    }
  }
}

/// The side of a linkage.
enum Side: Sendable {
  case left
  case right
}

/// The keys of each record of a side under one rule.
///
/// **Shape**: without `offsets`, one key per record, 0 for none; with them, the
/// keys of record `r` are `keys[offsets[r]..<offsets[r + 1]]`, none of them 0.
struct KeyRows: Sendable {
  private(set) var keys: [UInt64]
  private(set) var offsets: [UInt32]?

  private static let start: UInt64 = 0x9E37_79B9

  /// One empty key a record, to be combined with parts.
  init(recordCount: Int) { keys = [UInt64](repeating: Self.start, count: recordCount) }

  private init(keys: [UInt64], offsets: [UInt32]) {
    self.keys = keys
    self.offsets = offsets
  }

  var recordCount: Int { offsets.map { $0.count - 1 } ?? keys.count }

  /// Drops all keys but one class of so many, a power of two.
  mutating func keep(every: UInt64) {
    guard let offsets else {
      for record in keys.indices where keys[record] >> 24 & (every - 1) != 0 { keys[record] = 0 }
      return
    }
    var kept: [UInt64] = []
    var ends: [UInt32] = [0]
    for record in 0..<(offsets.count - 1) {
      for index in Int(offsets[record])..<Int(offsets[record + 1])
      where keys[index] >> 24 & (every - 1) == 0 {
        kept.append(keys[index])
      }
      ends.append(UInt32(kept.count))
    }
    self = KeyRows(keys: kept, offsets: ends)
  }

  /// Combines each record's keys with one more part, of at most one key a code.
  mutating func combine(hashes: [UInt64], codes: [UInt32]) {
    if offsets != nil {
      self = product {
        hashes[Int(codes[$0])] == 0 ? 0..<0 : $0..<($0 + 1)
      } with: {
        hashes[Int(codes[$0])]
      }
      return
    }
    keys.withUnsafeMutableBufferPointer { keys in
      hashes.withUnsafeBufferPointer { hashes in
        codes.withUnsafeBufferPointer { codes in
          for record in keys.indices {
            let hash = hashes[Int(codes[record])]
            keys[record] =
              hash == 0 || keys[record] == 0 ? 0 : KeyHash.combine(keys[record], hash)
          }
        }
      }
    }
  }

  /// Combines each record's keys with each of a list of keys.
  @inline(__always)
  func product(
    _ range: (Int) -> Range<Int>, with key: (Int) -> UInt64
  ) -> KeyRows {
    var result: [UInt64] = []
    result.reserveCapacity(keys.count)
    var ends: [UInt32] = [0]
    ends.reserveCapacity(recordCount + 1)
    for record in 0..<recordCount {
      let own = offsets.map { Int($0[record])..<Int($0[record + 1]) } ?? record..<(record + 1)
      for index in own where keys[index] != 0 {
        for other in range(record) { result.append(KeyHash.combine(keys[index], key(other))) }
      }
      ends.append(UInt32(result.count))
    }
    return KeyRows(keys: result, offsets: ends)
  }

  /// The keys of some records only, all others having none; nil for all.
  func restricted(to records: [Int]?) -> KeyRows {
    guard let records else { return self }
    var isKept = [Bool](repeating: false, count: recordCount)
    for record in records { isKept[record] = true }
    guard let offsets else {
      var rows = self
      for record in isKept.indices where !isKept[record] { rows.keys[record] = 0 }
      return rows
    }
    var kept: [UInt64] = []
    var ends: [UInt32] = [0]
    for record in isKept.indices {
      if isKept[record] {
        kept.append(contentsOf: keys[Int(offsets[record])..<Int(offsets[record + 1])])
      }
      ends.append(UInt32(kept.count))
    }
    return KeyRows(keys: kept, offsets: ends)
  }

  /// Calls `body` with each key of each record, in order.
  @inline(__always)
  func visit(_ body: (_ record: Int, _ key: UInt64) -> Void) {
    keys.withUnsafeBufferPointer { keys in
      guard let offsets else {
        for record in keys.indices where keys[record] != 0 { body(record, keys[record]) }
        return
      }
      offsets.withUnsafeBufferPointer { offsets in
        for record in 0..<(offsets.count - 1) {
          for index in Int(offsets[record])..<Int(offsets[record + 1]) { body(record, keys[index]) }
        }
      }
    }
  }
}
