import ScrupleAudit
import Testing

@Suite struct DecoyEstimateTests {
  @Test func theEstimateIsDecoyLinksTimesRowsOverDecoys() throws {
    let side = DecoySide(
      side: "right", rows: 10_000, decoys: 500, perDecoy: [Int](repeating: 1, count: 7),
      links: 2_000,
      level: 0.95)
    #expect(side.falseLinks == 140 && side.share == 0.07)
    // Clopper & Pearson for 7 of 500: 0.00565 to 0.02862.
    #expect(abs(side.falseLinksLower - 56.5) < 0.5 && abs(side.falseLinksUpper - 286.2) < 0.5)
  }

  @Test func noLinkedDecoyLeavesAnUpperLimit() throws {
    let side = DecoySide(
      side: "left", rows: 1_000, decoys: 1_000, perDecoy: [], links: 100, level: 0.95)
    #expect(side.share == 0 && side.shareLower == 0)
    #expect(side.shareUpper > 0.03 && side.shareUpper < 0.04)
    let text = DecoyText.render(
      DecoyEstimate(level: 0.95, links: 100, linksBetweenDecoys: 0, sides: [side]))
    #expect(text.contains("none seen") && text.contains("0 of 1,000"))
  }

  @Test func linksOfOneDecoyTogetherWidenTheLimits() {
    func width(_ perDecoy: [Int]) -> Double {
      let side = DecoySide(
        side: "right", rows: 1_000, decoys: 1_000, perDecoy: perDecoy, links: 1_000, level: 0.95)
      return side.falseLinksUpper - side.falseLinksLower
    }
    #expect(width([2, 8, 10]) > 2 * width([Int](repeating: 1, count: 20)))
  }

  @Test func withoutLinksThereIsNoShare() {
    let side = DecoySide(side: "right", rows: 10, decoys: 5, perDecoy: [], links: 0, level: 0.95)
    #expect(side.share == nil && side.shareLower == 0 && side.shareUpper == 1)
  }

  @Test func theLimitsCoverTheMeanOfAnyRate() {
    for (rate, seed) in [(0.002, 1), (0.02, 2), (0.3, 3)] {
      var covered = 0
      for replicate in 0..<300 {
        var random = SampleDice(seed: UInt64(seed * 1_000 + replicate))
        let linked = (0..<500).count { _ in Double.random(in: 0..<1, using: &random) < rate }
        let side = DecoySide(
          side: "right", rows: 500, decoys: 500, perDecoy: [Int](repeating: 1, count: linked),
          links: 500, level: 0.95)
        if side.shareLower <= rate && rate <= side.shareUpper { covered += 1 }
      }
      #expect(Double(covered) / 300 >= 0.94, "\(rate): \(covered) of 300")
    }
  }
}
