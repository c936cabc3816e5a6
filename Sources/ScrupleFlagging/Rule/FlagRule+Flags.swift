import ScrupleNormalization

extension FlagRule {
  /// Decides for every booking whether it gets a flag.
  ///
  /// Evaluated on the day of each booking, never by a clock. A booking depends
  /// on its own links and on records of the same A-numbers, on nothing else;
  /// the order of the input does not matter, up to positions. Safe to call from
  /// many threads.
  ///
  /// - Parameters:
  ///   - bookings: one entry per booking.
  ///   - records: one entry per record of the file that is asked.
  ///   - links: links, possible and ambiguous pairs, each pair once.
  ///   - history: of the same records, where the rule is run many times.
  /// - Complexity: O(bookings + links), and the history.
  public func flags(
    bookings: [BookingFacts], records: [StatusRecord], links: [RecordLink],
    history: RecordHistory? = nil
  ) -> FlagDecisions {
    let evaluation = FlagEvaluation(
      rule: self, records: records, links: links, history: history ?? RecordHistory(records))
    let grouped = LinksByBooking(links, bookingCount: bookings.count)
    var decisions = FlagDecisions(flags: [], withheld: [], lookAheadLinks: 0)
    decisions.withheld.reserveCapacity(bookings.count)
    for (position, booking) in bookings.enumerated() {
      let outcome = evaluation.decide(booking, at: position, grouped[position])
      decisions.lookAheadLinks += outcome.lookAheadLinks
      decisions.withheld.append(outcome.reason)
      if let flag = outcome.flag { decisions.flags.append(flag) }
    }
    return decisions
  }
}

/// The evaluation of a rule, booking by booking.
private struct FlagEvaluation {
  let rule: FlagRule
  let records: [StatusRecord]
  let links: [RecordLink]
  let history: RecordHistory

  struct Outcome {
    var flag: Flag?
    var reason: WithheldReason?
    var lookAheadLinks = 0
  }

  /// A linked record that may give a status.
  private struct Candidate {
    let link: RecordLink
    /// The last day of the as-of date.
    let day: Int
    let status: StatusOnDate
  }

  /// The linked records of one booking.
  private struct Linked {
    var all: [Int] = []
    var usable: [Candidate] = []
    var lookAheadLinks = 0
  }

  func decide(_ booking: BookingFacts, at position: Int, _ own: ArraySlice<Int32>) -> Outcome {
    guard rule.isEnabled else { return Outcome(reason: .basisOff) }
    let own = own.map { links[Int($0)] }
    guard let day = booking.bookedOn?.dayNumber else { return Outcome(reason: .noDate) }
    let certain = own.filter { $0.standing == .link }
    if certain.isEmpty {
      if own.contains(where: { $0.standing == .ambiguous }) { return Outcome(reason: .ambiguous) }
      if !own.isEmpty { return Outcome(reason: .possibleLink) }
      return withoutStatus(booking, position, [], on: day, .noLink)
    }
    let linked = linked(certain, on: day)
    var outcome: Outcome
    if linked.usable.isEmpty {
      let reason: WithheldReason = linked.lookAheadLinks > 0 ? .lookAheadOnly : .noDate
      outcome = withoutStatus(booking, position, linked.all, on: day, reason)
    } else {
      outcome = withStatus(booking, position, linked, on: day)
    }
    outcome.lookAheadLinks = linked.lookAheadLinks
    return outcome
  }

  private func linked(_ own: [RecordLink], on day: Int) -> Linked {
    var linked = Linked()
    for link in own {
      let record = records[link.record]
      linked.all.append(link.record)
      guard let asOf = record.asOf else { continue }
      if asOf.isCertainly(onOrBefore: day) {
        linked.usable.append(
          Candidate(link: link, day: asOf.latestDay, status: rule.status(of: record, on: day)))
      } else {
        linked.lookAheadLinks += 1
      }
    }
    return linked
  }

  // MARK: A status to go by

  private func withStatus(
    _ booking: BookingFacts, _ position: Int, _ linked: Linked, on day: Int
  ) -> Outcome {
    let latest = linked.usable.reduce(Int.min) { max($0, $1.day) }
    let governing = linked.usable.filter { $0.day == latest }
      .sorted { $0.link.record < $1.link.record }
    let speaking = governing.min { $0.status.precedence < $1.status.precedence }
    if let reason = speaking?.status.reason {
      return notFlagged(reason, booking, position, linked, on: day)
    }
    let members = governing.map(\.link.record)
    let isSuperseded = members.contains { member in
      records[member].aNumbers.contains { history.hasRecord($0, after: latest, until: day) }
    }
    if isSuperseded { return Outcome(reason: .superseded) }
    guard let basis = basis(of: governing.map(\.link)) else { return Outcome(reason: .basisOff) }
    return flag(booking, position, governing, basis, linked.all, on: day)
  }

