/// A part of a report that was not measured, and why.
public struct UnmeasuredSection: Sendable, Equatable, Codable {
  /// The section's key in the report.
  public let section: String
  /// Why there is no figure.
  public let reason: String
}

extension UnmeasuredSection {
  static func all(
    of input: AuditInput, hasFlags: Bool, hasCauses: Bool, hasSubgroups: Bool
  ) -> [UnmeasuredSection] {
    var sections: [UnmeasuredSection] = []
    if !hasSubgroups {
      sections.append(Self(section: "subgroups", reason: "no audit-only column was given"))
    }
    if !hasFlags {
      sections.append(Self(section: "flags", reason: "the audit was given links, not flags"))
    }
    if !hasCauses {
      sections.append(
        Self(section: "causes", reason: "no truth about statuses and persons was given"))
    }
    sections.append(
      Self(section: "remedies", reason: "the run was not repeated (--repairs, with a corpus)"))
    for section in ["missed", "lossBudget"] {
      sections.append(
        Self(
          section: section, reason: "needs the run, with its model or rules, not its links alone"))
    }
    if input.candidatePairs == nil {
      sections.append(Self(section: "blocking.candidatePairs", reason: "not given"))
    }
    if input.truePairsAmongCandidates == nil {
      sections.append(Self(section: "blocking.pairCompleteness", reason: "not given"))
    }
    if input.truth.form == .pairs && input.leftPersons == nil {
      let reason = "the truth is a list of pairs and names no persons"
      sections.append(Self(section: "identification.personFpir", reason: reason))
      sections.append(Self(section: "identification.personFnir", reason: reason))
    }
    if input.modelCheck == nil || input.links.allSatisfy(\.probability.isNaN) {
      sections.append(
        Self(
          section: "modelCheck",
          reason: input.modelCheck == nil
            ? "no split by person was given" : "the links carry no probabilities"))
    }
    sections.append(Self(section: "coincidence", reason: "names and birth dates were not read"))
    return sections
  }
}
