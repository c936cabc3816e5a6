/// A recipe's values of the world, looked up once.
struct WorldParameters: Sendable {
  let registryDay: Day
  /// The first day after the arrests: statuses go on to here.
  let arrestsEnd: Day
  /// The chance that a permanent resident of five years swears the oath between the two days.
  let naturalizedLater: Double
  let stayExtended: Double
  let stayOverstayed: Double
  /// Running sums over `Standing`, by the place of the group.
  let standings: [[Double]]
  /// Running sums over `EntryPath.toResidence`, by the place of the group.
  let paths: [[Double]]
  /// The chance that a family's children born abroad derive, once its parents are citizens.
  let derivingFamilies: Double
  let derivedDocumented: Double
  let derivedPassport: Double
  let refugeeNewYear: Double
  let overstayed: Double
  /// Running sums over protected, pending, ordered and nothing of the kind.
  let unauthorizedEnds: [Double]
  let orderVacated: Double
  let earlierStay: Double
  let nativeTwins: Double
  let immigrantTwins: Double
  let acquiredAbroad: Double
  let deaths: Double
  let everMarried: [Double]
  let marriedName: [Double]
  let courtName: Double
  let romanizedAnew: Double
  let securityNumbers: [Double]
  let severalAlienNumbers: Double
  let encountered: Double

  init(_ recipe: Recipe) {
    registryDay = recipe.registryDay
    arrestsEnd = recipe.arrestsEnd
    let years = Double(max(0, arrestsEnd.number - registryDay.number)) / yearLength
    naturalizedLater = min(1, recipe.value(.naturalizedLater) * years)
    stayExtended = recipe.value(.stayExtended)
    stayOverstayed = recipe.value(.stayOverstayed)
    let groups = NameOriginGroup.allCases
    standings = groups.map { Self.standings(recipe, of: $0) }
    let refugees = RefugeeShares(recipe)
    paths = groups.map { Self.paths(recipe, of: $0, refugees: refugees[$0]) }
    let children = HouseholdPlanner.shareBornAbroadAsChildren(of: recipe)
    derivingFamilies = children > 0 ? min(1, recipe.value(.derived) / children) : 0
    derivedDocumented = recipe.value(.derivedDocumented)
    derivedPassport = recipe.value(.derivedPassport)
    refugeeNewYear = recipe.value(.refugeeNewYear)
    overstayed = recipe.value(.overstayed)
    unauthorizedEnds = HouseholdPlanner.runningSums([
      recipe.value(.protected), recipe.value(.pending), recipe.value(.ordered),
      1 - recipe.value(.protected) - recipe.value(.pending) - recipe.value(.ordered),
    ])
    orderVacated = recipe.value(.orderVacated)
    earlierStay = recipe.value(.earlierStay)
    nativeTwins = Self.twinChance(recipe.value(.twins), [0] + HouseholdPlanner.nativeChildren)
    immigrantTwins = Self.twinChance(recipe.value(.twins), HouseholdPlanner.childrenHere)
    acquiredAbroad = recipe.value(.acquiredAbroad)
    deaths = recipe.value(.deaths)
    everMarried = groups.map { recipe.value(.everMarried, group: $0) }
    marriedName = groups.map { recipe.value(.marriedName, group: $0) }
    courtName = recipe.value(.courtName)
    romanizedAnew = recipe.value(.romanizedAnew)
    securityNumbers = [
      recipe.value(.securityNumberOfCitizens), recipe.value(.securityNumberOfResidents),
      recipe.value(.securityNumberOfVisitors), recipe.value(.securityNumberOfOthers),
    ]
    severalAlienNumbers = recipe.value(.severalAlienNumbers)
    encountered = recipe.value(.encountered)
  }

  private static func standings(_ recipe: Recipe, of group: NameOriginGroup) -> [Double] {
    let gone = recipe.value(.departed, group: group)
    let shares = [.naturalized, .permanent, .temporary, .unauthorized] as [RecipeParameter]
    return HouseholdPlanner.runningSums(
      shares.map { (1 - gone) * recipe.value($0, group: group) } + [gone])
  }

  private static func paths(
    _ recipe: Recipe, of group: NameOriginGroup, refugees: Double
  ) -> [Double] {
    let asylum = recipe.value(.asylum, group: group)
    let adjusted = recipe.value(.adjusted, group: group)
    let uninspected = recipe.value(.uninspectedAdjusted, group: group)
    let others = [asylum, adjusted, uninspected, 1 - asylum - adjusted - uninspected]
    return HouseholdPlanner.runningSums([refugees] + others.map { $0 * (1 - refugees) })
  }

  /// The chance that a child and the next are twins, for a share of twins among all children.
  ///
  /// A family of n children has n - 1 places for a pair, so that the share is
  /// 2 q E[max(0, n - 1)] / E[n], up to terms in q squared.
  private static func twinChance(_ share: Double, _ sums: [Double]) -> Double {
    let mean = HouseholdPlanner.meanCount(sums)
    let places = mean - (1 - sums[0])
    return places > 0 ? min(1, share * mean / (2 * places)) : 0
  }
}

extension Recipe {
  /// The day on which the registries are read out.
  public var registryDay: Day { Day(year: count(.registryYear), month: 1, day: 1) }

  /// The first day of arrests.
  public var firstArrestDay: Day { Day(year: count(.firstArrestYear), month: 1, day: 1) }

  /// The first day after the arrests.
  public var arrestsEnd: Day { firstArrestDay.adding(years: count(.arrestYears)) }
}
