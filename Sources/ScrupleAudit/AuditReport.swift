import ScrupleGroundTruth

/// What an audit was given, in numbers that reconcile.
public struct AuditedRecords: Sendable, Equatable, Codable {
  /// Left records.
  public let leftRecords: Int
  /// Right records.
  public let rightRecords: Int
  /// Left records without a label: they take part in no figure.
  public let unlabelledLeft: Int
  /// Right records without a label: they take part in no figure.
  public let unlabelledRight: Int
  /// Links given.
  public let links: Int
  /// Possible links given.
  public let possibleLinks: Int
  /// Links of an unlabelled record: they take part in no figure.
  public let excludedLinks: Int
  /// Possible links of an unlabelled record: they take part in no figure.
  public let excludedPossibleLinks: Int
  /// True pairs of labelled records.
  public let truePairs: Int
  /// The form in which the truth was given.
  public let truthForm: GroundTruth.Form

  init(_ judged: JudgedLinks, _ input: AuditInput) {
    let truth = input.truth
    leftRecords = truth.leftCount
    rightRecords = truth.rightCount
    unlabelledLeft = truth.leftCount - truth.labelledLeftCount
    unlabelledRight = truth.rightCount - truth.labelledRightCount
    links = input.links.count { $0.decision == .link }
    possibleLinks = input.links.count - links
    excludedLinks = judged.excludedLinks
    excludedPossibleLinks = judged.excludedPossible
    truePairs = truth.truePairCount
    truthForm = truth.form
  }
}

/// The measured errors of a linkage: `audit.json`.
///
/// Equal inputs, in any order of links, give equal reports. Every rate states what it is a share
/// of and how its interval was made; what was not measured is null or empty, with its reason.
public struct AuditReport: Sendable, Equatable, Codable {
  /// The version of the format.
  public let schema: String
  /// The confidence level of every interval.
  public let level: Double
  /// What the audit was given.
  public let records: AuditedRecords
  /// Errors over pairs.
  public let pairwise: PairwiseErrors
  /// What blocking saved and lost.
  public let blocking: BlockingErrors
  /// Errors over the records that ask.
  public let identification: IdentificationErrors
  /// About thirty thresholds of match weight, falling.
  public let thresholds: [ThresholdRow]
  /// What the linkage's probabilities claim, beside what is so.
  public let calibration: Calibration
  /// Whom the flags are on, and how many should not be.
  public internal(set) var flags: FlagSection
  /// The causes of wrong flags, the most frequent first.
  public internal(set) var causes: [CauseCount]
  /// What each repair would do to the flags; empty where none was tried.
  public internal(set) var remedies: [RemedyRow] = []
  /// The smallest sets of repairs that remove the wrong flags; nil where none was tried.
  @NullEncoded public internal(set) var remedySets: RemedySets?
  /// How matches were missed; nil where the run itself was not at hand.
  @NullEncoded public internal(set) var missed: MissedMatches?
  /// Which stage is to blame for wrong pairs; nil where the run itself was not at hand.
  @NullEncoded public internal(set) var lossBudget: LossBudget?
  /// The rates of subgroups.
  public internal(set) var subgroups: [SubgroupRates]
  /// How false links grow with the registry.
  public var growth: RegistryGrowth
  /// What would happen in a county, where that was asked for.
  @NullEncoded public var county: CountyEstimate?
  /// The patterns of levels behind the most false links; nil where the levels are not known.
  @NullEncoded public internal(set) var patterns: WorstPatterns?
  /// What a sample of labels says, where one was filled in.
  @NullEncoded public var labelSample: LabelSampleEstimate?
  /// What decoys say, where the files had some.
  @NullEncoded public var decoys: DecoyEstimate?
  /// The figures of entities.
  public let clusters: ClusterFigures
  /// What the model's probabilities say, beside what is so; nil where there are none.
  @NullEncoded public private(set) var modelCheck: ModelCheck?
  /// Strangers who share a full name and a birth date; nil where names were not looked at.
  @NullEncoded public internal(set) var coincidence: CoincidentalAgreement?
  /// Other linkages of the same files, this one first; empty where none was asked for.
  public var rivals: [RivalRow]
  /// What the audit was made from; nil where it was made of values.
  @NullEncoded public var source: AuditSource?
  /// What sections were made from that were added later, by their key; nil where none was.
  public var sectionSources: [String: AuditSource]?
  /// What a reader must know of what the audit was given; nil where there is nothing.
  public internal(set) var warnings: [AuditWarning]?
  /// What was not measured, and why.
  public internal(set) var notMeasured: [UnmeasuredSection]

  /// Measures a linkage against the truth.
  ///
  /// - Parameters:
  ///   - input: the links and the truth.
  ///   - flags: the errors of the flags that followed, where they were judged.
  ///   - causes: the causes of the wrong ones, where they were looked for.
  ///   - groups: how the left records divide into groups, where anybody asks.
  /// - Throws: `AuditError` when the list of links or a given count cannot be.
  /// - Complexity: O(links log links + records).
  public init(
    auditing input: AuditInput, flags: FlagErrors? = nil, causes: [CauseCount]? = nil,
    groups: SubgroupInput? = nil
  ) throws(AuditError) {
    let judged = try JudgedLinks(input)
    schema = "scruple.audit/1"
    level = input.level
    records = AuditedRecords(judged, input)
    pairwise = PairwiseErrors(judged, input)
    blocking = try BlockingErrors(judged, input)
    identification = IdentificationErrors(judged, input)
    thresholds = ThresholdCurve(judged, input.truth).table(level: input.level)
    calibration = Calibration(judged, input)
    self.flags = FlagSection(flags)
    self.causes = causes ?? []
    remedySets = nil
    missed = nil
    lossBudget = nil
    subgroups = groups.map { SubgroupRates.all($0, judged, input) } ?? []
    growth = RegistryGrowth(judged, input, groups)
    county = nil
    patterns = WorstPatterns(input, judged.persons)
    labelSample = nil
    decoys = nil
    clusters = ClusterFigures(judged, input.truth)
    modelCheck = ModelCheck(judged, input)
    coincidence = nil
    rivals = []
    source = nil
    sectionSources = nil
    warnings = input.truth.form == .pairs && input.leftPersons == nil ? [.persons] : nil
    notMeasured = UnmeasuredSection.all(
      of: input, hasFlags: flags != nil, hasCauses: causes != nil, hasSubgroups: !subgroups.isEmpty)
  }
}
