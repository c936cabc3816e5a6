import ScrupleComparison
import ScrupleMadeUpRecords
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring
import Testing

@testable import Scruple

/// The Bayes factor of a pair, from its values and by the definition.
private struct NaiveWeigher {
  let model: FellegiSunterModel
  let weights: PairWeights
  let layout: PatternLayout
  /// The comparisons with term frequencies.
  var terms: [Term] = []

  struct Term {
    let position: Int
    let left: [String]
    let right: [String]
    let shares: [String: Double]
    let chance: Double
  }

  init(_ prepared: PreparedLinkage, _ model: FellegiSunterModel) throws {
    self.model = model
    weights = try PairWeights(model)
    layout = prepared.comparisons.layout
    for (position, comparison) in model.comparisons.enumerated() {
      guard comparison.termFrequency != nil else { continue }
      let field = prepared.records.field(prepared.comparisons.rules[position].fields[0])!
      let left = field.leftTexts.map { $0.first ?? "" }
      let right = field.rightTexts.map { $0.first ?? "" }
      func counts(_ values: [String]) -> [String: Double] {
        values.reduce(into: [:]) { if !$1.isEmpty { $0[$1, default: 0] += 1 } }
      }
      let (mine, theirs) = (counts(left), counts(right))
      let totals = (mine.values.reduce(0, +), theirs.values.reduce(0, +))
      let chance = mine.reduce(0) { $0 + $1.value / totals.0 * (theirs[$1.key] ?? 0) / totals.1 }
      let shares = mine.merging(theirs, uniquingKeysWith: +).mapValues {
        $0 / (totals.0 + totals.1)
      }
      terms.append(
        Term(position: position, left: left, right: right, shares: shares, chance: chance))
    }
  }

  func bits(left: Int, right: Int, pattern: UInt64) -> Double {
    let tables = model.nonMatchClasses.map(\.uProbabilities)
    var match = 1.0
    var classes = model.nonMatchClasses.map(\.share)
    for (position, comparison) in model.comparisons.enumerated() {
      let level = layout.level(of: position, in: pattern)
      guard level > 0 else { continue }
      match *= comparison.levels[level - 1].mProbability
      for number in classes.indices { classes[number] *= tables[number][position][level - 1] }
      guard let term = terms.first(where: { $0.position == position }),
        !term.left[left].isEmpty, !term.right[right].isEmpty,
        let settings = comparison.termFrequency
      else { continue }
      if let typical = comparison.levels[level - 1].typicalFrequency {
        let pair = [term.shares[term.left[left]]!, term.shares[term.right[right]]!]
          .map { max($0, settings.minimumFrequency) }.sorted()
        let frequency = (pair[1] + 10 * pair[0]) / 11
        let factor = max(
          MatchWeight(bits: -settings.maximumAdjustmentBits).odds, frequency / typical)
        let chance = tables[0][position][level - 1]
        for number in classes.indices {
          let average = tables[number][position][level - 1]
          let share =
            average > chance ? (1 - (average - chance) / (1 - chance)) * chance / average : 1
          classes[number] *= 1 - share + share * factor
        }
      }
      guard level == comparison.levels.count, term.left[left] == term.right[right] else {
        continue
      }
      let cap = MatchWeight(bits: -settings.maximumAdjustmentBits).odds
      let frequency = max(
        term.shares[term.left[left]]!, settings.minimumFrequency, term.chance * cap)
      let factors = weights.frequencyFactors(
        comparison: position, frequency: frequency, chance: term.chance)
      for number in classes.indices { classes[number] *= factors[number] }
    }
    return MatchWeight(mProbability: match, uProbability: classes.reduce(0, +)).bits
  }
}

struct PairWeigherTests {
  private func result() throws -> LinkageResult { try MadeUpRun.result.get() }

  /// The model as from files so large that near levels have a typical frequency.
  private func withTypicalFrequencies(
    _ model: FellegiSunterModel, _ prepared: PreparedLinkage
  ) -> FellegiSunterModel {
    var model = model
    for (position, rule) in prepared.comparisons.rules.enumerated() {
      for level in rule.nearLevels {
        model.comparisons[position].levels[level - 1].typicalFrequency = 0.012
      }
    }
    return model
  }

  private func patterns(_ prepared: PreparedLinkage, left: Int) -> [UInt64] {
    var scratch = prepared.comparisons.makeScratch()
    var patterns: [UInt64] = []
    let right = (0..<prepared.records.rightCount).map { UInt32($0) }
    prepared.comparisons.patterns(
      left: right.map { _ in UInt32(left) }, right: right, scratch: &scratch, into: &patterns)
    return patterns
  }

  @Test func theRatioIsThatOfTheDefinition() throws {
    let result = try result()
    let prepared = result.prepared
    let model = withTypicalFrequencies(result.model, prepared)
    let weigher = try PairWeigher(model: model, prepared: prepared)
    let naive = try NaiveWeigher(prepared, model)
    #expect(naive.terms.count >= 3)
    let memo = PatternProbabilities(classCount: weigher.weights.classCount)
    for left in stride(from: 0, to: 130, by: 3) {
      for (right, pattern) in patterns(prepared, left: left).enumerated() {
        let ratio = weigher.ratio(pattern: pattern, left: left, right: right, memo: memo)
        let bits = MatchWeight(mProbability: ratio, uProbability: 1).bits
        // Relative errors of 2^-53, a few dozen of them.
        #expect(abs(bits - naive.bits(left: left, right: right, pattern: pattern)) < 1e-9)
      }
    }
  }

