import ScrupleNormalization
import ScrupleRecords

/// The hashed keys that one part of a rule gives each record of both sides.
///
/// A key is computed once per distinct value. Hash 0 means "no key": a record
/// without one is in no block of the rule.
enum KeyComponent: Sendable {
  /// At most one key per code, and at most one code per record.
  case single(hashes: [UInt64], left: [UInt32], right: [UInt32])
  /// Any number of keys per record: those of `r` are
  /// `keys[offsets[r]..<offsets[r + 1]]`.
  case multiple(left: KeyList, right: KeyList)
}

/// Keys of each record of one side, in compressed rows.
struct KeyList: Sendable {
  var offsets: [UInt32] = [0]
  var keys: [UInt64] = []

  mutating func append(_ list: [UInt64]) {
    keys.append(contentsOf: list)
    offsets.append(UInt32(keys.count))
  }

  @inline(__always)
  func range(of record: Int) -> Range<Int> { Int(offsets[record])..<Int(offsets[record + 1]) }
}

extension KeyComponent {
  /// Builds the keys of one part of a rule.
  init(_ key: BlockingKey, records: NormalizedRecords, rule: Int) throws(BlockingError) {
    var fields: [NormalizedField] = []
    for name in key.fields {
      guard let field = records.field(name) else {
        throw .unknownField(name, rule: rule, known: records.fields.map(\.name))
      }
      fields.append(field)
    }
    if key.transform == .sortedTokens {
      self = .multiple(
        left: Self.sortedTokens(fields, \.left, records.leftCount),
        right: Self.sortedTokens(fields, \.right, records.rightCount))
      return
    }
    let field = fields[0]
    if key.transform.needsDate && field.kind != .date {
      throw .notADate(field.name, rule: rule)
    }
    let perCode = Self.hashesPerCode(field, key.transform)
    let single = !field.left.isMultiValued && !field.right.isMultiValued
    if single && !perCode.contains(where: { $0.count > 1 }) {
      self = .single(
        hashes: perCode.map { $0.first ?? 0 }, left: field.left.first, right: field.right.first)
    } else {
      self = .multiple(
        left: Self.list(field.left, perCode), right: Self.list(field.right, perCode))
    }
  }

  private static func list(_ column: FieldColumn, _ perCode: [[UInt64]]) -> KeyList {
    var list = KeyList()
    for record in 0..<column.count {
      var keys = perCode[Int(column.first[record])]
      let others = column.otherRange(of: record)
      if !others.isEmpty {
        for index in others { keys.append(contentsOf: perCode[Int(column.others[index])]) }
        keys = Array(Set(keys)).sorted()
      }
      list.append(keys)
    }
    return list
  }

  private static func hashesPerCode(
    _ field: NormalizedField, _ transform: KeyTransform
  ) -> [[UInt64]] {
    var result: [[UInt64]] = []
    result.reserveCapacity(field.values.count)
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

  private static func sortedTokens(
    _ fields: [NormalizedField], _ side: KeyPath<NormalizedField, FieldColumn>, _ count: Int
  ) -> KeyList {
    var list = KeyList()
    let columns = fields.map { ($0.values, $0[keyPath: side]) }
    for record in 0..<count {
      var hashes: [UInt64] = []
      var present = 0
      for (values, column) in columns {
        let code = column.first[record]
        if code != ValueDictionary.missing { present += 1 }
        values.withBytes(of: code) { hashes.append(contentsOf: KeyHash.tokens($0)) }
      }
      // One field alone would put every namesake of a given name together.
      guard present == columns.count else {
        list.append([])
        continue
      }
      list.append([hashes.sorted().reduce(0x51) { KeyHash.combine($0, $1) }])
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
}
