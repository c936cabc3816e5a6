extension RegistryObserver {
  /// The most events that are expected of a person whose events are compared with what
  /// was expected: of others a system may hold fewer than there were.
  private static let mostExpected = 6.0

  /// Counts encounters, filings, trips and departures.
  func countEvents(
    _ records: [RecordFacts], _ history: CaseHistory, _ tally: inout RateTally
  ) {
    if history.person.identifiers.fingerprintNumber != nil {
      countEncounters(records, history, &tally)
    }
    countFilings(records, history, &tally)
    countTravel(records, history, &tally)
  }

  private func countEncounters(
    _ records: [RecordFacts], _ history: CaseHistory, _ tally: inout RateTally
  ) {
    let rates = plan.rates.rates(of: history.person.group)
    var (without, lawful) = (0.0, 0.0)
    for interval in history.intervals where interval.status != .departed {
      let years =
        history.years(of: interval)
        * history.share(of: interval, since: EnforcementEncounters.since)
      if interval.status.isWithoutStatus {
        without += rates.encounters * years
      } else {
        lawful += rates.lawfulEncounters * years
      }
    }
    let days = records.first { $0.system == .eid }?.encounters ?? []
    let known = days.compactMap { history.interval(on: $0)?.status.isWithoutStatus }
    // Each order is an encounter too.
    let orders =
      records.isEmpty
      ? 0
      : history.intervals.count {
        $0.event == .order && $0.from >= EnforcementEncounters.since
      }
    add(known.count { $0 } - orders, to: .encounterRate, expected: without, &tally)
    add(known.count { !$0 }, to: .lawfulEncounterRate, expected: lawful, &tally)
  }

  private func countFilings(
    _ records: [RecordFacts], _ history: CaseHistory, _ tally: inout RateTally
  ) {
    let rate = plan.rates.rates(of: history.person.group).filings
    var mean = 0.0
    var settling = 0
    for interval in history.intervals where interval.status != .citizen {
      switch interval.event {
      case .adjustment, .relief, .filing:
        settling += interval.status != .refugee && interval.status != .asylee ? 1 : 0
      default: break
      }
      if interval.status.isLawfulResidence { mean += rate * history.years(of: interval) }
    }
    let filed = records.count { $0.system == .claims3 }
    add(filed - (records.isEmpty ? 0 : settling), to: .filingRate, expected: mean, &tally)
  }

  private func countTravel(
    _ records: [RecordFacts], _ history: CaseHistory, _ tally: inout RateTally
  ) {
    let rates = plan.rates.rates(of: history.person.group)
    let stays = records.filter { $0.system == .adis }
    var mean = 0.0
    var entries = 0
    for (place, interval) in history.intervals.enumerated() where interval.status != .departed {
      if interval.status.isLawfulResidence, interval.status != .pending {
        mean +=
          rates.trips * history.years(of: interval)
          * history.share(of: interval, since: ArrivalsAndDepartures.since)
      }
      guard interval.event == .entry, interval.status != .withoutInspection,
        interval.from >= ArrivalsAndDepartures.since
      else { continue }
      entries += 1
      let known = stays.filter { $0.nameDay == interval.from }
      let next = history.intervals[(place + 1)...].first {
        $0.event == .departure || $0.event == .entry
      }
      if next?.event == .departure, known.count == 1 {
        tally[.missingExit].count(known[0].status != .departed, at: rates.missingExit)
      }
    }
    add(stays.count - (records.isEmpty ? 0 : entries), to: .tripRate, expected: mean, &tally)
  }

  /// Adds a person's events: Poisson, or none at all for those whom no system knows.
  private func add(
    _ count: Int, to rate: ObservedRate, expected mean: Double, _ tally: inout RateTally
  ) {
    let mean = mean * plan.intensity
    guard mean > 0, mean <= Self.mostExpected else { return }
    let covered = plan.coverage
    tally[rate].add(
      count, expected: covered * mean,
      variance: covered * mean + covered * (1 - covered) * mean * mean)
  }
}

extension CaseHistory {
  /// The share of an interval's days that a system which began on a day can know.
  fileprivate func share(of interval: StatusInterval, since first: Day) -> Double {
    let span = max(1, Int(end(of: interval).number - interval.from.number))
    let before = max(0, min(span, Int(first.number - interval.from.number)))
    return Double(span - before) / Double(span)
  }
}
