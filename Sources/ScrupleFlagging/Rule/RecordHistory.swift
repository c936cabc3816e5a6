/// Which records of a file are later ones of the same A-number, and which are files of parents.
///
/// Built once for many runs over the same records and A-numbers.
///
/// - Complexity: O(n log n) in the A-numbers of records with an as-of date.
public struct RecordHistory: Sendable {
  private struct Entry {
    let number: UInt32
    let day: Int32
  }

  /// Ascending by number, then day.
  private let entries: [Entry]
  /// The files of the parents whom records name.
  let parents: ParentFiles

  /// Orders the records by A-number and as-of date; a partial date stands at its
  /// last day.
  public init(_ records: [StatusRecord]) {
    var entries: [Entry] = []
    for record in records where !record.aNumbers.isEmpty {
      guard let day = record.asOf?.latestDay else { continue }
      for number in record.aNumbers { entries.append(Entry(number: number, day: Int32(day))) }
    }
    entries.sort { ($0.number, $0.day) < ($1.number, $1.day) }
    self.entries = entries
    parents = ParentFiles(records)
  }

  /// Whether some record of an A-number is dated after a day, and not after another.
  func hasRecord(_ number: UInt32, after day: Int, until last: Int) -> Bool {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      let entry = entries[middle]
      if (entry.number, Int(entry.day)) <= (number, day) { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].number == number && Int(entries[low].day) <= last
  }
}

/// The links of each booking, side by side.
struct LinksByBooking {
  /// Positions of links, grouped by booking.
  private let order: [Int32]
  private let starts: [Int32]

  /// Groups links by counting; the order within a booking is that of the links.
  ///
  /// - Complexity: O(bookings + links).
  init(_ links: [RecordLink], bookingCount: Int) {
    var starts = [Int32](repeating: 0, count: bookingCount + 1)
    for link in links {
      precondition(
        0..<bookingCount ~= link.booking, "booking \(link.booking) of \(bookingCount)")
      starts[link.booking + 1] += 1
    }
    for index in 0..<bookingCount { starts[index + 1] += starts[index] }
    var next = starts
    var order = [Int32](repeating: 0, count: links.count)
    for (index, link) in links.enumerated() {
      order[Int(next[link.booking])] = Int32(index)
      next[link.booking] += 1
    }
    self.order = order
    self.starts = starts
  }

  /// The positions of a booking's links.
  subscript(booking: Int) -> ArraySlice<Int32> {
    order[Int(starts[booking])..<Int(starts[booking + 1])]
  }
}
