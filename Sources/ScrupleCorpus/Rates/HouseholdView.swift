/// A household as an observer sees it: who is what, told from the people alone.
struct HouseholdView {
  let people: [Person]
  /// The first adult who came, of the couple or alone; nil where nobody did.
  let came: Person?
  /// True where `came` is the first of the household.
  let isHead: Bool
  /// True for a couple of whom one was born in the United States.
  let isMixed: Bool
  let grandparents: Int
  /// The place of the first child.
  let firstChild: Int
  /// True where somebody derived citizenship.
  let derives: Bool

  /// No household has as many people.
  static let mostPeople = 20

  init(_ household: Household) {
    let people = household.people
    self.people = people
    let couple = people.prefix(2)
    came = couple.first(where: \.isForeignBorn)
    isHead = people[0].isForeignBorn
    isMixed = people.count > 1 && couple.count(where: \.isForeignBorn) == 1
    grandparents = household.relations.count {
      $0.kind == .parent && $0.other == people[0].number
    }
    firstChild = min(people.count, (people.count > 1 ? 2 : 1) + grandparents)
    derives = people.contains { $0.derivation != nil }
  }
}
