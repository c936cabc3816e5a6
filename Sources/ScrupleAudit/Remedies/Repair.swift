/// One thing that could be put right about a run, all else staying as it was.
///
/// A wrong flag that goes away when one of them is done was due to what it mends. Nothing is said
/// about how it could be done, or at what cost.
public enum Repair: String, Sendable, CaseIterable, Codable {
  /// The values of bookings as a clerk without error would have written them.
  case cleanBookings = "R1"
  /// The same of the records; files that mix two persons stay mixed.
  case cleanRecords = "R2"
  /// Each linked record shows what was true of its person on the day of the booking.
  case trueStatuses = "R3"
  /// Each person has one file: no record holds a second person's values, and all records of a
  /// person show the latest status among them that was true on its day.
  case trueFiles = "R4"
  /// That no record was found is no ground for a flag.
  case noAbsence = "R5"
  /// Other names and other birth dates are not used.
  case noAliases = "R6"
  /// Agreement on a rare name counts more than on a common one.
  case valueFrequencies = "R7"

  /// What is done, in a few plain words.
  public var meaning: String {
    switch self {
    case .cleanBookings: "bookings without errors"
    case .cleanRecords: "records without errors"
    case .trueStatuses: "true status on the day of the booking"
    case .trueFiles: "one file for each person"
    case .noAbsence: "no flag for want of a record"
    case .noAliases: "no other names or birth dates"
    case .valueFrequencies: "rare names count more than common ones"
    }
  }
}

extension [Repair] {
  /// The codes joined, such as `R1+R2`.
  public var code: String { map(\.rawValue).joined(separator: "+") }

  /// The meanings joined.
  public var meaning: String { map(\.meaning).joined(separator: "; ") }
}
