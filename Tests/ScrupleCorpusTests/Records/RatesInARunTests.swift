import Foundation
import Testing

@testable import ScrupleCorpus

/// Rates counted in what was made, against the recipe and against other recipes.
@Suite struct RatesInARunTests {
  /// A household with its bookings and records.
  private struct Made: Sendable {
    let household: Household
    let bookings: [[Booking]]
    let records: [[RecordFacts]]
  }

  private static let seed: UInt64 = 5
  private static let world: (context: CorpusContext, made: [Made])? = try? make(
    recipe(people: 6000), seed: seed)

  private static func recipe(people: Double) -> Recipe {
    var recipe = MadeUpWorld.recipe(people: people, bookings: people, records: people)
    recipe.set(.foreignBorn, to: 0.5)
    return recipe
  }

  private static func make(
    _ recipe: Recipe, seed: UInt64
  ) throws -> (context: CorpusContext, made: [Made]) {
    let context = try CorpusGenerator(recipe: recipe, seed: seed).context
    let made = (0..<context.world.householdCount).map { number in
      let household = context.world.household(number)
      return Made(
        household: household,
        bookings: household.people.map { context.bookings.bookings(of: $0) },
        records: household.people.map { context.records.records(of: $0) })
    }
    return (context, made)
  }

  /// Counts a world as if a recipe had been asked for.
  private static func tally(
    _ world: (context: CorpusContext, made: [Made]), against asked: Recipe
  ) -> RateTally {
    let context = world.context
    var bookings = BookingPlan(BookingRates(asked), seed: context.seed)
    bookings.nativeScale = context.bookings.nativeScale
    bookings.foreignScale = context.bookings.foreignScale
    var records = RecordPlan(RecordRates(asked), seed: context.seed)
    records.coverage = context.records.coverage
    records.intensity = context.records.intensity
    let observer = HouseholdObserver(
      parameters: WorldParameters(asked), shares: HouseholdShares(asked),
      personCount: context.world.personCount)
    let registry = RegistryObserver(plan: records)
    let desk = BookingObserver(plan: bookings, householdsPerPilot: 1)
    var tally = RateTally()
    for made in world.made {
      observer.observe(made.household, into: &tally)
      desk.observe(made.household.people, made.bookings, into: &tally)
      for (person, records) in zip(made.household.people, made.records) {
        registry.observe(records, of: person, into: &tally)
      }
    }
    return tally
  }

  @Test func noRateOfARightWorldIsRefused() throws {
    let recipe = Self.recipe(people: 6000)
    let tally = Self.tally(try #require(Self.world), against: recipe)
    // Far less evidence than a run asks for: 1 in 2,000 for all together.
    let evidence = log(2 * Double(RateTally.parameters.count) / 5e-4)
    for (parameter, _, count) in tally.entries {
      #expect(count.isPlausible(evidence: evidence), "\(parameter.key) \(count)")
    }
  }

  @Test func everyRateIsTriedInALargeEnoughWorld() throws {
    let tally = Self.tally(try #require(Self.world), against: Self.recipe(people: 6000))
    let silent = tally.entries.filter { $0.count.trials == 0 }.map(\.parameter.key)
    // Aliases and numbers on bookings are counted where rows are written.
    #expect(
      silent.sorted() == [
        "bookings.alias_nickname", "bookings.alias_own_name", "bookings.alien_number_known",
      ])
  }

  @Test(arguments: [
    ("households.native_single", 0.15), ("households.immigrant_mixed", 0.5),
    ("households.married_name", 0.2), ("status.departed", 0.2), ("status.refugee", 0.3),
    ("status.none_expired", 0.9), ("status.derived_documented", 0.05),
    ("identifiers.ssn_none", 0.5), ("identifiers.several_a_numbers", 0.2),
    ("bookings.male_factor", 1), ("bookings.chronic_factor", 30),
    ("immigration_records.stale_naturalized", 0.5), ("immigration_records.missing_exit", 0.9),
    ("immigration_records.trips_per_year", 0.01), ("immigration_records.ssn_known", 0.6),
    ("immigration_records.filings_per_year", 0.5),
  ])
  func aRateThatIsNotTheRecipesIsRefused(key: String, asked value: Double) throws {
    var asked = Self.recipe(people: 6000)
    asked.set(try #require(RecipeParameter.named(key)), to: value)
    let tally = Self.tally(try #require(Self.world), against: asked)
    let refused = tally.implausible.map(\.parameter.key)
    #expect(refused.contains(key), "\(refused)")
  }

  @Test func theManifestHoldsWhatWasObservedAndExpected() throws {
    try MadeUpWorld.withFolder { folder in
      _ = try CorpusGenerator(recipe: MadeUpWorld.recipe(), seed: 5).generate(to: folder)
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json"))
      let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let rates = try #require(manifest["rates"] as? [[String: Any]])
      #expect(rates.compactMap { $0["key"] as? String } == RateTally.parameters.map(\.key))
      let known = try #require(
        rates.first { $0["key"] as? String == "bookings.alien_number_known" })
      #expect((known["trials"] as? Int ?? 0) > 100)
      let expected = known["expected"] as? Double ?? 0
      let trials = Double(known["trials"] as? Int ?? 0)
      #expect(abs(expected - 0.05 * trials) < 1e-6)
    }
  }
}
