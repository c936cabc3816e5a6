import ScrupleComparison
import ScrupleMadeUpRecords
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring
import Testing

@testable import Scruple

struct NearTermsTests {
  private let left = ["smith", "smith", "smith", "okonkwo", "jones", "", "abbot"]
  private let right = ["smyth", "smith", "smith", "okonkvo", "jonas", "smyth", ""]
  private let settings = TermFrequencySettings(maximumAdjustmentBits: 12)

  private func terms(_ field: NormalizedField) throws -> NearTerms {
    let comparison = ComparisonModel(
      name: "surname",
      levels: [
        LevelModel(label: "all else", mProbability: 0.1, uProbability: 0.97),
        LevelModel(label: "near", mProbability: 0.2, uProbability: 0.02, typicalFrequency: 0.2),
        LevelModel(label: "exact", mProbability: 0.7, uProbability: 0.01),
      ], termFrequency: settings)
    let model = FellegiSunterModel(priorMatchProbability: 0.01, comparisons: [comparison])
    return NearTerms(
      comparison: 0, field: field, frequencies: FieldFrequencies(field), model: comparison,
      settings: settings, weights: try PairWeights(model))
  }

  private func field(_ left: [String], _ right: [String]) -> NormalizedField {
    NormalizedField("surname", .name, left: left, right: right)
  }

  @Test func theFactorIsTheFrequencyOfTheTwoValuesAgainstTheTypicalOne() throws {
    let terms = try terms(field(left, right))
    let smith = 5.0 / 12
    let smyth = 2.0 / 12
    let found = try #require(terms.factor(left: 0, right: 0, level: 2))
    #expect(abs(found - (smith + 10 * smyth) / 11 / 0.2) < 1e-12)
    let rare = try #require(terms.factor(left: 3, right: 3, level: 2))
    #expect(abs(rare - 1.0 / 12 / 0.2) < 1e-12)
    #expect(rare < found)
  }

  @Test func missingValuesAndOtherLevelsAreNeutral() throws {
    let terms = try terms(field(left, right))
    for other in left.indices {
      #expect(terms.factor(left: 5, right: other, level: 2) == nil)
      #expect(terms.factor(left: other, right: 6, level: 2) == nil)
      for level in [0, 1, 3] { #expect(terms.factor(left: 0, right: other, level: level) == nil) }
    }
  }

  @Test func theSidesMayBeExchanged() throws {
    let field = field(left, right)
    let (terms, mirrored) = (try terms(field), try terms(field.mirrored))
    for mine in left.indices {
      for theirs in right.indices {
        #expect(
          terms.factor(left: mine, right: theirs, level: 2)
            == mirrored.factor(left: theirs, right: mine, level: 2))
      }
    }
  }

  @Test func aRecordWithSeveralValuesIsNeutralSinceAnyOfThemMayBeNear() throws {
    let field = NormalizedField(
      "surname", .name, left: [["smith", "jones"], ["jones"]], right: [["jonas"], ["smyth"]])
    let terms = try terms(field)
    #expect(terms.factor(left: 0, right: 0, level: 2) == nil)
    #expect(terms.factor(left: 1, right: 0, level: 2) != nil)
  }

  @Test func aRareValueAddsNoMoreThanTheLimit() throws {
    let names = (0..<3_000).map { "name\($0)" }
    let terms = try terms(field(names, names))
    let found = try #require(terms.factor(left: 1, right: 2, level: 2))
    #expect(found == MatchWeight(bits: -12).odds || found > MatchWeight(bits: -12).odds)
    let bits = settings.nearAdjustment(
      frequencies: (1.0 / 3_000, 1.0 / 3_000), typicalFrequency: 0.2)
    #expect(abs(MatchWeight(mProbability: 1, uProbability: found).bits - bits) < 1e-9)
  }
}

extension NearTerms {
  /// The factor of two records, or nil where frequencies say nothing of them.
  fileprivate func factor(left: Int, right: Int, level: Int) -> Double? {
    let values = ranks(left: left, right: right, level: level)
    return values == .none ? nil : factor(values, level: level)
  }
}

struct NearFrequencySurveyTests {
  /// Enough people that strangers come to the near levels.
  private static let people = MadeUpPeople(
    seed: 21, leftCount: 400, rightCount: 450, matchCount: 200)

