import ScrupleComparison
import ScrupleScoring
import Testing

@testable import ScrupleDecision

struct FellegiSunterRuleTests {
  static let model = FellegiSunterModel(
    priorMatchProbability: 1.0 / 3000,
    comparisons: zip([0.95, 0.9, 0.85], [0.02, 0.1, 0.5]).enumerated().map { index, pair in
      ComparisonModel(
        name: "f\(index)",
        levels: [
          LevelModel(label: "else", mProbability: 1 - pair.0, uProbability: 1 - pair.1),
          LevelModel(label: "equal", mProbability: pair.0, uProbability: pair.1),
        ])
    })

  private func name(_ pattern: UInt64) -> String {
    let layout = PatternLayout(levelCounts: [2, 2, 2])
    return (0..<3).map { layout.level(of: $0, in: pattern) == 2 ? "1" : "0" }.joined()
  }

  @Test(.enabled(if: SharedVectors.arePresent, SharedVectors.absence))
  func patternsOfAModelAreThoseOfTheVectors() throws {
    let patterns = try FellegiSunterRule.patterns(of: Self.model)
      .sorted { $0.weight > $1.weight }
    let rows = try SharedVectors.rows("fs_decision_table.csv")
    #expect(patterns.map { name($0.pattern) } == rows.map { $0["pattern"] })
    var u = 0.0
    for (pattern, row) in zip(patterns, rows) {
      u += pattern.uProbability
      #expect(isClose(pattern.mProbability, try row.number("m_prob")))
      #expect(isClose(pattern.uProbability, try row.number("u_prob")))
      #expect(isClose(pattern.weight.bits, try row.number("log2_weight")))
      #expect(isClose(u, try row.number("cum_u_from_top")))
    }
    // Asking for a cumulative rate exactly attains it.
    for row in rows {
      let rule = try FellegiSunterRule(
        patterns: patterns, falseMatchRate: try row.number("cum_u_from_top"),
        falseNonMatchRate: try row.number("cum_m_from_bottom_inclusive"))
      #expect(isClose(rule.upper.thresholdBits, try row.number("log2_weight")))
      #expect(isClose(rule.upper.attainedRate, try row.number("cum_u_from_top")))
      #expect(isClose(rule.lower.thresholdBits, try row.number("log2_weight")))
    }
  }

  @Test(.enabled(if: SharedVectors.arePresent, SharedVectors.absence))
  func boundsAreThoseOfTheVectors() throws {
    let rows = try SharedVectors.rows("fs_decision_bounds.csv")
    let values = Dictionary(
      uniqueKeysWithValues: rows.map { ($0["quantity"] ?? "", $0) })
    func number(_ quantity: String) throws -> Double {
      let row: [String: String] = try #require(values[quantity])
      return try row.number("value")
    }
    let rule = try FellegiSunterRule(
      patterns: FellegiSunterRule.patterns(of: Self.model),
      falseMatchRate: number("mu"), falseNonMatchRate: number("lambda"))
    #expect(
      rule.upper.boundaryPatterns.map(name) == [values["pattern_at_upper_boundary"]?["value"]])
    #expect(
      rule.lower.boundaryPatterns.map(name) == [values["pattern_at_lower_boundary"]?["value"]])
    #expect(
      isClose(rule.upper.boundaryProbability, try number("prob_link_at_upper_boundary")))
    #expect(
      isClose(rule.lower.boundaryProbability, try number("prob_nonlink_at_lower_boundary")))
    #expect(isClose(rule.upper.thresholdBits, try number("nonrandom_T_mu_log2_weight")))
    #expect(rule.isAdmissible)
  }

  @Test func decisiveBounds() throws {
    let rule = try FellegiSunterRule(
      patterns: FellegiSunterRule.patterns(of: Self.model), falseMatchRate: 0.005,
      falseNonMatchRate: 0.03)
    #expect(rule.upper.boundaryPatterns.map(name) == ["101"])
    #expect(isClose(rule.upper.boundaryProbability, 1.0 / 3))
    #expect(isClose(rule.upper.thresholdBits, 7.002815015607054))
    #expect(isClose(rule.upper.attainedRate, 0.002))
    #expect(rule.lower.boundaryPatterns.map(name) == ["011"])
    #expect(isClose(rule.lower.boundaryProbability, 0.4771241830065352))
  }

  @Test func attainedRatesNeverPassTheRatesAskedFor() throws {
    let patterns = try FellegiSunterRule.patterns(of: Self.model)
    for step in 0...200 {
      let rate = Double(step) / 200
      let rule = try FellegiSunterRule(
        patterns: patterns, falseMatchRate: rate, falseNonMatchRate: rate)
      #expect(rule.upper.attainedRate <= rate + 1e-12)
      #expect(rule.lower.attainedRate <= rate + 1e-12)
      let linked = patterns.filter { $0.weight.bits >= rule.upper.thresholdBits }
      #expect(isClose(linked.reduce(0) { $0 + $1.uProbability }, rule.upper.attainedRate))
      let left = patterns.filter { $0.weight.bits <= rule.lower.thresholdBits }
      #expect(isClose(left.reduce(0) { $0 + $1.mProbability }, rule.lower.attainedRate))
    }
  }

  @Test func ratesTooLaxAreNotAdmissible() throws {
    let patterns = try FellegiSunterRule.patterns(of: Self.model)
    let rule = try FellegiSunterRule(
      patterns: patterns, falseMatchRate: 0.5, falseNonMatchRate: 0.5)
    #expect(!rule.isAdmissible)
    #expect(throws: DecisionError.self) {
      try FellegiSunterRule(patterns: patterns, falseMatchRate: 1.5, falseNonMatchRate: 0)
    }
    #expect(throws: DecisionError.self) {
      try FellegiSunterRule(
        patterns: Array(patterns.dropFirst()), falseMatchRate: 0.1, falseNonMatchRate: 0)
    }
  }
}
