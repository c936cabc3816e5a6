import Glibc

/// The counts of every observed rate, and of the weights of the groups.
struct RateTally: Sendable {
  private var counts = [RateCount](repeating: RateCount(), count: Self.parameters.count)

  /// The parameters, in the order of the counts.
  static let parameters: [RecipeParameter] =
    ObservedRate.allCases.map(\.parameter) + RecipeParameter.nativeGroups
    + RecipeParameter.foreignGroups

  /// The chance that a right generator fails any check of rates in a run.
  static let falseAlarm = 1e-6

  /// How much a single count must tell against chance, in nats, for all rates together
  /// to be refused by chance at `falseAlarm` at most, both sides counted.
  static let evidence = log(
    2 * Double(parameters.count + CorruptionStep.allCases.count) / falseAlarm)

  subscript(_ rate: ObservedRate) -> RateCount {
    _read { yield counts[rate.rawValue] }
    _modify { yield &counts[rate.rawValue] }
  }

  /// The count of a group among households of the U.S.-born or of those who came.
  subscript(group: NameOriginGroup, cameFromAbroad cameFromAbroad: Bool) -> RateCount {
    _read { yield counts[Self.place(group, cameFromAbroad)] }
    _modify { yield &counts[Self.place(group, cameFromAbroad)] }
  }

  private static func place(_ group: NameOriginGroup, _ cameFromAbroad: Bool) -> Int {
    ObservedRate.allCases.count + group.place
      + (cameFromAbroad ? NameOriginGroup.allCases.count : 0)
  }

  mutating func add(_ other: RateTally) {
    for place in counts.indices { counts[place].add(other.counts[place]) }
  }

  /// Every rate: its parameter, what a trial is, and its count.
  var entries: [(parameter: RecipeParameter, unit: String, count: RateCount)] {
    counts.indices.map { place in
      let unit = ObservedRate(rawValue: place)?.unit ?? "households"
      return (Self.parameters[place], unit, counts[place])
    }
  }

  /// The parameters whose count chance does not explain.
  var implausible: [(parameter: RecipeParameter, count: RateCount)] {
    entries.filter { !$0.count.isPlausible(evidence: Self.evidence) }
      .map { ($0.parameter, $0.count) }
  }
}
