import ScrupleRecords

/// A field while it is being built: one dictionary, two sides.
struct FieldDraft {
  let name: String
  let kind: FieldKind
  var dictionary = ValueDictionary()
  var left: [UInt32] = []
  var right: [UInt32] = []
  private var leftOthers = OtherValues()
  private var rightOthers = OtherValues()
  var dates: [CivilDate] = []
  var isHeaped: [Bool] = []

  init(_ name: String, _ kind: FieldKind) {
    self.name = name
    self.kind = kind
  }

  /// Adds the values of the next record of a side.
  mutating func append(_ code: UInt32, others: [UInt32] = [], to side: SourceSide) {
    switch side {
    case .left:
      left.append(code)
      leftOthers.append(others)
    case .right:
      right.append(code)
      rightOthers.append(others)
    }
  }

  /// Adds the values of all records of a side, at most one each.
  mutating func set(_ codes: [UInt32], to side: SourceSide) {
    switch side {
    case .left: left = codes
    case .right: right = codes
    }
  }

  /// Adds bytes as the single value of the next record of a side.
  mutating func append(bytes: [UInt8], to side: SourceSide) {
    append(code(of: bytes), to: side)
  }

  mutating func code(of bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { dictionary.code(of: $0) }
  }

  /// The field, or nil where one side has no value at all.
  func finished() -> NormalizedField? {
    let mine = column(left, leftOthers)
    let theirs = column(right, rightOthers)
    guard mine.hasValues, theirs.hasValues else { return nil }
    return NormalizedField(
      name: name, kind: kind, values: dictionary.closed(), left: mine, right: theirs, dates: dates,
      isHeaped: isHeaped)
  }

  private func column(_ first: [UInt32], _ others: OtherValues) -> FieldColumn {
    others.values.isEmpty
      ? FieldColumn(first: first)
      : FieldColumn(first: first, others: others.values, otherOffsets: others.offsets)
  }
}

/// Further values of records, in compressed rows; nothing is kept while every
/// record has at most one value.
private struct OtherValues {
  private(set) var values: [UInt32] = []
  private(set) var offsets: [UInt32] = []
  private var recordCount = 0

  mutating func append(_ list: [UInt32]) {
    recordCount += 1
    if list.isEmpty && values.isEmpty { return }
    if values.isEmpty { offsets = [UInt32](repeating: 0, count: recordCount) }
    values.append(contentsOf: list)
    offsets.append(UInt32(values.count))
  }
}

/// Which of the two files.
enum SourceSide: CaseIterable, Sendable {
  case left
  case right
}
