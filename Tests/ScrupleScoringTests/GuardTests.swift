import ScrupleComparison
import Testing

@testable import ScrupleScoring

/// What the trainer does when the data mislead it.
struct GuardTests {
  static let outlines = [
    ComparisonOutline(name: "surname", levelLabels: ["else", "near", "equal"]),
    ComparisonOutline(name: "given", levelLabels: ["else", "equal"]),
    ComparisonOutline(name: "birth", levelLabels: ["else", "equal"]),
    ComparisonOutline(name: "place", levelLabels: ["else", "equal"]),
  ]

  /// Surnames whose near level is rarer among non-matches than the equal one.
  static func model(m: [Double], u: [Double]) -> FellegiSunterModel {
    FellegiSunterModel(
      priorMatchProbability: 0.05,
      comparisons: [
        RecoveryTests.comparison("surname", m: m, u: u),
        RecoveryTests.comparison("given", m: [0.1, 0.9], u: [0.97, 0.03]),
        RecoveryTests.comparison("birth", m: [0.1, 0.9], u: [0.99, 0.01]),
        RecoveryTests.comparison("place", m: [0.2, 0.8], u: [0.9, 0.1]),
      ])
  }

  static let upsideDown = KnownTruth.draw(
    model(m: [0.1, 0.3, 0.6], u: [0.9, 0.01, 0.09]), pairs: 20_000,
    missing: [0, 0, 0, 0], seed: 5)

  @Test func weightsOutOfOrderAreSaidInWords() throws {
    let fit = try ExpectationMaximization(outlines: Self.outlines).fit(Self.upsideDown)
    let warnings = try #require(fit.model.training).warnings
    #expect(warnings.contains { $0.hasPrefix("In comparison 'surname', level 'near' weighs") })
    let bits = fit.model.comparisons[0].levels.map(\.weight.bits)
    #expect(bits[1] > bits[2])
  }

  @Test func weightsCanBeMadeToFall() throws {
    var options = ExpectationMaximization.Options()
    options.monotoneWeights = .enforce
    let trainer = ExpectationMaximization(outlines: Self.outlines, options: options)
    let model = try trainer.fit(Self.upsideDown).model
    for comparison in model.comparisons {
      let bits = comparison.levels.map(\.weight.bits)
      for (worse, better) in zip(bits, bits.dropFirst()) { #expect(worse <= better + 1e-9) }
      #expect(abs(comparison.levels.reduce(0) { $0 + $1.mProbability } - 1) <= 1e-9)
      #expect(try #require(bits.last) >= 0)
    }
    #expect(model.faults.isEmpty)
    #expect(model.training?.warnings.contains { $0.contains("refitted") } == true)
  }

  @Test func enforcingChangesNothingWhereWeightsFallAnyway() throws {
    let sample = KnownTruth.draw(
      Self.model(m: [0.05, 0.15, 0.8], u: [0.9, 0.07, 0.03]), pairs: 10_000,
      missing: [0, 0, 0.2, 0], seed: 6)
    var options = ExpectationMaximization.Options()
    let free = try ExpectationMaximization(outlines: Self.outlines, options: options)
      .fit(sample)
    options.monotoneWeights = .enforce
    let held = try ExpectationMaximization(outlines: Self.outlines, options: options)
      .fit(sample)
    #expect(free == held)
  }

  @Test func isotonicRegressionIsTheBestNonDecreasingSequence() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<300 {
      let values = (0..<4).map { _ in Double(random.next() % 5) }
      let weights = (0..<4).map { _ in Double(random.next() % 3 + 1) }
      let fitted = isotonicRegression(values: values, weights: weights)
      func loss(_ candidate: [Double]) -> Double {
        var sum = 0.0
        for index in 0..<4 {
          let error: Double = candidate[index] - values[index]
          sum += weights[index] * error * error
        }
        return sum
      }
      for (a, b) in zip(fitted, fitted.dropFirst()) { #expect(a <= b) }
      let best = loss(fitted)
      for code in 0..<4096 {
        let other = (0..<4).map { Double(code >> (3 * $0) & 7) * 4 / 7 }
        guard zip(other, other.dropFirst()).allSatisfy({ $0 <= $1 }) else { continue }
        if loss(other) < best - 1e-9 { Issue.record("\(values) \(weights) \(other)") }
      }
    }
  }

  @Test func aLevelNobodyReachesNeverGetsHugeWeight() throws {
    // The near level never occurs: without a prior its m would fall to the floor.
    let sample = KnownTruth.draw(
      Self.model(m: [0.1, 1e-12, 0.9], u: [0.9, 1e-12, 0.1]), pairs: 20_000,
      missing: [0, 0, 0, 0], seed: 7)
    let model = try ExpectationMaximization(outlines: Self.outlines).fit(sample).model
    #expect(abs(model.comparisons[0].levels[1].weight.bits) < 12)
    #expect(model.training?.warnings.contains { $0.contains("'near' never occurs") } == true)
  }

  @Test func aLevelThatMatchesNeverShowIsNotADeathSentence() throws {
    let sample = KnownTruth.draw(
      Self.model(m: [0.1, 1e-12, 0.9], u: [0.88, 0.02, 0.1]), pairs: 20_000,
      missing: [0, 0, 0, 0], seed: 7)
    let model = try ExpectationMaximization(outlines: Self.outlines).fit(sample).model
    #expect(model.comparisons[0].levels[1].weight.bits > -10)
  }

  @Test func noPairsIsAnError() {
    let counts = AgreementPatternCounts(
      layout: PatternLayout(levelCounts: [3, 2, 2, 2]), patterns: [], counts: [])
    #expect(throws: ScoringError.noPairs) {
      try ExpectationMaximization(outlines: Self.outlines).fit(counts)
    }
  }

