import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct ZeroEventTests {
  @Test(.enabled(if: Vectors.has("rule_of_30"), "\(SharedFiles.missing)"))
  func theRuleOfThirtyMeetsTheVectors() throws {
    let rows = try Vectors.rows("rule_of_30")
    #expect(rows.count == 4)
    for row in rows {
      let rule = RuleOfThirty(errors: row.int("errors"))
      #expect(meets(rule.normalHalfWidth, row["normal_rel_halfwidth_90"]))
      #expect(meets(rule.lowerRatio, row["exact_poisson_lo_over_est_90"]))
      #expect(meets(rule.upperRatio, row["exact_poisson_hi_over_est_90"]))
      #expect(rule.isMet == (row.int("errors") >= 30))
    }
  }

  @Test func noErrorsHaveNoRelativeWidth() {
    let rule = RuleOfThirty(errors: 0)
    #expect(rule.lowerRatio == nil && rule.upperRatio == nil && !rule.isMet)
    #expect(RuleOfThirty.errorsNeeded(halfWidth: 0.1) == 271)
    #expect(RuleOfThirty.errorsNeeded(halfWidth: 0.301) == 30)
  }

  @Test func zeroOfNIsBoundedAndNeverZero() throws {
    for total in [1, 2, 59, 299, 2995, 500_000_000_000] {
      let bound = try #require(ZeroEventBound(total: total))
      #expect(bound.exact > 0 && bound.exact < bound.ruleOfThree)
      let same = BinomialInterval.upperBound(count: 0, total: total)
      #expect(abs(bound.exact - same) <= 1e-15 * same)
    }
    let bound = try #require(ZeroEventBound(total: 299))
    #expect(bound.exact < 0.01 && bound.ruleOfThree > 0.01)
    #expect(ZeroEventBound(total: 0) == nil)
  }

  @Test func binomialTailsAreSumsOfTheirMasses() {
    for n in [0, 1, 2, 7, 25, 60] {
      for p in [0, 1e-6, 0.01, 0.3, 0.5, 0.9, 1] {
        let law = BinomialDistribution(trials: n, probability: p)
        let masses = naiveBinomialMasses(n, p)
        var below = 0.0
        for x in 0...n {
          #expect(abs(law.probability(of: x) - masses[x]) <= 1e-12 * max(masses[x], 1e-3))
          #expect(abs(law.probability(atLeast: x) - masses[x...].reduce(0, +)) < 1e-12)
          below += masses[x]
          #expect(abs(law.probability(atMost: x) - below) < 1e-12)
        }
      }
    }
  }

  @Test func midPLimitsLieInsideTheExactOnes() {
    for n in 1...40 {
      for x in 0...n {
        let exact = BinomialInterval.clopperPearson(count: x, total: n)
        let midP = BinomialInterval.midP(count: x, total: n)
        #expect(exact.lower <= midP.lower && midP.upper <= exact.upper)
      }
    }
  }
}
