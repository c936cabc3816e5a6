import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

private let vectorFile = "data/stat_vectors/proportion_intervals.csv"

@Suite struct BinomialIntervalTests {
  /// Whether two values agree to a relative tolerance; zeros must be exact.
  private func agrees(_ got: Double, _ want: Double, _ tolerance: Double) -> Bool {
    want == 0 ? got == 0 : abs(got - want) <= tolerance * abs(want)
  }

  @Test(.enabled(if: SharedFiles.has(vectorFile), "\(SharedFiles.missing)"))
  func everyColumnOfTheVectorsIsMet() throws {
    let rows = try SharedFiles.table(vectorFile)
    #expect(rows.count == 50)
    for row in rows {
      let value = { (name: String) in Double(row[name] ?? "") ?? .nan }
      let x = Int(value("x"))
      let n = Int(value("n"))
      let level = value("conf")
      let expect = { (name: String, got: Double, tolerance: Double) in
        let want = value(name)
        #expect(agrees(got, want, tolerance), "\(name) of \(x)/\(n) at \(level): \(got), \(want)")
      }
      let exact = BinomialInterval.clopperPearson(count: x, total: n, level: level)
      expect("cp_lo", exact.lower, 1e-12)
      expect("cp_hi", exact.upper, 1e-12)
      expect("cp1_lo", BinomialInterval.lowerBound(count: x, total: n, level: level), 1e-12)
      expect("cp1_hi", BinomialInterval.upperBound(count: x, total: n, level: level), 1e-12)
      let wilson = BinomialInterval.wilson(count: x, total: n, level: level)
      // The vectors leave rounding dust at a count of zero, where the limit is 0 exactly.
      if x > 0 { expect("wilson_lo", wilson.lower, 1e-12) } else { #expect(wilson.lower == 0) }
      expect("wilson_hi", wilson.upper, 1e-12)
      let jeffreys = BinomialInterval.jeffreys(count: x, total: n, level: level)
      let tolerance = 1e-12
      expect("jeffreys_lo", jeffreys.lower, tolerance)
      expect("jeffreys_hi", jeffreys.upper, tolerance)
      let midP = BinomialInterval.midP(count: x, total: n, level: level)
      // The vectors' own precision falls at large totals.
      expect("midp_lo", midP.lower, n >= 1_000_000 ? 1e-7 : 1e-9)
      expect("midp_hi", midP.upper, n >= 1_000_000 ? 1e-7 : 1e-9)
      let poisson = PoissonInterval(count: x, level: level)
      expect("poisson_lo", poisson.lower / Double(n), 1e-12)
      expect("poisson_hi", poisson.upper / Double(n), 1e-12)
      if x == 0 {
        let three = BinomialInterval.ruleOfThree(total: n, level: level)
        expect("rule_of_three_hi", three, 1e-12)
        let zero = BinomialInterval.upperBound(count: 0, total: n, level: level)
        expect("exact_zero_hi", zero, 1e-12)
      }
    }
  }

  /// The most decisive rows of the vectors, for when the shared folder is absent.
  @Test(arguments: [
    (0, 10, 0.0, 0.30849710781876083), (10, 10, 0.6915028921812392, 1.0),
    (81, 263, 0.25273674558527115, 0.36762192260135135),
    (1, 1_000_000_000, 2.531780798396938e-11, 5.571643378203115e-09),
    (12, 500_000_000_000, 1.2401150217503952e-11, 4.1923170095978216e-11),
  ])
  func exactLimitsMeetFiftyDigitValues(_ x: Int, _ n: Int, _ low: Double, _ high: Double) {
    let interval = BinomialInterval.clopperPearson(count: x, total: n)
    #expect(agrees(interval.lower, low, 1e-12))
    #expect(agrees(interval.upper, high, 1e-12))
  }

  @Test(arguments: BinomialInterval.Method.allCases)
  func noTrialsGiveTheWholeRange(_ method: BinomialInterval.Method) {
    let interval = BinomialInterval(count: 0, total: 0, method: method)
    #expect(interval.lower == 0 && interval.upper == 1 && !interval.hasTrials)
    #expect(BinomialInterval.upperBound(count: 0, total: 0) == 1)
    #expect(BinomialInterval.lowerBound(count: 0, total: 0) == 0)
  }

  @Test(arguments: BinomialInterval.Method.allCases)
  func everySmallIntervalIsOrderedMirroredAndMonotone(_ method: BinomialInterval.Method) {
    for n in 1...40 {
      var before: BinomialInterval?
      for x in 0...n {
        let here = BinomialInterval(count: x, total: n, method: method)
        let mirror = BinomialInterval(count: n - x, total: n, method: method)
        let estimate = Double(x) / Double(n)
        #expect(here.lower <= estimate && estimate <= here.upper, "\(x) of \(n)")
        #expect(abs(here.lower - (1 - mirror.upper)) < 1e-14, "\(x) of \(n)")
        #expect((here.lower == 0) == (x == 0) && (here.upper == 1) == (x == n), "\(x) of \(n)")
        if let before {
          #expect(before.lower < here.lower && before.upper < here.upper, "\(x) of \(n)")
        }
        let wide = BinomialInterval(count: x, total: n, level: 0.99, method: method)
        #expect(wide.lower <= here.lower && here.upper <= wide.upper, "\(x) of \(n)")
        before = here
      }
    }
  }

  @Test func largeTotalsNearHalfStayFiniteAndTight() {
    let n = 1_000_000_000
    let interval = BinomialInterval.clopperPearson(count: n / 2, total: n)
    let wilson = BinomialInterval.wilson(count: n / 2, total: n)
    #expect(abs(interval.lower - wilson.lower) < 2e-9)
    #expect(abs(interval.upper - wilson.upper) < 2e-9)
  }

  @Test func normalQuantilesAreThoseOfTheTables() {
    #expect(abs(normalQuantile(level: 0.95) - 1.959963984540054) < 1e-14)
    #expect(abs(normalQuantile(level: 0.99) - 2.5758293035489004) < 1e-14)
    #expect(abs(normalQuantile(upperTail: 1e-300) - 37.0470962993612) < 1e-12)
    #expect(normalQuantile(upperTail: 0.5) == 0)
    #expect(abs(normalQuantile(upperTail: 0.95) + 1.6448536269514722) < 1e-14)
  }

  @Test func ruleOfThirtyHoldsAsPublished() {
    // ISO/IEC 19795-1: thirty errors give about 30 % either way with 90 % confidence.
    let interval = PoissonInterval(count: 30, level: 0.9)
    #expect(abs(interval.lower / 30 - 0.7197993075664961) < 1e-12)
    #expect(abs(interval.upper / 30 - 1.3563502531483183) < 1e-12)
    #expect(PoissonInterval(count: 0).lower == 0)
  }
}
