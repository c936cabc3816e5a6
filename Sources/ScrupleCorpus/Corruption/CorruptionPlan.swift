/// The rates at which steps are taken, by source system and group, looked up once.
struct CorruptionPlan: Sendable {
  /// Places of source systems, and one more for bookings.
  private static let sourceCount = SourceSystem.allCases.count + 1
  private static let groupCount = NameOriginGroup.allCases.count

  private let rates: [Double]

  init(_ recipe: Recipe) {
    let sources = SourceSystem.allCases.map { Optional($0.rawValue) } + [nil]
    rates = CorruptionStep.allCases.flatMap { step in
      sources.flatMap { recipe.valuesByGroup(step.parameter, source: $0) }
    }
  }

  /// The rate of a step; `system` is nil for bookings.
  func rate(
    _ step: CorruptionStep, _ group: NameOriginGroup, _ system: SourceSystem?
  ) -> Double {
    let source = system?.place ?? Self.sourceCount - 1
    return rates[(step.rawValue * Self.sourceCount + source) * Self.groupCount + group.place]
  }
}

/// How often steps were tried and taken, and how often they were expected to be.
struct CorruptionTally: Sendable {
  private(set) var tried = [Int](repeating: 0, count: CorruptionStep.allCases.count)
  private(set) var taken = [Int](repeating: 0, count: CorruptionStep.allCases.count)
  /// Sums of the rates tried.
  private(set) var expected = [Double](repeating: 0, count: CorruptionStep.allCases.count)

  mutating func count(_ step: CorruptionStep, rate: Double, isTaken: Bool) {
    tried[step.rawValue] += 1
    taken[step.rawValue] += isTaken ? 1 : 0
    expected[step.rawValue] += rate
  }

  mutating func add(_ other: CorruptionTally) {
    for place in tried.indices {
      tried[place] += other.tried[place]
      taken[place] += other.taken[place]
      expected[place] += other.expected[place]
    }
  }

  /// The rates of steps taken oftener or seldomer than chance explains.
  var implausible: [(parameter: RecipeParameter, count: RateCount)] {
    CorruptionStep.allCases.compactMap { step in
      let place = step.rawValue
      let count = RateCount(
        trials: tried[place], observed: taken[place], expected: expected[place])
      return count.isPlausible(evidence: RateTally.evidence) ? nil : (step.parameter, count)
    }
  }
}
