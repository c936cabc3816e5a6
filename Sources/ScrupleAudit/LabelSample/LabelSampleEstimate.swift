import ScrupleStatistics

/// A number of units estimated from a sample, with limits.
public struct EstimatedCount: Sendable, Codable, Equatable {
  /// What is counted, in the words of the glossary.
  public let name: String
  /// The estimate, unsure answers left out; nil where a stratum has no sure answer.
  @NullEncoded public private(set) var estimate: Double?
  /// The least number that is not refuted.
  public let lower: Int
  /// The greatest.
  public let upper: Int
  /// How many there are to count among.
  public let total: Int
}

/// A rate estimated from a sample, with what unsure answers leave open.
public struct EstimatedRate: Sendable, Codable, Equatable {
  /// The rate; its count and total are labels, its estimate weighs them.
  public let rate: Rate
  /// The estimate if every unsure answer lowers it; nil where a stratum was not looked at.
  @NullEncoded public private(set) var lowest: Double?
  /// The estimate if every unsure answer raises it.
  @NullEncoded public private(set) var highest: Double?
}

/// Whether what the plan was to show is shown.
public struct LabelVerdict: Sendable, Codable, Equatable {
  public let claim: LabelClaim
  /// The error rate that must not be exceeded.
  public let atMost: Double
  public let confidence: Double
  /// The one-sided upper limit of the error rate.
  public let upper: Double
  /// Whether the limit is at most what was claimed.
  public let isShown: Bool
}

/// A group's rate from the sample.
public struct LabelledGroup: Sendable, Codable, Equatable {
  public let group: String
  public let precision: EstimatedRate
}

/// What a filled-in sample says of a run: the section `labelSample` of `audit.json`.
///
/// All limits are sums of exact hypergeometric ones at an equal share of the error for each
/// stratum and side, so they hold where nothing was counted. They are about this run's lists, not
/// about other files.
public struct LabelSampleEstimate: Sendable, Codable, Equatable {
  /// What was planned.
  public let plan: LabelPlan
  public let labels: LabelTally
  /// The strata; none where a public report leaves them out.
  public internal(set) var strata: [LabelledStratum]
  /// Links that are matches, over links; for citizens, flagged bookings of others over flagged.
  @NullEncoded public private(set) var precision: EstimatedRate?
  /// Links that are no match; for citizens, flagged bookings of citizens.
  @NullEncoded public private(set) var wrongDecisions: EstimatedCount?
  /// Matches that are no link; for citizens, bookings of citizens that are not flagged.
  @NullEncoded public private(set) var undecidedYes: EstimatedCount?
  /// The rate of the claim over matches or citizens: recall, FNIR or citizen flag rate.
  @NullEncoded public private(set) var overAll: EstimatedRate?
  /// The recall among the pairs that blocking brought together.
  @NullEncoded public private(set) var recallAmongCandidates: EstimatedRate?
  public internal(set) var groups: [LabelledGroup] = []
  @NullEncoded public internal(set) var reviewers: ReviewerFigures?
  @NullEncoded public internal(set) var controls: ControlFigures?
  @NullEncoded public private(set) var correction: NoiseCorrection?
  @NullEncoded public private(set) var verdict: LabelVerdict?
  /// Whether the limits assume that no person has two records in one file.
  public let assumesOneRecordEach: Bool
  /// What the labels cannot say, and why.
  public let notIdentified: [UnmeasuredSection]

  /// What limits are made of, in words.
  public static let method =
    "stratified, sum of exact hypergeometric limits at alpha/(2H), finite list"

  /// How well reviewers are known to label, where somebody knows.
  public typealias LabelQuality = (sensitivity: Double, specificity: Double)

  /// Estimates from the rows of a sample, in the order of the file.
  ///
  /// - Parameters:
  ///   - rows: one for each row that was drawn, in the random order of the sample.
  ///   - quality: how well reviewers label; from the controls if nil.
  ///   - oneRecordEach: whether no person has two records in one file, which limits how many
  ///     matches there can be.
  public init(
    _ plan: LabelPlan, rows: [LabelledRow], quality: LabelQuality? = nil,
    oneRecordEach: Bool = false
  ) {
    let reached = (rows.lastIndex(where: \.isTouched) ?? -1) + 1
    let done = rows.prefix(reached)
    var counts = [[Int]](repeating: [0, 0, 0], count: plan.strata.count)
    for row in done where row.known == nil { counts[row.stratum][row.final.rawValue] += 1 }
    let labelled = zip(plan.strata, counts).map {
      LabelledStratum($0, yes: $1[0], no: $1[1], unsure: $1[2])
    }
    let sums = LabelSums(plan, labelled, oneRecordEach: oneRecordEach)
    self.plan = plan
    labels = LabelTally(rows, reached: reached)
    strata = sums.strataWithLimits
    assumesOneRecordEach = oneRecordEach && plan.question == .pair
    notIdentified = sums.notIdentified
    precision = sums.precision
    wrongDecisions = sums.wrongDecisions
    undecidedYes = sums.undecidedYes
    overAll = sums.overAll
    recallAmongCandidates = sums.recallAmongCandidates
    groups = sums.groups
    reviewers = ReviewerFigures(done, level: plan.confidence)
    controls = ControlFigures(done, level: plan.confidence)
    verdict = sums.verdict
    correction = Self.correction(quality, controls, sums)
  }

  private static func correction(
    _ quality: LabelQuality?, _ controls: ControlFigures?, _ sums: LabelSums
  ) -> NoiseCorrection? {
    let found = controls.flatMap { controls in
      controls.sensitivity.estimate.flatMap { sensitivity in
        controls.specificity.estimate.map { (sensitivity, $0) }
      }
    }
    guard let (sensitivity, specificity) = quality ?? found else { return nil }
    return NoiseCorrection(
      sums.wrongShare, errorsAreYes: sums.isAboutCitizens, sensitivity: sensitivity,
      specificity: specificity, source: quality == nil ? "controls" : "given")
  }
}
