import ScrupleCorpus
import Testing

@Suite struct WorldBuilderTests {
  static func builder(seed: UInt64 = 1, people: Double = 20_000) throws -> WorldBuilder {
    var recipe = Recipe(name: "test")
    recipe.set(.people, to: people)
    recipe.set(.bookings, to: people)
    recipe.set(.records, to: people)
    return try WorldBuilder(recipe: recipe, seed: seed)
  }

  @Test func thereAreAsManyPeopleAsAskedForAndTheirNumbersAreDense() throws {
    for people in [100, 101, 102, 103, 104, 105, 20_000] as [Double] {
      let world = try Self.builder(people: people)
      #expect(world.personCount == Int(people))
      var next: UInt32 = 0
      for number in 0..<world.householdCount {
        let household = world.household(number)
        #expect(world.firstPerson(ofHousehold: number) == Int(next))
        for person in household.people {
          #expect(person.number == next)
          #expect(person.household == UInt32(number))
          #expect(world.household(ofPerson: next) == number)
          next += 1
        }
      }
      #expect(Int(next) == world.personCount)
    }
  }

  @Test func aHouseholdIsTheSameWhateverWasAskedBefore() throws {
    let one = try Self.builder()
    let other = try Self.builder()
    let count = one.householdCount
    let forward = (0..<count).map { "\(one.household($0))" }
    let backward = (0..<count).reversed().map { "\(other.household($0))" }
    #expect(forward == backward.reversed())
    let third = try Self.builder(seed: 2)
    #expect("\(third.household(0))" != forward[0])
  }
}
