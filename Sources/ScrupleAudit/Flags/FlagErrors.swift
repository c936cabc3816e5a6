import ScrupleGroundTruth
import ScrupleStatistics

/// The errors of flags: whom they are on, and how many should not be.
///
/// Two families are kept apart. Of the citizens searched, how many were flagged; and of the flags,
/// how many are on citizens. The first is a property of the process, the second changes with who is
/// searched.
public struct FlagErrors: Sendable, Equatable, Codable {
  /// Bookings whose truth is known.
  public let bookings: Int
  /// Bookings whose truth is not known; their flags are unresolved.
  public let unlabelledBookings: Int
  /// Persons behind the bookings whose truth is known.
  public let persons: Int
  /// Flags, unresolved ones included.
  public let flags: Int
  /// Flags on bookings whose truth is not known.
  public let unresolvedFlags: Int
  /// Wrong flags among resolved flags, with persons as clusters.
  public let wrongFlagRate: Rate
  /// The least wrong-flag rate, were every unresolved flag right.
  @NullEncoded public private(set) var wrongFlagRateIfUnresolvedRight: Double?
  /// The greatest wrong-flag rate, were every unresolved flag wrong.
  @NullEncoded public private(set) var wrongFlagRateIfUnresolvedWrong: Double?
  /// Wrong flags by how grave they are.
  public internal(set) var severity: [SeverityCount]
  /// Persons flagged at a booking at which they were citizens, among citizens searched.
  public let citizenFlagRate: Rate
  /// The same for each way of being a citizen.
  public internal(set) var citizenFlagRates: [CitizenFlagRate]
  /// Flagged bookings of citizens among bookings of citizens, with persons as clusters.
  public let citizenFlagRateByBooking: Rate
  /// Flags on citizens among resolved flags, with persons as clusters.
  public let citizenShareOfFlags: Rate
  /// Bookings the policy would flag that were not flagged, with persons as clusters.
  public let missedFlagRate: Rate

  /// Judges flags by the truth about bookings.
  ///
  /// - Throws: `FlagAuditError` when a flag names a booking out of range or flagged before.
  /// - Complexity: O(bookings + flags).
  public init(auditing input: FlagAuditInput) throws(FlagAuditError) {
    let judged = try JudgedFlags(input)
    let level = input.level
    bookings = judged.labelled
    unlabelledBookings = input.bookings.count - judged.labelled
    persons = judged.persons.count
    flags = input.flags.count
    unresolvedFlags = judged.unresolved
    let wrong = judged.share { ($0.wrong, $0.flags) }
    wrongFlagRate = Rate(
      "wrongFlagRate", of: .flags, clustered: wrong, level: level, by: .persons)
    let all = Double(input.flags.count)
    wrongFlagRateIfUnresolvedRight = all > 0 ? Double(wrong.count) / all : nil
    wrongFlagRateIfUnresolvedWrong =
      all > 0 ? Double(wrong.count + judged.unresolved) / all : nil
    severity = SeverityCount.all(judged.severities)
    citizenFlagRates = CitizenFlagRate.all(judged, level: level)
    citizenFlagRate = CitizenFlagRate.rate(
      "citizenFlagRate", judged.persons, classes: CitizenClass.citizens, level: level)
    citizenFlagRateByBooking = Rate(
      "citizenFlagRateByBooking", of: .records,
      clustered: judged.share { ($0.citizenFlags, $0.citizenBookings) }, level: level, by: .persons)
    citizenShareOfFlags = Rate(
      "citizenShareOfFlags", of: .flags,
      clustered: judged.share { ($0.citizenFlags, $0.flags) }, level: level, by: .persons)
    missedFlagRate = Rate(
      "missedFlagRate", of: .records,
      clustered: judged.share { ($0.missed, $0.flaggable) }, level: level, by: .persons)
  }
}

/// How many wrong flags are of one severity.
public struct SeverityCount: Sendable, Equatable, Codable {
  /// S1 to S3; nil for persons who were neither citizens, nor lawful, nor protected.
  @NullEncoded public private(set) var severity: WrongFlagSeverity?
  /// Wrong flags of it.
  public let count: Int

  static func all(_ counts: [WrongFlagSeverity?: Int]) -> [SeverityCount] {
    let known: [WrongFlagSeverity?] = WrongFlagSeverity.allCases + [nil]
    return known.map { SeverityCount(severity: $0, count: counts[$0] ?? 0) }
  }
}

/// The citizen flag rate of those who are citizens in one way.
public struct CitizenFlagRate: Sendable, Equatable, Codable {
  /// How they are citizens: `us_born`, `naturalized`, `derived`, `acquired`.
  public let citizenClass: CitizenClass
  /// Flagged persons among persons searched.
  public let rate: Rate
  /// The rate for every 100,000 persons searched; nil without any.
  @NullEncoded public private(set) var per100000: Double?
  /// Flagged bookings among their bookings, with persons as clusters.
  public let bookingRate: Rate

  static func all(_ judged: JudgedFlags, level: Double) -> [CitizenFlagRate] {
    CitizenClass.citizens.map { citizenClass in
      let rate = rate("citizenFlagRate", judged.persons, classes: [citizenClass], level: level)
      return CitizenFlagRate(
        citizenClass: citizenClass, rate: rate, per100000: rate.estimate.map { $0 * 100_000 },
        bookingRate: Rate(
          "citizenFlagRateByBooking", of: .records,
          clustered: judged.share { ($0.flags(as: citizenClass), $0.bookings(as: citizenClass)) },
          level: level, by: .persons))
    }
  }

  static func rate(
    _ name: String, _ persons: [JudgedPerson], classes: [CitizenClass], level: Double
  ) -> Rate {
    let searched = persons.filter { person in classes.contains { person.bookings(as: $0) > 0 } }
    let flagged = searched.count { person in classes.contains { person.flags(as: $0) > 0 } }
    return Rate(
      name, of: .persons, count: flagged, total: searched.count, level: level,
      independent: .persons)
  }
}

extension CitizenClass {
  /// The ways of being a citizen, in the order of reports.
  static let citizens = allCases.filter(\.isCitizen)

  /// The place among all classes.
  var place: Int {
    switch self {
    case .bornHere: 0
    case .acquired: 1
    case .naturalized: 2
    case .derived: 3
    case .noncitizen: 4
    }
  }
}
