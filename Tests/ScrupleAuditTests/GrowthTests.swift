import ScrupleGroundTruth
import ScrupleStatistics
import Testing

@testable import ScrupleAudit

@Suite struct RegistryGrowthTests {
  @Test(arguments: 0..<80)
  func theWholeRegistryGivesTheMeasuredRate(seed: UInt64) throws {
    let report = try MadeUpLinkage(seed: seed, size: 16).report()
    let growth = report.growth
    let rate = try #require(report.identification.personFpir)
    #expect(growth.basis == .persons && growth.searches == rate.total)
    guard let estimate = rate.estimate else { return }
    let whole = try #require(growth.rarefied.last?.fpir)
    #expect(abs(whole - estimate) < 1e-12)
    let curve = growth.rarefied.compactMap(\.fpir)
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
  }

  @Test(arguments: 0..<40)
  func aProjectionToTheMeasuredSizeIsTheMeasuredRate(seed: UInt64) throws {
    var report = try MadeUpGroups(seed: seed, size: 20).report()
    guard report.growth.searches > 0 else { return }
    let size = report.growth.registryRecords
    let measured = try #require(report.growth.rarefied.last?.fpir)
    try report.growth.project(to: size)
    let same = try #require(report.growth.projection)
    #expect(abs(same.fpir.estimate - measured) < 1e-9)
    #expect(same.fpir.lower <= same.fpir.estimate && same.fpir.estimate <= same.fpir.upper)
    try report.growth.project(to: size * 3)
    let larger = try #require(report.growth.projection)
    #expect(larger.isExtrapolation && larger.fpir.estimate >= same.fpir.estimate - 1e-12)
  }

  @Test func farProjectionsAreRefusedUnlessAllowed() throws {
    var world = CountedPersons()
    world.add("all", hit: 3, of: 50)
    var growth = try world.report().growth
    #expect(throws: StatisticsError.self) { try growth.project(to: 11) }
    try growth.project(to: 11, allowingExtrapolation: true)
    #expect(growth.projection?.records == 11)
  }

  @Test func aCountyAddsUp() throws {
    var world = CountedPersons()
    world.add("all", hit: 10, of: 100)
    let report = try world.report()
    let estimate = try CountyEstimate(
      bookings: 2000, records: 1, prevalence: 0.5, from: report)
    let county = try #require(estimate)
    #expect(abs(county.falselyLinked.estimate - 100) < 1e-6)
    #expect(abs((county.wrongFlags ?? 0) - 100) < 1e-6)
    #expect(county.rightFlags == 0 && county.wrongShare == 1)
  }
}
