extension HouseholdSkeleton {
  mutating func drawNativeSingle(_ registryDay: Day, _ draw: inout Draw) {
    let years = draw.happens(0.8) ? draw.days(years: 18.1...65) : draw.days(years: 65...85)
    members.append(
      Member(
        role: .head, sex: Self.sex(&draw, males: 0.5), group: plan.group,
        birth: registryDay.adding(days: -years), origin: .here))
  }

  mutating func drawNativeFamily(_ parameters: WorldParameters, _ draw: inout Draw) {
    let oldest = plan.kind == .nativeExtended ? 12.0 : 38
    let youngest = parameters.registryDay.adding(days: -draw.days(years: 0.1...oldest))
    let births = Self.births(
      count: plan.childrenHere, endingWith: youngest, gaps: 400...1500,
      twins: parameters.nativeTwins, &draw)
    addParents(before: births[0], years: 18.6...34, origins: (.here, .here), &draw)
    addGrandparents(of: members[0].birth, origin: .here, &draw)
    addChildren(
      births: births, group: plan.group, origin: .here, acquired: parameters.acquiredAbroad,
      &draw)
  }

  /// Births in the order of time, the last on a given day; twins share a day.
  static func births(
    count: Int, endingWith last: Day, gaps: ClosedRange<Int>, twins: Double, _ draw: inout Draw
  ) -> [Day] {
    guard count > 0 else { return [] }
    var births = [Day](repeating: last, count: count)
    var isTwin = false
    for place in stride(from: count - 2, through: 0, by: -1) {
      isTwin = !isTwin && draw.happens(twins)
      births[place] = births[place + 1].adding(days: isTwin ? 0 : -draw.within(gaps))
    }
    return births
  }

  /// Adds a father and a mother whose eldest child was born on a day and their
  /// marriage.
  mutating func addParents(
    before eldest: Day, years: ClosedRange<Double>,
    origins: (father: Member.Origin, mother: Member.Origin), _ draw: inout Draw
  ) {
    let mother = eldest.adding(days: -draw.days(years: years))
    let father = min(
      mother.adding(days: -draw.days(years: -4...8)), eldest.adding(days: -6640))
    members.append(
      Member(role: .head, sex: .male, group: plan.group, birth: father, origin: origins.father))
    members.append(
      Member(
        role: .spouse, sex: .female, group: plan.group, birth: mother, origin: origins.mother))
    marriage = eldest.adding(days: -draw.days(years: -0.5...4))
  }
}
