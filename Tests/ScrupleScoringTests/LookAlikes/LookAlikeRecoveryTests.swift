import ScrupleComparison
import ScrupleExecution
import Testing

@testable import ScrupleScoring

private let one = Parallelism(threadCount: 1)

/// Draw pairs from a known mixture, fit, get it back.
struct LookAlikeRecoveryTests {
  private typealias Truth = LookAlikeTruth

  private var truth: [Double] {
    Truth.pairs + (Truth.m + Truth.u).flatMap { $0 }
  }

  /// The prior is worth ten pairs of 5,000: 0.0004 of m at most. The shares are
  /// those of EM that stops at a relative change of 1e-6.
  @Test func expectedCountsGiveTheMixtureBack() throws {
    let model = try Truth.training().fit(Truth.expected, parallelism: one)
    for (found, known) in zip(model.classValues(total: Truth.total), truth) {
      let tolerance = known > 1 ? 0.01 * known : 0.001
      #expect(abs(found - known) <= tolerance, "\(found) for \(known)")
    }
    #expect(model.training?.startsThatAgreed == 3)
    #expect(model.training?.warnings == [])
  }

  @Test func drawnCountsGiveTheMixtureBackWithinFiveDeviations() throws {
    let training = Truth.training()
    let runs = try (1...10).map { seed in
      try training.fit(Truth.sampled(seed: UInt64(seed)), parallelism: one)
        .classValues(total: Truth.total)
    }
    for (index, known) in truth.enumerated() {
      let values = runs.map { $0[index] }
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = (squares / Double(values.count - 1)).squareRoot()
      for value in values {
        #expect(abs(value - known) <= 5 * deviation + 1e-6, "\(value) for \(known), \(index)")
      }
      #expect(abs(mean - known) <= 5 * deviation / Double(values.count).squareRoot() + 1e-3 * known)
      // The deviation must itself be small, or the lines above say nothing.
      #expect(deviation <= (known > 1 ? 0.1 * known : 0.03), "\(known)")
    }
  }

  /// Shares of false pairs among those at or above 0.9: claimed and true.
  private func falseDiscovery(
    _ lookAlikes: [LookAlikeClass]
  ) throws -> (claimed: Double, truth: Double) {
    let model = try Truth.training(lookAlikes).fit(Truth.expected, parallelism: one)
    let all = Truth.expected.candidates
    var (pairs, claimed, found) = (0.0, 0.0, 0.0)
    let odds = try posteriors(model, all.patterns)
    for (index, probability) in odds.enumerated() where probability.value >= 0.9 {
      pairs += all.counts[index]
      claimed += all.counts[index] * probability.complement
      found += all.counts[index] - Truth.expectedMatches.counts[index]
    }
    return (claimed / pairs, found / pairs)
  }

  @Test func withoutAClassForLookAlikesTheFalseDiscoveriesClaimedAreFarTooFew() throws {
    let without = try falseDiscovery([])
    #expect(without.truth > 0.1 && without.claimed < without.truth / 5, "\(without)")
    let with = try falseDiscovery([Truth.kin, Truth.twins])
    #expect(abs(with.claimed - with.truth) < 0.002, "\(with)")
    #expect(with.truth < without.truth / 3)
  }

  @Test func fittingAgainFromTheModelsOwnMatchesChangesNothing() throws {
    var training = Truth.training()
    training.tolerance = 1e-12
    let model = try training.fit(Truth.expected, parallelism: one)
    let all = Truth.expected.candidates
    let matched = zip(try posteriors(model, all.patterns), all.counts).map { $0.value * $1 }
    let again = training.refit(
      model, evidence: Truth.expected,
      matched: AgreementPatternCounts(
        layout: all.layout, patterns: all.patterns, counts: matched),
      largestHardCount: .infinity, parallelism: one)
    let values = zip(
      model.classValues(total: Truth.total), again.classValues(total: Truth.total))
    // u is drawn by one pseudo pair towards the average over the rest, in place of
    // over all: 1e-10 of ten million.
    for (before, after) in values { #expect(abs(after / before - 1) < 1e-5) }
  }

  @Test(arguments: [10.0, 500, 1_500])
  func aClassThatLooksLikeMatchesIsKeptAsSmallAsItIsTold(most: Double) throws {
    let training = Truth.training()
    let model = try training.fit(Truth.expected, parallelism: one)
    let again = training.refit(
      model, evidence: Truth.expected, matched: Truth.expectedMatches, largestHardCount: most,
      parallelism: one)
    // The shares of a model are scaled to add up to 1.
    let pairs = again.shares(total: Truth.total)
    #expect(pairs[3] <= most * 1.001 && pairs[3] >= most * 0.9)
    #expect(pairs[2] > 7_000)
  }
}
