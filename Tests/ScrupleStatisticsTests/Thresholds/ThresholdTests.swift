import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct ThresholdTests {
  @Test(.enabled(if: Vectors.has("ltt_pvalues"), "\(SharedFiles.missing)"))
  func pValuesMeetTheVectors() throws {
    let rows = try Vectors.rows("ltt_pvalues")
    #expect(rows.count == 10)
    for row in rows {
      let (n, x, limit) = (row.int("n"), row.int("errors"), row["alpha"])
      let mean = Double(x) / Double(n)
      let exact = RiskPValue.binomialTail(errors: x, total: n, limit: limit)
      #expect(meets(exact, row["p_binomial_exact"]))
      let chernoff = RiskPValue.chernoff(mean: mean, total: n, limit: limit)
      #expect(meets(chernoff, row["p_chernoff_kl"]), "\(chernoff)")
      let both = RiskPValue.hoeffdingBentkus(mean: mean, total: n, limit: limit)
      #expect(meets(both, row["p_hoeffding_bentkus"]), "\(both)")
      let simple = RiskPValue.hoeffding(mean: mean, total: n, limit: limit)
      #expect(meets(simple, row["p_hoeffding"]))
    }
  }

  @Test(.enabled(if: Vectors.has("ltt_fixed_sequence"), "\(SharedFiles.missing)"))
  func theFixedSequenceMeetsTheVectors() throws {
    let rows = try Vectors.rows("ltt_fixed_sequence")
    #expect(rows.count == 12)
    let errors = rows.map { $0.int("persons_flagged") }
    let test = LearnThenTest(errors: errors, total: 20_000, limit: 0.001, errorBudget: 0.05)
    let words: [LearnThenTest.Outcome: String] = [
      .certified: "reject", .stopped: "stop", .untested: "untested",
    ]
    for (index, row) in rows.enumerated() {
      #expect(meets(test.pValues[index], row["p_binomial"]))
      #expect(words[test.outcomes[index]] == row.text("fixed_sequence_decision"))
    }
    #expect(rows[try #require(test.laxestCertified)]["threshold"] == 0.94)
    let naive = rows.lastIndex { $0.text("naive_ok") == "yes" }
    #expect(rows[try #require(naive)]["threshold"] == 0.91)
    // On average over calibrations, the laxer threshold is allowed too.
    let control = ConformalRiskControl(
      losses: rows.map { $0["rate"] }, total: 20_000, limit: 0.001)
    #expect(rows[try #require(control.laxestWithinLimit)]["threshold"] == 0.91)
  }

  @Test func pValuesAreValidForEveryRateAboveTheLimit() {
    // P(p <= delta) <= delta at the limit itself, by exact enumeration.
    for n in [1, 5, 20, 60] {
      for limit in [0.01, 0.05, 0.2, 0.5] {
        let masses = naiveBinomialMasses(n, limit)
        for delta in [0.01, 0.05, 0.1, 0.3] {
          var chances = [0.0, 0, 0]
          for x in 0...n {
            let mean = Double(x) / Double(n)
            let values = [
              RiskPValue.binomialTail(errors: x, total: n, limit: limit),
              RiskPValue.chernoff(mean: mean, total: n, limit: limit),
              RiskPValue.hoeffdingBentkus(mean: mean, total: n, limit: limit),
            ]
            for (index, value) in values.enumerated() where value <= delta {
              chances[index] += masses[x]
            }
          }
          #expect(chances.allSatisfy { $0 <= delta + 1e-12 }, "\(n) \(limit) \(delta)")
        }
      }
    }
    #expect(RiskPValue.binomialTail(errors: 0, total: 0, limit: 0.01) == 1)
  }

  @Test func thePromiseIsKeptInCalibrationsWhereTheNaiveRuleBreaksIt() {
    // Twenty settings whose true risk climbs through the limit of 1 %; 1,500 persons each time.
    let risks = (1...20).map { 0.001 * Double($0) }
    let (limit, budget, runs) = (0.0105, 0.05, 1000)
    var generator = SeededGenerator(state: 2024)
    var (broken, naivelyBroken) = (0, 0)
    for _ in 0..<runs {
      // A person is flagged from the first setting on whose risk exceeds their own number.
      var errors = [Int](repeating: 0, count: 20)
      for _ in 0..<1500 {
        let own = Double.random(in: 0..<1, using: &generator)
        guard own < 0.02 else { continue }
        for setting in risks.indices where own < risks[setting] { errors[setting] += 1 }
      }
      let test = LearnThenTest(errors: errors, total: 1500, limit: limit, errorBudget: budget)
      if let chosen = test.laxestCertified, risks[chosen] > limit { broken += 1 }
      let naive = errors.lastIndex { Double($0) / 1500 <= limit }
      if let naive, risks[naive] > limit { naivelyBroken += 1 }
    }
    #expect(Double(broken) <= budget * Double(runs), "\(broken)")
    #expect(naivelyBroken > 300, "\(naivelyBroken)")
  }

  @Test func theFirstFailureEndsTheTesting() {
    let test = LearnThenTest(pValues: [0.01, 0.2, 0.001], errorBudget: 0.05)
    #expect(test.outcomes == [.certified, .stopped, .untested] && test.laxestCertified == 0)
    let none = LearnThenTest(pValues: [0.5, 0.001], errorBudget: 0.05)
    #expect(none.laxestCertified == nil)
    #expect(LearnThenTest(pValues: [], errorBudget: 0.05).laxestCertified == nil)
  }

  @Test func aCertificateForAllGroupsIsNeverLaxerThanForEach() {
    let first = (errors: [0, 1, 4, 9], total: 2000)
    let second = (errors: [0, 0, 1, 2], total: 700)
    let both = LearnThenTest(groups: [first, second], limit: 0.01, errorBudget: 0.05)
    for group in [first, second] {
      let alone = LearnThenTest(
        errors: group.errors, total: group.total, limit: 0.01, errorBudget: 0.05)
      #expect((both.laxestCertified ?? -1) <= (alone.laxestCertified ?? -1))
    }
    let empty = LearnThenTest(
      groups: [first, (errors: [0, 0, 0, 0], total: 0)], limit: 0.01, errorBudget: 0.05)
    #expect(empty.laxestCertified == nil)
  }

  @Test func controlWithoutLabelsAllowsNothing() {
    let control = ConformalRiskControl(losses: [0, 0], total: 0, limit: 0.5)
    #expect(control.bounds == [1, 1] && control.laxestWithinLimit == nil)
  }

  @Test func plansSayHowManyMoreLabelsWouldCertify() throws {
    let fresh = CertificationPlan(errors: 0, total: 0, limit: 0.01, errorBudget: 0.05)
    #expect(fresh.ifErrorFree == 299 && fresh.atObservedRate == nil)
    let plan = CertificationPlan(errors: 3, total: 600, limit: 0.01, errorBudget: 0.05)
    let tail = { (errors: Int, total: Int) in
      RiskPValue.binomialTail(errors: errors, total: total, limit: 0.01)
    }
    #expect(tail(3, 600 + plan.ifErrorFree) <= 0.05 && tail(3, 599 + plan.ifErrorFree) > 0.05)
    let more = try #require(plan.atObservedRate)
    #expect(more > plan.ifErrorFree)
    #expect(tail(3 + Int(Double(more) * 0.005), 600 + more) <= 0.05)
    #expect((plan.atMedianBound ?? .max) > more)
    let done = CertificationPlan(errors: 0, total: 400, limit: 0.01, errorBudget: 0.05)
    #expect(done.ifErrorFree == 0 && done.atObservedRate == 0)
    let hopeless = CertificationPlan(errors: 8, total: 600, limit: 0.01, errorBudget: 0.05)
    #expect(hopeless.atObservedRate == nil && hopeless.ifErrorFree > 0)
  }
}
