/// One linkage among others of the same files, judged by the same truth.
public struct RivalRow: Sendable, Equatable, Codable {
  /// What made the links: a rule, or a run.
  public let name: String
  /// Whether it is the linkage that the report is about.
  public let isSubject: Bool
  /// Links between labelled records.
  public let links: Int
  /// Links that are non-matches.
  public let falseLinks: Int
  /// True pairs that are not linked.
  public let missedPairs: Int
  /// True links among links.
  public let precision: Rate
  /// Linked true pairs among true pairs.
  public let recall: Rate
  /// Records without a true mate that are linked to anything.
  public let fpir: Rate
  /// Records with a true mate that are linked to none.
  public let fnir: Rate
  /// Flags; nil where none were judged.
  @NullEncoded public private(set) var flags: Int?
  /// Citizens flagged among citizens searched.
  @NullEncoded public private(set) var citizenFlagRate: Rate?
  /// Wrong flags among flags.
  @NullEncoded public private(set) var wrongFlagRate: Rate?
  /// Flags on citizens among flags.
  @NullEncoded public private(set) var citizenShareOfFlags: Rate?

  /// Takes a row out of a report.
  public init(_ name: String, isSubject: Bool = false, of report: AuditReport) {
    let counts = report.pairwise.counts
    self.name = name
    self.isSubject = isSubject
    links = counts.truePositives + counts.falsePositives
    falseLinks = counts.falsePositives
    missedPairs = counts.falseNegatives
    precision = report.pairwise.precision
    recall = report.pairwise.recall
    fpir = report.identification.fpir
    fnir = report.identification.fnir
    let measured = report.flags.measured
    flags = measured?.flags
    citizenFlagRate = measured?.citizenFlagRate
    wrongFlagRate = measured?.wrongFlagRate
    citizenShareOfFlags = measured?.citizenShareOfFlags
  }
}
