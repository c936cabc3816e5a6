import ScrupleAudit
import ScrupleGroundTruth
import ScrupleRecords

/// The labels of bookings, at the positions of the bookings.
struct BookingLabels {
  private(set) var bookings: [BookingTruth?]
  private(set) var days: [Int32?]
  private(set) var designedCauses: [String?]
  private(set) var scenarios: [String?]

  init(path: String, left: RecordIds, codes: inout PersonCodes) throws {
    let table = try TruthTable(
      path: path,
      columns: [
        "booking_id", "person_id", "arrest_date", "citizen_class", "true_status_at_arrest",
        "flaggable_at_arrest", "scenario", "designed_cause",
      ])
    bookings = [BookingTruth?](repeating: nil, count: left.count)
    days = [Int32?](repeating: nil, count: left.count)
    designedCauses = [String?](repeating: nil, count: left.count)
    scenarios = designedCauses
    let places = table.positions("booking_id", left)
    let persons = table.column("person_id")
    let classes = table.words("citizen_class", as: CitizenClass.self)
    let statuses = table.words("true_status_at_arrest", as: TrueStatus.self)
    let flaggable = table.cells("flaggable_at_arrest") { Bool($0) }
    let arrests = table.days("arrest_date")
    let causes = table.cells("designed_cause", Self.filled)
    let names = table.cells("scenario", Self.filled)
    for row in 0..<table.rowCount {
      guard let booking = places[row].map(Int.init) else { continue }
      guard let isFlaggable = flaggable[row] else {
        throw table.fault("flaggable_at_arrest", row, "true or false")
      }
      bookings[booking] = BookingTruth(
        person: persons.map { codes.code(of: $0, row) } ?? 0,
        citizenClass: try table.known(classes[row], "citizen_class", row),
        status: try table.known(statuses[row], "true_status_at_arrest", row),
        isFlaggable: isFlaggable)
      days[booking] = try table.known(arrests[row], "arrest_date", row)
      designedCauses[booking] = causes[row]
      scenarios[booking] = names[row]
    }
  }

  private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}
