/// Counts what was drawn for the immigration of a household: its standing on the
/// registry day, its way there, and what came after.
struct StatusObserver {
  let parameters: WorldParameters
  let view: HouseholdView
  /// The first adult who came.
  let lead: Person

  /// The statuses that began by the registry day, without an earlier stay.
  private let passed: [StatusInterval]
  private let hadEarlierStay: Bool
  private let standing: Standing

  init(parameters: WorldParameters, view: HouseholdView, lead: Person) {
    self.parameters = parameters
    self.view = view
    self.lead = lead
    let begun = lead.statuses.filter { $0.from <= parameters.registryDay }
    hadEarlierStay = begun.count > 2 && begun[1].status == .departed
    passed = hadEarlierStay ? Array(begun.dropFirst(2)) : begun
    standing = passed.last?.status.standing ?? .gone
  }

  func observe(into tally: inout RateTally) {
    countDocuments(&tally)
    guard let first = passed.first else { return }
    let shares = Self.shares(parameters.standings[lead.group.place])
    let rates: [ObservedRate] = [
      .naturalized, .permanent, .temporary, .unauthorized, .departed,
    ]
    for (place, rate) in rates.enumerated() {
      tally[rate].count(place == standing.rawValue, at: shares[place])
    }
    switch standing {
    case .citizen, .resident: countWay(from: first, &tally)
    case .visitor: countVisit(first, &tally)
    case .unauthorized, .gone: countLifeWithoutStatus(from: first, &tally)
    }
    let longAgo = first.from.adding(days: -1100)
    if first.status != .refugee, longAgo > lead.birthDate.adding(years: 17) {
      tally[.earlierStay].count(hadEarlierStay, at: parameters.earlierStay)
    }
  }

  /// Shares from running sums.
  private static func shares(_ sums: [Double]) -> [Double] {
    let whole = sums.last ?? 1
    return sums.indices.map { (sums[$0] - ($0 > 0 ? sums[$0 - 1] : 0)) / whole }
  }

  // MARK: - To residence

  private func countWay(from first: StatusInterval, _ tally: inout RateTally) {
    let shares = Self.shares(parameters.paths[lead.group.place])
    let path = path(from: first)
    let rates: [ObservedRate] = [.refugee, .asylum, .adjusted, .uninspectedAdjusted]
    for (place, rate) in rates.enumerated() {
      tally[rate].count(place == path.rawValue, at: shares[place])
    }
    if path == .refugee {
      tally[.refugeeNewYear].count(lead.birthDateAssigned, at: parameters.refugeeNewYear)
    }
    if path == .uninspected, let filing = passed.first(where: { $0.event == .filing })?.from {
      countVacatedOrder(from: first.from, to: filing, &tally)
    }
    if standing == .citizen {
      countDerivation(&tally)
    } else if view.isHead, let resident = passed.last?.from,
      resident.adding(years: 5) < parameters.registryDay
    {
      let isLater = lead.statuses.contains {
        $0.event == .oath && $0.from > parameters.registryDay
      }
      tally[.naturalizedLater].count(isLater, at: parameters.naturalizedLater)
    }
  }

  private func path(from first: StatusInterval) -> EntryPath {
    if passed.contains(where: { $0.status == .refugee }) { return .refugee }
    if passed.contains(where: { $0.status == .asylee }) { return .asylum }
    switch first.status {
    case .temporary: return .adjusted
    case .withoutInspection: return .uninspected
    default: return .immigrant
    }
  }

  private func countDerivation(_ tally: inout RateTally) {
    let hasChildrenAbroad = view.people[view.firstChild...].contains(where: \.isForeignBorn)
    if hasChildrenAbroad {
      tally[.derived].count(view.derives, at: parameters.derivingFamilies)
    }
  }

  /// Children may derive long after the registry day, when a parent takes the oath later.
  private func countDocuments(_ tally: inout RateTally) {
    for derivation in view.people.compactMap(\.derivation) {
      let isDocumented = derivation.documented != .none
      tally[.derivedDocumented].count(isDocumented, at: parameters.derivedDocumented)
      if isDocumented {
        tally[.derivedPassport].count(
          derivation.documented == .passport, at: parameters.derivedPassport)
      }
    }
  }

  // MARK: - For a time, and without status

  private func countVisit(_ first: StatusInterval, _ tally: inout RateTally) {
    guard let until = first.grantedUntil, until < parameters.arrestsEnd,
      let next = lead.statuses.first(where: { $0.from == until })
    else { return }
    tally[.stayExtended].count(next.event == .relief, at: parameters.stayExtended)
    if next.event != .relief {
      tally[.stayOverstayed].count(next.event == .stayEnded, at: parameters.stayOverstayed)
    }
  }

  private func countLifeWithoutStatus(from first: StatusInterval, _ tally: inout RateTally) {
    let wasAdmitted = first.status == .temporary
    tally[.overstayed].count(wasAdmitted, at: parameters.overstayed)
    let begun = wasAdmitted ? passed.dropFirst().first : first
    if let begun {
      countVacatedOrder(
        from: begun.from, to: parameters.registryDay.adding(days: -1), &tally)
    }
    guard standing == .unauthorized, let last = passed.last?.status else { return }
    let sums = parameters.unauthorizedEnds
    tally[.protected].count(last == .protected, at: sums[0])
    tally[.pending].count(last == .pending, at: sums[1] - sums[0])
    tally[.ordered].count(last == .orderedRemoved, at: sums[2] - sums[1])
  }

  private func countVacatedOrder(from first: Day, to end: Day, _ tally: inout RateTally) {
    guard end.number - first.number > StatusStages.roomForVacatedOrder else { return }
    tally[.orderVacated].count(
      passed.contains { $0.event == .orderVacated }, at: parameters.orderVacated)
  }
}

extension ImmigrationStatus {
  /// The standing of a household whose first adult has the status on the registry day.
  fileprivate var standing: Standing {
    switch self {
    case .citizen: .citizen
    case .permanentResident, .refugee, .asylee: .resident
    case .temporary: .visitor
    case .departed: .gone
    default: .unauthorized
    }
  }
}
