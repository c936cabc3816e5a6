import Testing

@testable import ScrupleCorpus

/// Whose number stands in a record as a parent's.
@Suite struct ParentNumberTests {
  @Test func onlyCertificatesByAParentNameOneAndByTheParentsOwnNumber() throws {
    let recipe = MadeUpWorld.recipe(people: 6000)
    let world = try WorldBuilder(recipe: recipe, seed: MadeUpWorld.seed)
    let plan = RecordPlan(RecordRates(recipe), seed: MadeUpWorld.seed)
    var named = 0
    for number in 0..<world.householdCount {
      let household = world.household(number)
      for person in household.people {
        for facts in plan.records(of: person) {
          #expect(facts.parentAlienNumber.isEmpty)
          let made = facts.namingParent(of: person, in: household)
          guard !made.parentAlienNumber.isEmpty else { continue }
          named += 1
          #expect(made.system == .claims4 && made.parentNaturalizationDate != nil)
          let parent = household.people.first { $0.number == person.derivation?.parent }
          let own = try #require(parent).identifiers.alienNumbers
          #expect(own.contains { $0.digits == made.parentAlienNumber && $0.issued <= made.asOf })
        }
      }
    }
    #expect(named > 3)
  }

  @Test func watsonsFileIsWrongInOneCellWhichTheLogHas() throws {
    let gallery = try #require(Gallery.all.first { $0.name == "watson_father" })
    let issuer = IdentifierIssuer(seed: 5)
    let setting = GallerySetting(
      household: 0, person: 0, recipe: Recipe(name: "test"), issuer: issuer)
    var draw = Draw(seed: 5, for: .scenario, index: 0)
    let made = gallery.build(setting, &draw)
    let (father, stranger, son) = (
      made.household.people[0], made.household.people[1], made.household.people[2]
    )
    let file = try #require(made.records[son.number]?.first)
    #expect(file.parentAlienNumber == father.identifiers.alienNumbers.first?.digits)
    #expect(file.faults.map(\.column) == [.parentANumber])
    #expect(file.faults.first?.value == stranger.identifiers.alienNumbers.first?.digits)
    #expect(made.records[father.number]?.first?.naturalizationDate != nil)
    #expect(made.records[stranger.number]?.first?.naturalizationDate == nil)
  }
}
