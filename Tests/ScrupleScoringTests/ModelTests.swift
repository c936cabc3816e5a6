import Foundation
import ScrupleComparison
import Testing

@testable import ScrupleScoring

struct ModelTests {
  @Test func modelsSurviveJSON() throws {
    var model = NonMatchClassTests.truth
    model.comparisons[0].termFrequency = TermFrequencySettings()
    model.training = TrainingRecord(
      pairs: 10, iterations: 3, logLikelihood: -1.5, penalizedLogLikelihood: -2, starts: 10,
      startsThatAgreed: 9, startsLabelSwitched: 1, startsNotConverged: 0, warnings: ["w"])
    let json = try JSONEncoder().encode(model)
    #expect(try JSONDecoder().decode(FellegiSunterModel.self, from: json) == model)
    let plain = try JSONEncoder().encode(KnownTruth.binaryModel())
    #expect(!String(decoding: plain, as: UTF8.self).contains("nonMatchClasses"))
  }

  @Test func readingABrokenModelListsEveryFault() throws {
    let json = """
      {"priorMatchProbability": 0,
       "comparisons": [
         {"name": "a", "levels": [
           {"label": "else", "mProbability": 0.5, "uProbability": -0.1},
           {"label": "equal", "mProbability": 0.4, "uProbability": 1.1}]},
         {"name": "a", "levels": []}]}
      """
    let error = #expect(throws: ScoringError.self) {
      try JSONDecoder().decode(FellegiSunterModel.self, from: Data(json.utf8))
    }
    guard case .invalidModel(let faults)? = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(faults.count == 6)
    #expect(faults.contains(.repeatedComparison(name: "a")))
    #expect(faults.contains(.noLevels(comparison: "a")))
    #expect(faults.contains(.priorMatchProbability(0)))
  }

  @Test func missingLevelsContributeNothing() throws {
    let table = try WeightTable(KnownTruth.binaryModel())
    #expect(table.weight(of: 0) == 0)
    for comparison in 0..<5 { #expect(table.bits[comparison][0] == 0) }
  }

  @Test func weightsAreTheSumOfTheirLevels() throws {
    let model = RecoveryTests.truth
    let table = try WeightTable(model)
    let levels = [3, 0, 1, 2]
    let want =
      model.comparisons[0].levels[2].weight.bits + model.comparisons[2].levels[0].weight.bits
      + model.comparisons[3].levels[1].weight.bits
    #expect(table.weight(of: table.layout.pattern(levels: levels)) == want)
  }
}

struct ProbabilityTests {
  @Test func probabilitiesAreSafeAtAThousandBits() {
    for bits in [-1000.0, -200, -60, -1, 0, 1, 60, 200, 1000] {
      let probability = Probability(logOdds: bits)
      #expect(probability.value >= 0 && probability.value <= 1)
      #expect(abs(probability.value + probability.complement - 1) <= 1e-15)
      let smaller = min(probability.value, probability.complement)
      #expect(smaller > 0)
      let back = ElementaryFunctions.binaryLogarithm(smaller / (1 - smaller))
      #expect(isClose(back, -abs(bits)))
    }
    #expect(Probability(logOdds: .infinity).value == 1)
    #expect(Probability(logOdds: -.infinity).value == 0)
    #expect(Probability(0).logOdds == -.infinity)
  }

  @Test func weightsLeadFromPriorToPosteriorAndBack() {
    for prior in [1e-9, 0.001, 0.5, 0.99] {
      for bits in stride(from: -40.0, through: 40, by: 2.5) {
        let before = Probability(prior)
        let after = Probability(prior: before, weight: MatchWeight(bits: bits))
        #expect(isClose(MatchWeight(from: before, to: after).bits, bits))
      }
    }
  }

  @Test func valuesAndLogOddsAgree() {
    for step in 1..<1000 {
      let value = Double(step) / 1000
      #expect(isClose(Probability(value).value, value, 1e-12))
    }
  }
}

struct ExplanationTests {
  @Test func stepsLeadFromThePriorToTheTotal() throws {
    let explanation = try Explanation(
      model: RecoveryTests.truth, levels: [4, 0, 2, 1], termFrequencyBits: [-1.5, 0, 0, 0])
    #expect(explanation.steps.map(\.level) == ["level 3", nil, "level 1", "level 0"])
    #expect(explanation.steps[1].levelBits == 0)
    #expect(explanation.dependenceBits == 0)
    let last = try #require(explanation.steps.last)
    #expect(isClose(last.runningBits, explanation.totalBits))
    let sum = explanation.steps.reduce(explanation.priorBits) {
      $0 + $1.levelBits + $1.termFrequencyBits
    }
    #expect(isClose(sum, explanation.totalBits))
    #expect(
      isClose(Probability(logOdds: sum).value, explanation.matchProbability))
  }

  @Test func aMixtureShowsWhatDependenceAdds() throws {
    let model = NonMatchClassTests.truth
    let levels = [1, 2, 1, 2, 2, 1]
    let explanation = try Explanation(model: model, levels: levels)
    // Looks like kin: the fields that kin share count for less together than alone.
    #expect(explanation.dependenceBits < -1)
    let table = try WeightTable(model)
    #expect(
      isClose(
        explanation.weight.bits, table.weight(of: table.layout.pattern(levels: levels))))
  }
}
