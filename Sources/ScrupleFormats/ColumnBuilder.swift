import ScrupleRecords

/// Where a cell lies in the window.
struct CellSpan {
  /// The first byte.
  var start: UInt32
  /// The byte after the last, with the top bit set where doubled quotes must be undone.
  var endAndFlag: UInt32

  @inline(__always)
  init(_ start: Int, _ end: Int, hasDoubledQuotes: Bool = false) {
    self.start = UInt32(truncatingIfNeeded: start)
    endAndFlag = UInt32(truncatingIfNeeded: end) | (hasDoubledQuotes ? 0x8000_0000 : 0)
  }

  @inline(__always) var end: Int { Int(endAndFlag & 0x7FFF_FFFF) }
  @inline(__always) var hasDoubledQuotes: Bool { endAndFlag & 0x8000_0000 != 0 }
}

/// A column while it grows.
struct ColumnBuilder {
  let name: String
  private var dictionary = ValueDictionary()
  private(set) var codes: [UInt32] = []
  private var scratch: [UInt8] = []

  init(name: String) { self.name = name }

  /// Adds a stretch of rows: the cells `cells[0]`, `cells[stride]`, ….
  mutating func append(
    _ cells: UnsafePointer<CellSpan>, stride: Int, count: Int, in bytes: UnsafePointer<UInt8>
  ) {
    withUnsafeTemporaryAllocation(
      of: UnsafeBufferPointer<UInt8>.self, capacity: count
    ) { values in
      var hasDoubledQuotes = false
      for row in 0..<count {
        let span = cells[row * stride]
        let start = Int(span.start)
        hasDoubledQuotes = hasDoubledQuotes || span.hasDoubledQuotes
        values.initializeElement(
          at: row, to: UnsafeBufferPointer(start: bytes + start, count: span.end - start))
      }
      if hasDoubledQuotes {
        for row in 0..<count { appendCell(values[row], cells[row * stride].hasDoubledQuotes) }
      } else {
        dictionary.appendCodes(of: UnsafeBufferPointer(values), to: &codes)
      }
    }
  }

  private mutating func appendCell(_ value: UnsafeBufferPointer<UInt8>, _ isDoubled: Bool) {
    if isDoubled { appendUndoubled(value) } else { append(value) }
  }

  /// Adds one cell.
  mutating func append(_ value: UnsafeBufferPointer<UInt8>) {
    codes.append(dictionary.code(of: value))
  }

  /// Adds missing cells until there are `count`.
  mutating func fillMissing(to count: Int) {
    while codes.count < count { codes.append(ValueDictionary.missing) }
  }

  /// The finished column.
  consuming func finished() -> TextColumn {
    TextColumn(name: name, dictionary: dictionary, codes: codes)
  }

  private mutating func appendUndoubled(_ value: UnsafeBufferPointer<UInt8>) {
    scratch.removeAll(keepingCapacity: true)
    var index = 0
    while index < value.count {
      scratch.append(value[index])
      index += value[index] == 0x22 ? 2 : 1
    }
    let code = scratch.withUnsafeBufferPointer { dictionary.code(of: $0) }
    codes.append(code)
  }
}
