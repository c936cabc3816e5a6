import ScrupleGroundTruth
import ScrupleStatistics
import Testing

@testable import ScrupleAudit

@Suite struct ModelCheckTests {
  /// Links of strangers and of mates whose probabilities are right, or pulled to the extremes.
  private func report(sharpening: Double = 1, size: Int = 6000) throws -> AuditReport {
    var generator = SeededGenerator(state: 11)
    var right: [Int32] = []
    var links: [ScoredLink] = []
    for left in 0..<size {
      let p = Double.random(in: 0.05...0.98, using: &generator)
      let isMatch = Double.random(in: 0..<1, using: &generator) < p
      right.append(isMatch ? Int32(left) : Int32(left + size))
      let odds = power(p / (1 - p), sharpening)
      let said = odds / (1 + odds)
      links.append(
        ScoredLink(
          left: Int32(left), right: Int32(left), weight: said, probability: said,
          decision: said >= 0.5 ? .link : .possible))
    }
    let truth = GroundTruth(
      leftEntities: (0..<size).map { Int32($0) }, rightEntities: right)
    let split = HeldOutSplit(
      isHeldOut: (0..<size).map { $0 % 2 == 0 }, seed: 1, share: 0.5)
    var input = AuditInput(links: links, truth: truth)
    input.modelCheck = ModelCheckInput(split: split)
    return try AuditReport(auditing: input)
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    (0..<Int(exponent)).reduce(1) { product, _ in product * base }
  }

  @Test func rightProbabilitiesPass() throws {
    let check = try #require(try report().modelCheck)
    let heldOut = check.heldOut
    #expect(check.split.heldOutRecords == 3000 && check.split.otherRecords == 3000)
    #expect(abs(try #require(heldOut.slope) - 1) < 0.12)
    #expect(abs(try #require(heldOut.intercept)) < 0.12, "\(heldOut)")
    #expect(abs(try #require(heldOut.spiegelhalterZ)) < 3)
    #expect(try #require(heldOut.expectedCalibrationError) < 0.03)
    let ratio = try #require(check.falseLinks.measuredOverClaimed)
    #expect(abs(ratio - 1) < 0.1)
    #expect(abs(try #require(check.missedAmongListed.measuredOverClaimed) - 1) < 0.1)
  }

  @Test func sharpenedProbabilitiesAreFoundOut() throws {
    let check = try #require(try report(sharpening: 3).modelCheck)
    #expect(abs(try #require(check.heldOut.slope) - 1.0 / 3) < 0.08)
    #expect(abs(try #require(check.heldOut.spiegelhalterZ)) > 10)
    #expect(try #require(check.falseLinks.measuredOverClaimed) > 1.5)
    let lower = try #require(check.falseLinks.measured.lower)
    #expect(try #require(check.falseLinks.claimedShare) < lower)
  }

  @Test func linksWithoutProbabilitiesAreNotChecked() throws {
    let truth = GroundTruth(leftEntities: [0, 1], rightEntities: [0, 1])
    let links = [ScoredLink(left: 0, right: 0, weight: 1, probability: .nan)]
    let split = HeldOutSplit(isHeldOut: [true, false], seed: 1, share: 0.5)
    var input = AuditInput(links: links, truth: truth)
    input.modelCheck = ModelCheckInput(split: split)
    let report = try AuditReport(auditing: input)
    #expect(report.modelCheck == nil)
    #expect(report.notMeasured.contains { $0.section == "modelCheck" })
  }

  @Test(arguments: 0..<30)
  func recordsOfOnePersonShareTheirFirstRecord(_ seed: UInt64) {
    let made = MadeUpLinkage(seed: seed, size: 14)
    let byEntity = HeldOutSplit.firstRecords(of: made.truth)
    for (one, first) in byEntity.enumerated() {
      #expect(Int(first) == made.left.firstIndex(of: made.left[one]))
    }
    // As pairs, only those joined by a record of the other side are known to be one person.
    let byPairs = HeldOutSplit.firstRecords(of: made.pairTruth)
    for (one, first) in byPairs.enumerated() {
      let isMated = made.right.contains(made.left[one])
      #expect(first == (isMated ? byEntity[one] : Int32(one)))
    }
  }

  @Test func theLogRatioIsInBitsWithItsLimits() {
    let residual = DependenceResidual(
      first: .init(comparison: "a", level: "exact"), second: .init(comparison: "b", level: "exact"),
      looked: 64, observed: 64, squaredWeights: 64, expected: 16, expectedIfIndependent: 20,
      level: 0.95)
    #expect(abs(residual.logRatio - 2) < 1e-12)
    // 1.96 / 8 in natural logarithms, over ln 2.
    #expect(
      abs(residual.upper - residual.logRatio - 1.959963984540054 / 8 / 0.6931471805599453) < 1e-9)
  }
}
