import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct ClusteredRateTests {
  @Test(
    .enabled(
      if: Vectors.has("dependence_pairs") && Vectors.has("dependence_expected"),
      "\(SharedFiles.missing)"))
  func everyRowOfTheDependenceVectorsIsMet() throws {
    let pairs = try Vectors.rows("dependence_pairs")
    let want = try Vectors.quantities("dependence_expected")
    #expect(want.count == 19)
    let rows = pairs.map { Int32($0.int("arrest_idx")) }
    let columns = pairs.map { Int32($0.int("status_idx")) }
    let rate = TwoWayClusteredRate(rows: rows, columns: columns, rowCount: 40, columnCount: 60)
    var perArrest = [Int](repeating: 0, count: 40)
    var perStatus = [Int](repeating: 0, count: 60)
    for row in rows { perArrest[Int(row)] += 1 }
    for column in columns { perStatus[Int(column)] += 1 }
    let hit = perArrest.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
    let exact = BinomialInterval.clopperPearson(count: hit, total: 40)
    let pigeonhole = rate.pigeonholeError / rate.independentError
    let squares = { (counts: [Int]) in Double(counts.reduce(0) { $0 + $1 * $1 }) }
    let got: [String: Double] = [
      "N_arrests": 40, "M_status": 60, "T_false_pairs": Double(rate.count),
      "fmr_pair": rate.estimate ?? .nan, "sum_R2": squares(perArrest),
      "sum_C2": squares(perStatus), "se_iid_binomial": rate.independentError,
      "se_cluster_arrest": rate.rowError, "se_cluster_status": rate.columnError,
      "se_pigeonhole_exact": rate.pigeonholeError, "se_cgm_twoway_hc0": rate.twoWayError,
      "se_cgm_sparse_identity": rate.twoWayError,
      "design_effect_pigeonhole": pigeonhole * pigeonhole,
      "arrest_any_false_flag_rate": Double(hit) / 40,
      "cp95_lo_arrest_rate": exact.lower, "cp95_hi_arrest_rate": exact.upper,
    ]
    for (name, value) in got { #expect(meets(value, want[name] ?? .nan), "\(name)") }
    let bootstrap = PigeonholeBootstrap(replicates: 20_000, seed: 1)
      .distribution(rows: rows, columns: columns, rowCount: 40, columnCount: 60)
    let error = try #require(bootstrap.standardError)
    #expect(abs(error / (want["mc_se_pigeonhole_50000reps"] ?? 0) - 1) < 0.03)
    #expect(abs(error / rate.pigeonholeError - 1) < 0.03)
    let interval = try #require(bootstrap.interval(method: .percentile))
    // The replicates are whole counts over 2,400: a quantile may fall on the next one.
    #expect(abs(interval.lowerBound - (want["mc_q025"] ?? 0)) < 1.01 / 2400)
    #expect(abs(interval.upperBound - (want["mc_q975"] ?? 0)) < 1.01 / 2400)
  }

  @Test func singletonsHaveTheBinomialErrorButForTheSmallSampleFactor() throws {
    let marked = (0..<50).map { $0 < 9 ? 1 : 0 }
    let rate = ClusteredRate(marked: marked, sizes: [Int](repeating: 1, count: 50))
    let ratio = try #require(rate.designEffect)
    #expect(abs(ratio - 50.0 / 49) < 1e-12)
    #expect(rate.effective.clusters == 9 && !rate.effective.isReliable)
  }

  @Test func copyingEveryBookingChangesTheUnitsAndNotTheClusteredError() throws {
    let marked = [0, 1, 0, 2, 0, 0, 1, 0, 0, 3]
    let sizes = [1, 2, 1, 2, 4, 1, 1, 3, 1, 3]
    let once = ClusteredRate(marked: marked, sizes: sizes)
    let thrice = ClusteredRate(marked: marked.map { 3 * $0 }, sizes: sizes.map { 3 * $0 })
    let errors = try (#require(once.clusteredError), #require(thrice.clusteredError))
    #expect(abs(errors.0 - errors.1) < 1e-15)
    #expect((thrice.independentError ?? 1) < (once.independentError ?? 0))
  }

  @Test func nothingOrOneClusterHasNoError() {
    let none = ClusteredRate(marked: [], sizes: [])
    #expect(none.estimate == nil && none.clusteredError == nil && none.interval() == nil)
    let one = ClusteredRate(marked: [1], sizes: [3])
    #expect(one.estimate != nil && one.clusteredError == nil)
    let zero = ClusteredRate(marked: [0, 0], sizes: [2, 3])
    #expect(zero.clusteredError == 0 && zero.interval() == nil && zero.designEffect == nil)
  }

  @Test func effectiveCountsNameTheConcentration() {
    let even = EffectiveCounts(eventsPerCluster: [Int](repeating: 2, count: 12))
    #expect(even.equivalentClusters == 12 && even.isReliable && even.events == 24)
    let lopsided = EffectiveCounts(eventsPerCluster: [60, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0])
    #expect(lopsided.clusters == 11 && !lopsided.isReliable && lopsided.equivalentClusters < 2)
    let none = EffectiveCounts(eventsPerCluster: [0, 0])
    #expect(none.largestShare == 0 && none.equivalentClusters == 0 && !none.isReliable)
  }
}
