import ScrupleFlagging
import ScrupleNormalization
import Testing

/// A day of the form 2015-06-01, or a month or year.
func day(_ text: String) -> CivilDate? {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return CivilDate(
    year: parts[0], month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
}

/// One booking with one link to each of some records.
struct FlagCase {
  var rule = FlagRule()
  var booking = BookingFacts(bookedOn: day("2015-06-01"))
  var records: [StatusRecord] = []
  /// Records of the file that are not linked.
  var others: [StatusRecord] = []
  var standing = RecordLink.Standing.link

  var decisions: FlagDecisions {
    rule.flags(
      bookings: [booking], records: records + others,
      links: records.indices.map { RecordLink(booking: 0, record: $0, standing: standing) })
  }

  var flag: Flag? { decisions.flags.first }
  var reason: WithheldReason? { decisions.withheld[0] }

  /// A record with a status of a day.
  static func record(
    _ status: RecordedStatus, _ asOf: String?, _ change: (inout StatusRecord) -> Void = { _ in }
  ) -> StatusRecord {
    var record = StatusRecord(status: status, asOf: asOf.flatMap(day))
    change(&record)
    return record
  }

  /// A booking on 2015-06-01 linked to such records.
  init(_ records: StatusRecord..., change: (inout FlagCase) -> Void = { _ in }) {
    self.records = records
    change(&self)
  }
}
