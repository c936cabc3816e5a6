import Foundation
import Testing

@testable import ScrupleScoring

/// How the frequencies of two different values change the weight of near agreement.
struct NearFrequencyTests {
  private let settings = TermFrequencySettings(maximumAdjustmentBits: 12)
  private let frequencies = [0, 1e-9, 1e-6, 1e-5, 1e-4, 6e-4, 1e-3, 0.01, 0.1, 0.5, 1]

  private func bits(_ a: Double, _ b: Double, typical: Double = 0.003) -> Double {
    settings.nearAdjustment(frequencies: (a, b), typicalFrequency: typical)
  }

  @Test func decisiveValues() {
    // (0.01 + 10 * 0.001) / 11, and the floor of 1e-5 for both.
    #expect(isClose(settings.nearFrequency(0.001, 0.01), 0.02 / 11))
    #expect(isClose(settings.nearFrequency(0, 1e-7), 1e-5))
    #expect(isClose(bits(0.001, 0.01, typical: 0.04 / 11), 1))
  }

  @Test func rarerValuesNeverCountLessAndTheOrderIsNoMatter() {
    for (rarer, commoner) in zip(frequencies, frequencies.dropFirst()) {
      for other in frequencies {
        #expect(bits(rarer, other) >= bits(commoner, other))
        #expect(bits(rarer, other) == bits(other, rarer))
        #expect(settings.nearFrequency(rarer, other) <= 1)
      }
    }
    #expect(bits(1e-5, 1e-4) > bits(1e-4, 1e-3) + 3)
  }

  @Test func twoCommonValuesCountLessThanACommonOneAndItsSlip() {
    #expect(bits(0.01, 0.009) < bits(0.01, 1e-5) - 3)
  }

  @Test func withoutASlipRatioTheLargerFrequencyCountsAlone() {
    let settings = TermFrequencySettings(slipRatio: 0)
    for a in frequencies {
      for b in frequencies { #expect(settings.nearFrequency(a, b) == max(a, b, 1e-5)) }
    }
  }

  @Test func whatARareValueAddsHasALimitAndWhatACommonOneTakesHasNone() {
    var settings = TermFrequencySettings(minimumFrequency: 1e-12, maximumAdjustmentBits: 4)
    #expect(settings.nearAdjustment(frequencies: (0, 0), typicalFrequency: 0.01) == 4)
    settings.maximumAdjustmentBits = 0
    #expect(settings.nearAdjustment(frequencies: (1e-4, 1e-4), typicalFrequency: 0.25) == 0)
    #expect(isClose(settings.nearAdjustment(frequencies: (1, 1), typicalFrequency: 0.25), -2))
  }

  /// Any random pairs: the factor on their odds is 1 on average.
  @Test(arguments: [0.0, 1, 10, 300])
  func theAdjustmentIsNeutralOnAverageOverRandomPairs(slipRatio: Double) throws {
    let settings = TermFrequencySettings(
      minimumFrequency: 1e-9, maximumAdjustmentBits: 60, slipRatio: slipRatio)
    let counts = (1...50).map { 2_000 / $0 }
    let terms = TermFrequencies(leftCounts: counts, rightCounts: counts.reversed())
    let pairs = (0..<50).flatMap { first in
      (0..<50).filter { (first + 3 * $0) % 7 == 1 }.map { (first: first, second: $0) }
    }
    let typical = try #require(terms.typicalNearFrequency(of: pairs, settings: settings))
    let sum = pairs.reduce(0.0) { sum, pair in
      let bits = settings.nearAdjustment(
        frequencies: (terms.frequencies[pair.first], terms.frequencies[pair.second]),
        typicalFrequency: typical)
      return sum + MatchWeight(bits: bits).odds
    }
    #expect(isClose(sum / Double(pairs.count), 1))
    #expect(terms.typicalNearFrequency(of: pairs.prefix(0), settings: settings) == nil)
  }

  @Test func anOlderModelIsReadAndItsNearLevelsAreNotAdjusted() throws {
    let json = """
      {"priorMatchProbability": 0.01, "comparisons": [{"name": "surname", "levels": [
        {"label": "all else", "mProbability": 0.5, "uProbability": 0.5},
        {"label": "exact", "mProbability": 0.5, "uProbability": 0.5}],
        "termFrequency": {"minimumFrequency": 1e-5, "maximumAdjustmentBits": 12,
          "fuzzyShare": 0.5}}]}
      """
    let model = try JSONDecoder().decode(FellegiSunterModel.self, from: Data(json.utf8))
    #expect(model.comparisons[0].levels.allSatisfy { $0.typicalFrequency == nil })
    #expect(
      model.comparisons[0].termFrequency == TermFrequencySettings(maximumAdjustmentBits: 12))
  }

