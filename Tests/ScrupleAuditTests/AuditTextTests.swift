import Foundation
import ScrupleGroundTruth
import Testing

@testable import ScrupleAudit

@Suite struct AuditTextTests {
  private static let golden = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Golden/audit.txt")

  @Test func thePageIsTheGoldenFile() throws {
    let page = AuditText.render(try MetricsExample.report())
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try page.write(to: Self.golden, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.golden, encoding: .utf8) == page)
  }

  @Test(arguments: 0..<60)
  func noPageSaysZeroPercentOrOverflowsItsWidth(_ seed: UInt64) throws {
    let made = MadeUpLinkage(seed: seed, size: 1 + Int(seed) / 2, unlabelled: 5)
    let page = AuditText.render(try made.report())
    #expect(!page.contains(" 0 %") && !page.contains(" 0.00 %"))
    for line in page.split(separator: "\n") { #expect(line.count <= 130, "\(line)") }
    #expect(page.hasPrefix("Audit of a linkage\n\nIn short"))
    #expect(page.contains("\nWhat these figures do not show\n"))
  }

  @Test func zeroEventsReadAsABound() throws {
    let codes = (0..<300).map { Int32($0) }
    let truth = GroundTruth(leftEntities: codes, rightEntities: codes)
    let links = codes.map { ScoredLink(left: $0, right: $0, weight: 9, probability: 1) }
    let page = AuditText.render(
      try AuditReport(auditing: AuditInput(links: links, truth: truth)))
    #expect(page.contains("0 of 89,700 non-matching pairs; at most 0.00411 % at 95 %"))
    #expect(page.contains("300 of 300 links; at least 98.78 % at 95 %"))
  }

  @Test func numbersReadTheSameEverywhere() {
    #expect(NumberText.grouped(1_234_567) == "1,234,567")
    #expect(NumberText.grouped(-999) == "-999")
    #expect(NumberText.grouped(Int.min) == "-9,223,372,036,854,775,808")
    #expect(NumberText.fixed(-0.004, decimals: 2) == "0.00")
    #expect(NumberText.fixed(-12.345, decimals: 1) == "-12.3")
    #expect(NumberText.fixed(0.5, decimals: 0) == "1")
    #expect(NumberText.fixed(1e300, decimals: 2) == "1e+300")
    #expect(NumberText.share(0.5) == "50.00 %")
    #expect(NumberText.share(0.000123456) == "0.0123 %")
    #expect(NumberText.share(0.999999) == "99.999900 %")
    #expect(NumberText.share(2.5e-6) == "2.50 per million")
    #expect(NumberText.share(2.5e-11) == "25.00 per trillion")
    #expect(NumberText.share(0) == "0" && NumberText.share(1) == "100 %")
    #expect(NumberText.level(0.95) == "95 %" && NumberText.level(0.995) == "99.5 %")
  }
}

@Suite struct FlagTextTests {
  private static let golden = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Golden/audit-flags.txt")

  @Test func thePageLeadsWithPeople() throws {
    let classes: [CitizenClass] = [.bornHere, .naturalized, .derived, .noncitizen]
    let bookings: [BookingTruth?] = (0..<400).map { row in
      let citizenClass = classes[row < 300 ? 0 : row % 4]
      return row % 57 == 3
        ? nil
        : BookingTruth(
          person: Int32(row / 2 * 2), citizenClass: citizenClass,
          status: citizenClass.isCitizen ? .citizen : row % 8 == 3 ? .permanentResident : .expired,
          isFlaggable: !citizenClass.isCitizen && row % 8 != 3)
    }
    let flagged = (0..<400).filter { $0 % 17 == 0 || ($0 > 300 && $0 % 4 == 3) || $0 % 57 == 3 }
    let errors = try FlagErrors(
      auditing: FlagAuditInput(
        bookings: bookings,
        flags: flagged.map { AuditedFlag(booking: Int32($0), records: [0], basis: .link) }))
    let causes = CauseCount.table(
      [(.staleNaturalized, 310, true), (.kin, 17, true), (.staleNaturalized, 330, true)],
      level: 0.95)
    let made = MadeUpLinkage(seed: 3, size: 9)
    let page = AuditText.render(
      try AuditReport(
        auditing: AuditInput(links: made.links, truth: made.truth), flags: errors, causes: causes))
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try page.write(to: Self.golden, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.golden, encoding: .utf8) == page)
  }
}
