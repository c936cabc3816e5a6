/// Draws household plans; each is a function of the seed and the household's number.
package struct HouseholdPlanner: Sendable {
  private let immigrantShare: Double
  private let nativeKinds: [Double]
  private let immigrantKinds: [Double]
  private let nativeGroups: [Double]
  private let foreignGroups: [Double]
  private let mixedSameGroup: Double

  /// The running sums of having 1, 2, 3 and 4 children, for families of the U.S.-born.
  static let nativeChildren = [0.35, 0.75, 0.93, 1]
  /// The running sums of having 0 to 3 children born abroad.
  static let childrenAbroad = [0.35, 0.7, 0.9, 1]
  /// The running sums of having 0 to 3 children born here, for the foreign-born.
  static let childrenHere = [0.35, 0.7, 0.9, 1]

  /// Creates the planner of a recipe.
  ///
  /// - Parameter immigrantShare: the share of households with somebody who came.
  init(recipe: Recipe, immigrantShare: Double) {
    self.immigrantShare = immigrantShare
    let single = recipe.value(.nativeSingle)
    nativeKinds = [single, max(single, 1 - recipe.value(.nativeExtended)), 1]
    let mixed = recipe.value(.immigrantMixed)
    let extended = recipe.value(.immigrantExtended)
    let alone = recipe.value(.immigrantSingle)
    immigrantKinds = [alone, 1 - mixed - extended, 1 - extended, 1]
    nativeGroups = Self.runningSums(RecipeParameter.nativeGroups.map { recipe.value($0) })
    foreignGroups = Self.runningSums(RecipeParameter.foreignGroups.map { recipe.value($0) })
    mixedSameGroup = recipe.value(.mixedSameGroup)
  }

  /// The plan of a household.
  package func plan(_ number: Int, seed: UInt64) -> HouseholdPlan {
    var draw = Draw(seed: seed, for: .householdPlan, index: UInt64(number))
    let immigrants = draw.happens(immigrantShare)
    return plan(immigrants: immigrants, share: draw.unit(), draw: &draw)
  }

  /// A plan with or without people who came.
  ///
  /// - Parameter share: what the kind follows from, in 0..<1: drawn for a household of the
  ///   world, evenly spaced in a sample.
  func plan(immigrants: Bool, share: Double, draw: inout Draw) -> HouseholdPlan {
    let sums = immigrants ? immigrantKinds : nativeKinds
    let place = sums.firstIndex { share < $0 } ?? sums.count - 1
    return immigrants
      ? immigrantPlan(Self.immigrantKindsInOrder[place], &draw)
      : nativePlan(Self.nativeKindsInOrder[place], &draw)
  }

  private static let nativeKindsInOrder: [HouseholdKind] = [
    .nativeSingle, .nativeFamily, .nativeExtended,
  ]
  private static let immigrantKindsInOrder: [HouseholdKind] = [
    .immigrantSingle, .immigrantFamily, .mixedCouple, .immigrantExtended,
  ]

  private func nativePlan(_ kind: HouseholdKind, _ draw: inout Draw) -> HouseholdPlan {
    let group = NameOriginGroup.allCases[draw.position(inRunningSums: nativeGroups)]
    let children =
      kind.isSingle ? 0 : 1 + draw.position(inRunningSums: Self.nativeChildren)
    return HouseholdPlan(
      kind: kind, group: group, spouseGroup: group,
      grandparents: kind == .nativeExtended ? 1 + draw.below(2) : 0, childrenAbroad: 0,
      childrenHere: children)
  }

  private func immigrantPlan(_ kind: HouseholdKind, _ draw: inout Draw) -> HouseholdPlan {
    let group = NameOriginGroup.allCases[draw.position(inRunningSums: foreignGroups)]
    var plan = HouseholdPlan(
      kind: kind, group: group, spouseGroup: group, grandparents: 0, childrenAbroad: 0,
      childrenHere: 0)
    if kind.isSingle { return plan }
    plan.childrenHere = draw.position(inRunningSums: Self.childrenHere)
    if kind == .mixedCouple {
      if !draw.happens(mixedSameGroup) {
        plan.spouseGroup =
          NameOriginGroup.allCases[draw.position(inRunningSums: nativeGroups)]
      }
      return plan
    }
    plan.childrenAbroad = draw.position(inRunningSums: Self.childrenAbroad)
    if kind == .immigrantExtended { plan.grandparents = 1 + draw.below(2) }
    return plan
  }

  /// Children born abroad per foreign-born person of the world, in expectation.
  static func shareBornAbroadAsChildren(of recipe: Recipe) -> Double {
    let single = recipe.value(.immigrantSingle)
    let mixed = recipe.value(.immigrantMixed)
    let extended = recipe.value(.immigrantExtended)
    let families = 1 - single - mixed
    let children = families * meanCount(Self.childrenAbroad)
    return children / (single + mixed + families * 2 + extended * 1.5 + children)
  }

  /// The mean of a count whose running sums begin with that of 0.
  static func meanCount(_ sums: [Double]) -> Double {
    sums.dropLast().reduce(0) { $0 + (1 - $1) }
  }

  static func runningSums(_ weights: [Double]) -> [Double] {
    var sum = 0.0
    return weights.map {
      sum += $0
      return sum
    }
  }
}
