import ScrupleCorpus
import Testing

@Suite struct TruthCheckTests {
  @Test func nothingIsFoundInTwentyThousandHouseholds() throws {
    let world = try WorldBuilderTests.builder(seed: 11, people: 65_000)
    let count = min(20_000, world.householdCount)
    var faults: [TruthFault] = []
    for number in 0..<count { faults += TruthCheck.faults(in: world.household(number)) }
    #expect(count == 20_000)
    #expect(faults == [])
  }

  @Test func noNumberIsHeldTwiceInTheWorld() throws {
    let world = try WorldBuilderTests.builder(seed: 5)
    var seen = Set<String>()
    for number in 0..<world.householdCount {
      for person in world.household(number).people {
        for held in TruthCheck.allNumbers(of: person) {
          #expect(seen.insert(held).inserted)
        }
      }
    }
    #expect(seen.count > 20_000)
  }

  /// A household, a change that cannot be true, and what is to be found.
  struct Planted: CustomTestStringConvertible, Sendable {
    let kind: TruthFault.Kind
    let place: @Sendable (Household) -> Int?
    let plant: @Sendable (inout Household, Int) -> Void
    var testDescription: String { kind.rawValue }
  }

  static func planted(
    _ kind: TruthFault.Kind, in person: @escaping @Sendable (Person) -> Bool,
    plant: @escaping @Sendable (inout Person) -> Void
  ) -> Planted {
    Planted(
      kind: kind, place: { $0.people.firstIndex(where: person) },
      plant: { plant(&$0.people[$1]) })
  }

  static func isNative(_ person: Person) -> Bool { person.birthCitizenship == .usSoil }

  static let cases: [Planted] = [
    planted(.personOutOfPlace, in: isNative, plant: { $0.household += 1 }),
    planted(.noStatus, in: isNative, plant: { $0.statuses = [] }),
    planted(.emptyStatus, in: isNative, plant: { $0.statuses[0].to = $0.statuses[0].from }),
    planted(.statusesOverlap, in: { $0.statuses.count > 1 }, plant: { $0.statuses[0].to = nil }),
    planted(
      .statusGap, in: { $0.statuses.count > 1 },
      plant: {
        $0.statuses[1].from = $0.statuses[1].from.adding(days: 1)
      }),
    planted(
      .statusBeforeBirth, in: isNative,
      plant: {
        $0.statuses[0].from = $0.birthDate.adding(days: -1)
      }),
    planted(
      .statusAfterDeath, in: { isNative($0) && $0.death == nil },
      plant: {
        $0.death = $0.birthDate.adding(years: 17)
      }),
    planted(
      .lateEventOfTheDead, in: { $0.statuses.count > 1 },
      plant: {
        $0.death = $0.statuses[1].from
      }),
    planted(.birthCitizenshipDenied, in: isNative, plant: { $0.statuses[0].status = .expired }),
    planted(
      .citizenshipLost, in: { $0.isForeignBorn && $0.statuses.count > 1 },
      plant: {
        $0.statuses[0].status = .citizen
      }),
    planted(
      .oathTooEarly, in: { $0.statuses.last?.event == .oath && $0.statuses.count > 1 },
      plant: {
        let last = $0.statuses.count - 1
        let day = $0.statuses[last - 1].from.adding(years: 5).adding(days: -1)
        $0.statuses[last].from = day
        $0.statuses[last - 1].to = day
      }),
    Planted(
      kind: .acquisitionWithoutParent,
      place: { household in
        let children = household.relations.filter { $0.kind == .parent }.map(\.other)
        return household.people.firstIndex { isNative($0) && !children.contains($0.number) }
      },
      plant: { household, place in
        household.people[place].birthCitizenship = .acquiredAbroad
      }),
    planted(
      .derivationMissing, in: { $0.derivation != nil && $0.statuses.count > 1 },
      plant: {
        $0.derivation = nil
      }),
    Planted(
      kind: .derivationUnmet, place: { $0.people.firstIndex { $0.derivation != nil } },
      plant: { household, place in
        let child = household.people[place].number
        for index in household.relations.indices where household.relations[index].other == child {
          household.relations[index].custodyTo = household.relations[index].custodyFrom
        }
      }),
    planted(
      .derivationDay, in: { $0.derivation != nil && $0.statuses.count > 1 },
      plant: {
        let day = $0.derivation.map { $0.day.adding(days: 1) }
        if let day { $0.derivation?.day = day }
      }),
    planted(.nameGap, in: isNative, plant: { $0.names[0].from = $0.birthDate.adding(days: 1) }),
    Planted(
      kind: .parentTooYoung,
      place: { $0.relations.contains { $0.kind == .parent } ? 0 : nil },
      plant: { household, _ in
        let relation = household.relations.first { $0.kind == .parent }!
        let first = household.people[0].number
        let child = household.people[Int(relation.other - first)].birthDate
        household.people[Int(relation.person - first)].birthDate = child.adding(years: -13)
      }),
    Planted(
      kind: .custodyOutOfChildhood,
      place: { $0.relations.contains { $0.kind == .parent } ? 0 : nil },
      plant: { household, _ in
        let place = household.relations.firstIndex { $0.kind == .parent }!
        household.relations[place].custodyTo = household.relations[place].custodyTo?.adding(days: 1)
      }),
    Planted(
      kind: .unknownRelative, place: { $0.relations.isEmpty ? nil : 0 },
      plant: { household, _ in household.relations[0].other += 1_000 }),
    planted(
      .twinsApart, in: { $0.twin != nil }, plant: { $0.birthDate = $0.birthDate.adding(days: 1) }),
    planted(.assignedBirthDate, in: isNative, plant: { $0.birthDateAssigned = true }),
    Planted(
      kind: .duplicateIdentifier,
      place: { household in
        let holders = household.people.filter { $0.identifiers.socialSecurityNumber != nil }
        return holders.count > 1 ? 0 : nil
      },
      plant: { household, _ in
        let number = household.people.compactMap(\.identifiers.socialSecurityNumber)[0]
        for place in household.people.indices {
          household.people[place].identifiers.socialSecurityNumber = number
        }
      }),
    planted(
      .identifierOutOfRange, in: { $0.identifiers.socialSecurityNumber != nil },
      plant: {
        $0.identifiers.socialSecurityNumber = "665010001"
      }),
    planted(
      .certificateWithoutCitizenship, in: isNative,
      plant: {
        $0.identifiers.certificateNumber = "90000001"
      }),
  ]

  @Test func everyKindOfFaultIsPlanted() {
    #expect(Set(Self.cases.map(\.kind)) == Set(TruthFault.Kind.allCases))
  }

  private static let small = Result { try WorldBuilderTests.builder(seed: 11, people: 5_000) }

  @Test(arguments: cases) func aPlantedFaultIsFound(_ fault: Planted) throws {
    let world = try Self.small.get()
    var found = 0
    for number in 0..<world.householdCount where found < 20 {
      var household = world.household(number)
      guard let place = fault.place(household) else { continue }
      fault.plant(&household, place)
      #expect(TruthCheck.faults(in: household).contains { $0.kind == fault.kind })
      found += 1
    }
    #expect(found > 0)
  }
}
