import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct CalibrationTests {
  private func input() throws -> ScoredOutcomes {
    let rows = try Vectors.rows("calibration_input")
    return ScoredOutcomes(
      scores: rows.map { $0["score"] }, outcomes: rows.map { $0.int("label") == 1 })
  }

  private func made(_ count: Int, slope: Double, shift: Double) -> ScoredOutcomes {
    var generator = SeededGenerator(state: 31)
    let truth = (0..<count).map { _ in Double.random(in: 0.02...0.98, using: &generator) }
    let outcomes = truth.map { Double.random(in: 0..<1, using: &generator) < $0 }
    let scores = truth.map { logistic((logOdds($0, margin: 1e-9) - shift) / slope) }
    return ScoredOutcomes(scores: scores, outcomes: outcomes)
  }

  @Test(
    .enabled(
      if: Vectors.has("calibration_input") && Vectors.has("calibration_expected"),
      "\(SharedFiles.missing)"))
  func everyFigureMeetsTheVectors() throws {
    let data = try input()
    let want = try Vectors.quantities("calibration_expected")
    #expect(want.count == 17)
    let table = ReliabilityTable(data)
    let parts = try #require(table.brierParts)
    let line = try CalibrationLine(data)
    let beta = try BetaCalibration(data)
    let isotonic = IsotonicCalibration(scores: data.scores, outcomes: data.outcomes)
    let after = ScoredOutcomes(
      scores: data.scores.map { isotonic.probability(of: $0) ?? .nan }, outcomes: data.outcomes)
    let got: [String: Double?] = [
      "n": Double(data.scores.count), "brier": data.brierScore,
      "log_loss_nats": data.logLoss(), "ece_10_equal_width": table.expectedError,
      "mce_10": table.greatestError, "brier_reliability_10bins": parts.reliability,
      "brier_resolution_10bins": parts.resolution, "brier_uncertainty": parts.uncertainty,
      "spiegelhalter_z": data.spiegelhalterZ,
      "brier_after_isotonic_in_sample": after.brierScore,
      "logit_recalibration_intercept": line.intercept,
      "logit_recalibration_slope": line.slope,
      "calibration_in_the_large_obs_minus_mean": data.excess,
      "beta_cal_c": beta.c, "beta_cal_a": beta.a, "beta_cal_b": beta.b,
    ]
    for (name, value) in got where name != "logit_clip_eps" {
      #expect(meets(value, want[name] ?? .nan), "\(name): \(value ?? .nan)")
    }
  }

  @Test(.enabled(if: Vectors.has("calibration_bins"), "\(SharedFiles.missing)"))
  func binsMeetTheVectors() throws {
    let rows = try Vectors.rows("calibration_bins")
    let table = try ReliabilityTable(input())
    #expect(rows.count == 10 && table.bins.count == 10)
    for (row, bin) in zip(rows, table.bins) {
      #expect(bin.index == row.int("bin") && bin.count == row.int("n"))
      #expect(bin.positives == row.int("positives"))
      #expect(meets(bin.meanScore, row["mean_score"]))
      #expect(meets(bin.observedRate, row["observed_rate"]))
    }
  }

  @Test(.enabled(if: Vectors.has("calibration_isotonic"), "\(SharedFiles.missing)"))
  func theIsotonicFitMeetsTheVectors() throws {
    let data = try input()
    let rows = try Vectors.rows("calibration_isotonic")
    #expect(rows.count == 379)
    let isotonic = IsotonicCalibration(scores: data.scores, outcomes: data.outcomes)
    for row in rows {
      #expect(meets(isotonic.probability(of: row["score"]), row["isotonic"]))
    }
  }

  /// The min-max formula of isotonic regression, term by term.
  @Test func theIsotonicFitIsTheMinMaxOfMeans() {
    var generator = SeededGenerator(state: 12)
    for _ in 0..<200 {
      let n = Int.random(in: 1...9, using: &generator)
      let scores = (0..<n).map { _ in Double(Int.random(in: 0..<6, using: &generator)) }
      let outcomes = (0..<n).map { _ in Bool.random(using: &generator) }
      let fit = IsotonicCalibration(scores: scores, outcomes: outcomes)
      let distinct = Set(scores).sorted()
      let mean = { (low: Double, high: Double) -> Double in
        let inside = (0..<n).filter { scores[$0] >= low && scores[$0] <= high }
        return Double(inside.filter { outcomes[$0] }.count) / Double(inside.count)
      }
      for score in distinct {
        let best = distinct.filter { $0 <= score }.map { low in
          distinct.filter { $0 >= score }.map { mean(low, $0) }.min() ?? .nan
        }
        let got = fit.probability(of: score) ?? .nan
        #expect(abs(got - (best.max() ?? .nan)) < 1e-15)
      }
    }
    #expect(IsotonicCalibration(scores: [], outcomes: []).probability(of: 0.5) == nil)
  }

  @Test func isotonicMapsAreStraightBetweenAndFlatBeyond() {
    let fit = IsotonicCalibration(scores: [0.2, 0.4], outcomes: [false, true])
    #expect(abs((fit.probability(of: 0.3) ?? 0) - 0.5) < 1e-12)
    #expect(fit.probability(of: 0) == 0 && fit.probability(of: 1) == 1)
  }

  @Test func theLineRecoversAKnownDistortion() throws {
    let data = made(8000, slope: 0.6, shift: -0.5)
    let line = try CalibrationLine(data)
    #expect(abs(line.slope - 0.6) < 0.06 && abs(line.intercept + 0.5) < 0.1)
    let right = made(8000, slope: 1, shift: 0)
    let straight = try CalibrationLine(right)
    #expect(abs(straight.slope - 1) < 0.1 && abs(straight.interceptAtSlopeOne) < 0.1)
    #expect(abs(right.spiegelhalterZ ?? 9) < 3.5)
    let beta = try BetaCalibration(right)
    #expect(abs(beta.probability(of: 0.3) - 0.3) < 0.04)
    let platt = try PlattCalibration(
      scores: right.scores.map { logOdds($0, margin: 1e-9) }, outcomes: right.outcomes)
    #expect(abs(platt.slope - 1) < 0.1 && abs(platt.probability(of: 0) - 0.5) < 0.03)
  }

  @Test func labelsThatAreAlikeOrSeparatedHaveNoFiniteLine() throws {
    let alike = ScoredOutcomes(scores: [0.1, 0.5, 0.7], outcomes: [false, false, false])
    #expect(throws: StatisticsError.noFiniteFit(positives: 0, negatives: 3)) {
      try CalibrationLine(alike)
    }
    let apart = ScoredOutcomes(scores: [0.1, 0.2, 0.7, 0.8], outcomes: [false, false, true, true])
    #expect(throws: StatisticsError.noFiniteFit(positives: 2, negatives: 2)) {
      try BetaCalibration(apart)
    }
    // Platt's targets are never 0 or 1, so separated labels have a finite slope.
    let platt = try PlattCalibration(scores: apart.scores, outcomes: apart.outcomes)
    #expect(platt.slope > 0 && platt.slope.isFinite)
    #expect(throws: StatisticsError.noFiniteFit(positives: 1, negatives: 1)) {
      try PlattCalibration(scores: [1, 1], outcomes: [true, false])
    }
    #expect(throws: StatisticsError.noFiniteFit(positives: 0, negatives: 0)) {
      try PlattCalibration(scores: [], outcomes: [])
    }
  }

  @Test func betaFactorsAreNeverNegative() throws {
    // Scores that mean the opposite of what they say.
    let data = made(500, slope: 1, shift: 0)
    let turned = ScoredOutcomes(scores: data.scores.map { 1 - $0 }, outcomes: data.outcomes)
    let beta = try BetaCalibration(turned)
    #expect(beta.a >= 0 && beta.b >= 0)
  }

  @Test func equalMassBinsHoldEqualNumbersAndKeepTiesTogether() {
    let spread = ScoredOutcomes(
      scores: (0..<100).map { Double($0 * $0) / 10_000 },
      outcomes: (0..<100).map { $0 % 3 == 0 })
    let table = ReliabilityTable(spread, binning: .equalMass)
    #expect(table.bins.map(\.count) == [Int](repeating: 10, count: 10))
    let tied = ScoredOutcomes(
      scores: [0.1, 0.1, 0.1, 0.1, 0.9], outcomes: [true, false, false, false, true])
    #expect(ReliabilityTable(tied, bins: 5, binning: .equalMass).bins.map(\.count) == [4, 1])
  }

  @Test func brierPartsAddUpWhereScoresAreOneInEachBin() throws {
    let scores = (0..<200).map { 0.05 + 0.1 * Double($0 % 10) }
    let data = ScoredOutcomes(scores: scores, outcomes: (0..<200).map { $0 % 7 < 3 })
    let parts = try #require(ReliabilityTable(data).brierParts)
    let sum = parts.reliability - parts.resolution + parts.uncertainty
    #expect(abs(sum - (data.brierScore ?? 0)) < 1e-12)
  }

  @Test func noScoresHaveNoFigures() {
    let none = ScoredOutcomes(scores: [], outcomes: [])
    #expect(none.brierScore == nil && none.logLoss() == nil && none.spiegelhalterZ == nil)
    for binning in ReliabilityTable.Binning.allCases {
      let table = ReliabilityTable(none, binning: binning)
      #expect(table.bins.isEmpty && table.expectedError == nil && table.brierParts == nil)
    }
  }

  @Test func probabilitiesMoveWithTheMixAndBack() {
    for p in [0.001, 0.2, 0.5, 0.99] {
      let there = shifted(probability: p, from: 0.5, to: 0.01)
      #expect(there < p && abs(shifted(probability: there, from: 0.01, to: 0.5) - p) < 1e-14)
      #expect(abs(shifted(probability: p, from: 0.3, to: 0.3) - p) < 1e-15)
    }
    #expect(shifted(probability: 1, from: 0.5, to: 0.01) == 1)
  }
}
