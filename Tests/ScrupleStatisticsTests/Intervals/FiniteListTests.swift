import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct FiniteListTests {
  /// The mass by counting: C(D, x) C(N-D, n-x) / C(N, n).
  private func mass(_ x: Int, _ population: Int, _ marked: Int, _ sample: Int) -> Double {
    exp(
      logChoose(marked, x) + logChoose(population - marked, sample - x)
        - logChoose(population, sample))
  }

  @Test(.enabled(if: Vectors.has("hypergeometric_upper"), "\(SharedFiles.missing)"))
  func upperBoundsAndTheirTailsMeetTheVectors() throws {
    let rows = try Vectors.rows("hypergeometric_upper")
    #expect(rows.count == 16)
    for row in rows {
      let (population, sample, count) = (row.int("N"), row.int("n"), row.int("x"))
      let level = row["conf"]
      let bounds = FiniteListBounds(
        count: count, sample: sample, population: population, level: level)
      #expect(bounds.upper == row.int("D_upper"))
      let tail = { (marked: Int) in
        HypergeometricDistribution(population: population, marked: marked, sample: sample)
          .probability(atMost: count)
      }
      #expect(meets(tail(bounds.upper), row["cdf_at_D"]))
      if !row["cdf_at_D_plus_1"].isNaN {
        #expect(meets(tail(bounds.upper + 1), row["cdf_at_D_plus_1"]))
      }
    }
  }

  @Test func everySmallDistributionIsItsSums() {
    for population in 0...14 {
      for marked in 0...population {
        for sample in 0...population {
          let law = HypergeometricDistribution(
            population: population, marked: marked, sample: sample)
          var below = 0.0
          for x in -1...(sample + 1) {
            let here = mass(x, population, marked, sample)
            #expect(abs(law.probability(of: x) - here) < 1e-13)
            #expect(abs(law.probability(atLeast: x) - (1 - below)) < 1e-12)
            below += here
            #expect(abs(law.probability(atMost: x) - below) < 1e-12)
          }
        }
      }
    }
  }

  @Test func boundsCoverAtLeastTheirLevelForEveryListUpToTwentyFour() {
    for population in [1, 2, 5, 13, 24] {
      for sample in 0...population {
        let bounds = (0...sample).map {
          FiniteListBounds(count: $0, sample: sample, population: population, level: 0.9)
        }
        for marked in 0...population {
          var (above, below) = (0.0, 0.0)
          for x in 0...sample {
            let chance = mass(x, population, marked, sample)
            if bounds[x].upper >= marked { above += chance }
            if bounds[x].lower <= marked { below += chance }
          }
          #expect(above >= 0.9 - 1e-12 && below >= 0.9 - 1e-12, "\(population) \(sample) \(marked)")
        }
      }
    }
  }

  @Test func boundsAreTheLargestUnrefutedCounts() {
    for (population, sample) in [(20, 7), (33, 12), (40, 1)] {
      for count in 0...sample {
        let bounds = FiniteListBounds(count: count, sample: sample, population: population)
        let kept = (count...(population - sample + count)).filter { marked in
          (0...count).reduce(0) { $0 + mass($1, population, marked, sample) } > 0.05
        }
        #expect(bounds.upper == kept.last)
        let mirror = FiniteListBounds(
          count: sample - count, sample: sample, population: population)
        #expect(bounds.lower == population - mirror.upper)
        #expect(count <= bounds.lower && bounds.lower <= bounds.upper)
      }
    }
  }

  @Test func lookingAtNothingOrEverythingGivesTheEnds() {
    let nothing = FiniteListBounds(count: 0, sample: 0, population: 9)
    #expect(nothing.lower == 0 && nothing.upper == 9 && nothing.upperShare == 1)
    let everything = FiniteListBounds(count: 4, sample: 9, population: 9)
    #expect(everything.lower == 4 && everything.upper == 4)
    #expect(FiniteListBounds(count: 0, sample: 0, population: 0).upperShare == nil)
  }

  @Test func longListsApproachTheBinomialBound() {
    let bounds = FiniteListBounds(count: 3, sample: 1000, population: 1_000_000_000_000)
    let binomial = BinomialInterval.upperBound(count: 3, total: 1000)
    #expect(abs((bounds.upperShare ?? 0) - binomial) < 1e-8)
  }
}
