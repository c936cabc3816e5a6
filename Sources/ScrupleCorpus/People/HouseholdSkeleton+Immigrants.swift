extension HouseholdSkeleton {
  mutating func drawImmigrantSingle(
    _ course: ImmigrationCourse, _ registryDay: Day, _ draw: inout Draw
  ) {
    self.course = course
    // Twice the younger of two draws: most come in their twenties.
    let years = 17 + min(draw.unit(), draw.unit()) * 38
    let birth = course.entry.adding(days: -wholeDays(years: years))
    let eldest = registryDay.adding(days: -wholeDays(years: 88))
    let adult = registryDay.adding(days: -wholeDays(years: 18.1))
    members.append(
      Member(
        role: .head, sex: Self.sex(&draw, males: 0.5), group: plan.group,
        birth: min(max(birth, eldest), adult), origin: .abroad))
  }

  mutating func drawImmigrantFamily(
    _ course: ImmigrationCourse, _ parameters: WorldParameters, _ draw: inout Draw
  ) {
    self.course = course
    let abroad = birthsAbroad(course, twins: parameters.immigrantTwins, &draw)
    let comes: (father: Member.Origin, mother: Member.Origin) =
      plan.kind != .mixedCouple
      ? (.abroad, .abroad) : (draw.happens(0.5) ? (.here, .abroad) : (.abroad, .here))
    // Births here go on for (children + 1) x 400 days at least; the mother is young enough.
    let first = abroad.first ?? course.entry.adding(days: plan.childrenHere > 0 ? 400 : -60)
    let waited = Double(course.entry.number - first.number) / yearLength
    let latest = max(19.6, min(33, 40 - max(0, waited)))
    addParents(before: first, years: 18.6...latest, origins: comes, &draw)
    if plan.kind == .mixedCouple {
      let native = comes.father == .here ? 0 : 1
      members[native].group = plan.spouseGroup
    }
    addGrandparents(of: members[0].birth, origin: .abroad, &draw)
    addChildren(births: abroad, group: plan.group, origin: .abroad, acquired: 0, &draw)
    let here = birthsHere(course, parameters, &draw)
    addChildren(
      births: here, group: members[0].group, origin: .here,
      acquired: plan.kind == .mixedCouple ? parameters.acquiredAbroad : 0, &draw)
  }

  /// The births before the entry.
  ///
  /// Children who are to derive are under eighteen, by more than a year, on the day
  /// the last condition comes true (an assigned birth date may be a year early);
  /// those who are not are over eighteen at the first oath.
  private func birthsAbroad(
    _ course: ImmigrationCourse, twins: Double, _ draw: inout Draw
  ) -> [Day] {
    guard plan.childrenAbroad > 0 else { return [] }
    let spaces = plan.childrenAbroad - 1
    var youngest = course.entry.adding(days: -draw.days(years: 0.1...13))
    var gaps = 400...1000
    if course.derives, let last = course.lastCondition {
      let earliest = last.adding(days: -wholeDays(years: 18) + 380)
      let room = Int(course.entry.number - earliest.number) - 20
      gaps = 400...max(400, min(1000, room / max(1, spaces + 1)))
      let free = max(0, room - spaces * gaps.upperBound)
      youngest = course.entry.adding(days: -20 - draw.below(free + 1))
    } else if let oath = course.firstOath {
      let grown = oath.adding(days: -wholeDays(years: 18) - 3)
      let latest = min(grown, course.entry.adding(days: -20))
      youngest = latest.adding(days: -draw.days(years: 0...2.5))
    }
    return Self.births(
      count: plan.childrenAbroad, endingWith: youngest, gaps: gaps, twins: twins, &draw)
  }

  /// The births after the entry and before the registry day, while the mother is
  /// under forty-six, 400 days apart at least.
  private func birthsHere(
    _ course: ImmigrationCourse, _ parameters: WorldParameters, _ draw: inout Draw
  ) -> [Day] {
    let count = plan.childrenHere
    guard count > 0 else { return [] }
    let end = min(
      parameters.registryDay, members[1].birth.adding(days: wholeDays(years: 46)))
    var slack = max(0, Int(end.number - course.entry.number) - (count + 1) * 400)
    slack = min(slack, 1500 * count)
    var births: [Day] = []
    var day = course.entry
    var isTwin = false
    for place in 0..<count {
      isTwin = !isTwin && place > 0 && draw.happens(parameters.immigrantTwins)
      if !isTwin {
        let extra = draw.below(slack / (count - place) + 1)
        slack -= extra
        day = day.adding(days: 400 + extra)
      }
      births.append(day)
    }
    return births
  }
}
