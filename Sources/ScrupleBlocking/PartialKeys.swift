import ScrupleNormalization

/// Keys of records while the parts of a rule are put together.
///
/// **Shape**: one entry for each key, ascending by record; a record without a
/// key has none.
struct PartialKeys: Sendable {
  private(set) var rows: [UInt32] = []
  private(set) var keys: [UInt64] = []

  /// The key of a rule without parts.
  private static let only: UInt64 = 0x9E37_79B9

  private init() {}

  /// The one key of a rule without parts, which all records share.
  ///
  /// - Parameter records: the only records that are asked for; nil for all.
  init(recordCount: Int, only records: [Int]?) {
    rows = records.map { $0.map { UInt32($0) } } ?? (0..<UInt32(recordCount)).map { $0 }
    keys = [UInt64](repeating: Self.only, count: rows.count)
  }

  /// The keys of a rule's first part.
  ///
  /// - Parameters:
  ///   - recordCount: records of the column's side.
  ///   - every: keep one class of keys in so many, a power of two: a sample of
  ///     the rule's blocks, the same on both sides.
  ///   - records: the only records that are asked for, ascending; nil for all.
  ///   - marks: keep only keys that may be among these; nil for all.
  init(
    first column: KeyColumn, recordCount: Int, every: UInt64 = 1, records: [Int]? = nil,
    marks: KeyMarks? = nil
  ) {
    let mask = every - 1
    column.withPointers { column in
      if let codes = column.codes, every > 1, records == nil, marks == nil {
        fillSample(column, codes, mask)
        return
      }
      guard column.offsets == nil, records == nil else {
        append(column, records ?? Array(0..<recordCount)) { key in
          key != 0 && isInClass(key, mask) && marks?.mayHold(key) != false
        }
        return
      }
      guard let marks else {
        fill(column, recordCount) { key in key != 0 && isInClass(key, mask) }
        return
      }
      fill(column, recordCount) { key in
        key != 0 && isInClass(key, mask) && marks.mayHold(key)
      }
    }
  }

  /// All records of a column with at most one key each.
  @inline(__always)
  private mutating func fill(
    _ column: KeyColumn.Pointers, _ recordCount: Int, where isAsked: (UInt64) -> Bool
  ) {
    // One more than there can be, so that the entry after the last may be
    // written; memory that is not written costs nothing.
    keys = [UInt64](unsafeUninitializedCapacity: recordCount + 1) { keys, used in
      rows = [UInt32](unsafeUninitializedCapacity: recordCount + 1) { rows, used in
        var next = 0
        for record in 0..<recordCount {
          let key = column.keys[column.number(of: record)]
          rows[next] = UInt32(truncatingIfNeeded: record)
          keys[next] = key
          next += isAsked(key) ? 1 : 0
        }
        used = next
      }
      used = rows.count
    }
  }

  /// The records of a column whose keys are in a sample.
  ///
  /// Few are. A bit for each code says which, so that all codes together fit the cache.
  private mutating func fillSample(
    _ column: KeyColumn.Pointers, _ codes: UnsafeBufferPointer<UInt32>, _ mask: UInt64
  ) {
    let codeCount = column.offsets.map { $0.count - 1 } ?? column.keys.count
    var bits = [UInt64](repeating: 0, count: codeCount / 64 + 1)
    for code in 0..<codeCount {
      for index in column.range(ofNumber: code)
      where column.keys[index] != 0 && isInClass(column.keys[index], mask) {
        bits[code >> 6] |= 1 << UInt64(code & 63)
      }
    }
    let sampled = bits.withUnsafeBufferPointer { bits in
      [UInt32](unsafeUninitializedCapacity: codes.count + 1) { rows, used in
        var next = 0
        for (record, code) in codes.enumerated() {
          rows[next] = UInt32(truncatingIfNeeded: record)
          next += Int(truncatingIfNeeded: bits[Int(code >> 6)] >> UInt64(code & 63) & 1)
        }
        used = next
      }
    }
    guard column.offsets == nil else {
      append(column, sampled.lazy.map { Int($0) }) { key in key != 0 && isInClass(key, mask) }
      return
    }
    rows = sampled
    keys = sampled.map { column.keys[Int(codes[Int($0)])] }
  }

  private mutating func append(
    _ column: KeyColumn.Pointers, _ records: some Sequence<Int>, where isAsked: (UInt64) -> Bool
  ) {
    var rows: [UInt32] = []
    var keys: [UInt64] = []
    for record in records {
      for index in column.range(of: record) where isAsked(column.keys[index]) {
        rows.append(UInt32(record))
        keys.append(column.keys[index])
      }
    }
    (self.rows, self.keys) = (rows, keys)
  }

