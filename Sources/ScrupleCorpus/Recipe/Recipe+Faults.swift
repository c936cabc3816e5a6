extension Recipe {
  /// Everything that is wrong with the recipe's shares taken together, and with what its
  /// sizes ask for; empty for a sound recipe.
  public var faults: [RecipeError] {
    statusFaults + corruptionFaults
  }

  private var statusFaults: [RecipeError] {
    let keys: [RecipeParameter] = [.naturalized, .permanent, .temporary, .unauthorized]
    return NameOriginGroup.allCases.compactMap { group in
      let sum = keys.reduce(0) { $0 + value($1, group: group) }
      return abs(sum - 1) < 1e-9
        ? nil : .wrongSum(keys: keys.map(\.key), sum: sum, expected: "1")
    }
  }
}
