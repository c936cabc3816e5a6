import Foundation
import ScrupleGroundTruth
import Testing

@testable import ScrupleAudit

@Suite struct RemedyTests {
  /// A random world of bookings, their flags, and the flags after each of some repairs.
  private func world(_ seed: UInt64) -> RemedyInput {
    var generator = SeededGenerator(state: seed)
    let statuses: [TrueStatus] = [.citizen, .permanentResident, .pending, .expired]
    let count = Int.random(in: 1...40, using: &generator)
    let bookings: [BookingTruth?] = (0..<count).map { row in
      let status = statuses.randomElement(using: &generator) ?? .citizen
      if Int.random(in: 0..<9, using: &generator) == 0 { return nil }
      return BookingTruth(
        person: Int32(row / 2), citizenClass: status == .citizen ? .naturalized : .noncitizen,
        status: status, isFlaggable: status == .expired)
    }
    func flags(_ generator: inout SeededGenerator) -> Set<Int32> {
      Set((0..<Int32(count)).filter { _ in Bool.random(using: &generator) })
    }
    let flagged = flags(&generator)
    var trials: [RepairTrial] = []
    for repair in Repair.allCases {
      let standing = RepairTrial.Standing.allCases.randomElement(using: &generator) ?? .applied
      trials.append(
        RepairTrial(
          repairs: [repair], standing: standing,
          flagged: standing == .applied ? flags(&generator) : []))
    }
    trials.append(
      RepairTrial(repairs: [.cleanBookings, .cleanRecords], flagged: flags(&generator)))
    return RemedyInput(bookings: bookings, flagged: flagged, trials: trials)
  }

  @Test(arguments: 0..<80)
  func countsAreThoseOfANaiveCount(seed: UInt64) throws {
    let input = world(seed)
    let rows = RemedyRow.all(input)
    #expect(rows.map(\.repairs) == input.trials.map(\.repairs))
    for (row, trial) in zip(rows, input.trials) {
      guard trial.standing == .applied else {
        #expect(row.removed == nil && row.newWrongFlags + row.rightFlagsLost == 0)
        continue
      }
      var naive = (wrong: 0, gone: 0, new: 0, lost: 0, found: 0, citizens: 0)
      for (place, booking) in input.bookings.enumerated() {
        guard let booking else { continue }
        let (was, isNow) = (
          input.flagged.contains(Int32(place)), trial.flagged.contains(Int32(place))
        )
        switch (booking.isFlaggable, was, isNow) {
        case (false, true, false):
          naive.gone += 1
          naive.wrong += 1
          if booking.status == .citizen { naive.citizens += 1 }
        case (false, true, true): naive.wrong += 1
        case (false, false, true): naive.new += 1
        case (true, true, false): naive.lost += 1
        case (true, false, true): naive.found += 1
        default: break
        }
      }
      let removed = try #require(row.removed)
      #expect(removed.count == naive.gone && removed.total == naive.wrong, "\(seed) \(row.code)")
      #expect(row.newWrongFlags == naive.new && row.rightFlagsLost == naive.lost)
      #expect(row.newRightFlags == naive.found)
      #expect(row.severity.first { $0.severity == .citizen }?.removed == naive.citizens)
      #expect(row.severity.reduce(0) { $0 + $1.wrongFlags } == naive.wrong)
      #expect(row.severity.reduce(0) { $0 + $1.newWrongFlags } == naive.new)
    }
  }

  @Test(arguments: 0..<80)
  func eachWrongFlagHasItsSmallestSetsOrIsIrreducible(seed: UInt64) {
    let input = world(seed)
    let sets = RemedySets(input)
    #expect(
      sets.smallest.reduce(0) { $0 + $1.wrongFlags } + sets.irreducible.count == sets.wrongFlags)
    let left = input.wrongFlagsLeftBySingleRepairs
    let singles = sets.smallest.filter { $0.sets.allSatisfy { !$0.contains("+") } }
    #expect(singles.reduce(0) { $0 + $1.wrongFlags } == sets.wrongFlags - left.count)
    for row in RemedyRow.all(input) where row.repairs.count == 1 {
      let own = sets.smallest.filter { $0.sets.contains(row.code) }
      #expect(own.reduce(0) { $0 + $1.wrongFlags } == row.removed?.count ?? 0)
    }
  }

  @Test func theReportTakesThemAndForgetsThatTheyWereNotMeasured() throws {
    var report = try MadeUpLinkage(seed: 3, size: 9).report()
    #expect(report.remedies.isEmpty && report.remedySets == nil)
    #expect(report.notMeasured.map(\.section).contains("remedies"))
    report.add(world(5))
    #expect(report.remedies.count == 8)
    #expect(!report.notMeasured.map(\.section).contains("remedies"))
    let bytes = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(AuditReport.self, from: bytes) == report)
    #expect(report.forPublication().remedies.isEmpty, "counts below 11")
  }

  private static let golden = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Golden/audit-remedies.txt")

  @Test func thePartsOfThePageAreTheGoldenFile() throws {
    let input = world(12)
    let made = MadeUpLinkage(seed: 8, size: 60)
    let audited = AuditInput(links: made.links, truth: made.truth)
    let evidence = LossTests.evidence(try audited.wrongPairs(), seed: 8)
    let parts = [
      AuditText.remedies(RemedyRow.all(input), RemedySets(input), level: 0.95),
      AuditText.missed(MissedMatches(evidence, audited)),
      AuditText.losses(LossBudget(evidence, level: 0.95)),
    ]
    let page = parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try page.write(to: Self.golden, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.golden, encoding: .utf8) == page)
    for line in page.split(separator: "\n") { #expect(line.count <= 130, "\(line)") }
  }
}