  /// Keeps one class of keys in so many, a power of two; see `init(first:)`. The class of a larger
  /// number lies within that of a smaller one.
  mutating func keepClass(oneIn every: UInt64) {
    let mask = every - 1
    var count = 0
    rows.withUnsafeMutableBufferPointer { rows in
      keys.withUnsafeMutableBufferPointer { keys in
        for (entry, key) in keys.enumerated() {
          rows[count] = rows[entry]
          keys[count] = key
          count += isInClass(key, mask) ? 1 : 0
        }
      }
    }
    rows.removeLast(rows.count - count)
    keys.removeLast(keys.count - count)
  }

  /// Combines every key with those of one more part.
  ///
  /// - Parameter every: combine with one class of the part's keys in so many, a power of two.
  mutating func combine(_ column: KeyColumn, every: UInt64 = 1) {
    let mask = every - 1
    column.withPointers { column in
      if column.offsets == nil {
        combineInPlace(column, mask)
      } else {
        var (newRows, newKeys): ([UInt32], [UInt64]) = ([], [])
        newRows.reserveCapacity(rows.count)
        newKeys.reserveCapacity(rows.count)
        for (row, key) in zip(rows, keys) {
          for index in column.range(of: Int(row)) where isInClass(column.keys[index], mask) {
            newRows.append(row)
            newKeys.append(KeyHash.combine(key, column.keys[index]))
          }
        }
        (rows, keys) = (newRows, newKeys)
      }
    }
  }

  /// The same for a part of at most one key a record.
  private mutating func combineInPlace(_ column: KeyColumn.Pointers, _ mask: UInt64) {
    var kept = 0
    rows.withUnsafeMutableBufferPointer { rows in
      keys.withUnsafeMutableBufferPointer { keys in
        for entry in rows.indices {
          let part = column.keys[column.number(of: Int(rows[entry]))]
          rows[kept] = rows[entry]
          keys[kept] = KeyHash.combine(keys[entry], part)
          kept += part != 0 && isInClass(part, mask) ? 1 : 0
        }
      }
    }
    rows.removeLast(rows.count - kept)
    keys.removeLast(keys.count - kept)
  }
}

/// Whether a key is in the sampled class of keys; the mask is one less than the number of classes.
@inline(__always)
private func isInClass(_ key: UInt64, _ mask: UInt64) -> Bool { key >> 24 & mask == 0 }

extension KeyColumn {
  /// A column's arrays for loops over many records.
  struct Pointers {
    let keys: UnsafeBufferPointer<UInt64>
    let offsets: UnsafeBufferPointer<UInt32>?
    let codes: UnsafeBufferPointer<UInt32>?

    @inline(__always)
    func number(of record: Int) -> Int {
      guard let codes else { return record }
      return Int(codes[record])
    }

    @inline(__always)
    func range(of record: Int) -> Range<Int> { range(ofNumber: number(of: record)) }

    /// The keys of a code, or of a record where there are no codes.
    @inline(__always)
    func range(ofNumber number: Int) -> Range<Int> {
      guard let offsets else { return number..<(number + 1) }
      return Int(offsets[number])..<Int(offsets[number + 1])
    }
  }

  @inline(__always)
  func withPointers(_ body: (Pointers) -> Void) {
    list.keys.withUnsafeBufferPointer { keys in
      (list.offsets ?? []).withUnsafeBufferPointer { offsets in
        (codes ?? []).withUnsafeBufferPointer { codes in
          body(
            Pointers(
              keys: keys, offsets: list.offsets == nil ? nil : offsets,
              codes: self.codes == nil ? nil : codes))
        }
      }
    }
  }
}

/// A set of keys that may hold a few more: one bit for each hash of a key.
struct KeyMarks: Sendable {
  private var bits: [UInt64]
  private let shift: UInt64

  init(_ keys: [UInt64]) {
    var width: UInt64 = 10
    while 1 << Int(width) < keys.count * 16 { width += 1 }
    bits = [UInt64](repeating: 0, count: 1 << Int(width - 6))
    shift = 64 - width
    for key in keys {
      let place = (key &* 0x9E37_79B9_7F4A_7C15) >> shift
      bits[Int(place >> 6)] |= 1 << (place & 63)
    }
  }

  @inline(__always)
  func mayHold(_ key: UInt64) -> Bool {
    let place = (key &* 0x9E37_79B9_7F4A_7C15) >> shift
    return bits[Int(place >> 6)] >> (place & 63) & 1 == 1
  }
}