  @Test func otherLevelsThanTheOutlineAreAnError() {
    let counts = AgreementPatternCounts(
      layout: PatternLayout(levelCounts: [2]), patterns: [1], counts: [1])
    #expect(
      throws: ScoringError.layoutMismatch(
        expectedLevelCounts: [3, 2, 2, 2], foundLevelCounts: [2])
    ) { try ExpectationMaximization(outlines: Self.outlines).fit(counts) }
  }

  @Test func hittingTheCapIsAnErrorNotAWarning() {
    var options = ExpectationMaximization.Options()
    options.stopping.maximumIterations = 2
    let error = #expect(throws: ScoringError.self) {
      try ExpectationMaximization(outlines: Self.outlines, options: options)
        .fit(Self.upsideDown)
    }
    guard case .notConverged(iterations: 2, _, _)? = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test func fixedValuesStayAsGiven() throws {
    var options = ExpectationMaximization.Options()
    options.prior = .fixed(0.05)
    options.uProbabilities = [.fixed([0.9, 0.02, 0.08]), .free, .free, .fixed([0.9, 0.1])]
    let model = try ExpectationMaximization(outlines: Self.outlines, options: options)
      .fit(Self.upsideDown).model
    #expect(model.priorMatchProbability == 0.05)
    #expect(model.comparisons[0].levels.map(\.uProbability) == [0.9, 0.02, 0.08])
    #expect(model.comparisons[3].levels.map(\.uProbability) == [0.9, 0.1])
  }

  @Test func anImplausiblePriorIsSaid() throws {
    var options = ExpectationMaximization.Options()
    options.plausiblePriorMatchProbabilities = 1e-6...1e-3
    let fit = try ExpectationMaximization(outlines: Self.outlines, options: options)
      .fit(Self.upsideDown)
    #expect(fit.model.training?.warnings.contains { $0.contains("plausible") } == true)
  }

  @Test func badOptionsAreRefused() {
    func fails(_ name: String, _ change: (inout ExpectationMaximization.Options) -> Void) {
      var options = ExpectationMaximization.Options()
      change(&options)
      let error = #expect(throws: ScoringError.self) {
        try ExpectationMaximization(outlines: Self.outlines, options: options)
          .fit(Self.upsideDown)
      }
      guard case .invalidOption(name, _)? = error else {
        Issue.record("\(name): got \(String(describing: error))")
        return
      }
    }
    fails("prior") { $0.prior = .fixed(0) }
    fails("uProbabilities") { $0.uProbabilities = [.free] }
    fails("uProbabilities") {
      $0.uProbabilities = [.fixed([0.5, 0.4, 0.2]), .free, .free, .free]
    }
    fails("mPseudoCount") { $0.mPseudoCount = -1 }
    fails("uPseudoCount") { $0.uPseudoCount = .nan }
    fails("nonMatchClassCount") { $0.nonMatchClassCount = 0 }
    fails("startCount") { $0.startCount = 0 }
    fails("smallestProbability") { $0.smallestProbability = 0 }
  }

  @Test func priorSharesFallAndAddUpToOne() {
    for count in 1...8 {
      let shares = MixturePrior.fallingShares(count)
      #expect(isClose(shares.reduce(0, +), 1))
      for (worse, better) in zip(shares, shares.dropFirst()) { #expect(worse < better) }
    }
  }

  @Test func tooFewComparisonsAreSaid() throws {
    let counts = AgreementPatternCounts(
      layout: PatternLayout(levelCounts: [2, 2]), patterns: [5, 6, 9, 10],
      counts: [900, 20, 30, 50])
    let fit = try ExpectationMaximization(outlines: Array(Self.outlines[1...2])).fit(counts)
    #expect(fit.model.training?.warnings.contains { $0.hasPrefix("Only 2 comparisons") } == true)
  }
}
