import ScrupleGroundTruth
import Testing

@testable import ScrupleAudit

/// What the page of text must not say, or must say beside a figure.
@Suite struct HonestTextTests {
  @Test func limitsStandInTheUnitOfTheirEstimate() {
    #expect(NumberText.limit(3.09e-8) == "under 0.001")
    #expect(NumberText.limit(1 - 1e-7) == "over 99.999")
    #expect(NumberText.limit(0) == "0" && NumberText.limit(1) == "100")
    #expect(NumberText.limit(0.0103, beside: 2.8e-8) == "10,300,000")
    #expect(NumberText.limit(2.79e-8, beside: 0.001) == "under 0.001")
    #expect(NumberText.limit(2.5e-6, beside: 5e-6) == "2.50")
  }

  @Test func oneRateHasOneInterval() throws {
    let codes = (0..<300).map { Int32($0) }
    let truth = GroundTruth(leftEntities: codes, rightEntities: codes)
    let links = codes.map { ScoredLink(left: $0, right: $0, weight: 9, probability: 1) }
    let report = try AuditReport(auditing: AuditInput(links: links, truth: truth))
    let upper = NumberText.limit(1 - (report.pairwise.precision.lower ?? 0))
    let page = AuditText.render(report)
    #expect(page.contains("(0 to \(upper) %)"))
    let lower = NumberText.share(report.pairwise.precision.lower ?? 0)
    #expect(page.contains("300 of 300 links; at least \(lower) at 95 %"))
    #expect(!page.contains("one-sided"))
  }

  @Test func whatIsArithmeticIsNoFinding() throws {
    // One stranger of 200 is linked: a hundredth of them carries everything, whoever it is.
    let strangers = (0..<200).map { Int32($0) }
    let others = (0..<300).map { Int32($0 + 200) }
    let truth = GroundTruth(leftEntities: strangers, rightEntities: others)
    let links = [ScoredLink(left: 0, right: 0, weight: 9, probability: 1)]
    let report = try AuditReport(auditing: AuditInput(links: links, truth: truth))
    #expect(report.growth.shareOfTopSearches == 1)
    #expect(!AuditText.render(report).contains("most linked hundredth"))
  }

  @Test func aTruthOfPairsSaysThatItKnowsNoPersons() throws {
    let pairs = TruePairs(left: [0, 1], right: [0, 1], leftCount: 3, rightCount: 3)
    let links = [ScoredLink(left: 0, right: 0, weight: 9, probability: 1)]
    var input = AuditInput(links: links, truth: GroundTruth(pairs: pairs))
    let report = try AuditReport(auditing: input)
    #expect(report.warnings?.map(\.kind) == [.personsUnknown])
    #expect(AuditText.render(report).contains("names no persons"))
    (input.leftPersons, input.rightPersons) = ([0, 1, 2], [0, 1, 3])
    #expect(try AuditReport(auditing: input).warnings == nil)
  }

  @Test func whatWasNotAskedForIsListedAsNotMeasured() throws {
    let page = AuditText.render(try MetricsExample.report())
    for section in ["county", "rivals", "labelSample", "decoys"] {
      #expect(page.contains("\n      \(section): "))
    }
    #expect(!page.hasSuffix("Not measured:\n"))
  }

  @Test func ratesOfGroupsHaveTheirCountsAndIntervals() throws {
    let page = AuditText.render(try MadeUpGroups(seed: 5, size: 40).report())
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("      FPIR ") }
    #expect(!rows.isEmpty)
    for row in rows {
      #expect(row.contains("no data") || row.contains(" of "), "\(row)")
      let ends = [" to ", "at most", "at least", "no data"]
      #expect(ends.contains { row.contains($0) }, "\(row)")
    }
    #expect(page.contains("'x > 2.00'"))
  }
}
