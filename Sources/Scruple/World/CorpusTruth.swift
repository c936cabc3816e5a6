import ScrupleAudit
import ScrupleGroundTruth
import ScrupleRecords

/// What a labelled corpus says is true of its bookings and records.
///
/// Read from the truth tables of a folder that `scruple generate` wrote, or of anybody's folder
/// with the same tables (docs/CORPUS.md). Bookings are left records, immigration records right
/// ones; positions are those of the ids given.
public struct CorpusTruth: Sendable {
  /// What is true of each booking; nil where no label names it.
  public let bookings: [BookingTruth?]
  /// The day of each booking as its label has it, in days from 1970-01-01; nil without one.
  public let bookingDays: [Int32?]
  /// The persons of each record: several for a merged file, none where no label names it.
  public let recordPersons: [[Int32]]
  /// The records of each person, ascending.
  public let recordsOfPerson: [[Int32]]
  /// The true statuses of each person over time.
  public let histories: StatusHistories
  /// Pairs of related persons, in both orders.
  private let kin: Set<UInt64>
  /// Pairs of a parent and a child; nil where the table does not tell what persons are to another.
  private let parents: Set<UInt64>?
  /// The cause that a scenario was built for; nil for bookings of the background.
  public let designedCauses: [String?]
  /// The scenario of each booking; nil for the background.
  public let scenarios: [String?]

  /// The codes of the persons' ids.
  let persons: PersonCodes

  /// Whether two persons are related.
  public func areKin(_ one: Int32, _ other: Int32) -> Bool {
    kin.contains(Self.pair(one, other))
  }

  /// Whether one person is a parent of another; any relative may be one where the table does not
  /// tell what persons are to another.
  public func isParent(_ one: Int32, of other: Int32) -> Bool {
    parents.map { $0.contains(Self.pair(one, other)) } ?? areKin(one, other)
  }

  private static func pair(_ one: Int32, _ other: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: one)) << 32 | UInt64(UInt32(bitPattern: other))
  }

  /// Reads the truth tables of a folder.
  ///
  /// - Throws: `FormatError`, `RunFileError`, `StatusHistoryError`.
  /// - Complexity: O(rows of the tables).
  public init(folder: String, left: RecordIds, right: RecordIds) throws {
    var codes = PersonCodes()
    let labels = try BookingLabels(path: folder + "/labels.csv", left: left, codes: &codes)
    bookings = labels.bookings
    bookingDays = labels.days
    designedCauses = labels.designedCauses
    scenarios = labels.scenarios
    recordPersons = try Self.recordPersons(folder + "/record_labels.csv", right, &codes)
    (kin, parents) = try Self.kin(folder + "/relations_truth.csv", &codes)
    let intervals = try Self.intervals(folder + "/status_truth.csv", &codes)
    histories = try StatusHistories(personCount: codes.count, intervals: intervals)
    var recordsOfPerson = [[Int32]](repeating: [], count: codes.count)
    for (record, persons) in recordPersons.enumerated() {
      for person in persons { recordsOfPerson[Int(person)].append(Int32(record)) }
    }
    self.recordsOfPerson = recordsOfPerson
    persons = codes
  }

  private static func recordPersons(
    _ path: String, _ right: RecordIds, _ codes: inout PersonCodes
  ) throws -> [[Int32]] {
    let table = try TruthTable(path: path, columns: ["record_id", "person_ids"])
    var persons = [[Int32]](repeating: [], count: right.count)
    let places = table.positions("record_id", right)
    guard let ids = table.column("person_ids") else { return persons }
    // Records of one person share one array.
    var own = [[Int32]?](repeating: nil, count: ids.dictionary.count)
    for row in 0..<table.rowCount {
      guard let record = places[row] else { continue }
      let code = Int(ids.codes[row])
      let found =
        own[code]
        ?? ids.dictionary.withBytes(of: ids.codes[row]) { text in
          text.split(separator: UInt8(ascii: ";")).map {
            codes.code(of: UnsafeBufferPointer(rebasing: $0))
          }
        }
      own[code] = found
      persons[Int(record)] = found
    }
    return persons
  }

  private static func kin(
    _ path: String, _ codes: inout PersonCodes
  ) throws -> (kin: Set<UInt64>, parents: Set<UInt64>?) {
    let table = try TruthTable(
      path: path, columns: ["person_id", "other_id"], optional: ["kind"])
    var kin: Set<UInt64> = []
    var parents: Set<UInt64> = []
    guard let ones = table.column("person_id"), let others = table.column("other_id") else {
      return (kin, nil)
    }
    for row in 0..<table.rowCount {
      // Only persons who are booked or on record can be taken for each other.
      guard let one = codes.known(ones, row), let other = codes.known(others, row) else { continue }
      kin.insert(pair(one, other))
      kin.insert(pair(other, one))
      switch table.text("kind", row) {
      case "parent": parents.insert(pair(one, other))
      case "child": parents.insert(pair(other, one))
      default: break
      }
    }
    return (kin, table.has("kind") ? parents : nil)
  }

  private static func intervals(
    _ path: String, _ codes: inout PersonCodes
  ) throws -> [(person: Int32, interval: StatusHistories.Interval)] {
    let table = try TruthTable(path: path, columns: ["person_id", "status", "from", "to"])
    var intervals: [(person: Int32, interval: StatusHistories.Interval)] = []
    guard let persons = table.column("person_id") else { return intervals }
    let statuses = table.words("status", as: TrueStatus.self)
    let (starts, ends) = (table.days("from"), table.days("to"))
    for row in 0..<table.rowCount {
      guard let person = codes.known(persons, row) else { continue }
      guard let from = try table.known(starts[row], "from", row) else {
        throw table.fault("from", row, "a date as YYYY-MM-DD")
      }
      let status = try table.known(statuses[row], "status", row)
      let to = try table.known(ends[row], "to", row) ?? .max
      intervals.append((person, StatusHistories.Interval(status: status, from: from, to: to)))
    }
    return intervals
  }
}

/// Small codes for the ids of persons, from 1 in order of first appearance; 0 is the empty id.
struct PersonCodes: Sendable {
  private var ids = ValueDictionary()

  /// One more than the greatest code.
  var count: Int { ids.count }

  mutating func code(of id: UnsafeBufferPointer<UInt8>) -> Int32 { Int32(ids.code(of: id)) }

  /// The code of the id in a cell.
  mutating func code(of column: TextColumn, _ row: Int) -> Int32 {
    column.dictionary.withBytes(of: column.codes[row]) { code(of: $0) }
  }

  /// The code of the id in a cell; nil for an empty cell and for an id that has no code.
  func known(_ column: TextColumn, _ row: Int) -> Int32? {
    let code = column.codes[row]
    if code == ValueDictionary.missing { return nil }
    return column.dictionary.withBytes(of: code) { ids.existingCode(of: $0) }.map(Int32.init)
  }

  /// A number for each code that the id decides, for the split by person.
  var draws: [UInt64] {
    (0..<UInt32(ids.count)).map { code in ids.withBytes(of: code) { PersonSplit.number(of: $0) } }
  }
}
