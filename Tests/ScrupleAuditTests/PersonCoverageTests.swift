import ScrupleGroundTruth
import Testing

@testable import ScrupleAudit

/// Intervals hold the long-run value about as often as they say, though persons have several
/// records. `Tools/coverage` asks the same of generated corpora.
@Suite struct PersonCoverageTests {
  /// A world in which strangers of one rare name are linked, and mates by chance, all records of a
  /// person together.
  private func report(_ generator: inout SeededGenerator) throws -> AuditReport {
    var left: [Int32] = []
    var right: [Int32] = []
    var names: (left: [Int], right: [Int]) = ([], [])
    var isFound: [Bool] = []
    for person in 0..<240 {
      let name = Int.random(in: 0..<9000, using: &generator)
      isFound.append(Int.random(in: 0..<10, using: &generator) < 7)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        left.append(Int32(person))
        names.left.append(name)
      }
      // Half of the persons are in the register, which holds as many strangers again.
      let isEnrolled = person % 2 == 0
      let other = isEnrolled ? name : Int.random(in: 0..<9000, using: &generator)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        right.append(Int32(isEnrolled ? person : person + 1000))
        names.right.append(other)
      }
    }
    var byName: [Int: [Int]] = [:]
    for (record, name) in names.right.enumerated() { byName[name / 6, default: []].append(record) }
    var links: [ScoredLink] = []
    for (one, person) in left.enumerated() {
      for other in byName[names.left[one] / 6] ?? []
      where right[other] != person || isFound[Int(person)] {
        links.append(
          ScoredLink(left: Int32(one), right: Int32(other), weight: 1, probability: .nan))
      }
    }
    return try AuditReport(
      auditing: AuditInput(
        links: links, truth: GroundTruth(leftEntities: left, rightEntities: right)))
  }

  @Test func intervalsHoldTheLongRunValueAsOftenAsTheySay() throws {
    var generator = SeededGenerator(state: 2026)
    var rates: [String: [Rate]] = [:]
    for _ in 0..<300 {
      let report = try report(&generator)
      let pairwise = report.pairwise
      for rate in [
        pairwise.falseMatchRate, pairwise.precision, pairwise.recall, report.identification.fpir,
      ] {
        rates[rate.name, default: []].append(rate)
      }
      let naive = pairwise.falseMatchRateIfIndependent
      rates["independent", default: []].append(naive)
    }
    var shares: [String: Double] = [:]
    for (name, all) in rates {
      let truth =
        Double(all.reduce(0) { $0 + $1.count }) / Double(all.reduce(0) { $0 + $1.total })
      let held = all.count { ($0.lower ?? 0) <= truth && truth <= ($0.upper ?? 1) }
      shares[name] = Double(held) / Double(all.count)
    }
    for name in ["falseMatchRate", "precision", "recall", "fpir"] {
      let share = try #require(shares[name])
      #expect(share >= 0.92 && share <= 0.998, "\(name) covers \(share)")
    }
    #expect(try #require(shares["independent"]) < 0.75, "pairs are not independent")
  }
}
