/// The ids of rows: a permutation of person and ordinal, so that the order of
/// ids says nothing of who is who.
package struct RowIds: Sendable {
  /// How many bookings one person can have.
  package static let bookingsPerPerson: UInt64 = 64
  /// How many immigration records one person can have.
  package static let recordsPerPerson: UInt64 = 64

  private let persons: NumberPermutation
  private let bookings: NumberPermutation
  private let records: NumberPermutation
  private let inmates: NumberPermutation
  private let transactions: NumberPermutation
  private let personWidth: Int
  private let bookingWidth: Int
  private let recordWidth: Int

  /// Prepares the ids of a corpus of so many people.
  package init(people: Int, seed: UInt64) {
    let count = UInt64(max(1, people))
    persons = NumberPermutation(count: count, seed: seed, series: 201)
    bookings = NumberPermutation(count: count * Self.bookingsPerPerson, seed: seed, series: 202)
    records = NumberPermutation(count: count * Self.recordsPerPerson, seed: seed, series: 203)
    inmates = NumberPermutation(count: count, seed: seed, series: 205)
    transactions = NumberPermutation(
      count: count * Self.bookingsPerPerson, seed: seed, series: 206)
    personWidth = Self.width(persons.count)
    bookingWidth = Self.width(bookings.count)
    recordWidth = Self.width(records.count)
  }

  /// The place of a person in the order of ids, from 1.
  package func number(ofPerson person: UInt32) -> UInt64 { persons[UInt64(person)] + 1 }

  /// The place of a booking in the order of ids, from 1.
  package func number(ofBooking ordinal: Int, of person: UInt32) -> UInt64 {
    bookings[UInt64(person) * Self.bookingsPerPerson + UInt64(ordinal)] + 1
  }

  /// The place of a record in the order of ids, from 1.
  package func number(ofRecord ordinal: Int, of person: UInt32) -> UInt64 {
    records[UInt64(person) * Self.recordsPerPerson + UInt64(ordinal)] + 1
  }

  /// A jail's own number of a person, unrelated to the person's id.
  package func inmateNumber(of person: UInt32) -> UInt64 { inmates[UInt64(person)] + 1 }

  /// The number of a booking's fingerprint transaction, unrelated to its id.
  package func transactionNumber(ofBooking ordinal: Int, of person: UInt32) -> UInt64 {
    transactions[UInt64(person) * Self.bookingsPerPerson + UInt64(ordinal)] + 1
  }

  /// `SYN-P0000001`.
  package func personId(_ person: UInt32) -> String {
    "SYN-P" + zeroPadded(number(ofPerson: person), personWidth)
  }

  /// `SYN-B0000001`, of a booking's number.
  package func bookingId(_ number: UInt64) -> String {
    "SYN-B" + zeroPadded(number, bookingWidth)
  }

  /// `SYN-R0000001`, of a record's number.
  package func recordId(_ number: UInt64) -> String {
    "SYN-R" + zeroPadded(number, recordWidth)
  }

  private static func width(_ count: UInt64) -> Int { max(7, String(count).utf8.count) }
}

/// A number with zeros in front, to a width.
func zeroPadded(_ number: UInt64, _ width: Int) -> String {
  String(unsafeUninitializedCapacity: max(width, 20)) { room in
    var rest = number
    var digits = 1
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    let length = max(width, digits)
    rest = number
    for place in stride(from: length - 1, through: 0, by: -1) {
      room[place] = UInt8(48 + rest % 10)
      rest /= 10
    }
    return length
  }
}
