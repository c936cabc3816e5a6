/// CIS records: one for each A-file.
///
/// The index knows what the file was opened with. Later events reach it or they
/// do not: an oath is missed at `stale_naturalized`, other events at
/// `stale_other`; the end of a stay and citizenship that came by law without a
/// certificate never reach it.
enum CentralIndex {
  static func records(
    of history: CaseHistory, rates: RecordRates, draw: inout Draw
  ) -> [RecordFacts] {
    guard let number = history.mainAlienNumber else { return [] }
    let permanent = history.alienNumbers.filter { $0.series == .permanent }
    let isSplit = permanent.count > 1 && draw.happens(rates.splitFile)
    guard isSplit else {
      return file(
        history, number, ordinal: 0, events: history.intervals, rates: rates, draw: &draw
      ).map { [$0] } ?? []
    }
    let border = permanent[1].issued
    let halves = [
      history.intervals.filter { $0.from < border },
      history.intervals.filter { $0.from >= border },
    ]
    let files = zip(halves, permanent).enumerated().compactMap { place, half in
      file(
        history, half.1, ordinal: place,
        events: half.0.isEmpty ? Array(history.intervals.prefix(1)) : half.0, rates: rates,
        draw: &draw)
    }
    return files.map { facts in
      var facts = facts
      facts.file = files.count == 2 ? .split : .whole
      return facts
    }
  }

  private static func file(
    _ history: CaseHistory, _ number: AlienNumber, ordinal: Int, events: [StatusInterval],
    rates: RecordRates, draw: inout Draw
  ) -> RecordFacts? {
    // What the file was opened for is in it.
    let known = events.lastIndex { $0.from <= number.issued } ?? events.startIndex
    guard known < events.endIndex else { return nil }
    let opening = events[known]
    var facts = RecordFacts(
      .cis, ordinal: ordinal, nameDay: number.issued, asOf: history.extractDay,
      lastUpdate: opening.from, status: opening.status)
    facts.classCode = opening.classCode
    facts.alienNumber = number.digits
    if opening.event == .order { facts.orderDate = opening.from }
    if opening.event == .derivation, !reaches(opening, history, rates: rates, draw: &draw) {
      // Admitted as a resident and a citizen on one day: the index saw the first alone.
      facts.status = .permanentResident
    }
    for event in events[(known + 1)...] where reaches(event, history, rates: rates, draw: &draw) {
      apply(event, of: history, to: &facts)
    }
    facts.lastUpdate = max(facts.lastUpdate, number.issued)
    facts.showsSocialSecurityNumber = draw.happens(
      rates.socialSecurityNumber(.cis, history.person.group))
    facts.showsCitizenship = true
    return facts
  }

  private static func reaches(
    _ event: StatusInterval, _ history: CaseHistory, rates: RecordRates, draw: inout Draw
  ) -> Bool {
    let group = history.person.group
    switch event.event {
    case .oath: return !draw.happens(rates.staleNaturalized(.cis, group))
    case .derivation:
      let isDocumented = history.person.derivation?.documented == .certificate
      return isDocumented && !draw.happens(rates.staleNaturalized(.cis, group))
    case .stayEnded: return false
    default: return !draw.happens(rates.staleOther(.cis, group))
    }
  }

  private static func apply(
    _ event: StatusInterval, of history: CaseHistory, to facts: inout RecordFacts
  ) {
    facts.status = event.status
    facts.lastUpdate = event.from
    switch event.event {
    case .entry, .adjustment, .relief:
      if !event.classCode.isEmpty { facts.classCode = event.classCode }
    case .oath:
      facts.naturalizationDate = event.from
      facts.certificateNumber = history.person.identifiers.certificateNumber ?? ""
      facts.nameDay = event.from
    case .derivation:
      facts.certificateNumber = history.person.identifiers.certificateNumber ?? ""
    case .order: facts.orderDate = event.from
    case .orderVacated: facts.orderVacatedDate = event.from
    default: break
    }
  }
}
