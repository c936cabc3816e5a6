import Foundation
import Testing

@testable import ScrupleStatistics

@Suite struct DistributionTests {
  @Test func tailsOfTheBetaDistributionAddToOne() {
    for a in [0.5, 1, 1.5, 3, 17, 400, 1e6, 1e12] {
      for b in [0.5, 1, 2.5, 8, 90, 1e5, 1e9] {
        let beta = BetaDistribution(a, b)
        for p in [1e-6, 0.01, 0.2, 0.5, 0.9] {
          let x = beta.quantile(.lower, probability: p)
          let sum = beta.probability(of: .lower, at: x) + beta.probability(of: .upper, at: x)
          #expect(abs(sum - 1) < 1e-13, "\(a) \(b) \(p)")
        }
      }
    }
  }

  @Test func quantilesInvertTheBetaTailsWhereXKeepsItsPrecision() {
    for a in [0.5, 1, 2, 12.5, 300] {
      for b in [1, 4.5, 300, 1e6, 5e11] where a <= b {
        let beta = BetaDistribution(a, b)
        for p in [1e-12, 1e-5, 0.025, 0.5, 0.975] {
          for tail in [Tail.lower, .upper] {
            let x = beta.quantile(tail, probability: p)
            guard x < 0.9 else { continue }
            let back = beta.probability(of: tail, at: x)
            #expect(abs(back - p) <= 2e-12 * p, "\(a) \(b) \(p) \(tail): \(back)")
          }
        }
      }
    }
  }

  @Test func closedFormsOfTheBetaDistributionAreMet() {
    for x in [1e-9, 0.001, 0.2, 0.5, 0.77, 0.999] {
      #expect(abs(BetaDistribution(1, 1).probability(of: .lower, at: x) - x) <= 1e-14 * x)
      let power = BetaDistribution(5, 1).probability(of: .lower, at: x)
      #expect(abs(power - pow(x, 5)) <= 2e-14 * pow(x, 5))
      let arcsine = BetaDistribution(0.5, 0.5).probability(of: .lower, at: x)
      #expect(abs(arcsine - 2 / Double.pi * asin(x.squareRoot())) <= 1e-14)
    }
    #expect(BetaDistribution(2, 3).probability(of: .lower, at: 0) == 0)
    #expect(BetaDistribution(2, 3).probability(of: .upper, at: 1) == 0)
    #expect(BetaDistribution(2, 3).quantile(.lower, probability: 1) == 1)
    #expect(BetaDistribution(2, 3).quantile(.upper, probability: 1) == 0)
  }

  @Test func gammaTailsAreSumsOfPoissonMasses() {
    for shape in [1, 2, 7, 30, 120] {
      for x in [0.01, 0.5, 3, 28, 31, 150] {
        var mass = exp(-x)
        var below = mass
        for k in 1..<max(shape, 1) {
          mass *= x / Double(k)
          below += mass
        }
        if shape == 1 { below = exp(-x) }
        let upper = GammaDistribution(shape: Double(shape)).probability(of: .upper, at: x)
        #expect(abs(upper - below) <= 1e-12, "\(shape) \(x)")
      }
    }
  }

  @Test func gammaQuantilesInvertBothTails() {
    for shape in [0.5, 1, 30, 1e4, 1e8] {
      let gamma = GammaDistribution(shape: shape)
      for p in [1e-10, 0.025, 0.5, 0.975] {
        for tail in [Tail.lower, .upper] {
          let back = gamma.probability(of: tail, at: gamma.quantile(tail, probability: p))
          #expect(abs(back - p) <= 1e-10 * p, "\(shape) \(p) \(tail)")
        }
      }
    }
  }
}
