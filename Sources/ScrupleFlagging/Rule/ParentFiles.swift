/// The files of the parents whom records name by A-number.
///
/// - Complexity: O(records), and nothing more where no record names a parent.
struct ParentFiles: Sendable {
  /// Positions of records by A-number, ascending; only numbers that some record names as a parent's.
  private let positions: [UInt32: [Int]]

  /// Collects the files.
  init(_ records: [StatusRecord]) {
    var positions: [UInt32: [Int]] = [:]
    for record in records {
      for number in record.parentANumbers { positions[number] = [] }
    }
    if !positions.isEmpty {
      for (position, record) in records.enumerated() {
        for number in record.aNumbers where positions[number] != nil {
          positions[number, default: []].append(position)
        }
      }
    }
    self.positions = positions
  }

  /// The files of each parent whom a record names; nobody is a parent of themselves, and a number
  /// that no record bears has no files.
  func files(namedBy record: StatusRecord) -> [[Int]] {
    record.parentANumbers.filter { !record.aNumbers.contains($0) }
      .map { positions[$0] ?? [] }
  }
}
