/// Sizes, dates and the groups of the population.
extension RecipeParameter {
  public static let people = RecipeParameter(
    "population.people", 100_000, in: 100...10_000_000, basis: .chosen,
    "People in the world, exactly.")
  public static let bookings = RecipeParameter(
    "population.bookings", 100_000, in: 0...100_000_000, basis: .chosen,
    "Bookings to make, in expectation.")
  public static let records = RecipeParameter(
    "population.records", 100_000, in: 0...100_000_000, basis: .chosen,
    "Immigration records to make, in expectation.")
  public static let firstArrestYear = RecipeParameter(
    "period.first_arrest", 2025, in: 2005...2100, basis: .chosen,
    "Arrests begin on 1 January of this year.")
  public static let arrestYears = RecipeParameter(
    "period.years", 1, in: 1...30, basis: .chosen,
    "Arrests go on for this many years.")
  public static let registryYear = RecipeParameter(
    "registry.year", 2025, in: 2010...2100, basis: .chosen,
    "The registries are read out on 1 January of this year; shares of status hold on that day.")
  public static let foreignBorn = RecipeParameter(
    "population.foreign_born", 0.14, in: 0...0.9,
    basis: .source("CRS IF11806 (Oct 2023): 13.9 % of the population in 2022"),
    "Share of adults on the registry day who were born abroad without U.S. citizenship.")

  /// Sizes, dates and the share of the foreign-born.
  public static let sizes: [RecipeParameter] = [
    people, bookings, records, firstArrestYear, arrestYears, registryYear, foreignBorn,
  ]

  /// The weight of each group among households of the U.S.-born, in the order of the groups.
  public static let nativeGroups: [RecipeParameter] = NameOriginGroup.allCases.map { group in
    RecipeParameter(
      "population.native_\(group.rawValue)", nativeWeight(of: group), in: 0...100,
      basis: .assumed, "Weight of the group \(group.rawValue) among households of the U.S.-born.")
  }

  /// The weight of each group among the foreign-born, in the order of the groups.
  public static let foreignGroups: [RecipeParameter] = NameOriginGroup.allCases.map { group in
    RecipeParameter(
      "population.foreign_\(group.rawValue)", foreignWeight(of: group), in: 0...100,
      basis: foreignBasis(of: group),
      "Weight of the group \(group.rawValue) among households of the foreign-born.")
  }

  /// All parameters of the population.
  public static let population: [RecipeParameter] = sizes + nativeGroups + foreignGroups

  private static func nativeWeight(of group: NameOriginGroup) -> Double {
    switch group {
    case .anglo: 67
    case .black: 14
    case .hispanic: 13
    case .slavic: 2.5
    case .chinese, .filipino: 0.8
    case .southAsian: 0.6
    case .vietnamese, .arabic: 0.5
    case .korean: 0.3
    }
  }

  private static func foreignWeight(of group: NameOriginGroup) -> Double {
    switch group {
    case .hispanic: 45
    case .anglo: 11
    case .black: 10
    case .southAsian: 8.5
    case .chinese: 6.3
    case .slavic: 5
    case .filipino: 4.5
    case .arabic: 4.3
    case .vietnamese: 3.1
    case .korean: 2.3
    }
  }

  private static func foreignBasis(of group: NameOriginGroup) -> Basis {
    switch group {
    case .chinese, .filipino, .vietnamese:
      .source("ACS 2016-20 by country of birth (Social Explorer, Aug 2022)")
    default: .assumed
    }
  }
}