  @Test func aPairWeighsTheSameByRanksThatWereKept() throws {
    let result = try result()
    let prepared = result.prepared
    let model = withTypicalFrequencies(result.model, prepared)
    let weigher = try PairWeigher(model: model, prepared: prepared)
    // Other probabilities are told the same ranks.
    var other = model
    other.priorMatchProbability /= 2
    for place in other.comparisons.indices {
      let levels = other.comparisons[place].levels
      for level in levels.indices {
        other.comparisons[place].levels[level].mProbability =
          (levels[level].mProbability + 1 / Double(levels.count)) / 2
      }
    }
    let keeper = try PairWeigher(model: other, prepared: prepared)
    let memo = PatternProbabilities(classCount: weigher.weights.classCount)
    var matters = 0
    for left in stride(from: 0, to: 130, by: 5) {
      for (right, pattern) in patterns(prepared, left: left).enumerated() {
        var ranks: [TermRanks] = []
        keeper.appendRanks(pattern: pattern, left: left, right: right, to: &ranks)
        matters += ranks.contains { $0 != .none } ? 1 : 0
        let kept = ranks.withUnsafeBufferPointer {
          weigher.ratio(pattern: pattern, ranks: $0[0..<ranks.count], memo: memo)
        }
        #expect(kept == weigher.ratio(pattern: pattern, left: left, right: right, memo: memo))
      }
    }
    #expect(matters > 100)
  }

  @Test func onlyPairsAtNearLevelsWeighOtherwiseThanWithoutTheirFrequencies() throws {
    let result = try result()
    let prepared = result.prepared
    let plain = result.model
    #expect(plain.comparisons.flatMap(\.levels).allSatisfy { $0.typicalFrequency == nil })
    let with = try PairWeigher(
      model: withTypicalFrequencies(plain, prepared), prepared: prepared)
    let without = try PairWeigher(model: plain, prepared: prepared)
    let memo = PatternProbabilities(classCount: with.weights.classCount)
    let other = PatternProbabilities(classCount: with.weights.classCount)
    var moved = 0
    for left in 0..<130 {
      for (right, pattern) in patterns(prepared, left: left).enumerated() {
        let isNear = with.terms.contains {
          $0.near.levels >> UInt64(with.weights.layout.level(of: $0.comparison, in: pattern)) & 1
            != 0
        }
        let new = with.ratio(pattern: pattern, left: left, right: right, memo: memo)
        let old = without.ratio(pattern: pattern, left: left, right: right, memo: other)
        if !isNear { #expect(new == old) }
        if new != old { moved += 1 }
      }
    }
    #expect(moved > 10)
  }

  @Test func withinAFileBothRecordsAreOfThatFile() throws {
    let result = try result()
    let weigher = try PairWeigher(model: result.model, prepared: result.prepared)
    for term in weigher.terms {
      #expect(term.within(.left).left == term.left)
      #expect(term.within(.left).right == term.left)
      #expect(term.within(.right).left == term.right)
      #expect(term.within(.right).right == term.right)
      #expect(term.within(.right).factors == term.factors)
    }
  }

  @Test func aRareNameAddsBitsUpToItsLimitAndACommonOneTakesThemAway() throws {
    let result = try result()
    let prepared = result.prepared
    let weigher = try PairWeigher(model: result.model, prepared: prepared)
    for term in weigher.terms {
      let limit = result.model.comparisons[term.comparison].termFrequency!.maximumAdjustmentBits
      let records = term.left.indices.flatMap { left in
        term.right.indices.map { (left, $0) }
      }.filter { term.left[$0.0] != 0 && term.left[$0.0] == term.right[$0.1] }
      for (left, right) in records {
        let bits = term.rarityBits(left: left, right: right, level: term.exactLevel)
        #expect(bits <= limit + 1e-9)
        #expect(term.rarityBits(left: left, right: right, level: 1) == 0)
        #expect(term.rarityBits(left: left, right: right, level: 0) == 0)
      }
    }
    let surname = try #require(
      weigher.terms.first { result.model.comparisons[$0.comparison].name == "surname" })
    var counts: [UInt32: Int] = [:]
    for code in surname.left + surname.right where code != 0 { counts[code, default: 0] += 1 }
    var bits: [Int: Double] = [:]
    for (left, code) in surname.left.enumerated() {
      guard let right = surname.right.firstIndex(of: code), code != 0 else { continue }
      bits[counts[code]!] = surname.rarityBits(left: left, right: right, level: surname.exactLevel)
    }
    let byCount = bits.sorted { $0.key < $1.key }.map(\.value)
    #expect(byCount.count > 3)
    for (rare, common) in zip(byCount, byCount.dropFirst()) { #expect(rare > common) }
    #expect(byCount.first! > byCount.last! + 1 && byCount.last! < 0)
  }
}
