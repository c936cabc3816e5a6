import ScrupleComparison
import ScrupleExecution
import Testing

@testable import ScrupleScoring

private let one = Parallelism(threadCount: 1)

struct LookAlikeTrainingTests {
  private typealias Truth = LookAlikeTruth

  /// Patterns of seven comparisons, more than one chunk of them.
  private static let many: PairEvidence = {
    let layout = PatternLayout(levelCounts: [4, 3, 4, 3, 2, 2, 3])
    var random = SplitMix64(seed: 5)
    func stratum(_ patterns: Int, weight: Double) -> AgreementPatternCounts {
      let drawn = (0..<patterns).map { _ in
        layout.pattern(
          levels: layout.levelCounts.map { count in
            // Mostly the worst level, now and then missing.
            let draw = random.nextUnit()
            return draw < 0.1 ? 0 : draw < 0.5 ? 1 : 1 + Int(random.next() % UInt64(count))
          })
      }
      return AgreementPatternCounts(
        layout: layout, patterns: drawn,
        counts: drawn.map { _ in weight * (0.1 + random.nextUnit()) })
    }
    return PairEvidence(
      candidates: stratum(15_000, weight: 1), others: stratum(3_000, weight: 1_000))
  }()

  private static func training(of evidence: PairEvidence) -> LookAlikeTraining {
    var training = LookAlikeTraining(
      comparisons: evidence.candidates.layout.levelCounts.enumerated().map { position, count in
        let raw = (0..<count).map { Double(1 + 4 * $0) }
        let sum = raw.reduce(0, +)
        return LookAlikeTraining.ComparisonStart(
          outline: ComparisonOutline(
            name: "c\(position)", levelLabels: (1...count).map { "level \($0)" }),
          mProbabilities: raw.map { $0 / sum }, limitedLevels: [1], largestShare: 0.5)
      },
      lookAlikes: [
        LookAlikeClass(label: "kin", sharedComparisons: [0, 3]),
        LookAlikeClass(label: "home", sharedComparisons: [3]),
      ], expectedMatches: 1_000, largestMatchCount: 2_000)
    // What is tested does not depend on where EM ends.
    training.tolerance = .infinity
    training.fewestIterations = 3
    return training
  }

  @Test func neitherThreadsNorTheOrderOfPatternsChangeABit() throws {
    let evidence = Self.many
    #expect(evidence.candidates.patterns.count > 4096)
    let training = Self.training(of: evidence)
    let plain = try training.fit(evidence, parallelism: one)
    for threads in [2, 8] {
      let other = try training.fit(evidence, parallelism: Parallelism(threadCount: threads))
      #expect(other == plain, "\(threads) threads")
    }
    func reversed(_ counts: AgreementPatternCounts) -> AgreementPatternCounts {
      AgreementPatternCounts(
        layout: counts.layout, patterns: counts.patterns.reversed(),
        counts: counts.counts.reversed())
    }
    let permuted = PairEvidence(
      candidates: reversed(evidence.candidates), others: reversed(evidence.others))
    #expect(try training.fit(permuted, parallelism: one) == plain)
    func again(_ threads: Int) -> FellegiSunterModel {
      training.refit(
        plain, evidence: evidence, matched: evidence.candidates, largestHardCount: 100,
        parallelism: Parallelism(threadCount: threads))
    }
    #expect(again(1) == again(8))
  }

  @Test func everyModelIsValidAndItsClassesAreTied() throws {
    let training = Self.training(of: Self.many)
    let fitted = try training.fit(Self.many, parallelism: one)
    let again = training.refit(
      fitted, evidence: Self.many, matched: Self.many.candidates, largestHardCount: 5,
      parallelism: one)
    for model in [fitted, again] {
      #expect(model.faults == [])
      let strangers = model.nonMatchClasses[0].uProbabilities
      for (look, item) in zip(training.lookAlikes, model.nonMatchClasses.dropFirst()) {
        for (position, comparison) in model.comparisons.enumerated() {
          let m = comparison.levels.map(\.mProbability)
          #expect(abs(m.reduce(0, +) - 1) < 1e-12)
          #expect(abs(strangers[position].reduce(0, +) - 1) < 1e-12)
          let isShared = look.sharedComparisons.contains(position)
          #expect(item.uProbabilities[position] == (isShared ? m : strangers[position]))
        }
      }
      #expect(abs(model.nonMatchClasses.reduce(0) { $0 + $1.share } - 1) < 1e-12)
      #expect(model.nonMatchClasses.map(\.label) == ["strangers", "kin", "home"])
    }
  }

