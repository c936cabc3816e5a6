import ScrupleComparison
import Testing

struct PatternLayoutTests {
  @Test func widthsHoldEveryLevelAndNoMore() {
    let layout = PatternLayout(levelCounts: [1, 2, 3, 4, 7, 8])
    #expect(layout.masks == [1, 3, 3, 7, 7, 15])
    #expect(layout.shifts == [0, 1, 3, 5, 8, 11])
  }

  @Test func everyPatternOfASmallLayoutUnpacksToItsLevels() {
    let layout = PatternLayout(levelCounts: [1, 3, 4])
    var seen: Set<UInt64> = []
    for a in 0...1 {
      for b in 0...3 {
        for c in 0...4 {
          let pattern = layout.pattern(levels: [a, b, c])
          #expect((0..<3).map { layout.level(of: $0, in: pattern) } == [a, b, c])
          #expect(seen.insert(pattern).inserted)
        }
      }
    }
  }

  @Test func sixtyFourBitsAreEnough() {
    let layout = PatternLayout(levelCounts: [Int](repeating: 15, count: 16))
    let levels = (0..<16).map { $0 }
    let pattern = layout.pattern(levels: levels)
    #expect((0..<16).map { layout.level(of: $0, in: pattern) } == levels)
  }

  @Test func noComparisonsGiveTheEmptyPattern() {
    #expect(PatternLayout(levelCounts: []).pattern(levels: []) == 0)
  }
}

struct AgreementPatternCountsTests {
  let layout = PatternLayout(levelCounts: [2, 2])

  @Test func equalPatternsAreAddedAndSorted() {
    let counts = AgreementPatternCounts(
      layout: layout, patterns: [9, 1, 9, 4], counts: [2, 1, 3, 0.5])
    #expect(counts.patterns == [1, 4, 9])
    #expect(counts.counts == [1, 0.5, 5])
  }

  @Test func orderOfTheInputDoesNotChangeABit() {
    let values = [0.1, 1e16, -0.0, 0.7, 3, 1e-9]
    let forward = AgreementPatternCounts(
      layout: layout, patterns: values.map { _ in 5 }, counts: values)
    let backward = AgreementPatternCounts(
      layout: layout, patterns: values.map { _ in 5 }, counts: values.reversed())
    #expect(forward.counts == backward.counts)
  }
}
