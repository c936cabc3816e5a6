/// ADIS records: one for each inspected arrival, with the departure if it was recorded.
///
/// There is no record of a border crossed without inspection, and exits by land
/// are missing at `missing_exit`: whoever left unseen, or changed status without
/// the system's knowledge, is shown as an overstay.
enum ArrivalsAndDepartures {
  /// The first day of the system.
  static let since = Day(year: 2003, month: 1, day: 1)
  /// The stay allowed to those whose interval says nothing of its end.
  private static let usualStay = 180

  static func records(
    of history: CaseHistory, rates: RecordRates, intensity: Double, draw: inout Draw
  ) -> [RecordFacts] {
    var stays: [Stay] = []
    for (place, interval) in history.intervals.enumerated() where interval.status != .departed {
      if interval.event == .entry, interval.status != .withoutInspection {
        stays.append(entered(history, at: place))
      }
      guard interval.status.isLawfulResidence, interval.status != .pending else { continue }
      let mean = rates.rates(of: history.person.group).trips * history.years(of: interval)
      for _ in 0..<draw.poisson(mean: mean * intensity) {
        stays.append(trip(history, interval, draw: &draw))
      }
    }
    stays.removeAll { $0.arrival < since || $0.arrival > history.extractDay }
    return zip(SourceSystem.adis.ordinals, stays).map { ordinal, stay in
      facts(history, stay, ordinal: ordinal, rates: rates, draw: &draw)
    }
  }

  /// A time in the country between an inspected arrival and a departure.
  private struct Stay {
    var arrival: Day
    var classCode: String
    /// The status admitted in.
    var status: ImmigrationStatus
    /// The last day allowed, for those admitted for a time.
    var admittedUntil: Day?
    var departure: Day?
    /// The day on which the stay became lawful for good by another way.
    var change: Day?
  }

  /// The stay that an entry began: it ends with a departure or another status.
  private static func entered(_ history: CaseHistory, at place: Int) -> Stay {
    let interval = history.intervals[place]
    var stay = Stay(
      arrival: interval.from, classCode: interval.classCode, status: interval.status)
    if interval.status == .temporary {
      stay.admittedUntil =
        interval.grantedUntil ?? interval.from.adding(days: usualStay)
    }
    for later in history.intervals[(place + 1)...] {
      switch later.event {
      case .departure: stay.departure = later.from
      case .adjustment, .relief, .oath, .derivation, .filing:
        if stay.change == nil { stay.change = later.from }
      default: break
      }
      // Another entry is another stay.
      if later.event == .departure || later.event == .entry { break }
    }
    return stay
  }

  /// A trip abroad: the system sees the return, as an arrival in the status held.
  private static func trip(
    _ history: CaseHistory, _ interval: StatusInterval, draw: inout Draw
  ) -> Stay {
    let day = history.day(in: interval, draw: &draw)
    var stay = Stay(arrival: day, classCode: interval.classCode, status: interval.status)
    if interval.status == .temporary {
      stay.admittedUntil = interval.grantedUntil ?? day.adding(days: usualStay)
    }
    let next = history.intervals.first { $0.from > interval.from }
    if next?.event == .departure { stay.departure = next?.from } else { stay.change = next?.from }
    return stay
  }

  private static func facts(
    _ history: CaseHistory, _ stay: Stay, ordinal: Int, rates: RecordRates, draw: inout Draw
  ) -> RecordFacts {
    let group = history.person.group
    let isExitMissing = draw.happens(rates.rates(of: group).missingExit)
    let isChangeMissing = draw.happens(rates.staleOther(.adis, group))
    var facts = RecordFacts(
      .adis, ordinal: ordinal, nameDay: stay.arrival, asOf: history.extractDay,
      lastUpdate: stay.arrival, status: stay.status)
    facts.classCode = stay.classCode
    facts.admittedUntil = stay.admittedUntil
    facts.showsAdmissionNumber = true
    facts.showsCitizenship = true
    let departure = stay.departure.flatMap { $0 <= history.extractDay ? $0 : nil }
    if let departure, !isExitMissing {
      facts.status = .departed
      facts.lastUpdate = departure
    } else if let until = stay.admittedUntil, until <= history.extractDay {
      let isKnownToHaveChanged =
        stay.change.map { $0 <= history.extractDay && !isChangeMissing } ?? false
      facts.status = isKnownToHaveChanged ? .pending : .expired
      facts.lastUpdate = until
    }
    return facts
  }
}
