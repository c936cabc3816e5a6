import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct GrowthTests {
  @Test(.enabled(if: Vectors.has("fpir_projection"), "\(SharedFiles.missing)"))
  func homogeneousGrowthMeetsTheVectors() throws {
    let rows = try Vectors.rows("fpir_projection")
    #expect(rows.count == 24)
    for row in rows {
      let (rate, size) = (row["fmr"], row.int("M"))
      let got = HomogeneousGrowth.identificationRate(falseMatchRate: rate, registrySize: size)
      #expect(meets(got, row["fpir_1_minus_pow"]))
      let bound = HomogeneousGrowth.expectedFalseLinks(falseMatchRate: rate, registrySize: size)
      #expect(meets(bound, row["union_bound"]))
      #expect(got <= bound)
    }
    #expect(HomogeneousGrowth.identificationRate(falseMatchRate: 1, registrySize: 0) == 0)
    #expect(HomogeneousGrowth.identificationRate(falseMatchRate: 1, registrySize: 3) == 1)
  }

  @Test(.enabled(if: Vectors.has("rarefaction_fpir"), "\(SharedFiles.missing)"))
  func rarefactionMeetsTheVectors() throws {
    let counts = try Vectors.rows("rarefaction_counts").map { $0.int("false_candidates") }
    let rarefaction = Rarefaction(falseLinks: counts, registrySize: 1000)
    let rows = try Vectors.rows("rarefaction_fpir")
    #expect(rows.count == 8)
    for row in rows {
      let m = row.int("m")
      #expect(meets(rarefaction.identificationRate(at: m), row["expected_fpir_rarefaction"]))
      let links = rarefaction.expectedFalseLinks(at: m)
      #expect(meets(links, row["expected_false_flags_per_arrest"]))
      let mean = try #require(rarefaction.meanFalseMatchRate)
      let homogeneous = HomogeneousGrowth.identificationRate(falseMatchRate: mean, registrySize: m)
      #expect(meets(homogeneous, row["homogeneous_formula_same_mean_fmr"]))
    }
  }

  /// The mean over every subset of the registry, one by one.
  private func enumerated(_ linked: [Set<Int>], _ size: Int, _ registry: Int) -> Double {
    var (hits, subsets) = (0, 0)
    for mask in 0..<(1 << registry) where mask.nonzeroBitCount == size {
      subsets += 1
      for links in linked where links.contains(where: { mask >> $0 & 1 == 1 }) { hits += 1 }
    }
    return Double(hits) / Double(subsets) / Double(linked.count)
  }

  @Test func rarefactionIsTheMeanOverAllSubsets() {
    let linked: [Set<Int>] = [[], [0], [1, 2], [0, 3, 4, 6], Set(0..<9), [8]]
    let rarefaction = Rarefaction(falseLinks: linked.map(\.count), registrySize: 9)
    for size in 0...9 {
      let got = rarefaction.identificationRate(at: size) ?? .nan
      #expect(abs(got - enumerated(linked, size, 9)) < 1e-14, "\(size)")
    }
  }

  @Test func rarefactionRisesIsConcaveAndEndsAtTheObservedRate() throws {
    let counts = [0, 0, 0, 1, 1, 2, 7, 30, 200]
    let rarefaction = Rarefaction(falseLinks: counts, registrySize: 200)
    let rates = (0...200).map { rarefaction.identificationRate(at: $0) ?? .nan }
    #expect(rates[0] == 0 && abs(rates[200] - 6.0 / 9) < 1e-15)
    #expect(abs(rates[1] - (rarefaction.meanFalseMatchRate ?? 0)) < 1e-15)
    for size in 1...200 { #expect(rates[size] >= rates[size - 1] - 1e-15) }
    for size in 1..<200 { #expect(rates[size + 1] + rates[size - 1] <= 2 * rates[size] + 1e-14) }
    #expect(rarefaction.shareOfLinks(carriedByTop: 0.1) == 200.0 / 241)
    #expect(rarefaction.shareOfLinks(carriedByTop: 1) == 1)
    let none = Rarefaction(falseLinks: [], registrySize: 5)
    #expect(none.identificationRate(at: 3) == nil && none.shareOfLinks(carriedByTop: 1) == nil)
  }

  @Test(.enabled(if: Vectors.has("birthday_expected_matches"), "\(SharedFiles.missing)"))
  func coincidencesMeetTheVectors() throws {
    let rows = try Vectors.rows("birthday_expected_matches")
    #expect(rows.count == 7)
    // Forty uniform years of birth, ten of them leap years.
    let coincidence = BirthDateCoincidence(uniformOver: 1961...2000)
    var counts: [(left: Int, right: Int)] = []
    for row in rows.dropLast(2) {
      let (left, right) = (row.int("n_arrests"), row.int("n_status"))
      counts.append((left, right))
      let pairs = coincidence.expectedPairs(left: left, right: right)
      #expect(meets(pairs, row["expected_coincidental_pairs"]))
      let any = coincidence.probabilityOfAny(among: right)
      #expect(meets(any, row["prob_per_arrest_any_approx"]), "\(any)")
    }
    #expect(meets(coincidence.expectedPairs(of: counts), rows[5]["expected_coincidental_pairs"]))
    #expect(meets(coincidence.effectiveDates, rows[6]["expected_coincidental_pairs"]))
  }

  @Test func heapedBirthDatesCoincideMoreOften() {
    let even = BirthDateCoincidence(
      left: [Double](repeating: 1, count: 365), right: [Double](repeating: 1, count: 365))
    #expect(abs(even.effectiveDates - 365) < 1e-9)
    let heaped = [20.0] + [Double](repeating: 1, count: 364)
    #expect(BirthDateCoincidence(left: heaped, right: heaped).agreement > even.agreement)
  }

  private func projection(
    _ rates: [(Double, Double, ClosedRange<Double>)], to size: Int, limit: Double? = 10
  ) throws -> StratifiedProjection {
    let strata = rates.map {
      StratifiedProjection.Stratum(share: $0.0, rate: $0.1, interval: $0.2)
    }
    return try StratifiedProjection(
      strata: strata, measuredAt: 1_000_000, registrySize: size, greatestFactor: limit)
  }

  @Test func aProjectionBeyondTenTimesIsRefused() throws {
    let rates = [(0.9, 1e-9, 1e-10...4e-9), (0.1, 1e-6, 5e-7...2e-6)]
    let here = try projection(rates, to: 10_000_000)
    #expect(here.isExtrapolation)
    #expect(
      throws: StatisticsError.extrapolationTooFar(
        observed: 1_000_000, requested: 10_000_001, limit: 10)
    ) { try projection(rates, to: 10_000_001) }
    #expect(try projection(rates, to: 1_000_000_000, limit: nil).identificationRate.upper <= 1)
  }

  @Test func projectionsRiseStayOrderedAndBelowTheHomogeneousRate() throws {
    let rates = [(0.9, 1e-9, 1e-10...4e-9), (0.1, 1e-6, 5e-7...2e-6)]
    var before = -1.0
    for size in [0, 1000, 1_000_000, 3_000_000, 10_000_000] {
      let figure = try projection(rates, to: size).identificationRate
      #expect(figure.lower <= figure.estimate && figure.estimate <= figure.upper)
      #expect(figure.estimate > before)
      before = figure.estimate
      let mean = 0.9 * 1e-9 + 0.1 * 1e-6
      let flat = HomogeneousGrowth.identificationRate(falseMatchRate: mean, registrySize: size)
      #expect(figure.estimate <= flat)
      let links = try projection(rates, to: size).expectedFalseLinks
      #expect(figure.estimate <= links.estimate)
    }
  }
}
