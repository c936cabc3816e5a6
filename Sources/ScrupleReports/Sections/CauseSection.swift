import ScrupleAudit

/// Why wrong flags are wrong, and what would help against each cause.
enum CauseSection {
  static func make(_ audit: AuditReport) -> PageSection {
    let title = "Why, and what would help"
    guard !audit.causes.isEmpty else {
      let reason =
        audit.flags.measured?.wrongFlagRate.count == 0
        ? "no flag was found to be wrong" : audit.reason(for: "causes")
      return PageSection("causes", title, notMeasured: reason)
    }
    let bars = CauseChart(audit.causes).chart
    return PageSection("causes", title, charts: [bars]) {
      paragraph {
        "Each wrong flag has one primary cause. Who is this, and what follows, are two questions: "
        "better matching helps against the causes W1 and WU only. A stale status (W2) misleads "
        "even where the link is right."
      }
      bars.markup
      table(audit.causes).markup
      RemedyTable.make(audit)
    }
  }

  private static func table(_ causes: [CauseCount]) -> PageTable {
    PageTable(
      caption: "Causes of wrong flags, the most frequent first",
      columns: [
        "Cause", "Wrong flags", "Share", "95 % interval", "On citizens", "What would help",
      ],
      rows: causes.enumerated().map { place, row in
        let path = "causes.\(place)"
        let share = PlacedRate(row.share, at: path + ".share")
        return [
          HTMLText("\(row.cause.rawValue): \(row.meaning)"), share.count, share.estimate,
          share.interval, Figure.count(row.onCitizens, at: path + ".onCitizens"),
          HTMLText(row.cause.remedy),
        ]
      }, words: [0, 5])
  }
}

extension WrongFlagCause {
  /// What would help against the cause, in a sentence without a promise.
  var remedy: String {
    switch self {
    case .identifierCollision:
      "Never link on an identifier alone; let a contradiction of name or birth date veto."
    case .aliasContamination: "Weigh an alias less than a name; review links that rest on one."
    case .kin: "Require the given name or the full birth date to agree; let a contradiction veto."
    case .namesake: "A higher threshold for frequent names; a further field; a fingerprint."
    case .errorInduced: "Repair the values where they were entered; a higher threshold."
    case .mergedFile: "Split the file at its source; leave out records that contradict themselves."
    case .staleNaturalized:
      "Ask the register of naturalizations on the day; treat an old status as no status."
    case .unrecordedCitizen:
      "Ask about the parents; no register shows such a citizen, so no match can."
    case .staleOtherStatus: "Use the status as of the day; treat an old one as no status."
    case .splitFile: "Link all records of the person before any status is read."
    case .neverTrue: "Correct the register; confirm with the file before anything follows."
    case .ruleError: "Correct the rule that makes flags of links."
    case .falseSupport: "Let only the record that was reviewed decide."
    case .absenceMissedMatch, .absenceNoRecord:
      "Never flag for want of a record: absence is no evidence."
    case .absenceFalseBirthplace:
      "Never flag for want of a record; confirm the birthplace from a document."
    case .statedError: "Confirm what was noted as said from a document."
    case .unresolvable: "Leave the decision to a person, with further evidence."
    }
  }
}
