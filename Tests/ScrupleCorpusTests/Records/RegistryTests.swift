import Testing

@testable import ScrupleCorpus

/// What each system can and can never know.
@Suite struct RegistryTests {
  private static let made: [(person: Person, facts: RecordFacts)] = {
    let recipe = MadeUpWorld.recipe(people: 6000)
    guard let world = try? WorldBuilder(recipe: recipe, seed: MadeUpWorld.seed) else { return [] }
    let plan = RecordPlan(RecordRates(recipe), seed: MadeUpWorld.seed)
    return (0..<world.householdCount).flatMap { number in
      world.household(number).people.flatMap { person in
        plan.records(of: person).map { (person, $0) }
      }
    }
  }()
  private var extractDay: Day { Day(year: 2025, month: 1, day: 1) }

  private func facts(_ system: SourceSystem) -> [(person: Person, facts: RecordFacts)] {
    Self.made.filter { $0.facts.system == system }
  }

  @Test func everySystemHasRecords() {
    for system in SourceSystem.allCases { #expect(facts(system).count > 50, "\(system)") }
  }

  @Test func ordinalsAreTheSystemsAndNoPersonHasOneTwice() {
    var seen = Set<UInt64>()
    for (person, facts) in Self.made {
      #expect(facts.system.ordinals.contains(facts.ordinal))
      #expect(seen.insert(UInt64(person.number) << 8 | UInt64(facts.ordinal)).inserted)
    }
  }

  @Test func noRecordKnowsTheFuture() {
    for (_, facts) in Self.made {
      #expect(facts.asOf <= extractDay)
      #expect(facts.lastUpdate <= facts.asOf)
      #expect(facts.encounters.allSatisfy { $0 <= facts.asOf })
    }
  }

  @Test func benefitFilingsNeverShowCitizenship() {
    for (person, facts) in facts(.claims3) {
      #expect(facts.status != .citizen)
      #expect(facts.naturalizationDate == nil && facts.certificateNumber.isEmpty)
      #expect(facts.classCode != "RE" && facts.classCode != "AS")
      // Nobody files for a benefit of aliens once a citizen.
      #expect(person.citizenClass(on: facts.asOf) == .noncitizen)
    }
  }

  @Test func benefitFilingsStillShowTheNaturalizedAsResidents() {
    let naturalized = facts(.claims3).filter {
      $0.person.citizenClass(on: extractDay) != .noncitizen
    }
    #expect(naturalized.count > 50)
    #expect(naturalized.contains { $0.facts.status == .permanentResident })
  }

  @Test func citizensByLawWithoutACertificateAreNowhereCitizens() {
    var looked = 0
    for (person, facts) in Self.made {
      guard let derivation = person.derivation, derivation.documented != .certificate else {
        continue
      }
      looked += 1
      #expect(facts.status != .citizen, "\(facts.system)")
    }
    #expect(looked > 20)
  }

  @Test func naturalizationCasesHoldOathsAndCertificatesSince2013() {
    for (person, facts) in facts(.claims4) {
      if let day = facts.naturalizationDate {
        #expect(person.statuses.contains { $0.event == .oath && $0.from == day })
      } else if facts.status == .citizen {
        #expect(facts.asOf >= NaturalizationCases.certificatesSince)
        #expect(!facts.certificateNumber.isEmpty)
      } else {
        #expect(facts.status == .permanentResident)
      }
    }
  }

  @Test func theIndexMissesOathsAtTheRateOfTheRecipe() {
    let naturalized = facts(.cis).filter { pair in
      pair.person.statuses.contains { $0.event == .oath && $0.from <= extractDay }
        && pair.facts.file == .whole
    }
    let stale = naturalized.filter { $0.facts.status != .citizen }.count
    let expected = 0.1 * Double(naturalized.count)
    #expect(naturalized.count > 300)
    #expect(abs(Double(stale) - expected) < 5 * (expected * 0.9).squareRoot())
  }

  @Test func theIndexNeverLearnsThatAStayEnded() {
    #expect(
      facts(.cis).allSatisfy {
        $0.facts.status != .expired || $0.facts.file == .split
          || $0.person.statuses.first { $0.status == .expired }?.event != .stayEnded
          || $0.person.statuses.contains { $0.event == .orderVacated }
      })
  }

  @Test func arrivalsAreInspectedAndDeparturesAreSometimesMissing() {
    for (_, facts) in facts(.adis) {
      #expect(facts.classCode != "EWI")
      #expect(facts.status != .withoutInspection && facts.status != .citizen)
      if facts.status == .expired { #expect(facts.admittedUntil.map { $0 <= extractDay } ?? false) }
    }
    let left = facts(.adis).filter { pair in
      pair.facts.admittedUntil != nil && pair.person.status(on: extractDay)?.status == .departed
    }
    #expect(left.contains { $0.facts.status == .expired })
    #expect(left.contains { $0.facts.status == .departed })
  }

  @Test func enrolmentsSayNothingOfStatus() {
    for (_, facts) in facts(.ident) {
      #expect(facts.status == .unknown && facts.classCode.isEmpty)
      #expect(facts.encounters.last == facts.asOf)
    }
  }

  @Test func enforcementRecordsAccusationsAndNoCitizenship() {
    for (_, facts) in facts(.eid) {
      #expect([.expired, .withoutInspection, .orderedRemoved, .unknown].contains(facts.status))
      #expect(!facts.encounters.isEmpty)
    }
  }

  @Test func nobodyBornOnUSSoilHasARecord() {
    #expect(Self.made.allSatisfy { $0.person.birthCitizenship != .usSoil })
  }

  @Test func splitFilesComeInTwos() {
    let split = Dictionary(
      grouping: Self.made.filter { $0.facts.file == .split }, by: { $0.person.number })
    #expect(split.values.allSatisfy { $0.count == 2 })
    #expect(split.values.allSatisfy { Set($0.map(\.facts.alienNumber)).count == 2 })
  }
}
