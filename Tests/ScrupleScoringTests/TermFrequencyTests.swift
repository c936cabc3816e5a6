import Testing

@testable import ScrupleScoring

struct TermFrequencyTests {
  let settings = TermFrequencySettings()
  let frequencies = [0, 1e-9, 1e-6, 1e-5, 1e-4, 6e-4, 1e-3, 0.01, 0.1, 0.5, 1]

  @Test func decisiveValues() {
    // log2(6e-4 / 0.02) and, floored at 1e-5, log2(60).
    #expect(
      isClose(
        settings.exactAdjustment(frequency: 0.02, averageUProbability: 6e-4),
        -5.058893689053569))
    #expect(
      isClose(
        settings.exactAdjustment(frequency: 1e-6, averageUProbability: 6e-4),
        5.906890595608519))
  }

  @Test func adjustmentsNeverRiseWithFrequency() {
    for average in [1e-4, 6e-4, 0.05] {
      for (rarer, commoner) in zip(frequencies, frequencies.dropFirst()) {
        #expect(
          settings.exactAdjustment(frequency: rarer, averageUProbability: average)
            >= settings.exactAdjustment(frequency: commoner, averageUProbability: average))
      }
    }
  }

  @Test func evidenceOfARareValueHasALimit() {
    var settings = TermFrequencySettings(minimumFrequency: 1e-12, maximumAdjustmentBits: 4)
    #expect(settings.exactAdjustment(frequency: 0, averageUProbability: 0.01) == 4)
    settings.maximumAdjustmentBits = 0
    #expect(settings.exactAdjustment(frequency: 0.5, averageUProbability: 0.25) == -1)
    #expect(settings.exactAdjustment(frequency: 1e-4, averageUProbability: 0.25) == 0)
  }

  @Test func frequenciesAreThoseOfBothFilesTogether() {
    let terms = TermFrequencies(leftCounts: [3, 1, 0], rightCounts: [1, 3, 12])
    #expect(terms.frequencies == [0.2, 0.2, 0.6])
    #expect(isClose(terms.exactAgreementProbability, (3 * 1 + 1 * 3) / 64.0))
  }

  @Test func exactAgreementIsTheShareOfAgreeingPairs() {
    let left = [0, 0, 1, 2, 2, 2]
    let right = [0, 2, 2, 3]
    var agree = 0
    for a in left { for b in right where a == b { agree += 1 } }
    let got = USampling.exactAgreementProbability(
      leftCounts: [2, 1, 3, 0], rightCounts: [1, 0, 2, 1])
    #expect(isClose(got, Double(agree) / 24))
    var within = 0
    for i in left.indices {
      for j in left.indices where i != j && left[i] == left[j] { within += 1 }
    }
    #expect(isClose(USampling.exactAgreementProbability(counts: [2, 1, 3]), Double(within) / 30))
  }

  @Test func sampledUAddsUpToOneAndIsNeverZero() {
    let u = USampling.uProbabilities(levelCounts: [1e6, 20, 0])
    #expect(isClose(u.reduce(0, +), 1))
    #expect(u.allSatisfy { $0 > 0 })
    #expect(USampling.uProbabilities(levelCounts: [0, 0], pseudoCount: 0) == [0.5, 0.5])
    let exact = USampling.uProbabilities(
      levelCounts: [900, 100, 7], exactAgreementProbability: 0.004)
    #expect(exact[2] == 0.004)
    #expect(isClose(exact.reduce(0, +), 1))
    #expect(USampling.isReliable(uProbability: 3e-5, pairs: 1e6))
    #expect(!USampling.isReliable(uProbability: 2e-5, pairs: 1e6))
  }
}
