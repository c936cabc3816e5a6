extension Recipe {
  /// Everything that is wrong with the recipe's shares taken together, and with what its
  /// sizes ask for; empty for a sound recipe.
  public var faults: [RecipeError] { 
    statusFaults + shareFaults + derivationFaults + dateFaults + corruptionFaults
  }

  /// Sets a parameter by its key, for everyone or for one group.
  ///
  /// - Throws: an unknown key or group, with a suggestion, or a value out of range.
  public mutating func set(
    key: String, to value: Double, group name: String? = nil
  ) throws(RecipeError) {
    guard let parameter = RecipeParameter.named(key) else {
      throw .unknownKey(key, suggestion: RecipeParameter.suggestion(for: key))
    }
    guard parameter.range.contains(value) else {
      throw .outOfRange(key: key, value: value, range: parameter.range)
    }
    guard let name else {
      set(parameter, to: value)
      return
    }
    guard let group = NameOriginGroup(rawValue: name) else {
      let names = NameOriginGroup.allCases.map(\.rawValue)
      throw .unknownGroup(name, suggestion: RecipeParameter.nearest(to: name, among: names))
    }
    set(parameter, to: value, group: group)
  }

  private var statusFaults: [RecipeError] {
    let shares: [RecipeParameter] = [.naturalized, .permanent, .temporary, .unauthorized]
    return NameOriginGroup.allCases.compactMap { group in
      let sum = shares.reduce(0) { $0 + value($1, group: group) }
      return abs(sum - 1) < 1e-9
        ? nil : .wrongSum(keys: shares.map(\.key), sum: sum, expected: "1")
    }
  }

  private var shareFaults: [RecipeError] {
    let lists: [[RecipeParameter]] = [
      [.nativeSingle, .nativeExtended],
      [.immigrantSingle, .immigrantMixed, .immigrantExtended],
      [.protected, .pending, .ordered], [.asylum, .adjusted, .uninspectedAdjusted],
    ]
    var faults: [RecipeError] = lists.compactMap { parameters in
      let sum = parameters.reduce(0) { $0 + value($1) }
      return sum <= 1 + 1e-9
        ? nil : .wrongSum(keys: parameters.map(\.key), sum: sum, expected: "at most 1")
    }
    for groups in [RecipeParameter.nativeGroups, RecipeParameter.foreignGroups]
    where groups.allSatisfy({ value($0) == 0 }) {
      faults.append(.wrongSum(keys: groups.map(\.key), sum: 0, expected: "more than 0"))
    }
    return faults
  }

  /// Only children born abroad can derive: their share of the foreign-born is the most
  /// that the share of derived among the citizens can be.
  private var derivationFaults: [RecipeError] {
    let limit = HouseholdPlanner.shareBornAbroadAsChildren(of: self)
    let wanted = value(.derived)
    guard wanted > limit else { return [] }
    return [
      .unreachable(
        key: RecipeParameter.derived.key, value: wanted, limit: limit,
        change: "lower it, or lower 'households.immigrant_single' and 'immigrant_mixed'")
    ]
  }

  private var dateFaults: [RecipeError] {
    let first = value(.firstArrestYear)
    let registry = value(.registryYear)
    guard registry < first else { return [] }
    return [
      .unreachable(
        key: RecipeParameter.firstArrestYear.key, value: first, limit: registry,
        change: "set 'registry.year' to the year of the first arrests or a later one")
    ]
  }
}
