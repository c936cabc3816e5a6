import Foundation
import ScrupleAudit
import ScrupleStatistics
import Testing

/// A made-up list of units with known answers, from which samples are drawn.
struct MadeUpFrame {
  /// The place of each stratum, its size and how many of it are "yes".
  let strata: [(place: LabelStratum.Place, size: Int, yes: Int, labels: Int)]

  func plan(_ claim: LabelClaim, atMost: Double? = nil, confidence: Double = 0.95) -> LabelPlan {
    LabelPlan(
      claim: claim, atMost: atMost, confidence: confidence, seed: 1,
      strata: strata.enumerated().map { number, stratum in
        LabelStratum(
          code: "s\(number + 1)", name: stratum.place.rawValue, place: stratum.place,
          size: stratum.size, labels: stratum.labels)
      },
      run: AuditedRun(
        linksDigest: "d", linksSHA256: "s", leftRecords: 5_000, rightRecords: 8_000,
        candidatePairs: 100_000, links: 3_000))
  }

  /// Rows drawn without replacement and answered rightly, in a random order.
  func rows(seed: UInt64) -> [LabelledRow] {
    var random = SampleDice(seed: seed)
    let rows = strata.enumerated().flatMap { number, stratum -> [LabelledRow] in
      var (yes, left) = (stratum.yes, stratum.size)
      return (0..<stratum.labels).map { _ in
        let isYes = Int.random(in: 0..<left, using: &random) < yes
        if isYes { yes -= 1 }
        left -= 1
        return LabelledRow(stratum: number, reviewers: [isYes ? .yes : .no, nil])
      }
    }
    return rows.shuffled(using: &random)
  }
}

/// Numbers for tests: the same on every machine.
struct SampleDice: RandomNumberGenerator {
  private var state: UInt64