  @Test func noMatchDisagreesMoreOftenThanItMay() throws {
    let training = Truth.training()
    let comparison = LookAlikeTraining.ComparisonStart(
      outline: Truth.outlines[0], mProbabilities: [0.1, 0.1, 0.1, 0.7], limitedLevels: [1, 2],
      largestShare: 0.4)
    var random = SplitMix64(seed: 2)
    for _ in 0..<500 {
      let counts = [0.0] + (0..<4).map { _ in 1_000 * random.nextUnit() * random.nextUnit() }
      let m = training.matchProbabilities(counts, comparison)
      #expect(m[0] == 1)
      #expect(abs(m.dropFirst().reduce(0, +) - 1) < 1e-12)
      #expect(m[1] + m[2] <= 0.4 + 1e-12, "\(counts)")
      // Among the limited levels, and among the others, the ratios are kept.
      let free = counts.indices.dropFirst().map {
        counts[$0] + 10 * comparison.mProbabilities[$0 - 1]
      }
      #expect(abs(m[1] / m[2] - free[0] / free[1]) < 1e-9 * m[1] / m[2])
      #expect(abs(m[3] / m[4] - free[2] / free[3]) < 1e-9 * m[3] / m[4])
    }
  }

  @Test func withoutPairsThereIsNoModel() {
    let none = AgreementPatternCounts(layout: Truth.layout, patterns: [], counts: [])
    #expect(throws: ScoringError.noPairs) {
      try Truth.training().fit(PairEvidence(candidates: none, others: none), parallelism: one)
    }
  }

  @Test func tooFewRoundsAreAnError() {
    var training = Truth.training()
    training.maximumIterations = 3
    #expect(throws: ScoringError.self) { try training.fit(Truth.expected, parallelism: one) }
  }

  @Test func filesOfMatchesOnlyAreReportedAsExchangedClasses() throws {
    let matches = PairEvidence(
      candidates: Truth.expectedMatches,
      others: AgreementPatternCounts(layout: Truth.layout, patterns: [], counts: []))
    var training = Truth.training()
    training.expectedMatches = 0.9 * matches.total
    training.tolerance = 1e-3
    let error = #expect(throws: ScoringError.self) {
      try training.fit(matches, parallelism: one)
    }
    guard case .labelSwitch(let prior, let bits)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(prior > 0.5 || bits <= 0)
  }

  @Test func matchesThatAreExpectedToDisagreeAreReportedAsExchangedClasses() {
    var training = Truth.training([])
    training.comparisons = training.comparisons.map { comparison in
      LookAlikeTraining.ComparisonStart(
        outline: comparison.outline,
        mProbabilities: comparison.mProbabilities.indices.map {
          $0 == 0 ? 0.9997 : 0.0003 / Double(comparison.mProbabilities.count - 1)
        })
    }
    training.mPseudoCount = 1e12
    let error = #expect(throws: ScoringError.self) {
      try training.fit(Truth.expected, parallelism: one)
    }
    guard case .labelSwitch(_, let bits)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bits <= 0)
  }

  @Test func pairsOutsideTheCandidatesNeverAddMatches() throws {
    let candidates = Truth.expected.candidates
    var before = Double.infinity
    for added in [0, 10, 1_000, 100_000] as [Double] {
      // Pairs that agree in everything.
      let evidence = PairEvidence(
        candidates: candidates, others: Truth.counts([(Truth.m.map(\.count), added)]))
      let model = try Truth.training().fit(evidence, parallelism: one)
      let matches = model.priorMatchProbability * evidence.total
      #expect(matches <= before * (1 + 1e-6), "\(added)")
      before = matches
    }
    #expect(before < 5_000)
  }

  @Test func levelsThatNoPairHasWeighAsTheNextWorseOne() throws {
    let kept = Truth.cells.filter { $0.levels[0] != 3 && $0.levels[2] < 3 }
    let evidence = PairEvidence(
      candidates: Truth.counts(kept.map { ($0.levels, $0.pairs.reduce(0, +)) }),
      others: AgreementPatternCounts(layout: Truth.layout, patterns: [], counts: []))
    let training = Truth.training()
    let fitted = try training.fit(evidence, parallelism: one)
    let again = training.refit(
      fitted, evidence: evidence, matched: Truth.counts(kept.map { ($0.levels, $0.pairs[0]) }),
      largestHardCount: .infinity, parallelism: one)
    for model in [fitted, again] {
      let bits = model.comparisons.map { $0.levels.map(\.weight.bits) }
      // Level 3 of the given name; levels 3 and 4 of the birth date.
      #expect(abs(bits[0][2] - bits[0][1]) < 1e-9)
      #expect(abs(bits[2][2] - bits[2][1]) < 1e-9)
      #expect(abs(bits[2][3] - bits[2][1]) < 1e-9)
      #expect(bits[0][3] > bits[0][2] + 1)
      #expect(model.faults == [])
    }
  }
}
