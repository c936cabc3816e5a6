import ScrupleComparison
import ScrupleScoring
import Testing

@testable import Scruple

struct TrainingTests {
  private let people = MadeUpRun.people

  private func trained() throws -> (model: FellegiSunterModel, prepared: PreparedLinkage) {
    let result = try MadeUpRun.result.get()
    return (result.model, result.prepared)
  }

  @Test func exactAgreementSpeaksForAMatchAndDisagreementAgainst() throws {
    for comparison in try trained().model.comparisons {
      let bits = comparison.levels.map(\.weight.bits)
      // Where given names agree the sex says little more.
      if comparison.name.hasPrefix("sex-if") { continue }
      #expect(bits.last! > 0, "\(comparison.name)")
      #expect(bits.first! < 0, "\(comparison.name)")
    }
  }

  @Test func rareValuesAreMoreEvidenceThanCommonOnes() throws {
    let (model, _) = try trained()
    func bits(_ name: String) -> Double {
      model.comparisons.first { $0.name == name }!.levels.last!.weight.bits
    }
    #expect(bits("ssn") > 8)
    #expect(bits("surname") > bits("given-name"))
    #expect(bits("birth-date") > bits("given-name"))
  }

  @Test func thePriorIsAboutTheShareOfPairsThatMatch() throws {
    let share = 90.0 / Double(130 * 150)
    let prior = try trained().model.priorMatchProbability
    #expect(prior > share * 0.8 && prior < share * 1.25, "\(prior) for \(share)")
  }

  /// Truth is known here: the shares of levels among the pairs that match are
  /// what m estimates, and among all others what u estimates.
  @Test func probabilitiesAreThoseOfTheKnownTruth() throws {
    let (model, prepared) = try trained()
    let matches = people.matchingIds
    var scratch = prepared.comparisons.makeScratch()
    var patterns: [UInt64] = []
    var counts = model.comparisons.map { comparison in
      [[Double]](repeating: [Double](repeating: 0, count: comparison.levels.count + 1), count: 2)
    }
    let right = (0..<150).map { UInt32($0) }
    for left in 0..<130 {
      prepared.comparisons.patterns(
        left: right.map { _ in UInt32(left) }, right: right, scratch: &scratch, into: &patterns)
      for (position, pattern) in patterns.enumerated() {
        let isMatch = matches[prepared.leftId(left)] == prepared.rightId(position)
        for comparison in counts.indices {
          let level = prepared.comparisons.layout.level(of: comparison, in: pattern)
          counts[comparison][isMatch ? 0 : 1][level] += 1
        }
      }
    }
    for (position, comparison) in model.comparisons.enumerated() {
      for (index, level) in comparison.levels.enumerated() {
        let (matching, other) = (counts[position][0], counts[position][1])
        let matchingCount = matching.dropFirst().reduce(0, +)
        guard matchingCount >= 60 else { continue }
        // Ninety matches: a share is uncertain by 0.05, and EM by some of it.
        #expect(
          abs(level.mProbability - matching[index + 1] / matchingCount) < 0.1,
          "m of \(comparison.name) \(level.label)")
        #expect(
          abs(level.uProbability - other[index + 1] / other.dropFirst().reduce(0, +)) < 0.02,
          "u of \(comparison.name) \(level.label)")
      }
    }
  }

  @Test func trainingIsSureOfItsOptimum() throws {
    let training = try #require(try trained().model.training)
    #expect(training.startsThatAgreed >= 1)
    #expect(training.startsNotConverged < training.starts)
    #expect(abs(training.pairs - Double(130 * 150)) < 1e-6)
  }
}