  @Test func aTypicalFrequencyIsKeptInTheModelAndChecked() throws {
    var model = FellegiSunterModel(
      priorMatchProbability: 0.01,
      comparisons: [
        ComparisonModel(
          name: "surname",
          levels: [
            LevelModel(label: "all else", mProbability: 0.1, uProbability: 0.9),
            LevelModel(
              label: "near", mProbability: 0.2, uProbability: 0.05, typicalFrequency: 0.0012),
            LevelModel(label: "exact", mProbability: 0.7, uProbability: 0.05),
          ], termFrequency: settings)
      ])
    let json = try JSONEncoder().encode(model)
    #expect(try JSONDecoder().decode(FellegiSunterModel.self, from: json) == model)
    for wrong in [0, -1, 1.5, .nan] {
      model.comparisons[0].levels[1].typicalFrequency = wrong
      #expect(model.faults.count == 1)
    }
  }
}

/// Names of unequal frequency, their slips, and names that are near other names, with the
/// true chances of every near pair.
private struct SlippingNames {
  struct Pair {
    let frequencies: (Double, Double)
    let amongMatches: Double
    let amongStrangers: Double
    var trueBits: Double {
      MatchWeight(mProbability: amongMatches, uProbability: amongStrangers).bits
    }
  }

  /// Left values are as they should be, right ones may have slipped.
  let pairs: [Pair]

  /// - Parameters:
  ///   - exponent: frequencies fall as rank^-exponent.
  ///   - slips: ways to slip of each name, one of which leads to another name.
  init(count: Int, exponent: Double, slipRate: Double, slips: Int) {
    let raw = (1...count).map { pow(Double($0), -exponent) }
    let names = raw.map { $0 / raw.reduce(0, +) }
    let each = slipRate / Double(slips)
    var pairs: [Pair] = []
    for (name, frequency) in names.enumerated() {
      // Names 2k and 2k + 1 after a shuffle are near each other.
      let other = names[(name * 7 + 3) % count]
      let shown = other * (1 - slipRate) + frequency * each
      pairs.append(
        Pair(
          frequencies: (frequency, (other + shown) / 2), amongMatches: frequency * each,
          amongStrangers: frequency * shown))
      let slipped = frequency * each
      for _ in 1..<slips {
        pairs.append(
          Pair(
            frequencies: (frequency, slipped / 2), amongMatches: frequency * each,
            amongStrangers: frequency * slipped))
      }
    }
    self.pairs = pairs
  }
}

struct NearFrequencyRecoveryTests {
  /// Mean square errors in bits, over the near pairs of matches and over those of strangers.
  @Test(arguments: [0.5, 0.8, 1.1], [0.02, 0.1])
  func adjustedWeightsAreCloserToTheTrueLogOdds(exponent: Double, slipRate: Double) {
    let truth = SlippingNames(count: 800, exponent: exponent, slipRate: slipRate, slips: 8)
    let m = truth.pairs.reduce(0) { $0 + $1.amongMatches }
    let u = truth.pairs.reduce(0) { $0 + $1.amongStrangers }
    func errors(_ bits: (SlippingNames.Pair) -> Double) -> (matches: Double, strangers: Double) {
      var sums = (matches: 0.0, strangers: 0.0)
      for pair in truth.pairs {
        let square = pow(bits(pair) - pair.trueBits, 2)
        sums.matches += square * pair.amongMatches / m
        sums.strangers += square * pair.amongStrangers / u
      }
      return sums
    }
    let average = MatchWeight(mProbability: m, uProbability: u).bits
    func adjusted(_ slipRatio: Double) -> (SlippingNames.Pair) -> Double {
      let settings = TermFrequencySettings(
        minimumFrequency: 1e-9, maximumAdjustmentBits: 12, slipRatio: slipRatio)
      let reciprocals = truth.pairs.reduce(0) {
        $0 + $1.amongStrangers / settings.nearFrequency($1.frequencies.0, $1.frequencies.1)
      }
      return {
        average
          + settings.nearAdjustment(frequencies: $0.frequencies, typicalFrequency: u / reciprocals)
      }
    }
    let plain = errors { _ in average }
    let larger = errors(adjusted(0))
    let near = errors(adjusted(10))
    #expect(near.matches < 0.5 * plain.matches, "\(near.matches) of \(plain.matches)")
    #expect(near.strangers < 0.7 * plain.strangers, "\(near.strangers) of \(plain.strangers)")
    #expect(near.matches < larger.matches)
  }
}
