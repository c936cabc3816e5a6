import Testing

@testable import ScrupleCorpus

/// What happens between the day the registries are read and the last arrest.
@Suite struct AfterRegistryTests {
  private func people(_ edit: (inout Recipe) -> Void) throws -> [Person] {
    var recipe = MadeUpWorld.recipe(people: 6000, bookings: 1000, records: 1000)
    edit(&recipe)
    let world = try WorldBuilder(recipe: recipe, seed: 3)
    return (0..<world.householdCount).flatMap { world.household($0).people }
  }

  private let registry = Day(year: 2025, month: 1, day: 1)

  @Test func somePeopleBecomeCitizensDuringTheArrests() throws {
    let people = try people { $0.set(.naturalizedLater, to: 0.3) }
    let late = people.filter { person in
      person.statuses.contains { $0.event == .oath && $0.from > registry }
    }
    #expect(late.count > 20)
    #expect(late.allSatisfy { $0.statusWord(on: registry) == .permanentResident })
  }

  @Test func noRecordKnowsOfThem() throws {
    let people = try people { $0.set(.naturalizedLater, to: 0.3) }
    for person in people {
      let history = CaseHistory(of: person, through: registry)
      #expect(history.intervals.allSatisfy { $0.from <= registry })
    }
  }

  @Test func aStayThatRunsOutDuringTheArrestsDoesNotGoOnAsBefore() throws {
    let people = try people {
      $0.set(.temporary, to: 0.3)
      $0.set(.naturalized, to: 0.28)
    }
    let end = Day(year: 2026, month: 1, day: 1)
    for person in people where person.statusWord(on: registry) == .temporary {
      guard let until = person.status(on: registry)?.grantedUntil, until < end, person.death == nil
      else { continue }
      #expect(person.status(on: until)?.from == until)
    }
  }
}
