import Foundation
import Testing

@testable import ScrupleCorpus

/// Rates counted in what was made, against the recipe and against other recipes.
@Suite struct RatesInARunTests {
  /// Counts a world of one recipe as if another had been asked for.
  private static func tally(
    of made: Recipe, against asked: Recipe, seed: UInt64, households: Int = .max
  ) throws -> RateTally {
    let generator = try CorpusGenerator(recipe: made, seed: seed)
    let context = generator.context
    let rates = BookingRates(asked)
    var bookings = BookingPlan(rates, seed: seed)
    bookings.nativeScale = context.bookings.nativeScale
    bookings.foreignScale = context.bookings.foreignScale
    var records = RecordPlan(RecordRates(asked), seed: seed)
    records.coverage = context.records.coverage
    records.intensity = context.records.intensity
    let observer = HouseholdObserver(
      parameters: WorldParameters(asked), shares: HouseholdShares(asked),
      personCount: context.world.personCount)
    let registry = RegistryObserver(plan: records)
    let desk = BookingObserver(plan: bookings, householdsPerPilot: 1)
    var tally = RateTally()
    for number in 0..<min(households, context.world.householdCount) {
      let household = context.world.household(number)
      observer.observe(household, into: &tally)
      desk.observe(
        household.people, household.people.map { context.bookings.bookings(of: $0) },
        into: &tally)
      for person in household.people {
        registry.observe(context.records.records(of: person), of: person, into: &tally)
      }
    }
    return tally
  }

  private static func recipe(people: Double) -> Recipe {
    var recipe = MadeUpWorld.recipe(people: people, bookings: people, records: people)
    recipe.set(.foreignBorn, to: 0.5)
    return recipe
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func noRateOfARightWorldIsRefused(seed: UInt64) throws {
    let recipe = Self.recipe(people: 6000)
    let tally = try Self.tally(of: recipe, against: recipe, seed: seed)
    #expect(tally.implausible.isEmpty, "\(tally.implausible)")
    // And far less evidence does not refuse one either: 1 in 2,000 runs for all together.
    let evidence = log(2 * Double(RateTally.parameters.count) / 5e-4)
    for (parameter, _, count) in tally.entries {
      #expect(count.isPlausible(evidence: evidence), "\(parameter.key) \(count)")
    }
  }

  @Test func everyRateIsTriedInALargeEnoughWorld() throws {
    let tally = try Self.tally(
      of: Self.recipe(people: 6000), against: Self.recipe(people: 6000), seed: 4)
    let silent = tally.entries.filter { $0.count.trials == 0 }.map(\.parameter.key)
    // Aliases and numbers on bookings are counted where rows are written.
    #expect(
      silent.sorted() == [
        "bookings.alias_nickname", "bookings.alias_own_name", "bookings.alien_number_known",
      ])
  }

  @Test(arguments: [
    "households.native_single", "households.immigrant_mixed", "households.married_name",
    "status.departed", "status.refugee", "status.none_expired", "status.derived_documented",
    "identifiers.ssn_none", "identifiers.several_a_numbers", "bookings.male_factor",
    "bookings.chronic_factor", "immigration_records.stale_naturalized",
    "immigration_records.missing_exit", "immigration_records.trips_per_year",
    "immigration_records.filings_per_year", "immigration_records.ssn_known",
  ])
  func aRateThatIsNotTheRecipesIsRefused(key: String) throws {
    let asked = Self.recipe(people: 6000)
    var made = asked
    let parameter = try #require(RecipeParameter.named(key))
    let factor = key.hasPrefix("bookings.") ? 1.5 : 3
    let wrong = min(parameter.range.upperBound, parameter.defaultValue * factor)
    made.set(parameter, to: max(wrong, min(1, parameter.defaultValue + 0.1)))
    let tally = try Self.tally(of: made, against: asked, seed: 5)
    #expect(tally.implausible.contains(key), "\(tally.implausible)")
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
