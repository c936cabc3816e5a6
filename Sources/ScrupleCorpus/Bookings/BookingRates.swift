/// The recipe's values for bookings, looked up once.
struct BookingRates: Sendable {
  let firstDay: Day
  let lastDay: Day
  let target: Double
  let foreignBornShare: Double
  let maleFactor: Double
  let chronicShare: Double
  /// Propensity of those booked again and again, and of the others; 1 on average.
  let chronicPropensity: Double
  let otherPropensity: Double
  let priorUnresolved: Double
  /// By group.
  let aliasOwnName: [Double]
  let aliasNickname: [Double]
  let priorFlagForeignBorn: [Double]
  let priorFlagNative: [Double]
  let alienNumberKnown: [Double]

  init(_ recipe: Recipe) {
    let firstYear = recipe.count(.firstArrestYear)
    firstDay = Day(year: firstYear, month: 1, day: 1)
    lastDay = Day(year: firstYear + recipe.count(.arrestYears) - 1, month: 12, day: 31)
    target = recipe.value(.bookings)
    foreignBornShare = recipe.value(.bookingForeignBornShare)
    maleFactor = recipe.value(.bookingMaleFactor)
    chronicShare = recipe.value(.bookingChronicShare)
    let factor = recipe.value(.bookingChronicFactor)
    otherPropensity = 1 / (1 - chronicShare + chronicShare * factor)
    chronicPropensity = factor * otherPropensity
    priorUnresolved = recipe.value(.priorUnresolved)
    aliasOwnName = recipe.valuesByGroup(.aliasOwnName)
    aliasNickname = recipe.valuesByGroup(.aliasNickname)
    priorFlagForeignBorn = recipe.valuesByGroup(.priorFlagForeignBorn)
    priorFlagNative = recipe.valuesByGroup(.priorFlagNative)
    alienNumberKnown = recipe.valuesByGroup(.bookingAlienNumber)
  }

  /// Days from the first to the last, both included.
  var dayCount: Int { Int(lastDay.number - firstDay.number) + 1 }
}

extension Recipe {
  /// The values of a parameter for all groups, by the place of the group.
  func valuesByGroup(_ parameter: RecipeParameter, source: String? = nil) -> [Double] {
    NameOriginGroup.allCases.map { value(parameter, group: $0, source: source) }
  }
}
