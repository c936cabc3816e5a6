extension TruthCheck {
  mutating func inspectStatuses(of person: Person) {
    if person.statuses.isEmpty { note(.noStatus, person.number) }
    var before: StatusInterval?
    for interval in person.statuses {
      if let to = interval.to, to <= interval.from { note(.emptyStatus, person.number) }
      if interval.from < person.birthDate { note(.statusBeforeBirth, person.number) }
      if person.isDead(on: interval.from) { note(.lateEventOfTheDead, person.number) }
      if let before { inspectBorder(before, interval, of: person.number) }
      before = interval
    }
    if let death = person.death, let last = person.statuses.last,
      last.to.map({ $0 > death }) ?? true
    {
      note(.statusAfterDeath, person.number)
    }
  }

  private mutating func inspectBorder(
    _ before: StatusInterval, _ after: StatusInterval, of person: UInt32
  ) {
    guard let end = before.to, end <= after.from else {
      note(.statusesOverlap, person)
      return
    }
    if end < after.from { note(.statusGap, person) }
    if before.status == .citizen { note(.citizenshipLost, person) }
  }

  mutating func inspectCitizenship(of person: Person) {
    if person.birthCitizenship != .none {
      let first = person.statuses.first
      if first?.status != .citizen || first?.from != person.birthDate {
        note(.birthCitizenshipDenied, person.number)
      }
      if person.birthCitizenship == .acquiredAbroad { inspectAcquisition(of: person) }
    }
    for (place, interval) in person.statuses.enumerated() where interval.event == .oath {
      inspectOath(on: interval.from, of: person, after: person.statuses[..<place])
    }
  }

  /// An oath needs eighteen years of age and five of permanent residence (INA 316).
  private mutating func inspectOath(
    on day: Day, of person: Person, after: ArraySlice<StatusInterval>
  ) {
    let residence = after.last.flatMap { $0.status == .permanentResident ? $0.from : nil }
    let isOldEnough = day.age(ofBornOn: person.birthDate) >= 18
    let isLongEnough = residence.map { day.age(ofBornOn: $0) >= 5 } ?? false
    if !isOldEnough || !isLongEnough { note(.oathTooEarly, person.number) }
  }

  private mutating func inspectAcquisition(of person: Person) {
    let hasCitizenParent = household.relations.contains { relation in
      relation.kind == .parent && relation.other == person.number
        && (self.person(relation.person)?.statuses.contains {
          $0.status == .citizen && $0.from <= person.birthDate
        } ?? false)
    }
    if !hasCitizenParent { note(.acquisitionWithoutParent, person.number) }
  }
}
