/// What a recipe implies, in expectation, before anything is made.
///
/// Foreign-born adults must be the recipe's share s of all adults. With A adults and
/// F foreign-born adults in the average household of those who came, and N adults in
/// the average other household, the share p of households of those who came follows
/// from p F = s (p A + (1 - p) N): p = s N / (F - s A + s N). The means A, F and N
/// are taken from 30,000 skeletons of each sort, drawn with a fixed seed, their kinds
/// in exact proportion; F / A is known to about 0.3 % of itself.
///
/// With H = people / peoplePerHousehold households, the recipe's bookings ask for
/// bookings / (H adultsPerHousehold) of every adult, and its records for
/// records / (H foreignBornPerHousehold) of everyone born abroad.
public struct WorldExpectation: Sendable {
  /// The share of households with somebody who came.
  public let immigrantHouseholds: Double
  /// People, adults and foreign-born adults per household.
  public let peoplePerHousehold: Double
  public let adultsPerHousehold: Double
  public let foreignBornAdultsPerHousehold: Double
  /// People born abroad without citizenship, of any age, per household.
  public let foreignBornPerHousehold: Double
  /// Bookings that the recipe asks for per adult.
  public let bookingsPerAdult: Double
  /// Immigration records that the recipe asks for per person born abroad.
  public let recordsPerForeignBorn: Double

  /// The most bookings per adult, and records per foreign-born, that a world bears
  /// without absurd lives.
  public static let mostBookingsPerAdult = 8.0
  public static let mostRecordsPerForeignBorn = 60.0

  /// The standard error of the share of the foreign-born among adults, of itself.
  static let relativeError = 0.003

  private static let sample = 30_000

  init(_ recipe: Recipe, _ parameters: WorldParameters) throws(RecipeError) {
    let planner = HouseholdPlanner(recipe: recipe, immigrantShare: 0)
    let came = Self.means(immigrants: true, planner, parameters)
    let others = Self.means(immigrants: false, planner, parameters)
    let share = recipe.value(.foreignBorn)
    let limit = came.foreignBornAdults / came.adults
    guard share <= limit else {
      throw .unreachable(
        key: RecipeParameter.foreignBorn.key, value: share, limit: limit,
        change: "raise 'households.immigrant_single' or lower 'households.immigrant_mixed'")
    }
    let denominator =
      came.foreignBornAdults - share * came.adults + share * others.adults
    let households = denominator > 0 ? share * others.adults / denominator : 0
    func mean(_ part: (Means) -> Double) -> Double {
      households * part(came) + (1 - households) * part(others)
    }
    immigrantHouseholds = households
    peoplePerHousehold = mean(\.people)
    adultsPerHousehold = mean(\.adults)
    foreignBornAdultsPerHousehold = mean(\.foreignBornAdults)
    foreignBornPerHousehold = mean(\.foreignBorn)
    let count = recipe.value(.people) / mean(\.people)
    let adults = count * mean(\.adults)
    let foreignBorn = count * mean(\.foreignBorn)
    bookingsPerAdult = recipe.value(.bookings) / adults
    recordsPerForeignBorn = foreignBorn > 0 ? recipe.value(.records) / foreignBorn : 0
    try Self.refuse(.bookings, of: recipe, beyond: adults * Self.mostBookingsPerAdult)
    try Self.refuse(.records, of: recipe, beyond: foreignBorn * Self.mostRecordsPerForeignBorn)
  }

  private static func refuse(
    _ parameter: RecipeParameter, of recipe: Recipe, beyond limit: Double
  ) throws(RecipeError) {
    let wanted = recipe.value(parameter)
    guard wanted > limit else { return }
    throw .unreachable(
      key: parameter.key, value: wanted, limit: limit.rounded(.down),
      change: "lower it or raise '\(RecipeParameter.people.key)'")
  }

  private struct Means {
    var people = 0.0
    var adults = 0.0
    var foreignBornAdults = 0.0
    var foreignBorn = 0.0
  }

  private static func means(
    immigrants: Bool, _ planner: HouseholdPlanner, _ parameters: WorldParameters
  ) -> Means {
    let grown = parameters.registryDay.adding(years: -18)
    var means = Means()
    for index in 0..<sample {
      var draw = Draw(seed: 1, for: .pilot, index: UInt64(index), part: immigrants ? 1 : 2)
      let share = (Double(index) + 0.5) / Double(sample)
      let plan = planner.plan(immigrants: immigrants, share: share, draw: &draw)
      let skeleton = HouseholdSkeleton(plan, parameters, &draw)
      means.people += Double(skeleton.members.count)
      means.foreignBorn += Double(plan.foreignBorn)
      for member in skeleton.members where member.birth <= grown {
        means.adults += 1
        if member.isForeignBorn { means.foreignBornAdults += 1 }
      }
    }
    means.people /= Double(sample)
    means.adults /= Double(sample)
    means.foreignBornAdults /= Double(sample)
    means.foreignBorn /= Double(sample)
    return means
  }
}
