import ScrupleStatistics
import Testing

@Suite struct ClusteredProportionTests {
  @Test func clustersOfOneGiveTheExactIntervalOrAWiderOne() {
    for total in 2...40 {
      for count in 0...total {
        let clusters = (0..<total).map { (marked: $0 < count ? 1 : 0, units: 1) }
        let share = ClusteredProportion(clusters: clusters)
        let exact = BinomialInterval(count: count, total: total)
        let interval = share.interval(level: 0.95)
        #expect(interval.lower <= exact.lower + 1e-12)
        #expect(interval.upper >= exact.upper - 1e-12)
        // The variance among n clusters is divided by n - 1.
        #expect(share.designEffect <= Double(total) / Double(total - 1) + 1e-12)
      }
    }
  }

  @Test func equalUnitsInEveryClusterCountOnce() {
    let clusters = (0..<20).map { (marked: $0 < 5 ? 7 : 0, units: 7) }
    let share = ClusteredProportion(clusters: clusters)
    #expect(abs(share.designEffect - 7 * 20 / 19.0) < 1e-9)
    #expect(share.markedClusters == 5)
    let exact = BinomialInterval(count: 5, total: 20)
    let interval = share.interval(level: 0.95)
    #expect(interval.lower <= exact.lower && interval.upper >= exact.upper)
  }

  @Test func theIntervalCoversUnderClustering() {
    var state: UInt64 = 11
    func unit() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    var covered = 0
    let runs = 1000
    for _ in 0..<runs {
      let clusters = (0..<120).map { _ in
        let units = 1 + Int(unit() * 4)
        return (marked: unit() < 0.1 ? units : 0, units: units)
      }
      let interval = ClusteredProportion(clusters: clusters).interval(level: 0.95)
      if interval.lower <= 0.1 && 0.1 <= interval.upper { covered += 1 }
    }
    #expect(Double(covered) / Double(runs) >= 0.93)
  }

  @Test func withoutUnitsThereIsNoShare() {
    let share = ClusteredProportion(clusters: [])
    #expect(share.estimate == nil)
    #expect(share.interval(level: 0.95) == (0, 1))
  }
}
