import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct AllocationTests {
  @Test(.enabled(if: Vectors.has("neyman_allocation"), "\(SharedFiles.missing)"))
  func allocationsMeetTheVectors() throws {
    let rows = try Vectors.rows("neyman_allocation")
    #expect(rows.count == 4)
    let sizes = rows.map { $0.int("N_h") }
    let allocation = NeymanAllocation(
      labels: 400, sizes: sizes, deviations: rows.map { $0["S_h_planning"] })
    let even = NeymanAllocation.proportional(labels: 400, sizes: sizes)
    for (index, row) in rows.enumerated() {
      #expect(meets(allocation.ideal[index], row["n_h_uncapped"]))
      #expect(meets(allocation.bounded[index], row["n_h_capped_take_all"]))
      #expect(meets(even[index], row["n_h_proportional"]))
    }
    #expect(allocation.counts == [209, 93, 69, 29])
  }

  @Test func aStratumThatIsTooSmallIsTakenWholeAndTheRestSharedOutAgain() {
    let allocation = NeymanAllocation(
      labels: 500, sizes: [9000, 800, 30, 5], deviations: [0.02, 0.1, 0.5, 0.5], floor: 20)
    #expect(allocation.bounded[3] == 5)
    #expect(allocation.bounded.reduce(0, +) == 500 && allocation.counts.reduce(0, +) == 500)
    // What is left keeps Neyman's proportion among the strata at no bound.
    #expect(abs(allocation.bounded[0] / allocation.bounded[1] - 180.0 / 80) < 1e-9)
  }

  @Test func randomAllocationsKeepTheirBoundsAndTheirSum() {
    var generator = SeededGenerator(state: 4)
    for _ in 0..<500 {
      let strata = Int.random(in: 1...6, using: &generator)
      let sizes = (0..<strata).map { _ in Int.random(in: 0...300, using: &generator) }
      let deviations = sizes.map { _ in
        Int.random(in: 0..<4, using: &generator) == 0
          ? 0 : Double.random(in: 0.01...0.5, using: &generator)
      }
      let labels = Int.random(in: 0...800, using: &generator)
      let floor = Int.random(in: 0...30, using: &generator)
      let allocation = NeymanAllocation(
        labels: labels, sizes: sizes, deviations: deviations, floor: floor)
      let floors = sizes.map { min($0, floor) }
      for (stratum, count) in allocation.counts.enumerated() {
        #expect(count >= floors[stratum] && count <= sizes[stratum])
      }
      let wanted = max(floors.reduce(0, +), min(labels, sizes.reduce(0, +)))
      #expect(allocation.counts.reduce(0, +) == wanted, "\(sizes) \(deviations) \(labels)")
    }
  }

  @Test func aGuessOfZeroIsPlannedWithTheFloor() {
    let floor = (0.01 * 0.99).squareRoot()
    #expect(NeymanAllocation.planningDeviation(rate: 0) == floor)
    #expect(abs(NeymanAllocation.planningDeviation(rate: 1) - floor) < 1e-15)
    #expect(NeymanAllocation.planningDeviation(rate: 0.5) == 0.5)
  }

  @Test(.enabled(if: Vectors.has("sample_size_zero_k"), "\(SharedFiles.missing)"))
  func plansMeetTheVectors() throws {
    let rows = try Vectors.rows("sample_size_zero_k")
    #expect(rows.count == 105)
    for row in rows {
      let rate = row["p0_target"]
      let plan = AcceptancePlan(
        rulingOut: rate, level: row["conf"], allowedErrors: row.int("k_allowed"))
      #expect(plan.units == row.int("n_needed"))
      #expect(meets(plan.passProbability(trueRate: rate), row["cdf_at_n"]))
      let before = BinomialDistribution(trials: plan.units - 1, probability: rate)
      #expect(meets(before.probability(atMost: plan.allowedErrors), row["cdf_at_n_minus_1"]))
      let pass = plan.passProbability(trueRate: rate / 3)
      #expect(meets(pass, row["pass_prob_if_true_rate_is_p0_over_3"]))
    }
  }

  @Test func plansAreTheSmallestByTrial() {
    for allowed in 0...3 {
      let plan = AcceptancePlan(rulingOut: 0.07, level: 0.9, allowedErrors: allowed)
      let tail = { (n: Int) in naiveBinomialMasses(n, 0.07)[...allowed].reduce(0, +) }
      #expect((allowed + 1...400).first { tail($0) <= 0.1 } == plan.units)
    }
    #expect(AcceptancePlan(rulingOut: 0.01).units == 299)
    #expect(AcceptancePlan(rulingOut: 0.01).units(designEffect: 2.5) == 748)
  }
}
