extension TruthCheck {
  /// Works out anew, from statuses, ages and custody, when a child became a citizen by
  /// INA 320, and compares.
  mutating func inspectDerivation(of person: Person) {
    guard person.birthCitizenship == .none else { return }
    let day = firstDayOfDerivation(of: person)
    let noted = person.derivation
    let citizen = person.statuses.first { $0.status == .citizen }
    if let noted {
      if day == nil {
        note(.derivationUnmet, person.number)
      } else if day != noted.day || citizen?.from != noted.day || citizen?.event != .derivation {
        note(.derivationDay, person.number)
      }
    } else if day != nil {
      note(.derivationMissing, person.number)
    } else if citizen?.event == .derivation {
      note(.derivationUnmet, person.number)
    }
  }

  /// The first day on which every condition held at once.
  ///
  /// Each condition holds from some day on; so the first day on which all do is the
  /// first day of one of them.
  private func firstDayOfDerivation(of child: Person) -> Day? {
    guard let residence = residenceBegins(child) else { return nil }
    let inForce = Day(year: 2001, month: 2, day: 27)
    var first: Day?
    for relation in household.relations
    where relation.kind == .parent && relation.other == child.number {
      guard let parent = person(relation.person), let custody = relation.custodyFrom,
        let citizen = parent.statuses.first(where: { $0.status == .citizen })
      else { continue }
      for day in [citizen.from, residence, custody, inForce]
      where day >= inForce && first.map({ day < $0 }) ?? true {
        let holds =
          parent.statuses.contains { $0.status == .citizen && covers($0, day) }
          && isResident(child, on: day) && day.age(ofBornOn: child.birthDate) < 18
          && custody <= day && relation.custodyTo.map { day < $0 } ?? true
        if holds { first = day }
      }
    }
    return first
  }

  private func covers(_ interval: StatusInterval, _ day: Day) -> Bool {
    interval.from <= day && interval.to.map { day < $0 } ?? true
  }

  /// The first day of permanent residence; for a child who became a citizen on the day
  /// of admission, that day.
  private func residenceBegins(_ child: Person) -> Day? {
    let resident = child.statuses.first { $0.status == .permanentResident }
    return resident?.from ?? admittedAsCitizen(child)
  }

  private func admittedAsCitizen(_ child: Person) -> Day? {
    child.statuses.first { $0.event == .derivation && !$0.classCode.isEmpty }?.from
  }

  /// Whether a child was a permanent resident, or would have been but for becoming a citizen.
  private func isResident(_ child: Person, on day: Day) -> Bool {
    if let admitted = admittedAsCitizen(child), admitted <= day { return true }
    return child.statuses.contains { $0.status == .permanentResident && covers($0, day) }
  }
}
