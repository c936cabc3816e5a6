import Foundation
import ScrupleStatistics
import Testing

@testable import ScrupleAudit

@Suite struct CertificationTests {
  private static let weights = stride(from: 30.0, through: 0, by: -1).map(\.self)

  /// True citizen flag rates, rising from strict to lax; 2 % falls between two thresholds.
  private static func rate(_ index: Int) -> Double { 0.001 * Double(index) + 0.0005 }

  /// A calibration in which each citizen is flagged from some threshold on.
  private func calibration(_ persons: Int, _ generator: inout SeededGenerator) -> Certification {
    let drawn = (0..<persons).map { _ -> Certification.Person in
      let draw = Double.random(in: 0..<1, using: &generator)
      return Certification.Person(flagged: Self.weights.indices.map { draw < Self.rate($0) })
    }
    return Certification(weights: Self.weights, persons: drawn, ceiling: 0.02)
  }

  @Test func thePromiseIsBrokenAtMostAsOftenAsSaid() {
    var generator = SeededGenerator(state: 2024)
    let lawful = Self.weights.indices.last { Self.rate($0) <= 0.02 } ?? 0
    var broken = 0
    var brokenByLooking = 0
    let trials = 600
    for _ in 0..<trials {
      let outcome = calibration(1500, &generator).outcome()
      if let weight = outcome.weight, weight < Self.weights[lawful] { broken += 1 }
      let naive = outcome.steps.last { step in
        Double(step.counts[0].flagged) <= 0.02 * Double(step.counts[0].persons)
      }
      if let naive, naive.weight < Self.weights[lawful] { brokenByLooking += 1 }
    }
    // 5 % of 600 are 30; five standard errors above are 57.
    #expect(broken <= 45, "\(broken) of \(trials)")
    #expect(brokenByLooking > 200, "\(brokenByLooking) of \(trials)")
  }

  @Test func testingStopsAtTheFirstFailureThoughLaterOnesWouldPass() {
    // Loss need not rise: a lost link to a clearing record flags people at a strict threshold.
    let persons = (0..<4000).map { index in
      Certification.Person(flagged: [false, index < 200, false])
    }
    let outcome = Certification(
      weights: [20, 10, 5], persons: persons, ceiling: 0.01
    ).outcome()
    #expect(outcome.steps.map(\.outcome) == [.certified, .stopped, .untested])
    #expect(outcome.weight == 20)
  }

  @Test func oneBadGroupStopsAll() {
    // One citizen in forty is flagged at the laxer threshold, all of them of one quarter.
    let persons = (0..<8000).map { index in
      Certification.Person(flagged: [false, index % 40 == 0], groups: [index % 4 == 0 ? 0 : 1])
    }
    func weight(_ groups: [String], _ ceiling: Double) -> Double? {
      Certification(weights: [20, 10], persons: persons, groups: groups, ceiling: ceiling)
        .outcome().weight
    }
    #expect(weight([], 0.05) == 10)
    #expect(weight(["few", "many"], 0.05) == 20)
    #expect(weight(["few", "many"], 0.15) == 10)
  }

  @Test func tooFewLabelsCertifyNothingAndSayHowManyWouldDo() throws {
    let persons = (0..<100).map { _ in Certification.Person(flagged: [false]) }
    let asked = Certification(weights: [20], persons: persons, ceiling: 0.001)
    let outcome = asked.outcome()
    #expect(outcome.weight == nil)
    // 2,995 citizens without a flag bound a rate of one in a thousand at 95 %.
    #expect(try #require(outcome.missing.first).labels.ifErrorFree == 2895)
    let page = CertificateText.render(certificate(asked))
    #expect(page.contains("No threshold is certified"))
    #expect(page.contains("2,895 more citizens would do"))
    #expect(asked.outcome().certified == nil)
  }

  @Test func noLabelsCertifyNothing() {
    #expect(Certification(weights: [9, 8], persons: [], ceiling: 0.5).outcome().weight == nil)
    let ofOneGroup = Certification(
      weights: [9], persons: (0..<9000).map { _ in .init(flagged: [false], groups: [0]) },
      groups: ["seen", "unseen"], ceiling: 0.5)
    #expect(ofOneGroup.outcome().weight == nil)
  }

  @Test func aCertificateFitsOneModelOneSpecificationAndOneSize() throws {
    let own = Certificate.Binding(
      modelSHA256: "m", specificationSHA256: "s", registryRecords: 1000)
    func reasons(_ model: String, _ specification: String, _ records: Int) -> Int {
      own.misfits(
        with: .init(
          modelSHA256: model, specificationSHA256: specification, registryRecords: records)
      ).count
    }
    #expect(reasons("m", "s", 1000) == 0 && reasons("m", "s", 900) == 0)
    #expect(reasons("n", "s", 1000) == 1 && reasons("m", "t", 1000) == 1)
    #expect(reasons("m", "s", 1001) == 1 && reasons("m", "s", 899) == 1)
    #expect(reasons("n", "t", 2) == 3)
  }

  @Test func certificatesSurviveTheRoundTrip() throws {
    var generator = SeededGenerator(state: 7)
    let made = certificate(calibration(2000, &generator))
    let bytes = try JSONEncoder().encode(made)
    #expect(try JSONDecoder().decode(Certificate.self, from: bytes) == made)
    #expect(made.statement.contains("at most 2.00 %"))
  }

  private func certificate(_ asked: Certification) -> Certificate {
    Certificate(
      asked,
      calibration: .init(
        citizens: asked.persons.count * 2, used: asked.persons.count, seed: 1, share: 0.5),
      binding: .init(modelSHA256: "m", specificationSHA256: "s", registryRecords: 1000))
  }
}
