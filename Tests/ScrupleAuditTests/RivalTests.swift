import ScrupleGroundTruth
import Testing

@testable import ScrupleAudit

@Suite struct RivalTests {
  @Test func aRowSaysWhatItsReportSays() throws {
    let report = try MadeUpGroups(seed: 4, size: 30).report()
    let row = RivalRow("theirs", of: report)
    #expect(row.links == report.pairwise.precision.total)
    #expect(row.falseLinks == report.pairwise.counts.falsePositives)
    #expect(row.missedPairs == report.pairwise.counts.falseNegatives)
    #expect(row.citizenFlagRate == report.flags.measured?.citizenFlagRate)
    #expect(row.wrongFlagRate == report.flags.measured?.wrongFlagRate)
  }

  @Test func thePageHoldsAllRowsSideBySide() throws {
    var report = try MadeUpGroups(seed: 4, size: 30).report()
    #expect(!AuditText.render(report).contains("other rules and models"))
    report.rivals = [
      RivalRow("ours", isSubject: true, of: report),
      RivalRow(
        "a-very-long-name-of-a-documented-rule", of: try MadeUpLinkage(seed: 9, size: 8).report()),
    ]
    let page = AuditText.render(report)
    #expect(page.contains("The same files by other rules and models"))
    #expect(page.contains("  ours ") && page.contains("  a-very-long-name-of-a-document"))
    for line in page.split(separator: "\n") { #expect(line.count <= 132, "\(line)") }
  }

  @Test func theBestOffGroupIsTheOneWithTheLowestRate() throws {
    var persons = CountedPersons()
    persons.add("many", hit: 40, of: 400)
    persons.add("few", hit: 3, of: 100)
    persons.add("tiny", hit: 0, of: 20)
    let rows = try persons.report().subgroups
    let few = try #require(rows.first { $0.value == "few" })
    #expect(few.besideBestOff.isEmpty, "the best off has nothing to be compared with")
    let many = try #require(
      rows.first { $0.value == "many" }?.besideBestOff.first { $0.name == "fpir" })
    #expect(many.bestOff == "few", "twenty persons are too few to be the best off")
    #expect(abs(try #require(many.ratio) - 0.1 / 0.03) < 1e-12)
    #expect(abs(try #require(many.difference) - 0.07) < 1e-12)
    #expect(try #require(many.ratioLower) > 1 && many.smallestDetectableRatio != nil)
  }

  @Test func aSuppressedGroupIsNotComparedWith() throws {
    var persons = CountedPersons()
    persons.add("many", hit: 60, of: 400)
    persons.add("some", hit: 30, of: 300)
    persons.add("few", hit: 3, of: 100)
    let published = try persons.report().forPublication()
    for row in published.subgroups {
      for entry in row.besideBestOff {
        let best = published.subgroups.first { $0.value == entry.bestOff }
        #expect(row.rate(entry.name) != nil && best?.rate(entry.name) != nil)
      }
    }
    let inside = try persons.report().subgroups.flatMap(\.besideBestOff)
    #expect(inside.contains { $0.bestOff == "few" })
    #expect(!published.subgroups.flatMap(\.besideBestOff).contains { $0.bestOff == "few" })
  }
}
