/// EID records: one for each person whom enforcement encountered, with what they
/// were accused of, not what was ever decided.
enum EnforcementEncounters {
  /// No encounters are kept from before this day.
  static let since = Day(year: 1996, month: 1, day: 1)

  static func records(
    of history: CaseHistory, rates: RecordRates, intensity: Double, draw: inout Draw
  ) -> [RecordFacts] {
    let group = rates.rates(of: history.person.group)
    var days: [Day] = []
    for interval in history.intervals where interval.status != .departed {
      if interval.event == .order { days.append(interval.from) }
      let yearly = interval.status.isWithoutStatus ? group.encounters : group.lawfulEncounters
      for _ in 0..<draw.poisson(mean: yearly * history.years(of: interval) * intensity) {
        days.append(history.day(in: interval, draw: &draw))
      }
    }
    days.removeAll { $0 < since || $0 > history.extractDay }
    days.sort()
    guard let last = days.last, let interval = history.interval(on: last) else { return [] }
    return [
      facts(history, days: days, last: last, interval: interval, rates: rates, draw: &draw)
    ]
  }

  private static func facts(
    _ history: CaseHistory, days: [Day], last: Day, interval: StatusInterval,
    rates: RecordRates, draw: inout Draw
  ) -> RecordFacts {
    let group = history.person.group
    var facts = RecordFacts(
      .eid, ordinal: SourceSystem.eid.ordinals.lowerBound, nameDay: last, asOf: last,
      lastUpdate: last, status: interval.status)
    facts.encounters = days
    facts.showsFingerprintNumber = true
    facts.showsHeight = true
    facts.showsCitizenship = true
    facts.showsState = true
    facts.alienNumber = history.alienNumber(on: last)
    let isWrong = draw.happens(rates.rates(of: group).wrongAccusation)
    let isVacationMissing = draw.happens(rates.staleOther(.eid, group))
    if !interval.status.isWithoutStatus {
      // It says that somebody was met; a status it says only by accusing.
      facts.status = isWrong ? draw.element(of: [.withoutInspection, .expired]) : .unknown
    }
    if let order = history.intervals.last(where: { $0.event == .order && $0.from <= last }) {
      facts.orderDate = order.from
      let vacated = history.intervals.first {
        $0.event == .orderVacated && $0.from > order.from
      }
      if let vacated {
        if isVacationMissing {
          facts.status = .orderedRemoved
        } else {
          facts.orderVacatedDate = vacated.from
          facts.lastUpdate = max(last, vacated.from)
        }
      }
    }
    return facts
  }
}
