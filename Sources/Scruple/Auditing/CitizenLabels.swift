import ScrupleGroundTruth

/// Which bookings are of citizens, whose they are, and to which groups they belong.
///
/// Read from `labels.csv` of a corpus or any table with `booking_id`, `person_id` and
/// `citizen_class`.
public struct CitizenLabels: Sendable {
  /// One citizen with the bookings at which they were a citizen.
  public struct Citizen: Sendable {
    /// A number that the id decides, for the split by person.
    public let draw: UInt64
    /// The positions of those bookings, ascending.
    public var bookings: [Int]
    /// The groups, by number.
    public var groups: [Int]
  }

  /// The citizens, in the order of their ids.
  public let citizens: [Citizen]
  /// The names of the declared groups, in order: `column=value`.
  public let groups: [String]
  /// Labels of bookings that the file does not have.
  public let unknownBookings: Int

  /// Reads labels.
  ///
  /// - Parameters:
  ///   - path: the table of labels.
  ///   - columns: columns whose values are groups, of the labels or else of the persons.
  ///   - persons: a table with `person_id` and more columns; nil for none.
  /// - Throws: `FormatError`, `RunFileError`.
  public init(
    path: String, left: RecordIds, by columns: [String] = [], persons: String? = nil
  ) throws {
    let table = try TruthTable(
      path: path, columns: ["booking_id", "person_id", "citizen_class"], optional: columns)
    let outside = columns.filter { !table.has($0) }
    let traits = try Self.traits(outside, persons, of: table)
    var found: [String: (bookings: [Int], groups: Set<String>)] = [:]
    var unknown = 0
    for row in 0..<table.rowCount {
      guard let booking = left.position(of: table.text("booking_id", row)) else {
        unknown += 1
        continue
      }
      let citizenClass: CitizenClass = try table.word("citizen_class", row)
      guard citizenClass.isCitizen else { continue }
      let person = table.text("person_id", row)
      let own = columns.compactMap { column -> String? in
        let value = table.has(column) ? table.text(column, row) : traits[person]?[column] ?? ""
        return value.isEmpty ? nil : "\(column)=\(value)"
      }
      found[person, default: ([], [])].bookings.append(Int(booking))
      found[person, default: ([], [])].groups.formUnion(own)
    }
    let names = Set(found.values.flatMap(\.groups)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, 0...))
    citizens = found.sorted { $0.key < $1.key }.map { person, own in
      Citizen(
        draw: PersonSplit.number(of: person), bookings: own.bookings.sorted(),
        groups: own.groups.compactMap { numbers[$0] }.sorted())
    }
    groups = names
    unknownBookings = unknown
  }

  /// The citizens of the calibration half: chosen by their ids and the seed alone.
  ///
  /// - Parameter share: of the persons, in 0...1.
  public func calibration(seed: UInt64, share: Double) -> [Citizen] {
    citizens.filter { PersonSplit.isCalibration($0.draw, seed: seed, share: share) }
  }

  private static func traits(
    _ columns: [String], _ path: String?, of labels: TruthTable
  ) throws -> [String: [String: String]] {
    guard !columns.isEmpty else { return [:] }
    guard let path else { throw labels.missing(columns[0]) }
    let table = try TruthTable(path: path, columns: ["person_id"] + columns)
    var traits: [String: [String: String]] = [:]
    for row in 0..<table.rowCount {
      traits[table.text("person_id", row)] = Dictionary(
        uniqueKeysWithValues: columns.map { ($0, table.text($0, row)) })
    }
    return traits
  }
}
