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

/// A part of a report that was not measured, and why.
public struct UnmeasuredSection: Sendable, Equatable, Codable {
  /// The section's key in the report.
  public let section: String
  /// Why there is no figure.
  public let reason: String
}

extension UnmeasuredSection {
  static func all(
    of input: AuditInput, hasFlags: Bool, hasCauses: Bool
  ) -> [UnmeasuredSection] {
    var sections = [
      UnmeasuredSection(section: "subgroups", reason: "no audit-only column was given")
    ]
    if !hasFlags {
      sections.append(Self(section: "flags", reason: "the audit was given links, not flags"))
    }
    if !hasCauses {
      sections.append(
        Self(section: "causes", reason: "no truth about statuses and persons was given"))
    }
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
