import ScrupleNormalization
import ScrupleRecords

/// The hashed keys that one part of a rule gives each record of both sides.
///
/// A key is computed once per distinct value. A record without a key is in no
/// block of the rule.
struct KeyComponent: Sendable {
  let left: KeyColumn
  let right: KeyColumn

  func column(_ side: Side) -> KeyColumn { side == .left ? left : right }
}

/// One side's keys of one part of a rule.
///
/// **Shape**: with `codes`, the keys belong to codes, and a record has those of
/// its code; without, they belong to records. `list` gives the keys of each.
struct KeyColumn: Sendable {
  let list: KeyList
  let codes: [UInt32]?
}

/// Keys of each code or record.
///
/// **Shape**: without `offsets`, at most one key each, 0 for none; with them,
/// those of `n` are `keys[offsets[n]..<offsets[n + 1]]`, none of them 0.
struct KeyList: Sendable {
  private(set) var offsets: [UInt32]?
  private(set) var keys: [UInt64]
  /// How many different keys there are, about.
  let distinctCount: Double

  /// One key each, 0 for none.
  init(single keys: [UInt64]) {
    self.keys = keys
    distinctCount = Self.distinctCount(keys)
  }

  /// Any number of keys each.
  init(keys: [UInt64], offsets: [UInt32]) {
    self.keys = keys
    self.offsets = offsets
    distinctCount = Self.distinctCount(keys)
  }

  /// How many codes or records have keys or none.
  var count: Int { offsets.map { $0.count - 1 } ?? keys.count }

  /// The keys of one code or record.
  func list(of number: Int) -> ArraySlice<UInt64> {
    guard let offsets else { return keys[number...number].drop { $0 == 0 } }
    return keys[Int(offsets[number])..<Int(offsets[number + 1])]
  }

  /// Counts different keys within some percent up to a million, and beyond it
  /// well enough to tell many from few.
  ///
  /// - Source: linear counting (Whang, Vander-Zanden and Taylor 1990).
  private static func distinctCount(_ keys: [UInt64]) -> Double {
    let width: UInt64 = 18
    var bits = [UInt64](repeating: 0, count: 1 << Int(width - 6))
    for key in keys where key != 0 {
      let place = (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - width)
      bits[Int(place >> 6)] |= 1 << (place & 63)
    }
    let size = Double(1 << width)
    let free = size - Double(bits.reduce(0) { $0 + $1.nonzeroBitCount })
    return -size * (max(0.5, free) / size).binaryLogarithm * 0.693_147_180_559_945_3
  }

  @inline(__always)
  func forEach(of number: Int, _ body: (UInt64) -> Void) {
    guard let offsets else {
      if keys[number] != 0 { body(keys[number]) }
      return
    }
    for index in Int(offsets[number])..<Int(offsets[number + 1]) { body(keys[index]) }
  }
}

extension KeyColumn {
  /// Whether a record of this column and one of another have a key in common.
  func meets(_ other: KeyColumn, _ record: Int, _ otherRecord: Int) -> Bool {
    let mine = number(of: record)
    let theirs = other.number(of: otherRecord)
    if list.offsets == nil && other.list.offsets == nil {
      return list.keys[mine] != 0 && list.keys[mine] == other.list.keys[theirs]
    }
    let keys = other.list.list(of: theirs)
    return list.list(of: mine).contains { keys.contains($0) }
  }

  @inline(__always)
  func number(of record: Int) -> Int { codes.map { Int($0[record]) } ?? record }
}

extension KeyComponent {
  /// Builds the keys of one part of a rule.
  init(
    _ key: BlockingKey, records: NormalizedRecords, rule: Int, cache: KeyCache
  ) throws(BlockingError) {
    var fields: [NormalizedField] = []
    for name in key.fields {
      guard let field = records.field(name) else {
        throw .unknownField(name, rule: rule, known: records.fields.map(\.name))
      }
      fields.append(field)
    }
    if key.transform == .sortedTokens {
      let sums = TokenSums(fields)
      left = KeyColumn(list: sums.keys(fields.map(\.left.first)), codes: nil)
      right = KeyColumn(list: sums.keys(fields.map(\.right.first)), codes: nil)
      return
    }
    let field = fields[0]
    if key.transform.needsDate && field.kind != .date {
      throw .notADate(field.name, rule: rule)
    }
    let perCode = cache.list(key) { KeyList(field, key.transform) }
    left = Self.column(field.left, perCode)
    right = Self.column(field.right, perCode)
  }

