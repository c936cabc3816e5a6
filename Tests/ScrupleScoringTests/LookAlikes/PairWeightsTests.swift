import ScrupleComparison
import Testing

@testable import ScrupleScoring

/// Random models with classes of non-matches, and random patterns of them.
private enum RandomModels {
  static func model(_ random: inout SplitMix64, classes: Int) -> FellegiSunterModel {
    let counts = (0..<Int.random(in: 1...7, using: &random)).map { _ in
      Int.random(in: 2...7, using: &random)
    }
    let items = (0..<classes).map { _ in counts.map { shares($0, &random) } }
    let sizes = shares(classes, &random)
    return FellegiSunterModel(
      priorMatchProbability: 0.01,
      comparisons: counts.enumerated().map { position, count in
        let m = shares(count, &random)
        let free = shares(count, &random)
        return ComparisonModel(
          name: "c\(position)",
          levels: (0..<count).map { level in
            var average = 0.0
            for (item, size) in zip(items, sizes) { average += size * item[position][level] }
            return LevelModel(
              label: "level \(level)", mProbability: m[level],
              uProbability: classes > 0 ? average : free[level])
          })
      },
      nonMatchClasses: zip(items, sizes).enumerated().map { number, item in
        NonMatchClass(label: "class \(number)", share: item.1, uProbabilities: item.0)
      })
  }

  /// Numbers that add up to 1, some of them tiny.
  private static func shares(_ count: Int, _ random: inout SplitMix64) -> [Double] {
    let raw = (0..<count).map { _ in
      ElementaryFunctions.naturalExponential(-12 * random.nextUnit())
    }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  static func levels(_ model: FellegiSunterModel, _ random: inout SplitMix64) -> [Int] {
    model.levelCounts.map { Int.random(in: 0...$0, using: &random) }
  }
}

/// The weight in bits by the definition, with logarithms.
private func naiveBits(_ model: FellegiSunterModel, _ levels: [Int]) -> Double {
  func logarithm(_ probabilities: [[Double]]) -> Double {
    var sum = 0.0
    for (values, level) in zip(probabilities, levels) where level > 0 {
      sum += ElementaryFunctions.naturalLogarithm(values[level - 1])
    }
    return sum
  }
  let match = logarithm(model.comparisons.map { $0.levels.map(\.mProbability) })
  var others = model.nonMatchClasses.map {
    ElementaryFunctions.naturalLogarithm($0.share) + logarithm($0.uProbabilities)
  }
  if others.isEmpty {
    others = [logarithm(model.comparisons.map { $0.levels.map(\.uProbability) })]
  }
  let largest = others.max()!
  let sum = others.reduce(0) { $0 + ElementaryFunctions.naturalExponential($1 - largest) }
  let other = largest + ElementaryFunctions.naturalLogarithm(sum)
  return (match - other) / ElementaryFunctions.naturalLogarithm(2)
}

struct PairWeightsTests {
  private func probabilities(
    _ weights: PairWeights, _ levels: [Int]
  ) -> (match: Double, classes: [Double]) {
    let classes = UnsafeMutableBufferPointer<Double>.allocate(capacity: weights.classCount)
    defer { classes.deallocate() }
    let match = weights.probabilities(of: weights.layout.pattern(levels: levels), into: classes)
    return (match, Array(classes))
  }

  @Test(arguments: [0, 1, 2, 5])
  func theWeightIsThatOfTheNaiveSumOfLogarithms(classes: Int) throws {
    var random = SplitMix64(seed: UInt64(classes + 1))
    for _ in 0..<60 {
      let model = RandomModels.model(&random, classes: classes)
      let weights = try PairWeights(model)
      #expect(weights.classCount == max(1, classes))
      for _ in 0..<20 {
        let levels = RandomModels.levels(model, &random)
        let found = probabilities(weights, levels)
        let bits = MatchWeight(
          mProbability: found.match, uProbability: found.classes.reduce(0, +)
        ).bits
        // A dozen factors of relative error 2^-53 each.
        #expect(abs(bits - naiveBits(model, levels)) < 1e-9, "\(levels)")
      }
    }
  }

  @Test func aMissingLevelIsNoEvidence() throws {
    var random = SplitMix64(seed: 9)
    for _ in 0..<60 {
      let model = RandomModels.model(&random, classes: 3)
      let weights = try PairWeights(model)
      let none = probabilities(weights, model.levelCounts.map { _ in 0 })
      #expect(none.match == 1)
      #expect(none.classes == model.nonMatchClasses.map(\.share))
      var levels = RandomModels.levels(model, &random)
      levels[0] = 0
      var shorter = model
      shorter.comparisons.removeFirst()
      for number in shorter.nonMatchClasses.indices {
        shorter.nonMatchClasses[number].uProbabilities.removeFirst()
      }
      guard !shorter.comparisons.isEmpty else { continue }
      let found = probabilities(try PairWeights(shorter), Array(levels.dropFirst()))
      let wide = probabilities(weights, levels)
      #expect(found.match == wide.match)
      #expect(found.classes == wide.classes)
    }
  }

