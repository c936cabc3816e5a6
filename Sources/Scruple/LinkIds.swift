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
      for (place, link) in part.enumerated() {
        try left.withId(at: place) { left in
          try right.withId(at: place) { try body(link, left, $0) }
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
  private var starts = [Int](repeating: 0, count: size)
  private var ends = [Int](repeating: 0, count: size)
  /// Written row numbers, where there is no column of ids.
  private var written: [[UInt8]] = []
  /// What was loaded, kept so that the loads are made.
  private var loaded: UInt8 = 0

  init(_ order: CanonicalOrder) { self.order = order }

  /// Looks up records, at most `size`.
  mutating func locate(_ positions: some Sequence<UInt32>) {
    guard let column = order.idColumn else {
      written = positions.map { Array(order.id(at: Int($0)).utf8) }
      return
    }
    var count = 0
    for position in positions {
      starts[count] = Int(column.codes[Int(order.rows[Int(position)])])
      count += 1
    }
    column.dictionary.withAllBytes { arena, offsets in
      for place in 0..<count {
        let code = starts[place]
        starts[place] = offsets[code]
        ends[place] = offsets[code + 1]
      }
      for place in 0..<count { loaded |= arena[starts[place]] }
    }
  }

  /// Calls a closure with the bytes of one of the ids.
  func withId<Result>(
    at place: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    guard let column = order.idColumn else {
      return try written[place].withUnsafeBufferPointer(body)
    }
    return try column.dictionary.withAllBytes { arena, _ in
      try body(UnsafeBufferPointer(rebasing: arena[starts[place]..<ends[place]]))
    }
  }
}