  /// Streams of neighboring seeds must not be the same one, shifted.
  init(seed: UInt64) { state = (seed &+ 1) &* 0xD1B5_4A32_D192_ED03 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

@Suite struct LabelSampleTests {
  static let links = MadeUpFrame(strata: [
    (.links, 2_000, 1_999, 60), (.links, 700, 680, 80), (.links, 300, 250, 100),
  ])
  static let all = MadeUpFrame(strata: [
    (.links, 2_000, 1_999, 60), (.links, 1_000, 930, 120), (.possibleLinks, 200, 90, 60),
    (.nearThreshold, 400, 30, 60), (.candidates, 90_000, 40, 60), (.outsideAlike, 9_000, 25, 60),
    (.outside, 39_000_000, 5, 40),
  ])
  static let records = MadeUpFrame(strata: [
    (.linkedRecords, 2_900, 2_850, 100), (.unlinkedRecords, 150, 60, 50),
    (.unlinkedRecords, 1_950, 70, 150),
  ])
  static let bookings = MadeUpFrame(strata: [
    (.flaggedBookings, 400, 12, 120), (.unflaggedBookings, 9_600, 8_800, 120),
  ])

  /// How often the limits of a figure hold its true value.
  private static func coverage(
    _ frame: MadeUpFrame, _ claim: LabelClaim, truth: Double,
    _ figure: (LabelSampleEstimate) -> EstimatedRate?
  ) throws -> Double {
    let plan = frame.plan(claim)
    var covered = 0
    for seed in 0..<400 {
      let estimate = LabelSampleEstimate(plan, rows: frame.rows(seed: UInt64(seed)))
      let rate = try #require(figure(estimate)).rate
      let (lower, upper) = (try #require(rate.lower), try #require(rate.upper))
      #expect(lower <= upper && lower >= 0 && upper <= 1)
      if lower <= truth && truth <= upper { covered += 1 }
    }
    return Double(covered) / 400
  }

  @Test func theLimitsOfPrecisionCoverAtLeastAtTheirLevel() throws {
    let truth = (1_999.0 + 680 + 250) / 3_000
    #expect(try Self.coverage(Self.links, .precision, truth: truth, \.precision) >= 0.95)
  }

  @Test func theLimitsOfRecallCoverAtLeastAtTheirLevel() throws {
    let found = 1_999.0 + 930
    let missed = 90.0 + 30 + 40
    let all = try Self.coverage(Self.all, .recall, truth: found / (found + missed + 30), \.overAll)
    #expect(all >= 0.95)
    let inside = try Self.coverage(Self.all, .recall, truth: found / (found + missed)) {
      $0.recallAmongCandidates
    }
    #expect(inside >= 0.95)
  }

  @Test func theLimitsOfFnirCoverAtLeastAtTheirLevel() throws {
    let truth = 130.0 / (130 + 2_850)
    #expect(try Self.coverage(Self.records, .fnir, truth: truth, \.overAll) >= 0.95)
  }

  @Test func theLimitsOfTheCitizenFlagRateCoverAtLeastAtTheirLevel() throws {
    let truth = 12.0 / (12 + 8_800)
    #expect(try Self.coverage(Self.bookings, .citizenFlagRate, truth: truth, \.overAll) >= 0.95)
  }

  @Test func estimatesAreRightOnAverage() throws {
    let plan = Self.links.plan(.precision)
    var sum = 0.0
    for seed in 0..<400 {
      let estimate = LabelSampleEstimate(plan, rows: Self.links.rows(seed: UInt64(seed)))
      sum += try #require(estimate.wrongDecisions?.estimate)
    }
    // 71 links are false; the standard error of the mean of 400 is below 1.
    #expect(abs(sum / 400 - 71) < 4, "\(sum / 400)")
  }

  @Test func nothingFoundIsNeverCertainty() throws {
    let frame = MadeUpFrame(strata: [(.links, 10_000, 10_000, 299)])
    let estimate = LabelSampleEstimate(frame.plan(.precision), rows: frame.rows(seed: 1))
    let rate = try #require(estimate.precision).rate
    #expect(rate.estimate == 1)
    #expect(try #require(rate.lower) < 0.99)
    #expect(try #require(estimate.wrongDecisions).upper > 50)
  }

  @Test func theZeroFailureSizeShowsItsClaimAndOneLabelLessDoesNot() throws {
    // 299 labels without an error rule out 1 % of a long list; of a shorter one fewer would do.
    for (labels, isShown) in [(299, true), (298, false)] {
      let frame = MadeUpFrame(strata: [(.links, 100_000_000, 100_000_000, labels)])
      let estimate = LabelSampleEstimate(
        frame.plan(.falseLinkRate, atMost: 0.01), rows: frame.rows(seed: 1))
      #expect(try #require(estimate.verdict).isShown == isShown)
    }
  }

  @Test func aSmallCountOfLabelsIsNotPublished() throws {
    let rare = MadeUpFrame(strata: [(.links, 10_000, 9_700, 100)])
    let even = MadeUpFrame(strata: [(.links, 10_000, 5_000, 200)])
    for seed in 1...20 {
      for frame in [rare, even] {
        let inside = LabelSampleEstimate(
          frame.plan(.precision), rows: frame.rows(seed: UInt64(seed)))
        let shown = inside.forPublication()
        let counts = inside.strata.flatMap { [$0.yes, $0.no, $0.unsure] }
        let isSmall = counts.contains { (1..<11).contains($0) }
        #expect(shown.strata.isEmpty == isSmall)
        #expect(isSmall || shown == inside)
        #expect(shown.precision == inside.precision && shown.verdict == inside.verdict)
      }
    }
  }

  @Test func recallIsNotIdentifiedByLinksAlone() {
    let estimate = LabelSampleEstimate(
      Self.links.plan(.precision), rows: Self.links.rows(seed: 1))
    #expect(estimate.overAll == nil && estimate.recallAmongCandidates == nil)
    #expect(estimate.notIdentified.first?.reason.hasPrefix("not identified") == true)
  }

  @Test func aStratumWithoutLabelsLeavesRecallUnidentified() {
    let rows = Self.all.rows(seed: 1).filter { $0.stratum != 6 }
    let estimate = LabelSampleEstimate(Self.all.plan(.recall), rows: rows)
    #expect(estimate.overAll == nil)
    #expect(estimate.recallAmongCandidates != nil)
    #expect(estimate.notIdentified.first?.reason.contains("outside") == true)
  }

  @Test func unsureAnswersWidenTheLimitsBothWays() throws {
    let plan = Self.links.plan(.precision)
    let rows = Self.links.rows(seed: 3)
    let sure = try #require(LabelSampleEstimate(plan, rows: rows).precision)
    let doubted = rows.enumerated().map { place, row in
      place % 10 == 0 ? LabelledRow(stratum: row.stratum, reviewers: [.unsure, nil]) : row
    }
    let estimate = LabelSampleEstimate(plan, rows: doubted)
    let wide = try #require(estimate.precision)
    #expect(try #require(wide.lowest) < #require(wide.highest))
    #expect(try #require(wide.rate.lower) < #require(sure.rate.lower))
    #expect(try #require(wide.rate.upper) >= #require(sure.rate.upper))
    #expect(estimate.labels.unsure == 24)
  }

  @Test func rowsAfterTheLastAnswerAreLeftOutAndThoseBeforeAreUnsure() {
    var rows = Self.links.rows(seed: 4)
    let empty = { (row: LabelledRow) in LabelledRow(stratum: row.stratum, reviewers: [nil, nil]) }
    for place in 200..<240 { rows[place] = empty(rows[place]) }
    rows[10] = empty(rows[10])
    let tally = LabelSampleEstimate(Self.links.plan(.precision), rows: rows).labels
    #expect(tally.drawn == 240 && tally.reached == 200 && tally.notReached == 40)
    #expect(tally.skipped == 1 && tally.unsure == 1)
  }

  @Test func disagreementWithoutAdjudicationIsUnsure() {
    let rows = [
      LabelledRow(stratum: 0, reviewers: [.yes, .no]),
      LabelledRow(stratum: 0, reviewers: [.yes, .no], adjudicated: .no),
      LabelledRow(stratum: 0, reviewers: [.yes, .yes]),
      LabelledRow(stratum: 0, reviewers: [nil, .no]),
    ]
    #expect(rows.map(\.final) == [.unsure, .no, .yes, .no])
  }

  @Test func agreementShowsTheParadoxOfKappa() throws {
    let frame = MadeUpFrame(strata: [(.links, 1_000, 990, 1_000)])
    let answers: [(LabelAnswer, LabelAnswer, Int)] = [
      (.yes, .yes, 990), (.yes, .no, 5), (.no, .yes, 5),
    ]
    let rows = answers.flatMap { first, second, count in
      [LabelledRow](
        repeating: LabelledRow(stratum: 0, reviewers: [first, second]), count: count)
    }
    let figures = try #require(
      LabelSampleEstimate(frame.plan(.precision), rows: rows).reviewers)
    #expect(figures.agreement.count == 990 && figures.items == 1_000)
    #expect(abs(try #require(figures.kappa) + 0.005) < 0.001)
    #expect(try #require(figures.gwetAC1) > 0.98)
    #expect(figures.table == [[990, 5, 0], [5, 0, 0], [0, 0, 0]])
  }

  @Test func errorsBelowTheNoiseOfTheLabelsAreCalledThat() throws {
    let frame = MadeUpFrame(strata: [(.links, 10_000, 9_990, 500)])
    let rows = frame.rows(seed: 2)
    let plan = frame.plan(.precision)
    let noisy = LabelSampleEstimate(plan, rows: rows, quality: (0.95, 0.99))
    #expect(noisy.correction?.outcome == .belowNoiseOfLabels)
    #expect(noisy.correction?.corrected == nil)
    #expect(LabelSampleText.render(noisy).contains("below the noise of the labels"))
    let clean = LabelSampleEstimate(plan, rows: rows, quality: (1, 1))
    #expect(clean.correction?.outcome == .corrected)
    #expect(clean.correction?.corrected == clean.correction?.apparent)
  }

  @Test func controlsMeasureReviewersAndCountForNothingElse() throws {
    let frame = MadeUpFrame(strata: [(.links, 1_000, 1_000, 50)])
    let controls = (0..<20).map { number in
      LabelledRow(
        stratum: 0, reviewers: [number == 0 ? .yes : .no, nil], known: number < 10 ? .no : .yes)
    }
    let plain = LabelSampleEstimate(frame.plan(.precision), rows: frame.rows(seed: 1))
    let mixed = LabelSampleEstimate(frame.plan(.precision), rows: controls + frame.rows(seed: 1))
    #expect(mixed.precision == plain.precision && mixed.labels.drawn == 50)
    let figures = try #require(mixed.controls)
    #expect(figures.specificity.count == 9 && figures.specificity.total == 10)
    #expect(figures.sensitivity.count == 0 && figures.sensitivity.total == 10)
  }

  @Test func oneRecordEachLimitsWhatMayBeMissed() throws {
    let plan = Self.all.plan(.recall)
    let rows = Self.all.rows(seed: 5)
    let free = try #require(LabelSampleEstimate(plan, rows: rows).overAll)
    let bound = try #require(LabelSampleEstimate(plan, rows: rows, oneRecordEach: true).overAll)
    #expect(try #require(free.rate.lower) < 0.01)
    #expect(try #require(bound.rate.lower) > 0.5)
    #expect(bound.rate.estimate == free.rate.estimate)
  }

  @Test func anEstimateAndAPartialAuditSurviveJSON() throws {
    var audit = PartialAudit()
    audit.labelSample = LabelSampleEstimate(
      Self.all.plan(.recall, atMost: 0.1), rows: Self.all.rows(seed: 1))
    audit.decoys = DecoyEstimate(
      level: 0.95, links: 10, linksBetweenDecoys: 0,
      sides: [
        DecoySide(side: "right", rows: 100, decoys: 20, perDecoy: [1], links: 10, level: 0.95)
      ])
    let data = try JSONEncoder().encode(audit)
    #expect(try JSONDecoder().decode(PartialAudit.self, from: data) == audit)
    let keys = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(keys["pairwise"] is NSNull && keys["notMeasured"] is [Any])
  }

  @Test func labelsAreSharedOutWithFloorsAndWithinStrata() {
    let strata = Self.all.strata.enumerated().map { number, stratum in
      LabelStratum(
        code: "s\(number)", name: "", place: stratum.place, size: number == 2 ? 7 : stratum.size)
    }
    let shared = LabelAllocation.sharing(400, over: strata)
    #expect(shared.reduce(0) { $0 + $1.labels } == 400)
    #expect(shared[2].labels == 7)
    #expect(shared.allSatisfy { $0.labels >= min(20, $0.size) && $0.labels <= $0.size })
  }

  @Test func acceptanceSizesAreThoseOfTheTables() {
    let sizes = AcceptanceSize.all(rulingOut: 0.01, confidence: 0.95)
    #expect(sizes.map(\.units).first == 299 && sizes.last?.units == 1_693)
    #expect(sizes[2].allowedErrors == 2 && sizes[2].units == 628)
    #expect(
      abs(sizes[0].passIfThird - 0.37) < 0.01 && abs((sizes.last?.passIfThird ?? 0) - 0.97) < 0.01)
    let clustered = AcceptanceSize.all(rulingOut: 0.01, confidence: 0.95, designEffect: 2)
    #expect(clustered[0].unitsInClusters == 598)
  }
}
