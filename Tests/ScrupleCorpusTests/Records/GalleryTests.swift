import Testing

@testable import ScrupleCorpus

@Suite struct GalleryTests {
  /// A woman born in Philadelphia whose booking says Mexico.
  private let gallery = Gallery(name: "wrong_birthplace", people: 1) { household, person, _ in
    let birth = Day(year: 1980, month: 5, day: 17)
    let name = TrueName(given: ["Ana"], surname: "Rivera")
    let woman = Person(
      number: person, household: household, group: .hispanic, sex: .female, birthDate: birth,
      birthDateAssigned: false, birthCountry: "US", birthState: "PA", birthCity: "Philadelphia",
      birthCitizenship: .usSoil, names: [NameVersion(name: name, from: birth, reason: .birth)],
      heightInches: 64, weightPounds: 140, eyeColor: "BRO", hairColor: "BLK", twin: nil,
      statuses: [StatusInterval(status: .citizen, from: birth, event: .birth)], derivation: nil,
      identifiers: PersonIdentifiers(), death: nil)
    var booking = Booking(ordinal: 0, day: Day(year: 2021, month: 3, day: 4))
    booking.scenario = "wrong_birthplace"
    booking.designedCause = "W3c"
    booking.isSpared = true
    booking.faults = [DesignedFault(.birthPlace, to: "MEXICO", by: "designed")]
    return GalleryCase(
      household: Household(number: household, people: [woman], relations: []),
      bookings: [person: [booking]], records: [:])
  }

  @Test func aGalleryStandsBehindTheWorldWithItsFaultsLogged() throws {
    var recipe = MadeUpWorld.recipe(people: 300, bookings: 300, records: 300)
    recipe.scenarios = [Recipe.Scenario(name: "wrong_birthplace", instances: 3)]
    try MadeUpWorld.withFolder { folder in
      let generator = try CorpusGenerator(recipe: recipe, seed: 5, galleries: [gallery])
      let summary = try generator.generate(to: folder)
      #expect(summary.people == 303)
      let labels = try MadeUpWorld.rows(folder, .labels).filter { $0[5] == "wrong_birthplace" }
      #expect(labels.count == 3 && labels.allSatisfy { $0[6] == "W3c" && $0[2] == "us_born" })
      let log = try MadeUpWorld.rows(folder, .corruptionLog).filter { $0[5] == "designed" }
      #expect(Set(log.map { $0[1] }) == Set(labels.map { $0[0] }))
      #expect(log.allSatisfy { $0[3] == "PHILADELPHIA, PA" && $0[4] == "MEXICO" })
    }
  }

  @Test func aScenarioWithoutAGalleryIsRefused() {
    var recipe = MadeUpWorld.recipe()
    recipe.scenarios = [Recipe.Scenario(name: "no_such", instances: 1)]
    #expect(throws: CorpusError.self) { try CorpusGenerator(recipe: recipe, seed: 5) }
  }
}
