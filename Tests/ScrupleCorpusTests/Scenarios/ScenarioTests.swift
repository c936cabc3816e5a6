import Testing

@testable import ScrupleCorpus

@Suite struct ScenarioTests {
  /// The causes that each gallery is built for, by the count of such bookings in an instance.
  private static let designed: [String: [String: Int]] = [
    "gonzalez_pob": ["W3c": 1], "morales_maiden": ["W3a": 2],
    "makowski_stale": ["W2a": 1, "W2b": 1], "watson_father": ["W2g": 1],
    "brown_contradiction": ["W1d": 1], "crosscheck_birthday": ["W1d": 1],
    "refugee_jan1": ["W1d": 1], "florida2004_racefield": ["": 2],
    "denton_nonresponse": ["W2a": 1, "": 1], "fnu_family": ["W1c": 1],
    "a_number_zero_loss": ["W1a": 1], "twins": ["W1c": 1],
  ]

  private func instances(_ gallery: Gallery, _ count: Int, seed: UInt64) -> [GalleryCase] {
    let recipe = Recipe(name: "test")
    let issuer = IdentifierIssuer(seed: seed)
    return (0..<count).map { instance in
      var draw = Draw(seed: seed, for: .scenario, index: UInt64(instance))
      let setting = GallerySetting(
        household: UInt32(instance), person: UInt32(instance * gallery.people), recipe: recipe,
        issuer: issuer)
      return gallery.build(setting, &draw)
    }
  }

  @Test func everyScenarioOfThePackHasAGalleryOnce() {
    #expect(Gallery.names == Self.designed.keys.sorted())
  }

  @Test(arguments: Gallery.names)
  func itsTruthContradictsItselfNowhere(name: String) throws {
    let gallery = try #require(Gallery.all.first { $0.name == name })
    for seed: UInt64 in 1...3 {
      for instance in instances(gallery, 150, seed: seed) {
        #expect(TruthCheck.faults(in: instance.household) == [])
        #expect(instance.household.people.count == gallery.people)
      }
    }
  }

  @Test(arguments: Gallery.names)
  func everyInstanceHasItsDesignedCausesInThePeriodOfArrests(name: String) throws {
    let gallery = try #require(Gallery.all.first { $0.name == name })
    for instance in instances(gallery, 100, seed: 7) {
      var causes: [String: Int] = [:]
      for person in instance.household.people {
        for booking in instance.bookings[person.number] ?? [] {
          causes[booking.designedCause, default: 0] += 1
          #expect(booking.scenario == name && booking.day.year == 2025)
          #expect(booking.day.age(ofBornOn: person.birthDate) >= 18)
          // A cause is that of a wrong flag: the person may not be flagged.
          if !booking.designedCause.isEmpty { #expect(!person.isFlaggable(on: booking.day)) }
        }
        for record in instance.records[person.number] ?? [] {
          #expect(record.asOf <= Day(year: 2025, month: 1, day: 1))
        }
      }
      #expect(causes == Self.designed[name])
    }
  }

  @Test func galleriesStandInACorpusWithLabelsForEach() throws {
    var recipe = MadeUpWorld.recipe(people: 300, bookings: 300, records: 300)
    recipe.scenarios = Gallery.names.map { Recipe.Scenario(name: $0, instances: 4) }
    try MadeUpWorld.withFolder { folder in
      let generator = try CorpusGenerator(recipe: recipe, seed: 5)
      _ = try generator.generate(to: folder)
      let labels = try MadeUpWorld.rows(folder, .labels)
      for (name, causes) in Self.designed {
        for (cause, count) in causes {
          #expect(labels.count { $0[6] == name && $0[7] == cause } == 4 * count, "\(name)")
        }
      }
    }
  }

  @Test func theTwelveGalleriesShareNoNumber() throws {
    var seen: Set<String> = []
    var person = 0
    let issuer = IdentifierIssuer(seed: 3)
    for gallery in Gallery.all {
      for instance in 0..<20 {
        var draw = Draw(seed: 3, for: .scenario, index: UInt64(person + instance))
        let setting = GallerySetting(
          household: UInt32(person), person: UInt32(person), recipe: Recipe(name: "test"),
          issuer: issuer)
        for made in gallery.build(setting, &draw).household.people {
          for number in TruthCheck.allNumbers(of: made) {
            #expect(seen.insert(number).inserted)
          }
        }
        person += gallery.people
      }
    }
  }
}
