import ScrupleComparison
import Testing

@testable import ScrupleScoring

@Suite(.enabled(if: SharedVectors.arePresent, SharedVectors.absence))
struct WeightVectorTests {
  /// The three fields behind the vectors, read off `fs_decision_table.csv`.
  @Test func matchWeightsAndProbabilitiesAreThoseOfTheVectors() throws {
    for row in try SharedVectors.rows("fs_match_weights.csv") {
      let model = KnownTruth.binaryModel(
        prior: try row.number("lambda"), m: [0.95, 0.9, 0.85], u: [0.02, 0.1, 0.5])
      let table = try WeightTable(model)
      let pattern: String = try #require(row["pattern"])
      let levels = pattern.map { $0 == "1" ? 2 : 1 }
      let bits = table.weight(of: table.layout.pattern(levels: levels))
      #expect(
        isClose(
          ElementaryFunctions.binaryExponential(bits), try row.number("bayes_factor")))
      let posterior = Probability(prior: model.prior, weight: MatchWeight(bits: bits))
      #expect(isClose(posterior.logOdds, try row.number("total_match_weight_log2")))
      #expect(isClose(posterior.value, try row.number("match_probability")))
      let explanation = try Explanation(model: model, levels: levels)
      #expect(isClose(explanation.matchProbability, posterior.value))
    }
  }

  @Test func termFrequencyAdjustmentsAreThoseOfTheVectors() throws {
    let unlimited = TermFrequencySettings(
      minimumFrequency: 1e-300, maximumAdjustmentBits: .infinity)
    let floored = TermFrequencySettings(maximumAdjustmentBits: .infinity)
    for row in try SharedVectors.rows("tf_adjustment.csv") {
      let average = try row.number("u_average")
      let unadjusted = MatchWeight(
        mProbability: try row.number("m"), uProbability: average
      ).bits
      let frequency = try row.number("term_freq")
      let bits = unlimited.exactAdjustment(frequency: frequency, averageUProbability: average)
      #expect(isClose(unadjusted, try row.number("log2_bf_unadjusted")))
      #expect(isClose(bits, try row.number("log2_tf_adjustment")))
      #expect(isClose(unadjusted + bits, try row.number("log2_bf_adjusted")))
      let limited = floored.exactAdjustment(frequency: frequency, averageUProbability: average)
      #expect(
        isClose(unadjusted + limited, try row.number("log2_bf_adjusted_min_freq_1e-5")))
    }
  }

  @Test func samplingOfUIsThatOfTheVectors() throws {
    for row in try SharedVectors.rows("u_random_sampling.csv") {
      let (n, m) = (try row.number("N"), try row.number("M"))
      let share = try row.number("true_pairs") / n / m
      let (u, mProbability) = (try row.number("u_true"), try row.number("m_true"))
      #expect(isClose(share, try row.number("match_share")))
      let estimate = USampling.expectedEstimate(
        uProbability: u, mProbability: mProbability, matchShare: share)
      #expect(isClose(estimate, try row.number("u_expected_estimate")))
      let freed = USampling.uProbability(
        estimate: estimate, mProbability: mProbability, matchShare: share)
      #expect(isClose(freed, u))
      #expect(
        isClose(
          USampling.standardError(uProbability: u, pairs: 1e6),
          try row.number("se_at_1e6_pairs")))
      #expect(isClose(u * 1e6, try row.number("expected_agreements_at_1e6")))
    }
  }
}
