extension IdentifierIssuer {
  /// The numbers that a person holds by the statuses passed.
  ///
  /// FBI and state numbers are left out: who is booked is not known here.
  func identifiers(
    of number: UInt32, statuses: [StatusInterval], derivation: Derivation?,
    isForeignBorn: Bool, _ parameters: WorldParameters, _ draw: inout Draw
  ) -> PersonIdentifiers {
    var numbers = PersonIdentifiers()
    let last = statuses.last { $0.status != .departed } ?? statuses.last
    if draw.happens(parameters.securityNumbers[last?.status.securityStanding ?? 0]) {
      numbers.socialSecurityNumber = socialSecurityNumber(number)
    }
    guard isForeignBorn else { return numbers }
    let day =
      statuses.firstNumberedDay
      ?? (draw.happens(parameters.encountered) ? statuses.first?.from.adding(days: 30) : nil)
    if let day {
      numbers.fingerprintNumber = fingerprintNumber(number)
      numbers.alienNumbers = alienNumbers(
        of: number, since: day, entry: statuses[0].from, parameters, &draw)
    } else if let entry = statuses.first, entry.status == .temporary,
      entry.from >= Self.enrolmentAtEntry
    {
      numbers.fingerprintNumber = fingerprintNumber(number)
    }
    let hasOath = statuses.contains { $0.event == .oath }
    if hasOath || derivation?.documented == .certificate {
      numbers.certificateNumber = certificateNumber(number)
    }
    return numbers
  }

  /// The day from which visitors' fingerprints were taken at the border (US-VISIT).
  private static let enrolmentAtEntry = Day(year: 2004, month: 1, day: 5)

  private func alienNumbers(
    of number: UInt32, since day: Day, entry: Day, _ parameters: WorldParameters,
    _ draw: inout Draw
  ) -> [AlienNumber] {
    let own = AlienNumber(digits: permanentAlienNumber(number), series: .permanent, issued: day)
    guard draw.happens(parameters.severalAlienNumbers) else { return [own] }
    let before = draw.day(from: entry, to: day)
    let choice = draw.unit()
    if choice < 0.3 {
      let again = day.adding(days: draw.below(400))
      return [
        own,
        AlienNumber(
          digits: permanentAlienNumber(number, second: true), series: .permanent, issued: again),
      ]
    }
    var numbers = [own]
    if choice < 0.8 {
      numbers.append(
        AlienNumber(digits: employmentCardNumber(number), series: .employmentCard, issued: before))
    }
    if choice > 0.75 {
      numbers.append(
        AlienNumber(
          digits: fingerprintTrackingNumber(number), series: .fingerprintTracking,
          issued: before))
    }
    return numbers
  }
}

extension ImmigrationStatus {
  /// The place of the share of SSN holders among citizens, residents, visitors, others.
  var securityStanding: Int {
    switch self {
    case .citizen: 0
    case .permanentResident, .refugee, .asylee: 1
    case .temporary: 2
    default: 3
    }
  }
}

extension [StatusInterval] {
  /// The first day on which a status gave an A-number.
  var firstNumberedDay: Day? {
    first { interval in
      switch interval.status {
      case .permanentResident, .refugee, .asylee, .protected, .pending, .orderedRemoved, .citizen:
        true
      default: false
      }
    }?.from
  }
}
