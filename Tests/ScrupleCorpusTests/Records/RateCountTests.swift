import Foundation
import Testing

@testable import ScrupleCorpus

/// The bounds by which rates are refused, against exact tails.
@Suite struct RateCountTests {
  /// log of the binomial probability of a count.
  private func logProbability(_ count: Int, of trials: Int, at rate: Double) -> Double {
    let ways =
      lgamma(Double(trials + 1)) - lgamma(Double(count + 1))
      - lgamma(Double(trials - count + 1))
    return ways + Double(count) * log(rate) + Double(trials - count) * log(1 - rate)
  }

  /// The exact chance of a count at least as far out, on its side.
  private func tail(_ count: Int, of trials: Int, at rate: Double) -> Double {
    let far = Double(count) > rate * Double(trials) ? Array(count...trials) : Array(0...count)
    return far.reduce(0) { $0 + exp(logProbability($1, of: trials, at: rate)) }
  }

  @Test func whatIsRefusedIsAtMostAsLikelyAsSaid() {
    for trials in [1, 2, 5, 17, 40] {
      for rate in [0.001, 0.05, 0.3, 0.5, 0.9] {
        for count in 0...trials {
          let made = RateCount(
            trials: trials, observed: count, expected: rate * Double(trials))
          for evidence in [0.5, 2.0, 8.0] where !made.isPlausible(evidence: evidence) {
            #expect(
              tail(count, of: trials, at: rate) <= exp(-evidence),
              "\(count) of \(trials) at \(rate), evidence \(evidence)")
          }
        }
      }
    }
  }

  @Test func whatNeverHappensIsRefusedWhereItMust() {
    #expect(RateCount(trials: 9, observed: 9, expected: 9).isPlausible(evidence: 1))
    #expect(!RateCount(trials: 9, observed: 8, expected: 9).isPlausible(evidence: 100))
    #expect(!RateCount(trials: 9, observed: 1, expected: 0).isPlausible(evidence: 100))
    #expect(RateCount().isPlausible(evidence: 1))
    #expect(!RateCount(observed: 1).isPlausible(evidence: 100))
  }

  @Test func countsFarFromTheRateAreRefused() {
    let evidence = RateTally.evidence
    // 10 % of 2,000: seven standard deviations are 94.
    #expect(RateCount(trials: 2000, observed: 230, expected: 200).isPlausible(evidence: evidence))
    #expect(!RateCount(trials: 2000, observed: 320, expected: 200).isPlausible(evidence: evidence))
    #expect(!RateCount(trials: 2000, observed: 95, expected: 200).isPlausible(evidence: evidence))
  }

  @Test func sumsAreJudgedByTheirVarianceAndTheirLargestCluster() {
    func sum(_ each: Int) -> RateCount {
      var count = RateCount()
      for _ in 0..<1000 { count.add(each, expected: 2, variance: 2) }
      return count
    }
    #expect(sum(2).isPlausible(evidence: 20))
    #expect(!sum(3).isPlausible(evidence: 20))
    var one = RateCount()
    one.add(40, expected: 2, variance: 2)
    #expect(one.isPlausible(evidence: 20), "one cluster says little")
  }

  @Test func evidenceLeavesOneFalseAlarmInAMillionRuns() {
    let checks = Double(RateTally.parameters.count + CorruptionStep.allCases.count)
    #expect(abs(2 * checks * exp(-RateTally.evidence) - 1e-6) < 1e-12)
  }
}
