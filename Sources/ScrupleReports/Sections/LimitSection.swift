import ScrupleAudit

/// What the figures do not show.
enum LimitSection {
  static func make(_ audit: AuditReport) -> PageSection {
    PageSection("limits", "What these figures do not show") {
      element("ul") {
        for limit in limits { element("li") { limit } }
      }
      if !audit.notMeasured.isEmpty {
        element("h3") { "Not measured" }
        PageTable(
          caption: "What was not measured, and why", columns: ["Part of audit.json", "Why"],
          rows: audit.notMeasured.map { part in
            [element("code") { part.section }, HTMLText(part.reason)]
          },
          words: [0, 1]
        ).markup
      }
    }
  }

  /// The limits of an audit without a complete truth.
  static func make(_ audit: PartialAudit) -> PageSection {
    PageSection("limits", "What these figures do not show") {
      element("ul") {
        for limit in limits.prefix(2) + estimated { element("li") { limit } }
      }
    }
  }

  private static let estimated = [
    "Whom the errors fall on, what each threshold costs, why flags are wrong: that takes a truth.",
    "What reviewers cannot see. A label says what somebody took two records for.",
  ]

  private static let limits = [
    "That a single link or flag is right. A low rate over many people is no probability for one "
      + "person, and no finding about anybody named in a file.",
    "Other files. Another population, another base rate or a larger register gives other rates.",
    "Errors of the truth. A wrong or missing label counts here as an error of the linkage.",
    "Made-up data, where those were used: the rates then hold under the assumptions of the "
      + "generator only.",
    "Sharper limits. Intervals that assume independent pairs or records are too narrow where one "
      + "name or one record makes many of the errors, which is usual.",
    "What a reviewer would make of the possible links: they count as not linked.",
    "What happens to a person afterwards. A true link to a stale record still misleads, and a "
      + "fingerprint does not cure a stale status.",
  ]
}
