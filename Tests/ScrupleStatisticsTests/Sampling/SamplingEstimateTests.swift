import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct SamplingEstimateTests {
  private static let strata = [(9000, 150, 0), (800, 120, 2), (150, 90, 31), (50, 40, 33)]

  private func example() -> StratifiedEstimate {
    StratifiedEstimate(
      strata: Self.strata.map { .init(size: $0.0, sample: $0.1, count: $0.2) })
  }

  @Test(
    .enabled(
      if: Vectors.has("stratified_strata") && Vectors.has("stratified_expected"),
      "\(SharedFiles.missing)"))
  func theStratifiedEstimateMeetsTheVectors() throws {
    let rows = try Vectors.rows("stratified_strata")
    let estimate = StratifiedEstimate(
      strata: rows.map {
        .init(size: $0.int("N_h"), sample: $0.int("n_h"), count: $0.int("x_h"))
      })
    #expect(estimate == example())
    for (row, bounds) in zip(rows, estimate.finiteListBounds()) {
      #expect(bounds.lower == row.int("hyper_lo_alpha_over_8"))
      #expect(bounds.upper == row.int("hyper_hi_alpha_over_8"))
    }
    let want = try Vectors.quantities("stratified_expected")
    #expect(want.count == 6)
    let normal = try #require(estimate.normalInterval())
    let exact = try #require(estimate.exactInterval())
    #expect(meets(estimate.estimate, want["estimate"] ?? .nan))
    #expect(meets(estimate.standardError, want["se_fpc"] ?? .nan))
    #expect(meets(normal.lowerBound, want["normal95_lo"] ?? .nan))
    #expect(meets(normal.upperBound, want["normal95_hi"] ?? .nan))
    #expect(meets(exact.lowerBound, want["bonferroni_exact95_lo"] ?? .nan))
    #expect(meets(exact.upperBound, want["bonferroni_exact95_hi"] ?? .nan))
  }

  @Test func aStratumWithoutCountsIsNotTakenForCertain() throws {
    let estimate = example()
    #expect(estimate.hasUntouchedStratum)
    let exact = try #require(estimate.exactInterval())
    let normal = try #require(estimate.normalInterval())
    #expect(exact.upperBound > 3 * normal.upperBound)
  }

  @Test func aFullCensusHasNoErrorAndAnUnlookedStratumNoEstimate() {
    let census = StratifiedEstimate(strata: [.init(size: 5, sample: 5, count: 2)])
    #expect(census.estimate == 0.4 && census.standardError == 0)
    #expect(census.exactInterval() == 0.4...0.4)
    let partial = StratifiedEstimate(
      strata: [.init(size: 5, sample: 5, count: 2), .init(size: 10, sample: 0, count: 0)])
    #expect(partial.estimate == nil && partial.exactInterval() == (2.0 / 15)...(12.0 / 15))
    #expect(StratifiedEstimate(strata: []).exactInterval() == nil)
  }

  @Test func theExactIntervalCoversEveryTruthOfASmallList() {
    // Two strata of 6 and 8, four of each looked at: all truths, all samples.
    let chance = { (x: Int, marked: Int, size: Int) in
      HypergeometricDistribution(population: size, marked: marked, sample: 4).probability(of: x)
    }
    for first in 0...6 {
      for second in 0...8 {
        var covered = 0.0
        for x in 0...4 {
          for y in 0...4 {
            let estimate = StratifiedEstimate(
              strata: [
                .init(size: 6, sample: 4, count: x), .init(size: 8, sample: 4, count: y),
              ])
            let interval = estimate.exactInterval(level: 0.8) ?? 0...0
            if interval.contains(Double(first + second) / 14) {
              covered += chance(x, first, 6) * chance(y, second, 8)
            }
          }
        }
        #expect(covered >= 0.8 - 1e-12)
      }
    }
  }

  @Test(.enabled(if: Vectors.has("oasis_instrumental"), "\(SharedFiles.missing)"))
  func theInstrumentMeetsTheVectors() throws {
    let rows = try Vectors.rows("oasis_instrumental")
    #expect(rows.count == 18)
    for start in stride(from: 0, to: 18, by: 6) {
      let group = rows[start..<start + 6]
      let instrument = OptimalInstrument(
        precisionWeight: rows[start]["alpha"], guess: rows[start]["F"])
      let shares = instrument.distribution(
        probabilities: group.map { $0["p_match"] },
        isLinked: group.map { $0.int("predicted_link") == 1 }, uniformShare: 0)
      for (row, share) in zip(group, shares) {
        let weight = instrument.weight(
          probability: row["p_match"], isLinked: row.int("predicted_link") == 1)
        #expect(meets(weight, row["unnormalised"]))
        #expect(meets(share, row["normalised"]))
      }
    }
  }

  @Test func importanceSamplingRecoversTheFMeasure() throws {
    var generator = SeededGenerator(state: 77)
    let pairs = (0..<2000).map { index -> (p: Double, linked: Bool, match: Bool) in
      let p = index < 100 ? 0.9 : index < 300 ? 0.3 : 0.002
      return (p, p > 0.25 && index < 250, Double.random(in: 0..<1, using: &generator) < p)
    }
    let both = pairs.filter { $0.linked && $0.match }.count
    let truth =
      2 * Double(both)
      / Double(pairs.filter(\.linked).count + pairs.filter(\.match).count)
    let instrument = OptimalInstrument(precisionWeight: 0.5, guess: 0.7)
    let shares = instrument.distribution(
      probabilities: pairs.map(\.p), isLinked: pairs.map(\.linked))
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    var cumulated: [Double] = []
    for share in shares { cumulated.append((cumulated.last ?? 0) + share) }
    var hits = 0
    for _ in 0..<200 {
      let draws = (0..<400).map { _ -> ImportanceSampledFMeasure.Draw in
        let u = Double.random(in: 0..<1, using: &generator)
        let index = min(cumulated.firstIndex { $0 > u } ?? 1999, 1999)
        let weight = 1 / 2000 / shares[index]
        #expect(weight <= 10 + 1e-9)
        return .init(weight: weight, isLinked: pairs[index].linked, isMatch: pairs[index].match)
      }
      let figure = ImportanceSampledFMeasure(draws: draws, precisionWeight: 0.5)
      let estimate = try #require(figure.estimate)
      let error = try #require(figure.standardError)
      if abs(estimate - truth) <= 1.96 * error { hits += 1 }
    }
    #expect(hits >= 175, "\(hits) of 200")
    #expect(ImportanceSampledFMeasure(draws: [], precisionWeight: 0.5).estimate == nil)
  }

  @Test func nothingToWeighIsDrawnEvenly() {
    let instrument = OptimalInstrument(precisionWeight: 1, guess: 0.5)
    let shares = instrument.distribution(
      probabilities: [0.1, 0.2], isLinked: [false, false], uniformShare: 0)
    #expect(shares == [0.5, 0.5])
  }

  /// True clusters {1,2,3}, {4,5}, {6} against the links {1,2}, {3,5}, {4}, {6,7,8}.
  private func clusters(_ weights: [Double]) -> (precision: RatioEstimate, recall: RatioEstimate) {
    let both = [1.0, 0, 0]
    return (
      RatioEstimate(numerators: both, denominators: [1.5, 0.5, 1], weights: weights),
      RatioEstimate(numerators: both, denominators: [3, 1, 0], weights: weights)
    )
  }

  @Test func ratiosMeetThePublishedExample() throws {
    let (precision, recall) = clusters([1, 1, 1])
    #expect(meets(precision.estimate, 0.3888888888888889))
    #expect(meets(precision.standardError, 0.2545875386086578))
    #expect(meets(recall.estimate, 0.296875))
    #expect(meets(recall.standardError, 0.10825317547305482))
    let none = RatioEstimate(numerators: [0, 0], denominators: [1, 2])
    #expect(none.estimate == 0 && none.standardError == 0)
    #expect(RatioEstimate(numerators: [1], denominators: [1]).estimate == nil)
  }

  @Test(.enabled(if: Vectors.has("binette_design"), "\(SharedFiles.missing)"))
  func ratiosMeetTheVectors() throws {
    let rows = try Vectors.rows("binette_design")
    #expect(rows.count == 2)
    for row in rows {
      let isUniform = row.text("weights") == "uniform"
      let (precision, recall) = clusters(isUniform ? [1, 1, 1] : [1.0 / 3, 0.5, 1])
      #expect(meets(precision.estimate, row["precision"]))
      #expect(meets(precision.standardError, row["precision_sd"]))
      #expect(meets(recall.estimate, row["recall"]))
      #expect(meets(recall.standardError, row["recall_sd"]))
    }
  }
}