  private static func column(_ column: FieldColumn, _ perCode: KeyList) -> KeyColumn {
    column.isMultiValued
      ? KeyColumn(list: KeyList(allValues: column, perCode), codes: nil)
      : KeyColumn(list: perCode, codes: column.first)
  }
}

extension KeyList {
  /// The keys of every value of a field.
  init(_ field: NormalizedField, _ transform: KeyTransform) {
    let count = max(1, field.values.count)
    if transform.needsDate {
      self.init(
        single: [0]
          + (1..<count).map { KeyHash.date(field.dates[$0], transform) ?? 0 })
      return
    }
    var keys: [UInt64] = []
    var offsets: [UInt32] = []
    if transform.givesSeveral { offsets.reserveCapacity(count + 1) }
    keys.reserveCapacity(count)
    field.values.withAllBytes { arena, places in
      for code in 0..<count {
        let bytes = UnsafeBufferPointer(rebasing: arena[places[code]..<places[code + 1]])
        if transform.givesSeveral {
          offsets.append(UInt32(keys.count))
          KeyHash.append(keysOf: bytes, transform, to: &keys)
        } else {
          keys.append(KeyHash.key(of: bytes, transform))
        }
      }
    }
    if transform.givesSeveral {
      offsets.append(UInt32(keys.count))
      self.init(keys: keys, offsets: offsets)
    } else {
      self.init(single: keys)
    }
  }

  /// The keys of all values of each record, each key once.
  fileprivate init(allValues column: FieldColumn, _ perCode: KeyList) {
    var keys: [UInt64] = []
    var offsets: [UInt32] = [0]
    for record in 0..<column.count {
      let others = column.otherRange(of: record)
      var own = Array(perCode.list(of: Int(column.first[record])))
      if !others.isEmpty {
        for index in others {
          own.append(contentsOf: perCode.list(of: Int(column.others[index])))
        }
        own = Array(Set(own)).sorted()
      }
      keys.append(contentsOf: own)
      offsets.append(UInt32(keys.count))
    }
    self.init(keys: keys, offsets: offsets)
  }
}

/// The tokens of several fields in any order, as one key a record.
///
/// Tokens are hashed once per value and mixed by addition, which forgets their
/// order.
private struct TokenSums {
  private let sums: [[UInt64]]

  init(_ fields: [NormalizedField]) {
    sums = fields.map { field in
      field.values.withAllBytes { arena, places in
        (0..<field.values.count).map { code in
          var sum: UInt64 = 0
          KeyHash.forEachToken(
            UnsafeBufferPointer(rebasing: arena[places[code]..<places[code + 1]])
          ) {
            sum &+= $0 &* 0x9E37_79B9_7F4A_7C15
          }
          return sum
        }
      }
    }
  }

  func keys(_ columns: [[UInt32]]) -> KeyList {
    let count = columns.first?.count ?? 0
    var keys = [UInt64](repeating: 0, count: count)
    var isComplete = [Bool](repeating: true, count: count)
    for (column, values) in zip(columns, sums) {
      for record in 0..<count {
        // One field alone would put all namesakes of a given name together.
        if column[record] == ValueDictionary.missing { isComplete[record] = false }
        keys[record] &+= values[Int(column[record])]
      }
    }
    for record in 0..<count {
      keys[record] = isComplete[record] ? KeyHash.combine(0x51, keys[record]) : 0
    }
    return KeyList(single: keys)
  }
}

extension KeyTransform {
  var needsDate: Bool {
    switch self {
    case .year, .yearMonth, .monthDay: true
    default: false
    }
  }

  /// Whether one value may give several keys.
  var givesSeveral: Bool {
    switch self {
    case .doubleMetaphone, .tokens, .deletions: true
    default: false
    }
  }
}
