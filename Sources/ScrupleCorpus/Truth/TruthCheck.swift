/// Finds what cannot be true in made-up truth, from the truth alone.
///
/// It knows the rules of the world and nothing of how the world was made. The
/// generator runs it on every household it makes; tests plant faults and see them
/// found.
public struct TruthCheck {
  let household: Household
  private(set) var faults: [TruthFault] = []

  /// Every fault of a household, in the order of its people; empty when there is none.
  ///
  /// - Complexity: O(people squared) for a household, about a microsecond per person.
  public static func faults(in household: Household) -> [TruthFault] {
    var check = TruthCheck(household: household)
    for place in household.people.indices { check.inspect(place) }
    check.inspectRelations()
    check.inspectDuplicates()
    return check.faults
  }

  private init(household: Household) { self.household = household }

  /// The person of a number; nil when nobody of the household has it.
  func person(_ number: UInt32) -> Person? {
    guard let first = household.people.first?.number, number >= first else { return nil }
    let place = Int(number - first)
    return place < household.people.count ? household.people[place] : nil
  }

  mutating func note(_ kind: TruthFault.Kind, _ person: UInt32) {
    faults.append(TruthFault(kind: kind, household: household.number, person: person))
  }

  private mutating func inspect(_ place: Int) {
    let person = household.people[place]
    if person.number != household.people[0].number + UInt32(place)
      || person.household != household.number
    {
      note(.personOutOfPlace, person.number)
    }
    inspectStatuses(of: person)
    inspectCitizenship(of: person)
    inspectDerivation(of: person)
    inspectNames(of: person)
    inspectBirth(of: person)
    inspectIdentifiers(of: person)
  }

  private mutating func inspectNames(of person: Person) {
    var expected: Day? = person.birthDate
    for version in person.names {
      if version.from != expected || version.to.map({ $0 <= version.from }) ?? false {
        note(.nameGap, person.number)
      }
      expected = version.to
      if person.isDead(on: version.from) { note(.lateEventOfTheDead, person.number) }
    }
    if expected != nil { note(.nameGap, person.number) }
  }

  private mutating func inspectBirth(of person: Person) {
    if person.birthDateAssigned {
      let (_, month, day) = person.birthDate.parts
      if month != 1 || day != 1 || !person.statuses.contains(where: { $0.status == .refugee }) {
        note(.assignedBirthDate, person.number)
      }
    }
    guard let number = person.twin else { return }
    let twin = self.person(number)
    if twin?.birthDate != person.birthDate || twin?.twin != person.number {
      note(.twinsApart, person.number)
    }
  }
}
