import ScrupleNormalization

/// The codes of some fields, record by record.
///
/// Candidate pairs jump from record to record; a record's codes side by side
/// are one cache line or two, where columns would be one for each field.
///
/// **Shape**: the code of record `r` in slot `s` is `codes[r * width + s]`.
struct CodeRows: Sendable {
  private let codes: [UInt32]
  let width: Int

  /// Lays out columns of one length.
  init(_ columns: [[UInt32]], recordCount: Int) {
    let width = columns.count
    self.width = width
    codes = [UInt32](unsafeUninitializedCapacity: recordCount * width) { codes, count in
      for (slot, column) in columns.enumerated() {
        precondition(
          column.count == recordCount, "\(column.count) codes for \(recordCount) records")
        var place = slot
        for code in column {
          codes[place] = code
          place += width
        }
      }
      count = recordCount * width
    }
  }

  @inline(__always)
  func withRows<Result>(_ body: (UnsafePointer<UInt32>) -> Result) -> Result {
    codes.withUnsafeBufferPointer { buffer in
      // An empty file has no pairs, so that nothing is read of the stand-in.
      withUnsafePointer(to: 0) { body(buffer.baseAddress ?? $0) }
    }
  }
}

/// Pairs whose codes are looked at: record numbers, and the rows they point to.
struct PairRows {
  let left: UnsafeBufferPointer<UInt32>
  let right: UnsafeBufferPointer<UInt32>
  let leftRows: UnsafePointer<UInt32>
  let rightRows: UnsafePointer<UInt32>
  let width: Int

  @inline(__always)
  var count: Int { left.count }

  /// The codes of a pair's left record, by slot.
  @inline(__always)
  func leftRow(_ pair: Int) -> UnsafePointer<UInt32> { leftRows + Int(left[pair]) * width }

  /// The codes of a pair's right record, by slot.
  @inline(__always)
  func rightRow(_ pair: Int) -> UnsafePointer<UInt32> { rightRows + Int(right[pair]) * width }
}

/// Which slot of a row holds what, while comparisons are bound to fields.
struct CodeSlots {
  private(set) var left: [[UInt32]] = []
  private(set) var right: [[UInt32]] = []
  private var names: [String] = []
  private var crossings: [NameCrossing] = []

  /// The slot of a field's codes.
  mutating func slot(_ field: NormalizedField) -> Int {
    slot(named: field.name) { (field.left.first, field.right.first) }
  }

  /// What tells of values of two fields that stand in each other's column.
  mutating func crossing(first: NormalizedField, second: NormalizedField) -> SlottedCrossing {
    let crossing: NameCrossing
    if let known = crossings.first(where: { $0.isOf(first, second) }) {
      crossing = known
    } else {
      crossing = NameCrossing(first: first, second: second)
      crossings.append(crossing)
    }
    return SlottedCrossing(
      crossing: crossing, first: slot(first), second: slot(second),
      moved: slot(named: "\(first.name), \(second.name)") {
        (crossing.moved(second.left.first), crossing.moved(second.right.first))
      })
  }

  private mutating func slot(
    named name: String, columns: () -> (left: [UInt32], right: [UInt32])
  ) -> Int {
    if let known = names.firstIndex(of: name) { return known }
    let columns = columns()
    names.append(name)
    left.append(columns.left)
    right.append(columns.right)
    return names.count - 1
  }
}