  private func survey(_ random: Int, threads: Int = 1) throws -> [[Double?]] {
    var specification = MadeUpRun.specification
    specification.scoring.randomPairCount = random
    let prepared = try MadeUpRun.prepare(
      Self.people.left, Self.people.right, specification, threads: threads)
    let settings = prepared.comparisons.rules.map {
      $0.usesTermFrequency ? TermFrequencySettings(maximumAdjustmentBits: 12) : nil
    }
    return try NearFrequencySurvey(
      prepared, settings: settings, options: MadeUpRun.options(threads)
    ).typicalFrequencies
  }

  /// The harmonic means over all pairs, and how many pairs each level has.
  private func naive(_ name: String) throws -> [Int: (mean: Double, count: Int)] {
    let prepared = try MadeUpRun.prepare(Self.people.left, Self.people.right)
    let position = try #require(prepared.comparisons.rules.firstIndex { $0.name == name })
    let field = try #require(prepared.records.field(name))
    let (left, right) = (field.leftTexts.map(\.first), field.rightTexts.map(\.first))
    var counts: [String: Double] = [:]
    for value in (left + right).compactMap({ $0 }) { counts[value, default: 0] += 1 }
    let total = counts.values.reduce(0, +)
    var scratch = prepared.comparisons.makeScratch()
    var patterns: [UInt64] = []
    var sums: [Int: (sum: Double, count: Int)] = [:]
    for (mine, text) in left.enumerated() {
      let rights = right.indices.map { UInt32($0) }
      prepared.comparisons.patterns(
        left: rights.map { _ in UInt32(mine) }, right: rights, scratch: &scratch, into: &patterns)
      for (theirs, pattern) in patterns.enumerated() {
        let level = prepared.comparisons.layout.level(of: position, in: pattern)
        guard let text, let other = right[theirs] else { continue }
        let pair = [counts[text]! / total, counts[other]! / total].sorted()
        sums[level, default: (0, 0)].sum += 11 / (pair[1] + 10 * pair[0])
        sums[level, default: (0, 0)].count += 1
      }
    }
    return sums.mapValues { (Double($0.count) / $0.sum, $0.count) }
  }

  @Test(arguments: ["surname", "given-name"])
  func overFewPairsItIsTheHarmonicMeanOfAll(name: String) throws {
    let found = try survey(180_000)
    let naive = try naive(name)
    let rules = MadeUpRun.rules
    let position = try #require(rules.firstIndex { $0.name == name })
    var surveyed = 0
    for level in 1...rules[position].levelCount {
      let typical = found[position][level - 1]
      guard rules[position].nearLevels.contains(level), let expected = naive[level],
        expected.count >= 30
      else {
        #expect(typical == nil, "level \(level)")
        continue
      }
      #expect(abs(try #require(typical) / expected.mean - 1) < 1e-9)
      surveyed += 1
    }
    #expect(surveyed > 0)
  }

  @Test func aSampleComesNearTheMeanOfAllAndIsTheSameOnAllThreads() throws {
    let all = try survey(180_000)
    let drawn = try survey(80_000)
    #expect(try survey(80_000, threads: 3) == drawn)
    var compared = 0
    for (exact, sampled) in zip(all.flatMap { $0 }, drawn.flatMap { $0 }) {
      guard let exact, let sampled else { continue }
      #expect(abs(sampled / exact - 1) < 0.4)
      compared += 1
    }
    #expect(compared > 0)
  }

  @Test func nothingIsSurveyedWhereTheSpecificationSaysSo() throws {
    var rules = MadeUpRun.rules
    for position in rules.indices { rules[position].usesTermFrequencyWhenNear = false }
    var specification = MadeUpRun.specification
    specification.comparisons = rules
    let result = try MadeUpRun.run(
      MadeUpRun.people.left, MadeUpRun.people.right, specification)
    #expect(
      result.model.comparisons.flatMap(\.levels).allSatisfy { $0.typicalFrequency == nil })
  }
}

extension MadeUpRun {
  /// The comparisons that the made-up people get by default.
  fileprivate static var rules: [ComparisonRule] {
    (try? prepare(people.left, people.right))?.comparisons.rules ?? []
  }
}