  @Test func aModelWithFaultsIsRefused() {
    var random = SplitMix64(seed: 1)
    var model = RandomModels.model(&random, classes: 2)
    model.nonMatchClasses[0].share += 0.1
    #expect(throws: ScoringError.self) { try PairWeights(model) }
  }
}

/// How the frequency of a shared value changes the classes' probabilities.
struct FrequencyFactorTests {
  /// Values of unequal frequency, the same in both files.
  private static let frequencies: [Double] = {
    let raw = (1...200).map { 1 / Double($0) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }()
  private static let chance = frequencies.reduce(0) { $0 + $1 * $1 }

  /// Classes that agree exactly with the given probabilities.
  private func weights(_ agreeing: [Double]) throws -> PairWeights {
    let share = 1 / Double(agreeing.count)
    let average = agreeing.reduce(0, +) * share
    return try PairWeights(
      FellegiSunterModel(
        priorMatchProbability: 0.01,
        comparisons: [
          ComparisonModel(
            name: "surname",
            levels: [
              LevelModel(label: "else", mProbability: 0.1, uProbability: 1 - average),
              LevelModel(label: "exact", mProbability: 0.9, uProbability: average),
            ])
        ],
        nonMatchClasses: agreeing.enumerated().map {
          NonMatchClass(label: "class \($0)", share: share, uProbabilities: [[1 - $1, $1]])
        }))
  }

  private func factors(_ weights: PairWeights, _ frequency: Double) -> [Double] {
    weights.frequencyFactors(comparison: 0, frequency: frequency, chance: Self.chance)
  }

  /// One of the records holds value v with its frequency; where a class agrees at
  /// least as often as chance has it, its average comes out again.
  @Test func theAverageOverTheValuesIsThatOfTheClass() throws {
    let weights = try weights([Self.chance, 0.1, 0.5, 0.9, 0.999])
    var averages = [Double](repeating: 0, count: 5)
    for frequency in Self.frequencies {
      for (number, factor) in factors(weights, frequency).enumerated() {
        averages[number] += frequency * factor
      }
    }
    for average in averages { #expect(abs(average - 1) < 1e-12) }
  }

  @Test func strangersAgreeOnAValueAsOftenAsItIsFrequent() throws {
    let weights = try weights([Self.chance, 0.9])
    for frequency in Self.frequencies {
      let found = factors(weights, frequency)[0]
      #expect(abs(found - frequency / Self.chance) < 1e-12)
    }
  }

  @Test func strangersNearlyAgreeByChanceAndWhoSharesTheFieldHardlyEver() throws {
    let weights = try weights([0.01, 0.01, 0.2, 0.9])
    let shares = weights.chanceShares(comparison: 0, level: 2)
    #expect(shares[0] == 1 && shares[1] == 1)
    // On purpose (0.2 - 0.01) / 0.99, the rest by chance.
    #expect(abs(shares[2] - (1 - 0.19 / 0.99) * 0.01 / 0.2) < 1e-12)
    #expect(shares[3] < 0.002)
    #expect(weights.chanceShares(comparison: 0, level: 0) == [1, 1, 1, 1])
    #expect(weights.chanceShares(comparison: 0, level: 1).allSatisfy { (0...1).contains($0) })
  }

  @Test func whoAgreesOnPurposeDoesSoWhateverTheValue() throws {
    let weights = try weights([0.95, 0.9, 0.5])
    for frequency in Self.frequencies + [1e-9] {
      for (factor, most) in zip(factors(weights, frequency), [0.01, 0.02, 0.2]) {
        #expect(abs(factor - 1) < most, "frequency \(frequency)")
      }
    }
  }

  @Test func aValueAsFrequentAsAgreementByChanceChangesNothing() throws {
    let weights = try weights([Self.chance, 0.3, 0.9])
    for factor in factors(weights, Self.chance) { #expect(abs(factor - 1) < 1e-12) }
  }

  @Test func factorsRiseWithTheFrequency() throws {
    let weights = try weights([Self.chance / 10, Self.chance, 0.3, 0.9])
    var before = [Double](repeating: 0, count: 4)
    for frequency in stride(from: 0.0001, through: 1, by: 0.01) {
      let found = factors(weights, frequency)
      for (one, other) in zip(before, found) { #expect(one < other) }
      before = found
    }
  }

  @Test func aFieldWithOneValueOnlyGivesNoAgreementOnPurpose() throws {
    let weights = try weights([0.5, 0.9])
    let found = weights.frequencyFactors(comparison: 0, frequency: 1, chance: 1)
    #expect(found == [2, 1 / 0.9])
  }
}
