/// IDENT records: one for each enrolment, with what was typed that day.
///
/// An enrolment proves that somebody's fingers were there. It says nothing of
/// status, and those who came to be naturalized are enrolled like the accused.
enum FingerprintEnrolments {
  /// The first day of the system.
  static let since = Day(year: 1994, month: 1, day: 1)

  /// - Parameter encounters: the days on which enforcement met the person.
  static func records(
    of history: CaseHistory, encounters: [Day], draw: inout Draw
  ) -> [RecordFacts] {
    guard history.person.identifiers.fingerprintNumber != nil else { return [] }
    var days = encounters
    for interval in history.intervals {
      switch interval.event {
      case .adjustment, .relief, .filing: days.append(interval.from)
      case .oath: days.append(interval.from.adding(days: -draw.within(60...240)))
      case .entry where interval.status != .withoutInspection:
        // Visitors are enrolled at the port since 2004 (US-VISIT).
        if interval.from.year >= 2004 { days.append(interval.from) }
      default: break
      }
    }
    days.removeAll { $0 < since || $0 > history.extractDay }
    days.sort()
    if days.isEmpty, let arrival = history.arrival, history.extractDay > arrival {
      days = [max(arrival, since)]
    }
    let known = days.suffix(SourceSystem.ident.ordinals.count)
    return zip(SourceSystem.ident.ordinals, known).map { ordinal, day in
      facts(history, day: day, days: days.filter { $0 <= day }, ordinal: ordinal)
    }
  }

  private static func facts(
    _ history: CaseHistory, day: Day, days: [Day], ordinal: Int
  ) -> RecordFacts {
    var facts = RecordFacts(
      .ident, ordinal: ordinal, nameDay: day, asOf: day, lastUpdate: day, status: .unknown)
    facts.encounters = days
    facts.showsFingerprintNumber = true
    facts.showsHeight = true
    facts.alienNumber = history.alienNumber(on: day)
    return facts
  }
}
