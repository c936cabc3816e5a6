/// What a recipe implies, in expectation, before anything is made.
///
/// Foreign-born adults must be the recipe's share s of all adults. With A adults and
/// F foreign-born adults in the average household of those who came, and N adults in
/// the average other household, the share p of households of those who came follows
/// from p F = s (p A + (1 - p) N): p = s N / (F - s A + s N). The means A, F and N
/// are taken from 20,000 skeletons of each sort, drawn with a fixed seed.
public struct WorldExpectation: Sendable {
  /// The share of households with somebody who came.
  public let immigrantHouseholds: Double
  /// People, adults and foreign-born adults per household.
  public let peoplePerHousehold: Double
  public let adultsPerHousehold: Double
  public let foreignBornAdultsPerHousehold: Double

  private static let sample = 20_000

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
  }

  private struct Means {
    var people = 0.0
    var adults = 0.0
    var foreignBornAdults = 0.0
  }

  private static func means(
    immigrants: Bool, _ planner: HouseholdPlanner, _ parameters: WorldParameters
  ) -> Means {
    let grown = parameters.registryDay.adding(years: -18)
    var means = Means()
    for index in 0..<sample {
      var draw = Draw(seed: 1, for: .pilot, index: UInt64(index), part: immigrants ? 1 : 2)
      let plan = planner.plan(immigrants: immigrants, draw: &draw)
      let skeleton = HouseholdSkeleton(plan, parameters, &draw)
      means.people += Double(skeleton.members.count)
      for member in skeleton.members where member.birth <= grown {
        means.adults += 1
        if member.isForeignBorn { means.foreignBornAdults += 1 }
      }
    }
    means.people /= Double(sample)
    means.adults /= Double(sample)
    means.foreignBornAdults /= Double(sample)
    return means
  }
}
