import ScrupleComparison
import Testing

@testable import ScrupleScoring

/// Draw from a known model, fit, get it back.
struct RecoveryTests {
  /// Names, birth date and place with two to four levels.
  static let truth = FellegiSunterModel(
    priorMatchProbability: 0.02,
    comparisons: [
      comparison("given name", m: [0.06, 0.04, 0.1, 0.8], u: [0.93, 0.03, 0.02, 0.02]),
      comparison("surname", m: [0.04, 0.11, 0.85], u: [0.96, 0.025, 0.015]),
      comparison("birth date", m: [0.03, 0.07, 0.9], u: [0.97, 0.028, 0.002]),
      comparison("place", m: [0.3, 0.7], u: [0.9, 0.1]),
    ])

  static func comparison(_ name: String, m: [Double], u: [Double]) -> ComparisonModel {
    ComparisonModel(
      name: name,
      levels: zip(m, u).enumerated().map {
        LevelModel(
          label: "level \($0)", mProbability: $1.0, uProbability: $1.1)
      })
  }

  static func outlines(of model: FellegiSunterModel) -> [ComparisonOutline] {
    model.comparisons.map {
      ComparisonOutline(name: $0.name, levelLabels: $0.levels.map(\.label))
    }
  }

  /// Every probability of a model in one list.
  static func values(of model: FellegiSunterModel) -> [Double] {
    [model.priorMatchProbability]
      + model.comparisons.flatMap { $0.levels.flatMap { [$0.mProbability, $0.uProbability] } }
  }

  @Test func multiLevelModelsWithMissingValuesAreRecoveredWithinFiveDeviations() throws {
    var options = ExpectationMaximization.Options()
    options.startCount = 2
    let trainer = ExpectationMaximization(
      outlines: Self.outlines(of: Self.truth), options: options)
    var runs: [[Double]] = []
    for seed in 1...12 {
      let sample = KnownTruth.draw(
        Self.truth, pairs: 40_000, missing: [0, 0.05, 0.1, 0.4], seed: UInt64(seed))
      runs.append(Self.values(of: try trainer.fit(sample).model))
    }
    for (index, truth) in Self.values(of: Self.truth).enumerated() {
      let values = runs.map { $0[index] }
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = (squares / Double(values.count - 1)).squareRoot()
      for value in values { #expect(abs(value - truth) <= 5 * deviation) }
      #expect(abs(mean - truth) <= 5 * deviation / Double(values.count).squareRoot())
      // The deviation must itself be small, or the two lines above say nothing.
      #expect(deviation <= 0.05)
    }
  }

  @Test func theTruthIsAFixedPointOfExpectedCounts() throws {
    let truth = KnownTruth.binaryModel()
    let fit = try ExpectationMaximization(
      outlines: KnownTruth.binaryOutlines, options: .vectors(from: truth)
    ).fit(KnownTruth.binaryCounts().counts)
    for (a, b) in zip(Self.values(of: fit.model), Self.values(of: truth)) {
      #expect(abs(a - b) <= 1e-9)
    }
  }

  @Test func randomStartsAgreeOnExpectedCounts() throws {
    let fit = try ExpectationMaximization(outlines: KnownTruth.binaryOutlines)
      .fit(KnownTruth.binaryCounts().counts)
    #expect(fit.model.training?.startsThatAgreed == 10)
    #expect(fit.model.training?.warnings == [])
    #expect(abs(fit.model.priorMatchProbability - 0.002) <= 1e-5)
  }

  @Test func objectiveNeverFallsWithPseudoCountsMissingValuesAndClasses() throws {
    for classes in 1...3 {
      var options = ExpectationMaximization.Options()
      options.nonMatchClassCount = classes
      options.startCount = 1
      options.stopping = .init(parameterTolerance: 1e-4, logLikelihoodTolerance: 1e-7)
      let sample = KnownTruth.draw(
        Self.truth, pairs: 5000, missing: [0.1, 0.1, 0.1, 0.3], seed: 3)
      let fit = try ExpectationMaximization(
        outlines: Self.outlines(of: Self.truth), options: options
      ).fit(sample)
      for (before, after) in zip(fit.objectiveTrace, fit.objectiveTrace.dropFirst()) {
        #expect(after >= before - 1e-9 * abs(before))
      }
    }
  }

  @Test func orderOfPatternsDoesNotChangeABit() throws {
    let sample = KnownTruth.draw(
      Self.truth, pairs: 3000, missing: [0.1, 0.1, 0.1, 0.3], seed: 4)
    let reversed = AgreementPatternCounts(
      layout: sample.layout, patterns: sample.patterns.reversed(),
      counts: sample.counts.reversed())
    let trainer = ExpectationMaximization(outlines: Self.outlines(of: Self.truth))
    #expect(try trainer.fit(sample) == trainer.fit(reversed))
  }

  @Test func aFieldThatIsAlwaysMissingChangesNothing() throws {
    let (counts, _) = KnownTruth.binaryCounts()
    let layout = PatternLayout(levelCounts: [2, 2, 2, 2, 2, 3])
    let wider = AgreementPatternCounts(
      layout: layout, patterns: counts.patterns, counts: counts.counts)
    let narrow = try ExpectationMaximization(outlines: KnownTruth.binaryOutlines).fit(counts)
    let wide = try ExpectationMaximization(
      outlines: KnownTruth.binaryOutlines + [
        ComparisonOutline(name: "empty", levelLabels: ["a", "b", "c"])
      ]
    ).fit(wider)
    #expect(Array(wide.model.comparisons.prefix(5)) == narrow.model.comparisons)
    #expect(wide.model.priorMatchProbability == narrow.model.priorMatchProbability)
    #expect(wide.model.training?.warnings.contains { $0.contains("'empty'") } == true)
    #expect(wide.model.comparisons[5].levels.allSatisfy { $0.weight.bits == 0 })
    let tables = (try WeightTable(narrow.model), try WeightTable(wide.model))
    for pattern in counts.patterns {
      #expect(tables.0.weight(of: pattern) == tables.1.weight(of: pattern))
    }
  }
}
