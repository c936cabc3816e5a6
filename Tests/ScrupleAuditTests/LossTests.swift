import Foundation
import ScrupleGroundTruth
import Testing

@testable import ScrupleAudit

@Suite struct LossTests {
  /// Made-up facts about wrong pairs; those that are listed are candidates.
  static func evidence(_ wrong: WrongPairs, seed: UInt64) -> LossEvidence {
    var generator = SeededGenerator(state: seed &+ 99)
    func toss() -> Bool { Bool.random(using: &generator) }
    return LossEvidence(
      missed: wrong.missed.map { pair in
        let standing: MissedPair.Standing =
          pair.weight.map { $0 >= 2 ? .rivalled : .possible } ?? .unlisted
        let isEnough = toss()
        return MissedPair(
          left: pair.left, right: pair.right, standing: standing,
          isCandidate: standing != .unlisted || toss(), isEnoughAlone: isEnough,
          isEnoughAsWritten: isEnough || toss())
      },
      falseLinks: wrong.falseLinks.map {
        FalseLinkEvidence(
          left: $0.left, right: $0.right, areAlikeOnPaper: toss(),
          linksWithCleanValues: seed % 2 == 0 ? toss() : nil, isEnoughAlone: toss())
      })
  }

  @Test(arguments: 0..<60)
  func wrongPairsAreThoseOfABruteForceSearch(seed: UInt64) throws {
    let made = MadeUpLinkage(seed: seed, size: 1 + Int(seed) / 3, unlabelled: 6)
    let wrong = try AuditInput(links: made.links, truth: made.truth).wrongPairs()
    var missed: [[Int32]] = []
    var falseLinks: [[Int32]] = []
    for i in 0..<made.leftCount {
      for j in 0..<made.rightCount where made.left[i] >= 0 && made.right[j] >= 0 {
        let isLinked = made.links.contains {
          Int($0.left) == i && Int($0.right) == j && $0.decision == .link
        }
        if made.left[i] == made.right[j] && !isLinked { missed.append([Int32(i), Int32(j)]) }
        if made.left[i] != made.right[j] && isLinked { falseLinks.append([Int32(i), Int32(j)]) }
      }
    }
    #expect(wrong.missed.map { [$0.left, $0.right] } == missed)
    #expect(wrong.falseLinks.map { [$0.left, $0.right] } == falseLinks)
  }

  @Test(arguments: 0..<60)
  func theRowsAddUpToTheErrors(seed: UInt64) throws {
    let made = MadeUpLinkage(seed: seed, size: 1 + Int(seed) / 2, unlabelled: seed % 3 == 0 ? 7 : 0)
    let input = AuditInput(links: made.links, truth: made.truth)
    var report = try AuditReport(auditing: input)
    let bookings: [BookingTruth?] = made.left.map { person in
      person < 0
        ? nil
        : BookingTruth(
          person: person, citizenClass: .noncitizen, status: .expired, isFlaggable: person % 3 > 0)
    }
    let flags = made.left.indices.filter { $0 % 4 == 1 }.map {
      AuditedFlag(booking: Int32($0), records: [], basis: .absence)
    }
    let flagInput = FlagAuditInput(bookings: bookings, flags: flags)
    let evidence = Self.evidence(try input.wrongPairs(), seed: seed)
    report.add(evidence, of: input, flags: flagInput)
    let missed = try #require(report.missed)
    let budget = try #require(report.lossBudget)
    let counts = report.pairwise.counts
    func sum(_ rows: [MissRow]) -> Int { rows.reduce(0) { $0 + $1.share.count } }
    func sum(_ rows: [LossRow]) -> Int { rows.reduce(0) { $0 + $1.share.count } }
    #expect(sum(missed.pairs) == counts.falseNegatives)
    #expect(sum(missed.bookings) == report.identification.fnir.count)
    #expect(sum(budget.missedPairs) == counts.falseNegatives)
    #expect(sum(budget.falseLinks) == counts.falsePositives)
    let errors = try FlagErrors(auditing: flagInput)
    #expect(missed.flags.map(sum) == errors.missedFlagRate.count)
    let withoutRecord = made.left.indices.count { row in
      made.left[row] % 3 > 0 && row % 4 != 1 && !made.right.contains(made.left[row])
    }
    #expect(missed.flags?.first { $0.code == .noRecord }?.share.count == withoutRecord)
    #expect(!report.notMeasured.map(\.section).contains("lossBudget"))
    let bytes = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(AuditReport.self, from: bytes) == report)
  }

  @Test func theStageIsTheFirstToWhichAPairIsDue() {
    func stage(
      _ standing: MissedPair.Standing, candidate: Bool, alone: Bool, written: Bool
    ) -> LossStage {
      MissedPair(
        left: 0, right: 0, standing: standing, isCandidate: candidate, isEnoughAlone: alone,
        isEnoughAsWritten: written
      ).stage
    }
    #expect(stage(.unlisted, candidate: false, alone: false, written: true) == .normalization)
    #expect(stage(.unlisted, candidate: false, alone: true, written: true) == .blocking)
    #expect(stage(.unlisted, candidate: false, alone: false, written: false) == .blocking)
    #expect(stage(.possible, candidate: true, alone: false, written: false) == .scoring)
    #expect(stage(.unlisted, candidate: true, alone: true, written: true) == .decision)
    #expect(stage(.rivalled, candidate: true, alone: false, written: false) == .decision)
    func entry(alike: Bool, clean: Bool?, alone: Bool) -> LossStage {
      FalseLinkEvidence(
        left: 0, right: 0, areAlikeOnPaper: alike, linksWithCleanValues: clean, isEnoughAlone: alone
      ).stage
    }
    #expect(entry(alike: true, clean: true, alone: false) == .information)
    #expect(entry(alike: false, clean: false, alone: true) == .corruption)
    #expect(entry(alike: false, clean: nil, alone: true) == .scoring)
    #expect(entry(alike: false, clean: true, alone: false) == .decision)
  }
}
