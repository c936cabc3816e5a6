import ScrupleCorpus
import Testing

/// The shares of a world against its recipe: within intervals that a right generator
/// leaves once in a thousand times, with households as the units drawn.
@Suite struct WorldMarginalsTests {
  /// A share of some people among others, with its standard error by the ratio of
  /// household totals (Cochran 1977, 6.3), so that families count as one draw.
  struct Share {
    private var counts: [(part: Double, whole: Double)] = []

    mutating func add(part: Int, whole: Int) {
      if whole > 0 { counts.append((Double(part), Double(whole))) }
    }

    var estimate: Double {
      counts.reduce(0) { $0 + $1.part } / counts.reduce(0) { $0 + $1.whole }
    }

    var error: Double {
      let ratio = estimate
      let squares = counts.reduce(0) {
        $0 + ($1.part - ratio * $1.whole) * ($1.part - ratio * $1.whole)
      }
      return squares.squareRoot() / counts.reduce(0) { $0 + $1.whole }
    }

    /// Within 3.29 standard errors, plus what the sample that sets the shares leaves open.
    func meets(_ expected: Double, openness: Double = 0) -> Bool {
      abs(estimate - expected) <= 3.29 * error + openness
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func sharesMeetTheRecipe(seed: UInt64) throws {
    let world = try WorldBuilderTests.builder(seed: seed, people: 60_000)
    let day = world.recipe.registryDay
    var shares: [String: Share] = [:]
    func add(_ name: String, _ people: [Person], _ holds: (Person) -> Bool) {
      shares[name, default: Share()].add(
        part: people.count(where: holds), whole: people.count)
    }
    for number in 0..<world.householdCount {
      let household = world.household(number)
      let living = household.people.filter { !$0.isDead(on: day) }
      add("adults", living.filter { day.age(ofBornOn: $0.birthDate) >= 18 }) {
        $0.isForeignBorn
      }
      let came = living.filter { $0.isForeignBorn && $0.statusWord(on: day) != .departed }
      add("citizens", came) { $0.citizenClass(on: day) != .noncitizen }
      add("residents", came) {
        [.permanentResident, .refugee, .asylee].contains($0.statusWord(on: day))
      }
      add("visitors", came) { $0.statusWord(on: day) == .temporary }
      add("refugees", came) { $0.statuses.contains { $0.status == .refugee } }
      add("hispanic", came) { $0.group == .hispanic }
      let citizens = came.filter { $0.citizenClass(on: day) != .noncitizen }
      add("derived", citizens) { $0.citizenClass(on: day) == .derived }
      add("documented", citizens.filter { $0.derivation != nil }) {
        $0.derivation?.documented != Derivation.Document.none
      }
      add("assigned", came.filter { $0.statuses.contains { $0.status == .refugee } }) {
        $0.birthDateAssigned
      }
      add("several", household.people.filter { !$0.identifiers.alienNumbers.isEmpty }) {
        $0.identifiers.alienNumbers.count > 1
      }
      let parents = Set(household.relations.filter { $0.kind == .parent }.map(\.person))
      let children = Set(household.relations.filter { $0.kind == .parent }.map(\.other))
      add(
        "twins",
        household.people.filter {
          children.contains($0.number) && !parents.contains($0.number)
        }
      ) { $0.twin != nil }
    }
    let adults = try #require(shares["adults"])
    #expect(adults.meets(0.14, openness: 0.001), "\(adults.estimate) ± \(adults.error)")
    let expected = [
      "citizens": 0.53, "residents": 0.22, "visitors": 0.05, "derived": 0.08,
      "documented": 0.5, "refugees": 0.08, "assigned": 0.14, "several": 0.04, "hispanic": 0.45,
      "twins": 0.0312,
    ]
    for (name, value) in expected {
      let share = try #require(shares[name])
      // Deaths, twins after twins and the last household move a share by a hair.
      #expect(
        share.meets(value, openness: 0.002 * value + 0.0005),
        "\(name): \(share.estimate) ± \(share.error), expected \(value)")
    }
  }

  @Test func sharesOfOneGroupCanBeSet() throws {
    var recipe = Recipe(name: "test")
    recipe.set(.people, to: 20_000)
    recipe.set(.naturalized, to: 0, group: .hispanic)
    recipe.set(.unauthorized, to: 0.73, group: .hispanic)
    let world = try WorldBuilder(recipe: recipe, seed: 4)
    let day = recipe.registryDay
    for number in 0..<world.householdCount {
      for person in world.household(number).people
      where person.isForeignBorn && person.group == .hispanic {
        #expect(person.citizenClass(on: day) == .noncitizen)
      }
    }
  }
}
