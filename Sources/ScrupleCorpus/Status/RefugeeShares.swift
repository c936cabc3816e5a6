/// The share of refugees among the citizens and permanent residents of each group.
///
/// Refugees come from some countries and hardly from others: the shares follow
/// fixed weights of the groups (assumed, after the countries of resettlement),
/// scaled so that all the foreign-born together meet the recipe. A share set for
/// one group is taken as it stands.
struct RefugeeShares {
  private let shares: [NameOriginGroup: Double]

  init(_ recipe: Recipe) {
    let groups = Array(zip(NameOriginGroup.allCases, RecipeParameter.foreignGroups))
    let total = groups.reduce(0) { $0 + recipe.value($1.1) }
    let mean = groups.reduce(0) { $0 + recipe.value($1.1) * Self.weight(of: $1.0) }
    var shares: [NameOriginGroup: Double] = [:]
    for group in NameOriginGroup.allCases {
      let residents =
        recipe.value(.naturalized, group: group) + recipe.value(.permanent, group: group)
      let own = recipe.groupValues[group]?[RecipeParameter.refugee.key]
      let scaled = mean > 0 ? recipe.value(.refugee) * Self.weight(of: group) * total / mean : 0
      shares[group] = residents > 0 ? min(1, (own ?? scaled) / residents) : 0
    }
    self.shares = shares
  }

  subscript(group: NameOriginGroup) -> Double { shares[group] ?? 0 }

  private static func weight(of group: NameOriginGroup) -> Double {
    switch group {
    case .arabic: 3
    case .vietnamese: 2.5
    case .slavic, .black: 2
    case .southAsian: 1
    case .hispanic: 0.6
    case .chinese: 0.2
    case .anglo, .korean, .filipino: 0
    }
  }
}
