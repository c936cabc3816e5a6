/// Makes the households of a recipe's world, in any order and on any thread.
///
/// A household is a pure function of the recipe, the seed and its number. Person
/// numbers are dense: those of a household follow each other from
/// `firstPerson(ofHousehold:)`, in the order of the households.
public struct WorldBuilder: Sendable {
  public let recipe: Recipe
  public let seed: UInt64
  /// The issuer of every number in the world.
  public let issuer: IdentifierIssuer
  /// What the recipe implies, in expectation.
  public let expectation: WorldExpectation
  private let planner: HouseholdPlanner
  private let parameters: WorldParameters
  private let names: NameHistory
  /// The number of the first person of each household, and at the end the count of all.
  private let firstPeople: [UInt32]

  /// Lays out the world: checks the recipe, settles the shares and counts the people
  /// of every household.
  ///
  /// - Throws: the first `RecipeError`.
  /// - Complexity: O(households), about 0.1 s for a million people.
  public init(recipe: Recipe, seed: UInt64) throws(RecipeError) {
    if let fault = recipe.faults.first { throw fault }
    self.recipe = recipe
    self.seed = seed
    issuer = IdentifierIssuer(seed: seed)
    parameters = WorldParameters(recipe)
    expectation = try WorldExpectation(recipe, parameters)
    planner = HouseholdPlanner(recipe: recipe, immigrantShare: expectation.immigrantHouseholds)
    names = NameHistory(book: .standard, parameters: parameters)
    var firstPeople: [UInt32] = [0]
    let people = recipe.count(.people)
    firstPeople.reserveCapacity(people / 2 + 8)
    var count = 0
    while count < people {
      let size = planner.plan(firstPeople.count - 1, seed: seed).people
      count += size <= people - count ? size : 1
      firstPeople.append(UInt32(count))
    }
    self.firstPeople = firstPeople
  }

  /// How many households there are.
  public var householdCount: Int { firstPeople.count - 1 }

  /// How many people there are: as many as the recipe asks for.
  public var personCount: Int { Int(firstPeople[firstPeople.count - 1]) }

  /// The number of a household's first person.
  public func firstPerson(ofHousehold number: Int) -> Int { Int(firstPeople[number]) }

  /// How many people a household has.
  public func personCount(ofHousehold number: Int) -> Int {
    Int(firstPeople[number + 1] - firstPeople[number])
  }

  /// The household of a person.
  ///
  /// - Complexity: O(log n).
  public func household(ofPerson person: UInt32) -> Int {
    var low = 0
    var high = householdCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstPeople[middle] <= person { low = middle } else { high = middle }
    }
    return low
  }

  /// A household with all its people and everything that is true of them.
  public func household(_ number: Int) -> Household {
    let assembly = HouseholdAssembly(
      number: number, first: firstPeople[number], seed: seed, plan: plan(number),
      parameters: parameters, names: names, issuer: issuer)
    return assembly.household()
  }

  /// The plan of a household; one that the world has no room for is cut to one person.
  package func plan(_ number: Int) -> HouseholdPlan {
    let plan = planner.plan(number, seed: seed)
    return plan.people == personCount(ofHousehold: number) ? plan : plan.cutToOne()
  }
}
