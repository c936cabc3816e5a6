import Foundation
import Testing

@testable import ScrupleStatistics

/// Coverage by exact enumeration: for a total and a probability, the sum of the probabilities of
/// those counts whose interval holds the probability.
@Suite struct CoverageTests {
  private static let grid: [Double] =
    [1e-6, 1e-4, 0.001, 0.003] + (1..<100).map { Double($0) / 100 } + [0.997, 0.999, 0.9999]

  /// Binomial probabilities of 0...n by the naive recurrence from log-gamma.
  private func masses(_ n: Int, _ p: Double) -> [Double] {
    let total = Double(n)
    return (0...n).map { count -> Double in
      let x = Double(count)
      let choose: Double = lgamma(total + 1) - lgamma(x + 1) - lgamma(total - x + 1)
      let chance: Double = x * log(p) + (total - x) * log1p(-p)
      return exp(choose + chance)
    }
  }

  /// The least coverage over the grid of p for every total up to 60.
  private func leastCoverage(_ limits: (Int, Int) -> ClosedRange<Double>) -> Double {
    var least = 1.0
    for n in 1...60 {
      let ranges = (0...n).map { limits($0, n) }
      for p in Self.grid {
        let mass = masses(n, p)
        let covered = (0...n).reduce(0) { ranges[$1].contains(p) ? $0 + mass[$1] : $0 }
        least = min(least, covered)
      }
    }
    return least
  }

  @Test(arguments: [0.8, 0.95, 0.99])
  func clopperPearsonNeverCoversLessThanItsLevel(_ level: Double) {
    let least = leastCoverage {
      let interval = BinomialInterval.clopperPearson(count: $0, total: $1, level: level)
      return interval.lower...interval.upper
    }
    #expect(least >= level - 1e-12)
  }

  @Test func oneSidedBoundsNeverCoverLessThanTheirLevel() {
    let upper = leastCoverage { 0...BinomialInterval.upperBound(count: $0, total: $1) }
    let lower = leastCoverage { BinomialInterval.lowerBound(count: $0, total: $1)...1 }
    #expect(upper >= 0.95 - 1e-12)
    #expect(lower >= 0.95 - 1e-12)
  }

  /// Why guarantees rest on Clopper-Pearson: the others fall below their level, and this far.
  @Test(arguments: [
    (BinomialInterval.Method.wilson, 0.8), (.jeffreys, 0.86), (.midP, 0.912),
  ])
  func approximateIntervalsUndercoverButNotBelowTheirFloor(
    _ method: BinomialInterval.Method, _ floor: Double
  ) {
    let least = leastCoverage {
      let interval = BinomialInterval(count: $0, total: $1, method: method)
      return interval.lower...interval.upper
    }
    #expect(least < 0.95 && least >= floor - 1e-12, "\(method): \(least)")
  }

  @Test func exactLimitsSolveTheBinomialTails() {
    for n in 1...60 {
      for x in 0...n {
        let interval = BinomialInterval.clopperPearson(count: x, total: n)
        if x > 0 {
          let above = masses(n, interval.lower)[x...].reduce(0, +)
          #expect(abs(above - 0.025) < 1e-12, "\(x) of \(n)")
        }
        if x < n {
          let below = masses(n, interval.upper)[...x].reduce(0, +)
          #expect(abs(below - 0.025) < 1e-12, "\(x) of \(n)")
        }
      }
    }
  }
}
