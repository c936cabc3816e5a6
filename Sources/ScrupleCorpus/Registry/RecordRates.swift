/// The recipe's values for immigration records, looked up once.
struct RecordRates: Sendable {
  let target: Double
  /// The day on which all systems are read out.
  let extractDay: Day
  let pendingNaturalization: Double
  let splitFile: Double
  let mergedFile: Double
  private let bySource: [SourceRates]
  private let byGroup: [GroupRates]

  /// What may differ between systems and groups.
  struct SourceRates: Sendable {
    let staleNaturalized: [Double]
    let staleOther: [Double]
    let socialSecurityNumber: [Double]
  }

  /// What may differ between groups.
  struct GroupRates: Sendable {
    let missingExit: Double
    let wrongAccusation: Double
    let encounters: Double
    let lawfulEncounters: Double
    let filings: Double
    let trips: Double
  }

  init(_ recipe: Recipe) {
    target = recipe.value(.records)
    extractDay = Day(year: recipe.count(.registryYear), month: 1, day: 1)
    pendingNaturalization = recipe.value(.pendingNaturalization)
    splitFile = recipe.value(.splitFile)
    mergedFile = recipe.value(.mergedFile)
    bySource = SourceSystem.allCases.map { system in
      SourceRates(
        staleNaturalized: recipe.valuesByGroup(.staleNaturalized, source: system.rawValue),
        staleOther: recipe.valuesByGroup(.staleOther, source: system.rawValue),
        socialSecurityNumber: recipe.valuesByGroup(
          .recordSocialSecurityNumber, source: system.rawValue))
    }
    byGroup = NameOriginGroup.allCases.map { group in
      func value(_ parameter: RecipeParameter, _ system: SourceSystem) -> Double {
        recipe.value(parameter, group: group, source: system.rawValue)
      }
      return GroupRates(
        missingExit: value(.missingExit, .adis), wrongAccusation: value(.wrongAccusation, .eid),
        encounters: value(.encounterRate, .eid),
        lawfulEncounters: value(.lawfulEncounterRate, .eid),
        filings: value(.filingRate, .claims3), trips: value(.tripRate, .adis))
    }
  }

  func staleNaturalized(_ system: SourceSystem, _ group: NameOriginGroup) -> Double {
    bySource[system.place].staleNaturalized[group.place]
  }

  func staleOther(_ system: SourceSystem, _ group: NameOriginGroup) -> Double {
    bySource[system.place].staleOther[group.place]
  }

  func socialSecurityNumber(_ system: SourceSystem, _ group: NameOriginGroup) -> Double {
    bySource[system.place].socialSecurityNumber[group.place]
  }

  func rates(of group: NameOriginGroup) -> GroupRates { byGroup[group.place] }
}
