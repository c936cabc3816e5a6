import ScrupleNormalization
import ScrupleRecords

/// The hashed keys that one part of a rule gives each record of both sides.
///
/// A key is computed once per distinct value. A record without a key is in no
/// block of the rule.
enum KeyComponent: Sendable {
  /// At most one key per code (hash 0 for none) and one code per record.
  case single(hashes: [UInt64], left: [UInt32], right: [UInt32])
  /// Any number of keys per code, one code per record.
  case several(keys: KeyList, left: [UInt32], right: [UInt32])
  /// Any number of keys per record.
  case perRecord(left: KeyList, right: KeyList)
}

/// Keys of each code or record, in compressed rows: those of `n` are
/// `keys[offsets[n]..<offsets[n + 1]]`.
struct KeyList: Sendable {
  private(set) var offsets: [UInt32] = [0]
  private(set) var keys: [UInt64] = []

  mutating func append(_ list: some Sequence<UInt64>) {
    keys.append(contentsOf: list)
    offsets.append(UInt32(keys.count))
  }

  @inline(__always)
  func range(of number: Int) -> Range<Int> {
    Int(offsets[number])..<Int(offsets[number + 1])
  }

  func list(of number: Int) -> ArraySlice<UInt64> { keys[range(of: number)] }
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
      self = .perRecord(
        left: Self.sortedTokens(fields, \.left, records.leftCount),
        right: Self.sortedTokens(fields, \.right, records.rightCount))
      return
    }
    let field = fields[0]
    if key.transform.needsDate && field.kind != .date {
      throw .notADate(field.name, rule: rule)
    }
    let perCode = cache.list(key) { Self.keysPerCode(field, key.transform) }
    if field.left.isMultiValued || field.right.isMultiValued {
      self = .perRecord(
        left: Self.list(field.left, perCode), right: Self.list(field.right, perCode))
    } else if key.transform.givesSeveral {
      self = .several(keys: perCode, left: field.left.first, right: field.right.first)
    } else {
      let hashes = (0..<field.values.count).map { perCode.list(of: $0).first ?? 0 }
      self = .single(hashes: hashes, left: field.left.first, right: field.right.first)
    }
  }

  /// The keys of all values of each record, each key once.
  private static func list(_ column: FieldColumn, _ perCode: KeyList) -> KeyList {
    var list = KeyList()
    for record in 0..<column.count {
      let others = column.otherRange(of: record)
      var keys = Array(perCode.list(of: Int(column.first[record])))
      if !others.isEmpty {
        for index in others {
          keys.append(contentsOf: perCode.list(of: Int(column.others[index])))
        }
        keys = Array(Set(keys)).sorted()
      }
      list.append(keys)
    }
    return list
  }

  private static func keysPerCode(_ field: NormalizedField, _ transform: KeyTransform) -> KeyList {
    var result = KeyList()
    result.append([])
    for code in 1..<max(1, field.values.count) {
      if transform.needsDate {
        result.append(KeyHash.date(field.dates[code], transform).map { [$0] } ?? [])
      } else {
        result.append(
          field.values.withBytes(of: UInt32(code)) { KeyHash.keys(of: $0, transform) })
      }
    }
    return result
  }

  /// One key per record: all tokens of all fields, in any order.
  ///
  /// Tokens are hashed once per value and mixed by addition, which forgets
  /// their order.
  private static func sortedTokens(
    _ fields: [NormalizedField], _ side: KeyPath<NormalizedField, FieldColumn>, _ count: Int
  ) -> KeyList {
    let sums = fields.map { field in
      (0..<field.values.count).map { code in
        field.values.withBytes(of: UInt32(code)) { bytes in
          KeyHash.tokens(bytes).reduce(UInt64(0)) { $0 &+ $1 &* 0x9E37_79B9_7F4A_7C15 }
        }
      }
    }
    let columns = fields.map { $0[keyPath: side].first }
    var list = KeyList()
    for record in 0..<count {
      var sum: UInt64 = 0
      var isComplete = true
      for (column, values) in zip(columns, sums) {
        // One field alone would put all namesakes of a given name together.
        if column[record] == ValueDictionary.missing { isComplete = false }
        sum &+= values[Int(column[record])]
      }
      list.append(CollectionOfOne(KeyHash.combine(0x51, sum)).prefix(isComplete ? 1 : 0))
    }
    return list
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
