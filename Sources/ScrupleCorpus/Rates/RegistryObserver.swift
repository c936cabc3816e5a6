/// Counts what systems hold against what there was for them to know.
struct RegistryObserver: Sendable {
  let plan: RecordPlan

  /// Counts the records of a person of the background population.
  func observe(_ records: [RecordFacts], of person: Person, into tally: inout RateTally) {
    guard person.birthCitizenship != .usSoil else { return }
    let history = CaseHistory(of: person, through: plan.rates.extractDay)
    guard !history.intervals.isEmpty else { return }
    countFiles(records, history, &tally)
    countEvents(records, history, &tally)
    for facts in records {
      countRecord(facts, of: person, &tally)
      if facts.system == .eid { countAccusation(facts, history, &tally) }
    }
    countPending(records, history, &tally)
  }

  // MARK: - Files

  private func countRecord(
    _ facts: RecordFacts, of person: Person, _ tally: inout RateTally
  ) {
    let holdsNumber = person.identifiers.socialSecurityNumber != nil
    if holdsNumber, [.cis, .claims3, .claims4].contains(facts.system) {
      tally[.recordSocialSecurityNumber].count(
        facts.showsSocialSecurityNumber,
        at: plan.rates.socialSecurityNumber(facts.system, person.group))
    }
    if [.cis, .eid, .ident].contains(facts.system), facts.file != .split {
      tally[.mergedFile].count(facts.file == .merged, at: plan.rates.mergedFile)
    }
  }

  private func countFiles(
    _ records: [RecordFacts], _ history: CaseHistory, _ tally: inout RateTally
  ) {
    let files = records.filter { $0.system == .cis }
    if history.alienNumbers.count(where: { $0.series == .permanent }) > 1 {
      tally[.splitFile].count(
        files.contains { $0.file == .split }, at: plan.coverage * plan.rates.splitFile)
    } else if let file = files.first, let number = history.mainAlienNumber {
      countKnowledge(file, opened: number.issued, history, &tally)
    }
  }

  /// What the index was told after the file was opened.
  private func countKnowledge(
    _ file: RecordFacts, opened: Day, _ history: CaseHistory, _ tally: inout RateTally
  ) {
    let group = history.person.group
    let events = history.intervals
    let opening = events.lastIndex { $0.from <= opened } ?? events.startIndex
    let later = events[(opening + 1)...]
    let stale = plan.rates.staleNaturalized(.cis, group)
    let isCertified = history.person.derivation?.documented == .certificate
    if later.contains(where: { $0.event == .oath }) {
      tally[.staleNaturalized].count(file.naturalizationDate == nil, at: stale)
    } else if isCertified, later.contains(where: { $0.event == .derivation }) {
      tally[.staleNaturalized].count(file.certificateNumber.isEmpty, at: stale)
    } else if isCertified, events[opening].event == .derivation {
      tally[.staleNaturalized].count(file.status == .permanentResident, at: stale)
    }
    guard let last = later.last(where: { $0.event != .stayEnded }), last.event != .oath,
      !later.contains(where: { $0.event == .derivation })
    else { return }
    tally[.staleOther].count(
      file.lastUpdate != last.from, at: plan.rates.staleOther(.cis, group))
  }

  // MARK: - Encounters and cases

  private func countAccusation(
    _ facts: RecordFacts, _ history: CaseHistory, _ tally: inout RateTally
  ) {
    guard let last = facts.encounters.last, let interval = history.interval(on: last) else {
      return
    }
    let group = history.person.group
    let orders = history.intervals.filter { $0.event == .order && $0.from <= last }
    if let order = orders.last {
      guard
        history.intervals.contains(where: {
          $0.event == .orderVacated && $0.from > order.from
        })
      else { return }
      tally[.staleOther].count(
        facts.orderVacatedDate == nil, at: plan.rates.staleOther(.eid, group))
    } else if !interval.status.isWithoutStatus {
      tally[.wrongAccusation].count(
        facts.status != .unknown, at: plan.rates.rates(of: group).wrongAccusation)
    }
  }

  private func countPending(
    _ records: [RecordFacts], _ history: CaseHistory, _ tally: inout RateTally
  ) {
    guard history.oath == nil, history.certifiedCitizenSince == nil,
      let interval = history.interval(on: history.extractDay),
      interval.status == .permanentResident, history.years(of: interval) >= 5
    else { return }
    tally[.pendingNaturalization].count(
      records.contains { $0.system == .claims4 },
      at: plan.coverage * plan.rates.pendingNaturalization)
  }
}
