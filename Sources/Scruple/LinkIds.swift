import ScrupleRecords

extension LinkedPairs {
  /// Calls a closure with each link of a range, in order, and the ids of its two
  /// records, whose bytes live only for the call.
  ///
  /// - Complexity: O(links of the range).
  func forEachLink(
    in range: Range<Int>,
    _ body: (Link, _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) throws
      -> Void
  ) rethrows {
    var left = IdStretch(prepared.left)
    var right = IdStretch(prepared.right)
    var start = range.lowerBound
    while start < range.upperBound {
      let part = links[start..<min(start + IdStretch.size, range.upperBound)]
      left.locate(part.lazy.map(\.left))
      right.locate(part.lazy.map(\.right))
      try left.withIds { left in
        try right.withIds { right in
          for (place, link) in part.enumerated() { try body(link, left[place], right[place]) }
        }
      }
      start += part.count
    }
  }
}

/// The ids of some records, looked up together.
///
/// An id is four loads that wait for each other (row, code, offset, bytes), each
/// at a random place. Between records they are independent, so done in turn for
/// many records their cache misses overlap.
private struct IdStretch {
  static let size = 64

  private let order: CanonicalOrder
  private var codes: [Int] = []
  private var ranges: [Range<Int>] = []
  private var ids: [UnsafeBufferPointer<UInt8>] = []
  /// Written row numbers, where there is no column of ids.
  private var written: [UInt8] = []
  /// What was loaded, kept so that the loads are made.
  private var loaded: UInt8 = 0

  init(_ order: CanonicalOrder) { self.order = order }

  /// Looks up records, at most `size`.
  mutating func locate(_ positions: some Sequence<UInt32>) {
    ranges.removeAll(keepingCapacity: true)
    guard let column = order.idColumn else {
      written.removeAll(keepingCapacity: true)
      for position in positions {
        let start = written.count
        written += order.id(at: Int(position)).utf8
        ranges.append(start..<written.count)
      }
      return
    }
    codes.removeAll(keepingCapacity: true)
    for position in positions {
      codes.append(Int(column.codes[Int(order.rows[Int(position)])]))
    }
    column.dictionary.withAllBytes { arena, offsets in
      for code in codes { ranges.append(offsets[code]..<offsets[code + 1]) }
      for range in ranges { loaded |= arena[range.lowerBound] }
    }
  }

  /// Calls a closure with the bytes of all ids, in the order of the records.
  mutating func withIds(_ body: ([UnsafeBufferPointer<UInt8>]) throws -> Void) rethrows {
    func call(_ bytes: UnsafeBufferPointer<UInt8>) throws {
      ids.removeAll(keepingCapacity: true)
      for range in ranges { ids.append(UnsafeBufferPointer(rebasing: bytes[range])) }
      try body(ids)
    }
    guard let column = order.idColumn else {
      return try written.withUnsafeBufferPointer { try call($0) }
    }
    try column.dictionary.withAllBytes { arena, _ in try call(arena) }
  }
}
