import ScrupleFlagging

extension SpecificationWriter {
  /// `[flags]` as TOML that explains itself.
  static func flags(_ rule: FlagRule) -> String {
    let statuses = RecordedStatus.allCases.filter(rule.flaggedStatuses.contains)
    let bases = [FlagBasis.link, .identifier].filter(rule.bases.contains)
    let vetoes =
      CitizenshipIndicium.allCases.filter(rule.vetoingIndicia.contains).map(\.rawValue)
      + Contradiction.allCases.filter(rule.vetoingContradictions.contains).map(\.rawValue)
    var lines = [
      "# What follows from a link, on the date of the booking. A flag asks for a review, no more.",
      "[flags]",
      "enabled = \(rule.isEnabled)",
      "flagged-statuses = \(list(statuses.map(\.rawValue)))",
      "# A status older than this makes no flag alone. The figure is an assumption.",
      "stale-after-days = \(rule.staleAfterDays)",
      "# 'identifier': the link would be none without agreement on an identifier.",
      "bases = \(list(bases.map(\.rawValue)))",
    ]
    if let identifiers = rule.identifiers {
      lines.append("identifiers = \(list(identifiers))")
    } else {
      lines.append("# identifiers = [\"a-number\"]  # left out: any")
    }
    lines += [
      "# A stated foreign citizenship, or a birth abroad without any record. Neither is evidence",
      "# of status: many who are citizens were born abroad, and records are missed and missing.",
      "stated = \(rule.bases.contains(.stated))",
      "absence = \(rule.bases.contains(.absence))",
      "# Whether a stay granted until a day before the booking counts as expired.",
      "lapsed-stays = \(rule.readsLapsedStayAsExpired)",
      "# Signs of citizenship and contradictions that forbid a flag; the others are only shown.",
      "vetoes = [",
    ]
    lines += vetoes.map { "  \(quoted($0))," }
    lines += [
      "]",
      "# Inches and years that heights and years of birth may differ by. Assumptions.",
      "height-tolerance = \(rule.heightTolerance)",
      "age-tolerance = \(rule.ageTolerance)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
