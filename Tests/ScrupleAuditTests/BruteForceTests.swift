import ScrupleGroundTruth
import Testing

@testable import ScrupleAudit

/// The naive twin: every figure from its definition, by looking at all pairs.
private struct NaiveAudit {
  var truePositives = 0
  var falsePositives = 0
  var falseNegatives = 0
  var trueNegatives = 0
  var alone = 0
  var aloneHit = 0
  var mated = 0
  var matedMissed = 0
  var withFalse = 0
  var rightWithFalse = 0
  var personAlone = 0
  var personAloneHit = 0
  var personMated = 0
  var personMissed = 0

  init(_ made: MadeUpLinkage, atLeast weight: Double? = nil) {
    let isLinked = { (i: Int, j: Int) in
      made.links.contains { link in
        let isLink = weight.map { link.weight >= $0 } ?? (link.decision == .link)
        return isLink && link.left == Int32(i) && link.right == Int32(j)
      }
    }
    let rows = 0..<made.leftCount
    let columns = (0..<made.rightCount).filter { made.right[$0] >= 0 }
    for i in rows where made.left[i] >= 0 {
      var (isMated, hasTrue, hasFalse) = (false, false, false)
      for j in columns {
        let isMatch = made.left[i] == made.right[j]
        isMated = isMated || isMatch
        switch (isMatch, isLinked(i, j)) {
        case (true, true): (truePositives, hasTrue) = (truePositives + 1, true)
        case (false, true): (falsePositives, hasFalse) = (falsePositives + 1, true)
        case (true, false): falseNegatives += 1
        case (false, false): trueNegatives += 1
        }
      }
      if isMated { mated += 1 } else { alone += 1 }
      if isMated && !hasTrue { matedMissed += 1 }
      if !isMated && hasFalse { aloneHit += 1 }
      if hasFalse { withFalse += 1 }
    }
    for j in columns {
      let others = rows.filter { made.left[$0] >= 0 && made.left[$0] != made.right[j] }
      if others.contains(where: { isLinked($0, j) }) { rightWithFalse += 1 }
    }
    for person in Set(made.left) where person >= 0 {
      let its = rows.filter { made.left[$0] == person }
      let mates = columns.filter { made.right[$0] == person }
      let isFound = its.contains { i in mates.contains { isLinked(i, $0) } }
      let isHit = its.contains { i in columns.contains { isLinked(i, $0) } }
      if mates.isEmpty { personAlone += 1 } else { personMated += 1 }
      if mates.isEmpty && isHit { personAloneHit += 1 }
      if !mates.isEmpty && !isFound { personMissed += 1 }
    }
  }
}

@Suite struct BruteForceTests {
  @Test(arguments: 0..<60)
  func everyCountIsThatOfTheNaiveTwin(_ seed: UInt64) throws {
    let made = MadeUpLinkage(seed: seed, size: 18, unlabelled: seed % 2 == 0 ? 0 : 5)
    let naive = NaiveAudit(made)
    let report = try made.report()
    let counts = report.pairwise.counts
    #expect(
      [counts.truePositives, counts.falsePositives, counts.falseNegatives, counts.trueNegatives]
        == [naive.truePositives, naive.falsePositives, naive.falseNegatives, naive.trueNegatives])
    let identification = report.identification
    let pairs: [(Rate, Int, Int)] = [
      (report.pairwise.precision, naive.truePositives, naive.truePositives + naive.falsePositives),
      (report.pairwise.recall, naive.truePositives, naive.truePositives + naive.falseNegatives),
      (
        report.pairwise.falseMatchRate, naive.falsePositives,
        naive.falsePositives + naive.trueNegatives
      ),
      (
        report.pairwise.falseNonMatchRate, naive.falseNegatives,
        naive.truePositives + naive.falseNegatives
      ),
      (identification.fpir, naive.aloneHit, naive.alone),
      (identification.fnir, naive.matedMissed, naive.mated),
      (identification.recordsWithFalseLink, naive.withFalse, naive.alone + naive.mated),
      (
        identification.rightRecordsWithFalseLink, naive.rightWithFalse,
        made.right.count { $0 >= 0 }
      ),
      (try #require(identification.personFpir), naive.personAloneHit, naive.personAlone),
      (try #require(identification.personFnir), naive.personMissed, naive.personMated),
    ]
    for (rate, count, total) in pairs {
      #expect(rate.count == count && rate.total == total, "\(rate.name) \(seed)")
    }
  }

  @Test(arguments: 0..<30)
  func everyThresholdIsThatOfTheNaiveTwin(_ seed: UInt64) throws {
    let made = MadeUpLinkage(seed: seed, size: 14, unlabelled: 6)
    for row in try made.report().thresholds {
      let naive = NaiveAudit(made, atLeast: row.weight)
      #expect(row.truePositives == naive.truePositives)
      #expect(row.falsePositives == naive.falsePositives)
      #expect(row.falseNegatives == naive.falseNegatives)
      #expect(row.fpir.count == naive.aloneHit && row.fpir.total == naive.alone)
      #expect(row.fnir.count == naive.matedMissed && row.fnir.total == naive.mated)
    }
  }

  @Test(arguments: 0..<20)
  func bothFormsOfTruthGiveTheSameFigures(_ seed: UInt64) throws {
    let made = MadeUpLinkage(seed: seed, size: 20)
    let byKey = try made.report()
    let byPairs = try AuditReport(auditing: AuditInput(links: made.links, truth: made.pairTruth))
    // Pairs do not say that two strangers are one person: only intervals can differ for that.
    #expect(byKey.pairwise.counts == byPairs.pairwise.counts)
    #expect(byKey.pairwise.recall == byPairs.pairwise.recall)
    #expect(byKey.pairwise.precision.estimate == byPairs.pairwise.precision.estimate)
    #expect(byKey.pairwise.falseMatchRate.estimate == byPairs.pairwise.falseMatchRate.estimate)
    #expect(byKey.thresholds.map(\.recall) == byPairs.thresholds.map(\.recall))
    #expect(
      byKey.thresholds.map(\.precision.estimate) == byPairs.thresholds.map(\.precision.estimate))
    #expect(byKey.identification.fpir.estimate == byPairs.identification.fpir.estimate)
    #expect(byKey.identification.fnir == byPairs.identification.fnir)
    #expect(byPairs.identification.personFpir == nil)
  }
}
