import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct TwoProportionsTests {
  @Test(.enabled(if: Vectors.has("two_proportions"), "\(SharedFiles.missing)"))
  func everyColumnMeetsTheVectors() throws {
    let rows = try Vectors.rows("two_proportions")
    #expect(rows.count == 8)
    for row in rows {
      let pair = TwoProportions(
        count: row.int("x1"), total: row.int("n1"), referenceCount: row.int("x2"),
        referenceTotal: row.int("n2"))
      #expect(meets(pair.difference, row["diff"]))
      let newcombe = try #require(pair.newcombeDifference())
      #expect(meets(newcombe.lowerBound, row["newcombe_lo"]))
      #expect(meets(newcombe.upperBound, row["newcombe_hi"]))
      let score = try #require(pair.scoreDifference())
      #expect(meets(score.lowerBound, row["mn_diff_lo"]), "\(score)")
      #expect(meets(score.upperBound, row["mn_diff_hi"]), "\(score)")
      let wanted = row["ratio"]
      #expect(wanted.isFinite ? meets(pair.ratio, wanted) : pair.ratio == nil)
      let ratio = try #require(pair.scoreRatio())
      #expect(meets(ratio.lower, row["mn_ratio_lo"]), "\(ratio)")
      #expect(meets(ratio.upper ?? .infinity, row["mn_ratio_hi"]), "\(ratio)")
      if !row["katz_lo"].isNaN {
        let katz = pair.logRatioInterval(0.95)
        #expect(meets(katz.lower, row["katz_lo"]) && meets(katz.upper, row["katz_hi"]))
      }
      #expect(meets(pair.fisherPValue, row["fisher_p_two_sided"]))
    }
  }

  /// The decisive rows, for when the shared folder is absent.
  @Test func theClassicExampleIsMet() throws {
    let pair = TwoProportions(count: 56, total: 70, referenceCount: 48, referenceTotal: 80)
    let score = try #require(pair.scoreDifference())
    #expect(meets(score.lowerBound, 0.05282971324584466))
    #expect(meets(score.upperBound, 0.3381729400158684))
    let none = TwoProportions(count: 5, total: 56, referenceCount: 0, referenceTotal: 29)
    #expect(none.ratio == nil && none.scoreRatio()?.upper == nil)
    #expect(meets(none.scoreRatio()?.lower, 0.7174950782771137))
  }

  @Test func katzIsRefusedBelowFiveEvents() throws {
    let pair = TwoProportions(count: 3, total: 400, referenceCount: 1, referenceTotal: 5200)
    #expect(throws: StatisticsError.countsTooSmall(counts: [3, 1], needed: 5)) {
      try pair.katzRatio()
    }
    let enough = TwoProportions(count: 5, total: 400, referenceCount: 5, referenceTotal: 400)
    #expect(try enough.katzRatio().lower < 1)
  }

  @Test func exchangingTheGroupsMirrorsTheDifferenceAndInvertsTheRatio() throws {
    for (x1, n1, x2, n2) in [(3, 40, 9, 55), (0, 20, 4, 31), (12, 12, 3, 9), (1, 5000, 7, 900)] {
      let pair = TwoProportions(count: x1, total: n1, referenceCount: x2, referenceTotal: n2)
      let back = TwoProportions(count: x2, total: n2, referenceCount: x1, referenceTotal: n1)
      for (one, two) in [
        (pair.newcombeDifference(), back.newcombeDifference()),
        (pair.scoreDifference(), back.scoreDifference()),
      ] {
        let (one, two) = try (#require(one), #require(two))
        #expect(abs(one.lowerBound + two.upperBound) < 1e-12)
        #expect(abs(one.upperBound + two.lowerBound) < 1e-12)
      }
      let (ratio, inverse) = try (#require(pair.scoreRatio()), #require(back.scoreRatio()))
      if let upper = inverse.upper {
        #expect(abs(ratio.lower * upper - 1) < 1e-9)
      } else {
        #expect(ratio.lower == 0)
      }
      #expect(abs(pair.fisherPValue - back.fisherPValue) < 1e-12)
    }
  }

  @Test func limitsSolveTheScoreEquation() throws {
    let z = 1.959963984540054
    for (x1, n1, x2, n2) in [(3, 40, 9, 55), (18, 1200, 40, 9800), (0, 150, 12, 9000)] {
      let pair = TwoProportions(count: x1, total: n1, referenceCount: x2, referenceTotal: n2)
      let score = try #require(pair.scoreDifference())
      #expect(abs(pair.differenceScore(at: score.lowerBound) - z) < 1e-8)
      #expect(abs(pair.differenceScore(at: score.upperBound) + z) < 1e-8)
      let ratio = try #require(pair.scoreRatio())
      if x1 > 0 { #expect(abs(pair.ratioScore(at: ratio.lower) - z) < 1e-8) }
      #expect(abs(pair.ratioScore(at: try #require(ratio.upper)) + z) < 1e-8)
    }
  }

  @Test func theOneSidedBoundIsTighterThanTheTwoSidedOne() throws {
    let pair = TwoProportions(count: 5, total: 56, referenceCount: 0, referenceTotal: 29)
    let bound = try #require(pair.ratioAtLeast())
    #expect(bound > (pair.scoreRatio()?.lower ?? .infinity))
    let ninety = try #require(pair.scoreRatio(level: 0.9))
    #expect(abs(bound - ninety.lower) < 1e-12 * bound)
    let nothing = TwoProportions(count: 0, total: 56, referenceCount: 0, referenceTotal: 29)
    #expect(nothing.ratioAtLeast() == 0)
  }

  @Test func aHigherLevelWidensEveryInterval() throws {
    for x1 in stride(from: 0, through: 12, by: 3) {
      for x2 in stride(from: 0, through: 20, by: 4) {
        let pair = TwoProportions(count: x1, total: 12, referenceCount: x2, referenceTotal: 20)
        for make in [TwoProportions.newcombeDifference, TwoProportions.scoreDifference] {
          let (narrow, wide) = try (#require(make(pair)(0.9)), #require(make(pair)(0.99)))
          #expect(wide.lowerBound <= narrow.lowerBound && narrow.upperBound <= wide.upperBound)
          #expect(narrow.contains(pair.difference ?? .nan))
        }
      }
    }
  }

  /// Coverage by enumeration of both counts; the least over the grid is documented here.
  @Test func differenceIntervalsKeepTheirDocumentedCoverage() throws {
    let (n1, n2) = (15, 22)
    var intervals: [[[ClosedRange<Double>]]] = [[], []]
    for x1 in 0...n1 {
      for (method, make) in [
        TwoProportions.newcombeDifference, TwoProportions.scoreDifference,
      ].enumerated() {
        intervals[method].append(
          try (0...n2).map { x2 in
            let pair = TwoProportions(
              count: x1, total: n1, referenceCount: x2, referenceTotal: n2)
            return try #require(make(pair)(0.95))
          })
      }
    }
    var least = [1.0, 1.0]
    var sums = [0.0, 0.0]
    var points = 0.0
    for i in 1..<20 {
      for j in 1..<20 {
        let (p1, p2) = (Double(i) / 20, Double(j) / 20)
        let (first, second) = (naiveBinomialMasses(n1, p1), naiveBinomialMasses(n2, p2))
        points += 1
        for method in 0...1 {
          var covered = 0.0
          for x1 in 0...n1 {
            for x2 in 0...n2 where intervals[method][x1][x2].contains(p1 - p2) {
              covered += first[x1] * second[x2]
            }
          }
          least[method] = min(least[method], covered)
          sums[method] += covered
        }
      }
    }
    #expect(least[0] >= 0.90 && least[1] >= 0.90, "\(least)")
    #expect(sums[0] / points >= 0.945 && sums[1] / points >= 0.945, "\(sums)")
  }

  @Test func fisherIsTheSumOverNoLikelierTables() {
    for (n1, n2) in [(1, 1), (4, 7), (9, 9), (13, 5)] {
      for x1 in 0...n1 {
        for x2 in 0...n2 {
          let marked = x1 + x2
          let mass = { (x: Int) in
            exp(
              logChoose(marked, x) + logChoose(n1 + n2 - marked, n1 - x)
                - logChoose(n1 + n2, n1))
          }
          let here = mass(x1)
          let naive = (0...n1).map(mass).filter { $0 <= here * (1 + 1e-7) }.reduce(0, +)
          let pair = TwoProportions(count: x1, total: n1, referenceCount: x2, referenceTotal: n2)
          #expect(abs(pair.fisherPValue - naive) < 1e-12, "\(x1)/\(n1) \(x2)/\(n2)")
        }
      }
    }
  }

  @Test func emptyGroupsHaveNoIntervals() {
    let pair = TwoProportions(count: 0, total: 0, referenceCount: 3, referenceTotal: 9)
    #expect(!pair.hasUnits && pair.difference == nil && pair.ratio == nil)
    #expect(pair.newcombeDifference() == nil && pair.scoreDifference() == nil)
    #expect(pair.scoreRatio() == nil && pair.ratioAtLeast() == nil && pair.fisherPValue == 1)
  }

  @Test func theDetectableRatioHasItsPowerBySimulation() throws {
    let ratio = try #require(
      TwoProportions.smallestDetectableRatio(
        total: 800, referenceTotal: 3000, referenceRate: 0.05))
    #expect(ratio > 1.3 && ratio < 1.7)
    var generator = SeededGenerator(state: 6)
    var shown = 0
    for _ in 0..<300 {
      let (x1, x2) = (generator.binomial(800, 0.05 * ratio), generator.binomial(3000, 0.05))
      let (p1, p2) = (Double(x1) / 800, Double(x2) / 3000)
      let pooled = Double(x1 + x2) / 3800
      let error = (pooled * (1 - pooled) * (1.0 / 800 + 1.0 / 3000)).squareRoot()
      if p1 - p2 > 1.96 * error { shown += 1 }
    }
    #expect(abs(Double(shown) / 300 - 0.8) < 0.07, "\(shown)")
    let small = TwoProportions.smallestDetectableRatio(
      total: 80, referenceTotal: 3000, referenceRate: 0.05)
    #expect((small ?? 0) > ratio)
    #expect(
      TwoProportions.smallestDetectableRatio(total: 1, referenceTotal: 1, referenceRate: 0.5) == nil
    )
  }
}