  /// The reason where the governing status is none to flag.
  private func notFlagged(
    _ reason: WithheldReason, _ booking: BookingFacts, _ position: Int, _ linked: Linked,
    on day: Int
  ) -> Outcome {
    if reason == .unknownStatus {
      return withoutStatus(booking, position, linked.all, on: day, reason)
    }
    let hasFlagged = linked.usable.contains { $0.status.reason == nil }
    return Outcome(reason: hasFlagged ? .superseded : reason)
  }

  /// A link that stands by itself is a better basis than one that needs a number.
  private func basis(of links: [RecordLink]) -> FlagBasis? {
    if rule.bases.contains(.link), links.contains(where: { !$0.needsIdentifiers }) { return .link }
    guard rule.bases.contains(.identifier) else { return nil }
    let isAllowed = links.contains { link in
      guard link.needsIdentifiers else { return false }
      guard let known = rule.identifiers else { return true }
      return link.identifiers.contains(where: known.contains)
    }
    return isAllowed ? .identifier : nil
  }

  private func flag(
    _ booking: BookingFacts, _ position: Int, _ governing: [Candidate], _ basis: FlagBasis,
    _ linked: [Int], on day: Int
  ) -> Outcome {
    let members = governing.map(\.link.record)
    let asOf = members.compactMap { records[$0].asOf }.min { $0.earliestDay < $1.earliestDay }
    let age = asOf.map { day - $0.earliestDay } ?? 0
    let isStale = age > rule.staleAfterDays
    let isStated = rule.bases.contains(.stated) && booking.statedCitizenship == .foreign
    if isStale && !isStated { return Outcome(reason: .stale) }
    var flag = Flag(
      booking: position, records: members, basis: basis, asOf: asOf, ageDays: age,
      isStale: isStale)
    // Records of one day may have several flagged statuses: the first by name of the vocabulary.
    let statuses = governing.compactMap { candidate -> (RecordedStatus, FlagSupport)? in
      guard case .flagged(let status, let support) = candidate.status else { return nil }
      return (status, support)
    }
    flag.status = RecordedStatus.allCases.first { status in statuses.contains { $0.0 == status } }
    flag.restsOn = supports(governing.map(\.link), statuses.map(\.1), isStale && isStated)
    return checked(flag, booking, linked, on: day)
  }

  private func supports(
    _ links: [RecordLink], _ statuses: [FlagSupport], _ addsStated: Bool
  ) -> [FlagSupport] {
    var supports: [FlagSupport] = []
    func add(_ support: FlagSupport) { if !supports.contains(support) { supports.append(support) } }
    for support in [FlagSupport.recordedStatus, .classOfAdmission, .admittedUntil]
    where statuses.contains(support) { add(support) }
    if links.contains(where: { records[$0.record].isAsOfFromUpdate }) { add(.lastUpdate) }
    if links.contains(where: { !$0.needsIdentifiers }) { add(.link) }
    for name in Set(links.flatMap(\.identifiers)).sorted() { add(.identifier(name)) }
    if addsStated { add(.statedCitizenship) }
    return supports
  }

  // MARK: No status to go by

  /// Flags by what the booking states, or by absence, where the rule asks for it.
  private func withoutStatus(
    _ booking: BookingFacts, _ position: Int, _ linked: [Int], on day: Int,
    _ reason: WithheldReason
  ) -> Outcome {
    let isAbroad =
      !booking.birthCountries.isEmpty
      && !booking.birthCountries.contains(where: \.isUnitedStates)
    var flag = Flag(booking: position, records: [], basis: .stated)
    if rule.bases.contains(.stated), booking.statedCitizenship == .foreign {
      flag.restsOn = [.statedCitizenship]
    } else if rule.bases.contains(.absence), reason == .noLink, isAbroad {
      flag.basis = .absence
      flag.restsOn = [.birthAbroad, .noRecord]
    } else {
      return Outcome(reason: reason)
    }
    return checked(flag, booking, linked, on: day)
  }

  // MARK: Vetoes

  private func checked(
    _ flag: Flag, _ booking: BookingFacts, _ linked: [Int], on day: Int
  ) -> Outcome {
    var flag = flag
    let others = linked.filter { !flag.records.contains($0) }
    let governing = flag.records.count
    let parents = rule.parentEvidence(
      booking, flag.records + others, governing: governing, records, history.parents, on: day)
    let signs = rule.indicia(
      booking, (flag.records + others).map { records[$0] }, governing: governing, on: day)
    flag.indicia = CitizenshipIndicium.allCases.filter {
      signs.contains($0) || parents.signs.contains($0)
    }
    flag.supporting = parents.supporting
    if flag.indicia.contains(where: rule.vetoingIndicia.contains) {
      return Outcome(reason: .indicium)
    }
    flag.contradictions = rule.contradictions(booking, flag.records.map { records[$0] }, on: day)
    if flag.contradictions.contains(where: rule.vetoingContradictions.contains) {
      return Outcome(reason: .contradiction)
    }
    return Outcome(flag: flag)
  }
}
