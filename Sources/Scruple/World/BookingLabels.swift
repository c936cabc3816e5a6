import ScrupleAudit
import ScrupleGroundTruth

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
    for row in 0..<table.rowCount {
      guard let booking = left.position(of: table.text("booking_id", row)) else { continue }
      let flaggable = table.text("flaggable_at_arrest", row)
      guard flaggable == "true" || flaggable == "false" else {
        throw table.fault("flaggable_at_arrest", row, "true or false")
      }
      bookings[Int(booking)] = BookingTruth(
        person: codes.code(of: table.text("person_id", row)),
        citizenClass: try table.word("citizen_class", row),
        status: try table.word("true_status_at_arrest", row), isFlaggable: flaggable == "true")
      days[Int(booking)] = try table.day("arrest_date", row)
      designedCauses[Int(booking)] = Self.filled(table.text("designed_cause", row))
      scenarios[Int(booking)] = Self.filled(table.text("scenario", row))
    }
  }

  private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}
