import ScrupleBlocking
import ScrupleComparison
import ScrupleMadeUpRecords
import ScrupleScoring
import Testing

@testable import Scruple

extension PreparedLinkage {
  /// The number of pairs with each pattern, counted over all pairs.
  fileprivate var naiveCounts: [UInt64: Double] {
    var scratch = comparisons.makeScratch()
    var patterns: [UInt64] = []
    var counts: [UInt64: Double] = [:]
    let right = (0..<records.rightCount).map { UInt32($0) }
    for left in 0..<records.leftCount {
      comparisons.patterns(
        left: right.map { _ in UInt32(left) }, right: right, scratch: &scratch, into: &patterns)
      for pattern in patterns { counts[pattern, default: 0] += 1 }
    }
    return counts
  }

  fileprivate func survey(
    training: Int = 1_000_000, random: Int = 20_000, threads: Int = 1
  ) -> PatternSurvey {
    PatternSurvey(
      candidates: candidates, comparisons: comparisons, trainingPairCount: training,
      randomPairCount: random, options: MadeUpRun.options(threads))
  }
}

extension PairEvidence {
  /// Pairs of both strata by pattern.
  fileprivate var byPattern: [UInt64: Double] {
    candidates.byPattern.merging(others.byPattern, uniquingKeysWith: +)
  }
}

extension AgreementPatternCounts {
  fileprivate var total: Double { counts.reduce(0, +) }
  fileprivate var byPattern: [UInt64: Double] {
    Dictionary(uniqueKeysWithValues: zip(patterns, counts))
  }
}

struct PatternSurveyTests {
  private static let pairs = Double(130 * 150)

  /// All pairs as candidates, and only those of two rules.
  private func prepared(_ rules: [BlockingRule]) throws -> PreparedLinkage {
    var specification = MadeUpRun.specification
    specification.blocking.rules = rules
    return try MadeUpRun.prepare(MadeUpRun.people.left, MadeUpRun.people.right, specification)
  }
  private let all = [BlockingRule(keys: [])]
  private let some = [
    BlockingRule(BlockingKey(.value, "surname")), BlockingRule(BlockingKey(.year, "birth-date")),
  ]

  @Test func whereEverythingIsACandidateEveryPairIsCounted() throws {
    let prepared = try prepared(all)
    let survey = prepared.survey()
    #expect(survey.candidatePairCount == 130 * 150)
    #expect(survey.otherPairCount == 0)
    #expect(survey.evidence.others.total == 0)
    #expect(survey.evidence.candidates.byPattern == prepared.naiveCounts)
  }

  @Test(arguments: [1_000_000, 500, 50], [1_000, 20_000])
  func theWeightsAddUpToAllPairs(training: Int, random: Int) throws {
    let survey = try prepared(some).survey(training: training, random: random)
    // Sums of some hundred weights: twelve digits are left.
    #expect(abs(survey.evidence.total / Self.pairs - 1) < 1e-12)
  }

  @Test func theSampledPairsStandForTheOthers() throws {
    let prepared = try prepared(some)
    let survey = prepared.survey(random: 100_000)
    let exact = prepared.naiveCounts
    for comparison in prepared.comparisons.rules.indices {
      var expected = [Double](repeating: 0, count: 20)
      var found = expected
      let layout = prepared.comparisons.layout
      for (pattern, count) in exact {
        expected[layout.level(of: comparison, in: pattern)] += count
      }
      for (pattern, count) in survey.evidence.byPattern {
        found[layout.level(of: comparison, in: pattern)] += count
      }
      // A hundred thousand draws: the standard deviation of a share is below 0.0016.
      for (one, other) in zip(expected, found) {
        #expect(abs(one - other) / Self.pairs < 0.008)
      }
    }
  }

  @Test func candidatesAreCountedAndNotSampled() throws {
    let prepared = try prepared(some)
    let candidates = prepared.candidates
    let survey = prepared.survey(random: 0)
    let made = (0..<130).reduce(0) { sum, left in
      sum + (0..<150).count { candidates.owningRule(left: left, right: $0) != nil }
    }
    #expect(survey.candidatePairCount == made)
    #expect(survey.evidence.candidates.total == Double(made))
    #expect(survey.evidence.others.total == 0)
  }

  @Test(arguments: [2, 8])
  func theNumberOfThreadsChangesNotABit(threads: Int) throws {
    let prepared = try prepared(some)
    #expect(
      prepared.survey(threads: threads).evidence.byPattern
        == prepared.survey(threads: 1).evidence.byPattern)
  }
}
