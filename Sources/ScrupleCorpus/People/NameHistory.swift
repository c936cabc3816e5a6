/// Makes the names of a household's people, each with the time in which it was borne.
struct NameHistory: Sendable {
  let book: NameBook
  let parameters: WorldParameters

  /// The name versions of every member, in the order of the members.
  func names(
    of skeleton: HouseholdSkeleton, oaths: [Day?], _ draw: inout Draw
  ) -> [[NameVersion]] {
    let births = birthNames(of: skeleton, &draw)
    return skeleton.members.indices.map { place in
      versions(of: place, skeleton, births, oath: oaths[place], &draw)
    }
  }

  /// The names at birth: grandparents first, so that the head is named after them.
  private func birthNames(of skeleton: HouseholdSkeleton, _ draw: inout Draw) -> [TrueName] {
    let members = skeleton.members
    let elders = 2..<2 + skeleton.plan.grandparents
    var grandfather: TrueName?
    var grandmother: TrueName?
    var names = [TrueName?](repeating: nil, count: members.count)
    for place in elders {
      let name = name(of: members[place], father: nil, mother: nil, &draw)
      names[place] = name
      if members[place].sex == .male { grandfather = name } else { grandmother = name }
    }
    for place in members.indices where !elders.contains(place) {
      let isChild = members[place].role == .child
      names[place] = name(
        of: members[place], father: isChild ? names[0] : place == 0 ? grandfather : nil,
        mother: isChild ? names[1] : place == 0 ? grandmother : nil, &draw)
    }
    return names.compactMap { $0 }
  }

  private func name(
    of member: Member, father: TrueName?, mother: TrueName?, _ draw: inout Draw
  ) -> TrueName {
    let request = NameRequest(
      group: member.group, sex: member.sex, birthYear: member.birth.year,
      isBornAbroad: member.origin == .abroad, father: father, mother: mother)
    return book.name(for: request, draw: &draw)
  }

  // MARK: Changes

  private func versions(
    of place: Int, _ skeleton: HouseholdSkeleton, _ births: [TrueName], oath: Day?,
    _ draw: inout Draw
  ) -> [NameVersion] {
    let member = skeleton.members[place]
    var versions = [NameVersion(name: births[place], from: member.birth, reason: .birth)]
    if let (day, name) = marriage(of: place, skeleton, births, &draw) {
      versions.change(to: name, on: day, .marriage)
    }
    let grown = member.birth.adding(days: wholeDays(years: 18.5))
    if draw.happens(parameters.courtName), grown < parameters.registryDay {
      let day = draw.day(from: grown, to: parameters.registryDay)
      if let last = versions.last, last.from < day {
        let other = name(of: member, father: nil, mother: nil, &draw)
        versions.change(
          to: last.name.renamed(after: other, given: draw.happens(0.5)), on: day, .court)
      }
    }
    if let oath, draw.happens(parameters.romanizedAnew), let last = versions.last,
      last.from < oath, let name = romanizedAnew(last.name, member.group, &draw)
    {
      versions.change(to: name, on: oath, .romanization)
    }
    return versions
  }

  /// The marriage that changed a woman's name: with the husband in the household, or
  /// with one who is not in the world.
  private func marriage(
    of place: Int, _ skeleton: HouseholdSkeleton, _ births: [TrueName], _ draw: inout Draw
  ) -> (Day, TrueName)? {
    let member = skeleton.members[place]
    guard member.sex == .female else { return nil }
    let group = member.group
    let day: Day
    let husband: TrueName
    if member.role == .spouse, let wedding = skeleton.marriage {
      guard draw.happens(parameters.marriedName[group.place]) else { return nil }
      (day, husband) = (wedding, births[0])
    } else {
      let grown = member.birth.adding(days: wholeDays(years: 22))
      guard grown < parameters.registryDay,
        draw.happens(parameters.everMarried[group.place] * parameters.marriedName[group.place])
      else { return nil }
      day = draw.day(
        from: member.birth.adding(days: wholeDays(years: 19)),
        to: min(parameters.registryDay, member.birth.adding(days: wholeDays(years: 45))))
      husband = book.name(
        for: NameRequest(group: group, sex: .male, birthYear: member.birth.year - 2),
        draw: &draw)
    }
    return book.marriedName(of: births[place], spouse: husband, group: group, draw: &draw)
      .flatMap { $0 == births[place] ? nil : (day, $0) }
  }

  /// The name with its surname or first given name spelled in another romanization; nil
  /// for names that have none.
  private func romanizedAnew(
    _ name: TrueName, _ group: NameOriginGroup, _ draw: inout Draw
  ) -> TrueName? {
    guard name.script != .latin else { return nil }
    var changed = name
    if draw.happens(0.5), let given = name.given.first,
      let other = another(given, group, &draw)
    {
      changed.given[0] = other
    } else if let other = another(name.surname, group, &draw) {
      changed.surname = other
    }
    return changed == name ? nil : changed
  }

  private func another(
    _ token: String, _ group: NameOriginGroup, _ draw: inout Draw
  ) -> String? {
    let others = book.romanizations(of: token, group: group).filter { $0 != token }
    return others.isEmpty ? nil : draw.element(of: others)
  }
}

extension TrueName {
  /// The name with the given names or the surname of another.
  fileprivate func renamed(after other: TrueName, given: Bool) -> TrueName {
    var name = self
    if given {
      name.given = other.given
    } else {
      name.surname = other.surname
      name.secondSurname = other.secondSurname
      name.particle = other.particle
    }
    return name
  }
}

extension [NameVersion] {
  /// Ends the last version on a day and begins another.
  fileprivate mutating func change(to name: TrueName, on day: Day, _ reason: NameVersion.Reason) {
    self[count - 1].to = day
    append(NameVersion(name: name, from: day, reason: reason))
  }
}
