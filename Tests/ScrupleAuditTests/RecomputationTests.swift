import ScrupleGroundTruth
import ScrupleStatistics
import Testing

@testable import ScrupleAudit

@Suite struct RecomputationTests {
  private func rates(_ report: AuditReport) -> [Rate] {
    let pairwise = report.pairwise
    let identification = report.identification
    var rates = [
      pairwise.precision, pairwise.recall, pairwise.f1, pairwise.falseMatchRate,
      pairwise.falseMatchRateIfIndependent, pairwise.falseNonMatchRate, identification.fpir,
      identification.fnir, identification.recordsWithFalseLink,
      identification.rightRecordsWithFalseLink,
    ]
    rates += [identification.personFpir, identification.personFnir].compactMap(\.self)
    rates += report.thresholds.flatMap { [$0.precision, $0.recall, $0.f1, $0.fpir, $0.fnir] }
    rates += report.subgroups.flatMap(\.rates) + report.causes.map(\.share)
    if let flags = report.flags.measured {
      rates += [
        flags.wrongFlagRate, flags.citizenFlagRate, flags.citizenFlagRateByBooking,
        flags.citizenShareOfFlags, flags.missedFlagRate,
      ]
      rates += flags.citizenFlagRates.flatMap { [$0.rate, $0.bookingRate] }
    }
    return rates
  }

  @Test(arguments: 0..<40)
  func everyRateIsMadeAgainFromItsOwnMembers(_ seed: UInt64) throws {
    for rate in rates(try MadeUpGroups(seed: seed, size: 4 + Int(seed)).report()) {
      #expect(rate.recomputed() == rate, "\(rate.name): \(rate.method), seed \(seed)")
    }
  }

  @Test func aMethodOfAnotherVersionIsNotGuessed() {
    let rate = Rate(
      "x", of: .links, count: 1, total: 3, limits: (0, 1), level: 0.95, method: "by eye")
    #expect(rate.recomputed() == nil)
    let clustered = Rate(
      "x", of: .links, count: 1, total: 3, limits: (0, 1), level: 0.95,
      method: "Clopper-Pearson, persons as clusters (Korn & Graubard 1998)")
    #expect(clustered.recomputed() == nil, "the design effect is missing")
  }

  @Test func personsWithSeveralRecordsWidenTheIntervals() throws {
    // Ten persons with four records on each side; four of them are linked wholly, six not at all.
    let left = (0..<40).map { Int32($0 / 4) }
    var links: [ScoredLink] = []
    for one in 0..<16 {
      for other in 0..<40 where left[one] == left[other] {
        links.append(
          ScoredLink(left: Int32(one), right: Int32(other), weight: 1, probability: 0.9))
      }
    }
    let truth = GroundTruth(leftEntities: left, rightEntities: left)
    let recall = try AuditReport(auditing: AuditInput(links: links, truth: truth)).pairwise.recall
    #expect(recall.count == 64 && recall.total == 160)
    let persons = BinomialInterval.clopperPearson(count: 4, total: 10, level: 0.95)
    let pairs = BinomialInterval.clopperPearson(count: 64, total: 160, level: 0.95)
    let width = try #require(recall.upper) - #require(recall.lower)
    #expect(width > 2 * (pairs.upper - pairs.lower))
    #expect(width > 0.9 * (persons.upper - persons.lower), "as if ten persons had been asked")
  }

  @Test func falseLinksOfOnePairOfPersonsAreOneAccident() throws {
    // Five bookings of one person, linked to five records of another, among many strangers.
    let left = (0..<100).map { Int32($0 < 5 ? 0 : $0) }
    let right = (0..<100).map { Int32($0 < 5 ? 1000 : 1000 + $0) }
    let links = (0..<25).map {
      ScoredLink(left: Int32($0 / 5), right: Int32($0 % 5), weight: 1, probability: 0.9)
    }
    let report = try AuditReport(
      auditing: AuditInput(
        links: links, truth: GroundTruth(leftEntities: left, rightEntities: right)))
    let rate = report.pairwise.falseMatchRate
    #expect(rate.count == 25 && report.pairwise.dependence.leftPersons == 1)
    #expect(abs(try #require(rate.designEffect) - 25) < 2, "one clump of 25")
    #expect(try #require(rate.upper) > 4 * 25.0 / 10_000)
    #expect(try #require(rate.lower) < 0.1 * 25 / 10_000)
    #expect(report.identification.fpir.count == 5)
    let lower = try #require(report.identification.fpir.lower)
    #expect(lower < 0.01, "five bookings of one person are one search")
  }
}
