import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct ComparisonTests {
  @Test(.enabled(if: Vectors.has("multiplicity"), "\(SharedFiles.missing)"))
  func adjustedPValuesMeetTheVectors() throws {
    let rows = try Vectors.rows("multiplicity")
    #expect(rows.count == 14)
    // Given from the greatest to the least: the order must not matter.
    let pValues = Array(rows.map { $0["p"] }.reversed())
    let columns: [(MultipleComparisons.Method, String)] = [
      (.bonferroni, "bonferroni"), (.holm, "holm"), (.benjaminiHochberg, "bh"),
      (.benjaminiYekutieli, "by"),
    ]
    for (method, column) in columns {
      let adjusted = MultipleComparisons.adjusted(pValues, by: method)
      for (row, value) in zip(rows, adjusted.reversed()) { #expect(meets(value, row[column])) }
    }
  }

  @Test func adjustingNeverLowersAPValueAndKeepsTheirOrder() {
    var generator = SeededGenerator(state: 15)
    for _ in 0..<100 {
      let pValues = (0..<8).map { _ in Double(Int.random(in: 0...20, using: &generator)) / 20 }
      var byMethod: [MultipleComparisons.Method: [Double]] = [:]
      for method in MultipleComparisons.Method.allCases {
        let adjusted = MultipleComparisons.adjusted(pValues, by: method)
        byMethod[method] = adjusted
        for i in 0..<8 {
          #expect(adjusted[i] >= pValues[i] && adjusted[i] <= 1)
          for j in 0..<8 where pValues[i] <= pValues[j] { #expect(adjusted[i] <= adjusted[j]) }
        }
      }
      for i in 0..<8 {
        let holm = byMethod[.holm]?[i] ?? .nan
        #expect((byMethod[.benjaminiHochberg]?[i] ?? .nan) <= holm + 1e-15)
        #expect(holm <= (byMethod[.bonferroni]?[i] ?? .nan))
      }
    }
    #expect(MultipleComparisons.adjusted([], by: .holm).isEmpty)
  }

  @Test(
    .enabled(
      if: Vectors.has("standardisation_strata") && Vectors.has("standardisation_expected"),
      "\(SharedFiles.missing)"))
  func crudeAndAdjustedRatiosMeetTheVectors() throws {
    let rows = try Vectors.rows("standardisation_strata")
    let comparison = StratifiedComparison(
      strata: rows.map {
        TwoProportions(
          count: $0.int("x1"), total: $0.int("n1"), referenceCount: $0.int("x0"),
          referenceTotal: $0.int("n0"))
      })
    for (row, stratum) in zip(rows, comparison.strata) {
      #expect(meets(stratum.rate, row["rate1"]) && meets(stratum.referenceRate, row["rate0"]))
    }
    let want = try Vectors.quantities("standardisation_expected")
    #expect(want.count == 11)
    let standard = try #require(comparison.standardized())
    let common = try #require(comparison.mantelHaenszelRatio())
    let got: [String: Double?] = [
      "crude_rate1": comparison.crude.rate, "crude_rate0": comparison.crude.referenceRate,
      "crude_rr": comparison.crude.ratio, "std_rate1_total_pop": standard.rate,
      "std_rate0_total_pop": standard.referenceRate, "std_rr": standard.ratio,
      "std_diff": standard.difference, "se_std_diff": standard.differenceError,
      "mh_rr": common.estimate, "mh_rr_lo95": common.lower, "mh_rr_hi95": common.upper,
    ]
    for (name, value) in got { #expect(meets(value, want[name] ?? .nan), "\(name)") }
  }

  @Test func oneStratumIsTheCrudeComparison() throws {
    let pair = TwoProportions(count: 9, total: 200, referenceCount: 14, referenceTotal: 900)
    let comparison = StratifiedComparison(strata: [pair])
    let common = try #require(comparison.mantelHaenszelRatio())
    let katz = try pair.katzRatio()
    #expect(abs(common.estimate - (pair.ratio ?? 0)) < 1e-12)
    #expect(abs(common.lower - katz.lower) < 1e-12)
    #expect(abs((comparison.standardized()?.ratio ?? 0) - (pair.ratio ?? 0)) < 1e-12)
  }

  @Test func strataWithoutUnitsSayNothing() throws {
    let pair = TwoProportions(count: 9, total: 200, referenceCount: 14, referenceTotal: 900)
    let empty = TwoProportions(count: 3, total: 5, referenceCount: 0, referenceTotal: 0)
    let comparison = StratifiedComparison(strata: [pair, empty])
    #expect(
      comparison.mantelHaenszelRatio()
        == StratifiedComparison(strata: [pair]).mantelHaenszelRatio())
    #expect(comparison.standardized() == nil)
    #expect(comparison.standardized(weights: [1, 0]) != nil)
    #expect(StratifiedComparison(strata: []).standardized() == nil)
    #expect(StratifiedComparison(strata: [empty]).mantelHaenszelRatio() == nil)
  }
}
