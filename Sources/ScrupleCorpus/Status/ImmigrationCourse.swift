/// What the foreign-born of a household are on the registry day.
enum Standing: Int, Sendable, CaseIterable {
  case citizen
  case resident
  case visitor
  case unauthorized
  case gone
}

/// How a household came.
enum EntryPath: Int, Sendable, CaseIterable {
  case refugee
  case asylum
  case adjusted
  case uninspected
  case immigrant
}

/// The days that matter in a household's immigration, shared by its foreign-born.
struct ImmigrationCourse: Sendable {
  var standing: Standing
  var path: EntryPath
  var entry: Day
  /// The day of permanent residence, of those who got it.
  var residence: Day?
  /// The oath of the principal, and that of the spouse, of those who naturalized.
  var oath: Day?
  var spouseOath: Day?
  /// The oath of a principal who naturalized after the registry day, during the arrests.
  var laterOath: Day?
  /// True when the children born abroad are to derive citizenship.
  var derives = false
  /// The entry of the children when they came after their parents.
  var childrenEntry: Day?
  /// The first day of the parents' custody when that began late.
  var custodyFrom: Day?

  /// The first day of an oath in the family.
  var firstOath: Day? { oath.map { min($0, spouseOath ?? $0) } }

  /// The day on which the last condition of INA 320 is to come true.
  var lastCondition: Day? {
    guard let oath = firstOath else { return nil }
    return [DerivationRule.firstDay, childrenEntry ?? oath, custodyFrom ?? oath]
      .reduce(oath) { max($0, $1) }
  }
}

extension ImmigrationCourse {
  /// Draws the course of a household's foreign-born.
  init(_ plan: HouseholdPlan, _ parameters: WorldParameters, _ draw: inout Draw) {
    let group = plan.group.place
    let standing = Standing(rawValue: draw.position(inRunningSums: parameters.standings[group]))
    self.init(
      standing: standing ?? .gone, path: .immigrant, entry: parameters.registryDay)
    switch self.standing {
    case .citizen, .resident:
      path = EntryPath(rawValue: draw.position(inRunningSums: parameters.paths[group])) ?? path
      derives =
        self.standing == .citizen && plan.childrenAbroad > 0
        && draw.happens(parameters.derivingFamilies)
      drawResidence(plan, parameters.registryDay, &draw)
      drawLaterOath(parameters, &draw)
    case .visitor, .unauthorized, .gone:
      path =
        draw.happens(parameters.overstayed) || self.standing == .visitor
        ? .adjusted : .uninspected
      let longest = self.standing == .visitor ? 4.0 : 28
      let least = Self.daysForBirths(plan) + 150
      entry = parameters.registryDay.adding(
        days: -least - draw.recentDays(upToYears: longest))
    }
  }

  /// The days that births here need after the entry.
  static func daysForBirths(_ plan: HouseholdPlan) -> Int {
    plan.childrenHere > 0 ? (plan.childrenHere + 1) * 400 : 0
  }

  private mutating func drawResidence(
    _ plan: HouseholdPlan, _ registryDay: Day, _ draw: inout Draw
  ) {
    let before = drawDaysBeforeResidence(&draw)
    guard standing == .citizen else {
      let least = max(0, Self.daysForBirths(plan) - before) + 10
      let day = registryDay.adding(days: -least - draw.recentDays(upToYears: 30))
      (residence, entry) = (day, day.adding(days: -before))
      return
    }
    let oath = registryDay.adding(days: -1 - draw.recentDays(upToYears: derives ? 24 : 22))
    let waiting = derives ? draw.days(years: 5.05...7.5) : 1845 + draw.recentDays(upToYears: 12)
    let day = oath.adding(days: -waiting)
    (self.oath, residence, entry) = (oath, day, day.adding(days: -before))
    let later = draw.happens(0.5) ? 0 : draw.recentDays(upToYears: 4)
    spouseOath = min(oath.adding(days: later), registryDay.adding(days: -1))
    if derives { drawLateCondition(before: registryDay, &draw) }
  }

  /// Life goes on after the registries were read: some residents become citizens before
  /// they are arrested, which no record can show.
  private mutating func drawLaterOath(_ parameters: WorldParameters, _ draw: inout Draw) {
    guard standing == .resident, let residence, parameters.registryDay < parameters.arrestsEnd,
      draw.happens(parameters.naturalizedLater)
    else { return }
    let first = parameters.registryDay.adding(days: 1)
    let day = draw.day(from: first, to: parameters.arrestsEnd)
    if day > residence.adding(years: 5) { laterOath = day }
  }

  private func drawDaysBeforeResidence(_ draw: inout Draw) -> Int {
    switch path {
    case .immigrant: 0
    case .refugee: draw.days(years: 1.02...2)
    case .asylum: draw.days(years: derives ? 1.8...3 : 1.8...6)
    case .adjusted: draw.days(years: derives ? 0.5...3 : 0.5...7)
    case .uninspected: draw.days(years: derives ? 2...3.5 : 2...12)
    }
  }

  /// In some families the oath is not the last condition: the children follow
  /// later as immigrants, or come into their parents' custody later.
  private mutating func drawLateCondition(before registryDay: Day, _ draw: inout Draw) {
    let choice = draw.unit()
    guard choice < 0.25, let oath = firstOath else { return }
    let late = max(oath, DerivationRule.firstDay).adding(days: draw.days(years: 0.1...1.5))
    guard late < registryDay else { return }
    // Refugee families come together.
    if choice < 0.15, path != .refugee { childrenEntry = late } else { custodyFrom = late }
  }
}
