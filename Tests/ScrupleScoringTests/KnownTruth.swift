import ScrupleComparison

@testable import ScrupleScoring

/// Models with known parameters, and pairs that follow them.
enum KnownTruth {
  /// The five yes/no fields of the shared vectors.
  static let m = [0.97, 0.93, 0.88, 0.8, 0.7]
  static let u = [0.004, 0.02, 0.08, 0.5, 0.0005]
  static let prior = 0.002

  static let binaryOutlines = (0..<5).map {
    ComparisonOutline(name: "f\($0)", levelLabels: ["different", "equal"])
  }

  static func binaryModel(
    prior: Double = prior, m: [Double] = m, u: [Double] = u
  ) -> FellegiSunterModel {
    FellegiSunterModel(
      priorMatchProbability: prior,
      comparisons: zip(m, u).enumerated().map { index, pair in
        ComparisonModel(
          name: "f\(index)",
          levels: [
            LevelModel(
              label: "different", mProbability: 1 - pair.0, uProbability: 1 - pair.1),
            LevelModel(label: "equal", mProbability: pair.0, uProbability: pair.1),
          ])
      })
  }

  /// Expected counts of all patterns, optionally with correlation of the first two fields
  /// among non-matches.
  static func binaryCounts(
    total: Double = 1e6, correlation: Double = 0
  ) -> (counts: AgreementPatternCounts, matches: [Double]) {
    let layout = PatternLayout(levelCounts: [2, 2, 2, 2, 2])
    let covariance =
      correlation * (u[0] * (1 - u[0]) * u[1] * (1 - u[1])).squareRoot()
    var patterns: [UInt64] = []
    var counts: [Double] = []
    var matches: [Double] = []
    for code in 0..<32 {
      let agrees = (0..<5).map { code >> $0 & 1 == 1 }
      var pm = 1.0
      var pu = 1.0
      for field in 0..<5 {
        pm *= agrees[field] ? m[field] : 1 - m[field]
        if field > 1 { pu *= agrees[field] ? u[field] : 1 - u[field] }
      }
      let joint =
        (agrees[0] ? u[0] : 1 - u[0]) * (agrees[1] ? u[1] : 1 - u[1])
        + (agrees[0] == agrees[1] ? covariance : -covariance)
      pu *= joint
      patterns.append(layout.pattern(levels: agrees.map { $0 ? 2 : 1 }))
      matches.append(total * prior * pm)
      counts.append(total * (prior * pm + (1 - prior) * pu))
    }
    // Patterns are made in ascending order, so that both lists stay parallel.
    return (
      AgreementPatternCounts(layout: layout, patterns: patterns, counts: counts), matches
    )
  }

  /// Draws pairs from a model, each field missing with a probability of its own.
  static func draw(
    _ model: FellegiSunterModel, pairs: Int, missing: [Double], seed: UInt64
  ) -> AgreementPatternCounts {
    let layout = PatternLayout(levelCounts: model.levelCounts)
    let parameters = MixtureParameters(model)
    let tables = parameters.tables.map { parameters.slots.nested($0) }
    var random = SplitMix64(seed: seed)
    var found: [UInt64: Double] = [:]
    for _ in 0..<pairs {
      let table = tables[pick(parameters.shares, &random)]
      let levels = table.indices.map { comparison in
        let level = pick(table[comparison], &random) + 1
        return random.nextUnit() < missing[comparison] ? 0 : level
      }
      found[layout.pattern(levels: levels), default: 0] += 1
    }
    let patterns = Array(found.keys)
    return AgreementPatternCounts(
      layout: layout, patterns: patterns, counts: patterns.map { found[$0] ?? 0 })
  }

  static func pick(_ shares: [Double], _ random: inout SplitMix64) -> Int {
    var left = random.nextUnit()
    for (index, share) in shares.enumerated() {
      left -= share
      if left < 0 { return index }
    }
    return shares.count - 1
  }
}

/// False discoveries among pairs at or above a match probability: claimed and true.
func falseDiscovery(
  _ model: FellegiSunterModel, _ counts: AgreementPatternCounts, matches: [Double],
  atLeast probability: Double = 0.9
) throws -> (claimed: Double, truth: Double) {
  let table = try WeightTable(model)
  var (pairs, claimed, truth) = (0.0, 0.0, 0.0)
  for (index, pattern) in counts.patterns.enumerated() {
    let weight = MatchWeight(bits: table.weight(of: pattern))
    let posterior = Probability(prior: model.prior, weight: weight)
    guard posterior.value >= probability else { continue }
    pairs += counts.counts[index]
    claimed += counts.counts[index] * posterior.complement
    truth += counts.counts[index] - matches[index]
  }
  return (claimed / pairs, truth / pairs)
}

extension ExpectationMaximization.Options {
  /// Plain maximum likelihood from one start to the last bits, as the vectors have it.
  static func vectors(from start: FellegiSunterModel) -> Self {
    var options = Self()
    options.startingModels = [start]
    options.mPseudoCount = 0
    options.uPseudoCount = 0
    options.stopping = .init(
      parameterTolerance: 1e-14, logLikelihoodTolerance: 1e-12, maximumIterations: 20000)
    return options
  }
}

extension FellegiSunterModel {
  /// Probabilities of agreement of yes/no fields.
  var agreeing: (m: [Double], u: [Double]) {
    (
      comparisons.map { $0.levels[1].mProbability },
      comparisons.map { $0.levels[1].uProbability }
    )
  }
}
