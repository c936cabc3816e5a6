import ScrupleComparison
import Testing

@testable import ScrupleScoring

struct TiedMixtureTests {
  private typealias Truth = LookAlikeTruth

  private func expectations(
    _ counts: AgreementPatternCounts, range: Range<Int>? = nil, mayMatch: Bool = true
  ) -> TiedExpectations {
    Truth.mixture.expectations(
      LeveledPatterns(counts), range: range ?? 0..<counts.patterns.count, mayMatch: mayMatch,
      levelCounts: counts.layout.levelCounts)
  }

  @Test func sharedComparisonsAreThoseOfMatchesAndOthersThoseOfStrangers() {
    let tables = Truth.mixture.classTables
    let (m, u) = (Truth.mixture.m, Truth.mixture.u)
    #expect(tables == [m, u, [u[0], m[1], u[2], m[3], u[4]], [u[0], m[1], m[2], m[3], u[4]]])
  }

  /// Under the truth the expected pairs of a pattern are those it was made of.
  @Test func expectedPairsAreThoseTheCountsWereMadeOf() {
    let found = expectations(Truth.expected.candidates)
    for (sum, known) in zip(found.classes, Truth.pairs) {
      #expect(abs(sum / known - 1) < 1e-9)
    }
    var matches = Truth.layout.levelCounts.map { [Double](repeating: 0, count: $0 + 1) }
    var strangers = matches
    for cell in Truth.cells {
      for (comparison, level) in cell.levels.enumerated() {
        matches[comparison][level] += cell.pairs[0]
        strangers[comparison][level] += cell.pairs[1]
      }
    }
    for (sums, known) in [(found.matches, matches), (found.strangers, strangers)] {
      for (one, other) in zip(sums.joined(), known.joined()) {
        #expect(abs(one - other) <= 1e-9 * max(1, other))
      }
    }
  }

  @Test func theLogLikelihoodIsTheSumOfLogarithms() {
    let counts = Truth.expected.candidates
    var sum = 0.0
    for (index, pattern) in counts.patterns.enumerated() {
      var probability = 0.0
      for (table, share) in zip(Truth.mixture.classTables, Truth.mixture.shares) {
        var log = ElementaryFunctions.naturalLogarithm(share)
        for comparison in table.indices {
          let level = counts.layout.level(of: comparison, in: pattern)
          log += ElementaryFunctions.naturalLogarithm(table[comparison][level])
        }
        probability += ElementaryFunctions.naturalExponential(log)
      }
      sum += counts.counts[index] * ElementaryFunctions.naturalLogarithm(probability)
    }
    #expect(abs(expectations(counts).logLikelihood / sum - 1) < 1e-12)
  }

  @Test func pairsThatCannotMatchAreSharedOutAmongTheOthers() {
    let counts = Truth.expected.candidates
    let found = expectations(counts, mayMatch: false)
    #expect(found.classes[0] == 0)
    #expect(found.matches.joined().allSatisfy { $0 == 0 })
    #expect(abs(found.classes.reduce(0, +) / Truth.total - 1) < 1e-9)
  }

  @Test func sumsOfPartsAreTheWhole() {
    let counts = Truth.expected.candidates
    let whole = expectations(counts)
    var parts = TiedExpectations(levelCounts: counts.layout.levelCounts, classCount: 4)
    for start in stride(from: 0, to: counts.patterns.count, by: 37) {
      parts.add(
        expectations(counts, range: start..<min(start + 37, counts.patterns.count)))
    }
    for (one, other) in zip(parts.classes, whole.classes) { #expect(abs(one / other - 1) < 1e-12) }
    #expect(abs(parts.logLikelihood / whole.logLikelihood - 1) < 1e-12)
  }

  @Test func aModelMadeOfAMixtureGivesTheMixtureBack() {
    let model = Truth.mixture.model(Truth.outlines, training: nil)
    let again = TiedMixture(model, lookAlikes: Truth.mixture.lookAlikes)
    #expect(again.m == Truth.mixture.m)
    #expect(again.u == Truth.mixture.u)
    for (one, other) in zip(again.shares, Truth.mixture.shares) {
      #expect(abs(one / other - 1) < 1e-9)
    }
    #expect(again.lookAlikes == Truth.mixture.lookAlikes)
    #expect(model.faults == [])
  }
}

struct PairEvidenceTests {
  private typealias Truth = LookAlikeTruth

  @Test func whatIsRemovedIsGoneAndNoCountIsNegative() {
    let all = Truth.expected
    let matched = Truth.expectedMatches
    let rest = all.removing(matched)
    #expect(abs(rest.total / (all.total - matched.counts.reduce(0, +)) - 1) < 1e-12)
    let twice = AgreementPatternCounts(
      layout: matched.layout, patterns: all.candidates.patterns,
      counts: all.candidates.counts.map { 2 * $0 })
    let none = all.removing(twice)
    #expect(none.candidates.counts.allSatisfy { $0 == 0 })
    #expect(none.candidates.patterns == all.candidates.patterns)
  }

  @Test func theTotalIsThatOfBothStrata() {
    let sampled = Truth.sampled(seed: 1)
    #expect(!sampled.others.counts.isEmpty)
    let sum = (sampled.candidates.counts + sampled.others.counts).reduce(0, +)
    #expect(abs(sampled.total / sum - 1) < 1e-12)
  }
}

struct MonotoneCheckTests {
  /// Warnings about one comparison with levels of the given bits, worst first.
  private func warnings(_ bits: [Double], labels: [String]? = nil) -> [String] {
    let u = bits.map { _ in 0.01 }
    let m = bits.map { 0.01 * MatchWeight(bits: $0).odds }
    let mixture = TiedMixture(m: [[1] + m], u: [[1] + u], shares: [0.1, 0.9], lookAlikes: [])
    let outline = ComparisonOutline(
      name: "surname", levelLabels: labels ?? bits.indices.map { "level \($0 + 1)" })
    return MonotoneCheck.warnings(mixture.model([outline], training: nil))
  }

  @Test func levelsThatAscendGiveNoWarning() {
    #expect(warnings([-5, -1, 0, 3, 9]) == [])
    #expect(warnings([2, 2, 2]) == [])
  }

  @Test func aBetterLevelThatWeighsHalfABitLessIsNoWarning() {
    #expect(warnings([-2, 3, 2.6, 7]) == [])
  }

  @Test func aBetterLevelThatWeighsLessIsNamed() {
    let found = warnings([-2, 3, 2.2, 7])
    #expect(
      found == [
        "In comparison 'surname', level 'level 2' weighs 3.0 bits, more than the better level "
          + "'level 3' with 2.2."
      ])
    #expect(warnings([4, 2, 0]).count == 2)
  }

  @Test func valuesInEachOthersColumnAreLeftOut() {
    let labels = ["all else", "crossed with surname", "similar", "swapped with surname", "exact"]
    #expect(warnings([-4, 9, 1, 14, 6], labels: labels) == [])
    #expect(warnings([-4, 9, 1, 14, 0], labels: labels).count == 1)
  }
}
