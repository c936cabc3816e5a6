import ScrupleGroundTruth
import ScrupleStatistics

/// What befell one person over all their bookings.
struct JudgedPerson {
  var flags = 0
  var wrong = 0
  var citizenBookings = 0
  var citizenFlags = 0
  var flaggable = 0
  var missed = 0
  /// Bookings and flags by the class the person was of at the booking: a person naturalized between
  /// two bookings was searched both as citizen and as none.
  private var bookingsByClass = SIMD8<Int32>()
  private var flagsByClass = SIMD8<Int32>()

  func bookings(as citizenClass: CitizenClass) -> Int { Int(bookingsByClass[citizenClass.place]) }
  func flags(as citizenClass: CitizenClass) -> Int { Int(flagsByClass[citizenClass.place]) }

  mutating func add(_ booking: BookingTruth, isFlagged: Bool) {
    bookingsByClass[booking.citizenClass.place] += 1
    if booking.citizenClass.isCitizen { citizenBookings += 1 }
    if booking.isFlaggable { flaggable += 1 }
    guard isFlagged else {
      if booking.isFlaggable { missed += 1 }
      return
    }
    flags += 1
    flagsByClass[booking.citizenClass.place] += 1
    if booking.citizenClass.isCitizen { citizenFlags += 1 }
    if !booking.isFlaggable { wrong += 1 }
  }
}

/// Flags beside the truth, gathered by person.
struct JudgedFlags {
  /// One entry for each person with a booking, in order of the person's code.
  let persons: [JudgedPerson]
  /// Bookings whose truth is known.
  let labelled: Int
  /// Flags on bookings whose truth is not known.
  let unresolved: Int
  /// Wrong flags by severity.
  let severities: [WrongFlagSeverity?: Int]

  init(_ input: FlagAuditInput) throws(FlagAuditError) {
    let flagged = try Self.flaggedBookings(input)
    var places: [Int32: Int] = [:]
    var persons: [(person: Int32, judged: JudgedPerson)] = []
    var severities: [WrongFlagSeverity?: Int] = [:]
    var labelled = 0
    for (booking, isFlagged) in zip(input.bookings, flagged) {
      guard let booking else { continue }
      labelled += 1
      let place = places[booking.person] ?? persons.count
      if place == persons.count {
        places[booking.person] = place
        persons.append((booking.person, JudgedPerson()))
      }
      persons[place].judged.add(booking, isFlagged: isFlagged)
      if isFlagged, !booking.isFlaggable { severities[booking.status.severity, default: 0] += 1 }
    }
    self.persons = persons.sorted { $0.person < $1.person }.map(\.judged)
    self.labelled = labelled
    self.severities = severities
    unresolved = zip(input.bookings, flagged).count { $0 == nil && $1 }
  }

  private static func flaggedBookings(_ input: FlagAuditInput) throws(FlagAuditError) -> [Bool] {
    var flagged = [Bool](repeating: false, count: input.bookings.count)
    for (index, flag) in input.flags.enumerated() {
      guard flagged.indices.contains(Int(flag.booking)) else {
        throw .bookingOutOfRange(flag: index + 1)
      }
      guard !flagged[Int(flag.booking)] else { throw .bookingTwice(flag: index + 1) }
      flagged[Int(flag.booking)] = true
    }
    return flagged
  }

  /// A share over all persons, with persons as clusters.
  func share(_ units: (JudgedPerson) -> (marked: Int, units: Int)) -> ClusteredProportion {
    ClusteredProportion(clusters: persons.lazy.map(units))
  }
}
