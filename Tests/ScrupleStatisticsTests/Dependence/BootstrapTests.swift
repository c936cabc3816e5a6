import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct BootstrapTests {
  @Test func everyReplicateDrawsAsManyClustersAsThereAre() {
    let bootstrap = ClusterBootstrap(clusters: 17, replicates: 50, seed: 3)
    for replicate in 0..<50 {
      #expect(bootstrap.weights(ofReplicate: replicate).reduce(0, +) == 17)
    }
    #expect(bootstrap.weights(ofReplicate: 1) != bootstrap.weights(ofReplicate: 2))
  }

  @Test func replicatesDoNotDependOnTheOrderOrTheThreads() async {
    let bootstrap = ClusterBootstrap(clusters: 30, replicates: 64, seed: 11)
    let statistic: @Sendable ([Int]) -> Double? = { weights in
      weights.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.element) }
    }
    let whole = bootstrap.values(of: 0..<64, statistic: statistic)
    var parts = [[Double?]](repeating: [], count: 8)
    await withTaskGroup(of: (Int, [Double?]).self) { group in
      for part in (0..<8).reversed() {
        group.addTask {
          (part, bootstrap.values(of: (8 * part)..<(8 * part + 8), statistic: statistic))
        }
      }
      for await (part, values) in group { parts[part] = values }
    }
    #expect(Array(parts.joined()) == whole)
  }

  @Test func theRateShortcutIsTheGeneralBootstrap() throws {
    let marked = [0, 2, 0, 1, 0, 0, 3, 0]
    let sizes = [1, 4, 2, 1, 1, 5, 3, 2]
    let bootstrap = ClusterBootstrap(clusters: 8, replicates: 300, seed: 5)
    let rate = try #require(bootstrap.distributionOfRate(marked: marked, sizes: sizes))
    let general = bootstrap.distribution { weights -> Double? in
      let count = zip(weights, marked).reduce(0) { $0 + $1.0 * $1.1 }
      let total = zip(weights, sizes).reduce(0) { $0 + $1.0 * $1.1 }
      return total > 0 ? Double(count) / Double(total) : nil
    }
    #expect(rate == general)
  }

  @Test func theBootstrapErrorIsThatOfTheLinearizedRatio() throws {
    var generator = SeededGenerator(state: 21)
    let sizes = (0..<200).map { _ in Int.random(in: 1...6, using: &generator) }
    let marked = sizes.map { Int.random(in: 0..<4, using: &generator) == 0 ? $0 : 0 }
    let rate = ClusteredRate(marked: marked, sizes: sizes)
    let bootstrap = ClusterBootstrap(clusters: 200, replicates: 4000, seed: 9)
    let distribution = try #require(bootstrap.distributionOfRate(marked: marked, sizes: sizes))
    let error = try #require(distribution.standardError)
    let linear = try #require(rate.clusteredError)
    #expect(abs(error / linear - 1) < 0.05)
    #expect((rate.designEffect ?? 0) > 2)
    let interval = try #require(rate.interval())
    for method in BootstrapDistribution.Method.allCases {
      let range = try #require(distribution.interval(method: method))
      #expect(abs(range.lowerBound - interval.lowerBound) < 0.02)
      #expect(abs(range.upperBound - interval.upperBound) < 0.02)
    }
  }

  @Test func theCorrectedIntervalOfTheSymmetricMeanIsThePercentileOne() throws {
    // No bias and no acceleration leave the quantiles where they are.
    let values = (1...999).map { Double($0) as Double? }
    let symmetric = BootstrapDistribution(
      estimate: 500, values: values, leftOut: [499, 500, 501])
    #expect(symmetric.bias == 0 && symmetric.acceleration == 0)
    let percentile = try #require(symmetric.interval(method: .percentile))
    let corrected = try #require(symmetric.interval(method: .biasCorrectedAccelerated))
    #expect(abs(percentile.lowerBound - 25) < 1e-9 && abs(percentile.upperBound - 975) < 1e-9)
    #expect(abs(corrected.lowerBound - 25) < 1e-6 && abs(corrected.upperBound - 975) < 1e-6)
  }

  @Test func theCorrectedIntervalMeetsTheFormula() throws {
    // Efron 1987 by hand: bias of the 40 % point, acceleration 0.05, on a line of replicates.
    let values = (1...9999).map { Double($0) as Double? }
    let distribution = BootstrapDistribution(estimate: 4000, values: values, leftOut: [1, 2, 6])
    let z0 = -normalQuantile(upperTail: 3999.5 / 9999)
    #expect(abs(distribution.bias - z0) < 1e-12)
    // Deviations 2, 1, -3 from the mean 3.
    let a = (8.0 + 1 - 27) / (6 * pow(14, 1.5))
    #expect(abs(distribution.acceleration - a) < 1e-15)
    let wanted = { (z: Double) in
      let shifted = z0 + z
      return 10_000 * (1 - normalUpperTail(z0 + shifted / (1 - a * shifted)))
    }
    let interval = try #require(distribution.interval())
    #expect(abs(interval.lowerBound - wanted(-1.959963984540054)) < 1e-6)
    #expect(abs(interval.upperBound - wanted(1.959963984540054)) < 1e-6)
  }

  @Test func aHigherLevelWidensBothIntervals() throws {
    let bootstrap = ClusterBootstrap(clusters: 40, replicates: 999, seed: 2)
    let marked = (0..<40).map { $0 % 5 == 0 ? 1 : 0 }
    let sizes = [Int](repeating: 1, count: 40)
    let rate = try #require(bootstrap.distributionOfRate(marked: marked, sizes: sizes))
    for method in BootstrapDistribution.Method.allCases {
      let narrow = try #require(rate.interval(level: 0.8, method: method))
      let wide = try #require(rate.interval(level: 0.99, method: method))
      #expect(wide.lowerBound <= narrow.lowerBound && narrow.upperBound <= wide.upperBound)
    }
  }

  @Test func undefinedReplicatesAreLeftOutAndCounted() throws {
    let bootstrap = ClusterBootstrap(clusters: 3, replicates: 500, seed: 8)
    let rate = try #require(bootstrap.distributionOfRate(marked: [1, 0, 0], sizes: [1, 0, 1]))
    #expect(rate.undefined > 0 && rate.undefined + rate.replicates.count == 500)
    #expect(bootstrap.distributionOfRate(marked: [0, 0, 0], sizes: [0, 0, 0]) == nil)
  }
}
