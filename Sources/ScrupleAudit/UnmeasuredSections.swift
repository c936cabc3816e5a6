/// The rates of flags; each is null where it was not measured.
public struct FlagRates: Sendable, Equatable, Codable {
  /// Wrong flags among flags.
  @NullEncoded public private(set) var wrongFlagRate: Rate?
  /// Flagged citizens among citizens searched.
  @NullEncoded public private(set) var citizenFlagRate: Rate?
  /// Citizens among flags.
  @NullEncoded public private(set) var citizenShareOfFlags: Rate?

  /// Creates the rates that were measured.
  package init(
    wrongFlagRate: Rate? = nil, citizenFlagRate: Rate? = nil, citizenShareOfFlags: Rate? = nil
  ) {
    self.wrongFlagRate = wrongFlagRate
    self.citizenFlagRate = citizenFlagRate
    self.citizenShareOfFlags = citizenShareOfFlags
  }
}

/// The rates of one subgroup.
public struct SubgroupRates: Sendable, Equatable, Codable {
  /// The column that divides the records.
  public let column: String
  /// The subgroup's value in that column.
  public let value: String
  /// Its rates.
  public let rates: [Rate]

  /// Creates the rates of a subgroup.
  package init(column: String, value: String, rates: [Rate]) {
    self.column = column
    self.value = value
    self.rates = rates
  }
}

/// B-cubed figures of entities (Bagga & Baldwin 1998); each is null where it was not measured.
public struct ClusterFigures: Sendable, Equatable, Codable {
  /// The mean share of a record's entity that is truly of its person.
  @NullEncoded public private(set) var bcubedPrecision: Double?
  /// The mean share of a record's person that is in its entity.
  @NullEncoded public private(set) var bcubedRecall: Double?
  /// The harmonic mean of the two above.
  @NullEncoded public private(set) var bcubedF1: Double?

  /// Creates the figures that were measured.
  package init(
    bcubedPrecision: Double? = nil, bcubedRecall: Double? = nil, bcubedF1: Double? = nil
  ) {
    self.bcubedPrecision = bcubedPrecision
    self.bcubedRecall = bcubedRecall
    self.bcubedF1 = bcubedF1
  }
}

/// A part of a report that was not measured, and why.
public struct UnmeasuredSection: Sendable, Equatable, Codable {
  /// The section's key in the report.
  public let section: String
  /// Why there is no figure.
  public let reason: String
}

extension UnmeasuredSection {
  static func all(of input: AuditInput) -> [UnmeasuredSection] {
    var sections = [
      UnmeasuredSection(section: "flags", reason: "the audit was given links, not flags"),
      UnmeasuredSection(section: "causes", reason: "the audit was given links, not flags"),
      UnmeasuredSection(section: "subgroups", reason: "no audit-only column was given"),
      UnmeasuredSection(section: "clusters", reason: "the audit was given links, not entities"),
    ]
    if input.candidatePairs == nil {
      sections.append(Self(section: "blocking.candidatePairs", reason: "not given"))
    }
    if input.truePairsAmongCandidates == nil {
      sections.append(Self(section: "blocking.pairCompleteness", reason: "not given"))
    }
    if input.truth.form == .pairs {
      let reason = "the truth is a list of pairs and names no persons"
      sections.append(Self(section: "identification.personFpir", reason: reason))
      sections.append(Self(section: "identification.personFnir", reason: reason))
    }
    return sections
  }
}
