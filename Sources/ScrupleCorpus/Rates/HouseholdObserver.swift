/// Counts what was drawn for households: who lives together, and their names.
struct HouseholdObserver: Sendable {
  let parameters: WorldParameters
  let shares: HouseholdShares
  /// People of the world; the last households are cut to what is left.
  let personCount: Int

  /// Counts a household of the background population.
  func observe(_ household: Household, into tally: inout RateTally) {
    let view = HouseholdView(household)
    countAdults(view, &tally)
    let isCut = Int(household.people[0].number) + HouseholdView.mostPeople > personCount
    if !isCut { countKind(view, &tally) }
    countBirths(view, &tally)
    for place in household.people.indices {
      let person = household.people[place]
      countDeath(person, isChild: place >= view.firstChild, view, &tally)
      countMarriage(person, at: place, view, &tally)
      countOtherNames(person, &tally)
    }
    if let first = view.came {
      StatusObserver(parameters: parameters, view: view, lead: first).observe(into: &tally)
    }
    IdentifierObserver(parameters: parameters).observe(household.people, into: &tally)
  }

  // MARK: - Kinds and groups

  private func countAdults(_ view: HouseholdView, _ tally: inout RateTally) {
    let grown = parameters.registryDay.adding(years: -18)
    let adults = view.people.filter { $0.birthDate <= grown }
    let came = adults.count(where: \.isForeignBorn)
    let mean = shares.foreignBorn * Double(adults.count)
    let distance = Double(came) - mean
    tally[.foreignBorn].add(came, expected: mean, variance: distance * distance)
  }

  private func countKind(_ view: HouseholdView, _ tally: inout RateTally) {
    let isAlone = view.people.count == 1
    let group = (view.came ?? view.people[0]).group
    let weights = view.came == nil ? shares.nativeGroups : shares.foreignGroups
    for other in NameOriginGroup.allCases {
      tally[other, cameFromAbroad: view.came != nil].count(
        other == group, at: weights[other.place])
    }
    guard view.came != nil else {
      tally[.nativeSingle].count(isAlone, at: shares.nativeSingle)
      tally[.nativeExtended].count(view.grandparents > 0, at: shares.nativeExtended)
      return
    }
    tally[.immigrantSingle].count(isAlone, at: shares.immigrantSingle)
    tally[.immigrantMixed].count(view.isMixed, at: shares.immigrantMixed)
    tally[.immigrantExtended].count(view.grandparents > 0, at: shares.immigrantExtended)
    guard view.isMixed else { return }
    let same = shares.mixedSameGroup
    tally[.mixedSameGroup].count(
      view.people[0].group == view.people[1].group,
      at: same + (1 - same) * shares.nativeGroups[group.place])
  }

  // MARK: - Births and deaths

  private func countBirths(_ view: HouseholdView, _ tally: inout RateTally) {
    let children = view.people[view.firstChild...]
    let abroad = children.filter(\.isForeignBorn)
    let here = children.filter { !$0.isForeignBorn }
    if view.came == nil {
      countTwins(here.reversed(), parameters.nativeTwins, &tally)
    } else {
      countTwins(abroad.reversed(), parameters.immigrantTwins, &tally)
      countTwins(here, parameters.immigrantTwins, &tally)
    }
    guard view.came == nil || view.isMixed else { return }
    for (place, child) in here.enumerated()
    where place == 0 || here[place - 1].birthDate != child.birthDate {
      tally[.acquiredAbroad].count(
        child.birthCitizenship == .acquiredAbroad, at: parameters.acquiredAbroad)
    }
  }

  /// Each birth may be the twin of the one before, in the order of the draws, unless that
  /// is a twin itself.
  private func countTwins(_ births: [Person], _ chance: Double, _ tally: inout RateTally) {
    var isTwin = false
    for place in births.indices.dropFirst() {
      guard !isTwin else {
        isTwin = false
        continue
      }
      isTwin = births[place].birthDate == births[place - 1].birthDate
      tally[.twins].count(isTwin, at: chance)
    }
  }

  private func countDeath(
    _ person: Person, isChild: Bool, _ view: HouseholdView, _ tally: inout RateTally
  ) {
    let registryDay = parameters.registryDay
    guard isChild || !view.derives, person.birthDate.adding(years: 18) < registryDay else {
      return
    }
    let last = max(
      person.statuses.last?.from ?? person.birthDate, person.names.last?.from ?? person.birthDate)
    guard last.adding(days: 400) < registryDay else { return }
    tally[.deaths].count(person.death != nil, at: parameters.deaths)
  }

  // MARK: - Names

  private func countMarriage(
    _ person: Person, at place: Int, _ view: HouseholdView, _ tally: inout RateTally
  ) {
    guard person.sex == .female else { return }
    let group = person.group
    let isChanged = person.names.contains { $0.reason == .marriage }
    let share = parameters.marriedName[group.place] * group.shareOfMarriedNames
    if place == 1, view.people.count > 1 {
      let husband = view.people[0].names[0].name.surname
      // A woman whose husband bears her surname has nothing to change.
      guard !husband.isEmpty, husband.prefix(3) != person.names[0].name.surname.prefix(3)
      else { return }
      tally[.marriedName].count(isChanged, at: share)
    } else if group == .anglo || group == .black,
      person.birthDate.adding(days: wholeDays(years: 22)) < parameters.registryDay
    {
      tally[.everMarried].count(
        isChanged, at: parameters.everMarried[group.place] * share)
    }
  }

  private func countOtherNames(_ person: Person, _ tally: inout RateTally) {
    let reasons = person.names.map(\.reason)
    if !reasons.contains(.marriage),
      person.birthDate.adding(days: wholeDays(years: 18.5)) < parameters.registryDay
    {
      tally[.courtName].count(reasons.contains(.court), at: parameters.courtName)
    }
    guard let oath = person.statuses.last(where: { $0.event == .oath })?.from,
      let base = person.names.last(where: { $0.reason != .romanization }), base.from < oath,
      base.name.script != .latin, let given = base.name.given.first,
      hasOtherSpelling(given, person.group), hasOtherSpelling(base.name.surname, person.group)
    else { return }
    tally[.romanizedAnew].count(reasons.contains(.romanization), at: parameters.romanizedAnew)
  }

  private func hasOtherSpelling(_ token: String, _ group: NameOriginGroup) -> Bool {
    NameBook.standard.romanizations(of: token, group: group).contains { $0 != token }
  }
}

/// The recipe's shares of households, looked up once.
struct HouseholdShares: Sendable {
  let foreignBorn: Double
  let nativeSingle: Double
  let nativeExtended: Double
  let immigrantSingle: Double
  let immigrantMixed: Double
  let immigrantExtended: Double
  let mixedSameGroup: Double
  /// By group; each makes 1.
  let nativeGroups: [Double]
  let foreignGroups: [Double]

  init(_ recipe: Recipe) {
    foreignBorn = recipe.value(.foreignBorn)
    nativeSingle = recipe.value(.nativeSingle)
    nativeExtended = recipe.value(.nativeExtended)
    immigrantSingle = recipe.value(.immigrantSingle)
    immigrantMixed = recipe.value(.immigrantMixed)
    immigrantExtended = recipe.value(.immigrantExtended)
    mixedSameGroup = recipe.value(.mixedSameGroup)
    func shares(_ weights: [RecipeParameter]) -> [Double] {
      let values = weights.map { recipe.value($0) }
      let sum = values.reduce(0, +)
      return values.map { $0 / sum }
    }
    nativeGroups = shares(RecipeParameter.nativeGroups)
    foreignGroups = shares(RecipeParameter.foreignGroups)
  }
}
