import ScrupleAudit

/// What each threshold costs: a slider above a table, which is complete without it.
enum ThresholdSection {
  static func make(_ audit: AuditReport) -> PageSection {
    let title = "What each threshold costs"
    guard audit.thresholds.count > 1 else {
      return PageSection(
        "thresholds", title,
        notMeasured: "the listed pairs have no weights that differ, so no threshold can be moved")
    }
    let withheld = audit.withheldPairs
    let curve = ThresholdChart(audit.thresholds, isWeightAlone: withheld == 0).chart
    return PageSection("thresholds", title, charts: [curve]) {
      paragraph {
        "A threshold is a choice between two harms. Lower it, and fewer true pairs are missed but "
        "more people are joined to a stranger's record; raise it, and the reverse. Here every "
        "listed pair at or above the threshold is taken as a link."
      }
      withheld == 0 ? nil : paragraph { apart(audit, withheld) }
      slider(audit.thresholds)
      curve.markup
      table(audit.thresholds).markup
      paragraph("note") {
        "The threshold of the best F1 was found with the truth in hand: it flatters, and is no "
        "recommendation."
      }
    }
  }

  /// Why no row is the linkage itself, and what that one counted.
  private static func apart(_ audit: AuditReport, _ withheld: Int) -> HTMLText {
    let counts = "pairwise.counts."
    return HTMLText([
      element("strong") { "No threshold here is the linkage itself. " },
      HTMLText("It made "),
      Figure.count(audit.pairwise.precision.total, at: "pairwise.precision.total"),
      HTMLText(" links: "),
      Figure.count(audit.pairwise.counts.falsePositives, at: counts + "falsePositives"),
      HTMLText(" join different people, and "),
      Figure.count(audit.pairwise.counts.falseNegatives, at: counts + "falseNegatives"),
      HTMLText(
        " true pairs were missed. \(NumberText.grouped(withheld)) more "
          + (withheld == 1 ? "pair weighs" : "pairs weigh")
          + " as much as its lowest link or more and "
          + (withheld == 1 ? "was" : "were")
          + " not linked, since weight alone does not decide: for example, where two records fit "
          + "nearly as well, Scruple links neither. The table counts such pairs as links."),
    ])
  }

  /// The row at which the slider stands first: that of the linkage's own threshold.
  private static func start(_ rows: [ThresholdRow]) -> Int {
    rows.firstIndex { $0.roles.contains(.lowestLink) } ?? 0
  }

  // Shown by the script; without it the table says everything.
  private static func slider(_ rows: [ThresholdRow]) -> HTMLText {
    element("div", ["class": "slider", "id": "slider", "hidden": ""]) {
      element("label", ["for": "threshold"]) { "Move the threshold (match weight, in bits)" }
      element("div", ["class": "ends"]) {
        element("span") { "lower: more people joined to strangers" }
        element("span") { "higher: more true pairs missed" }
      }
      element(
        "input",
        [
          "type": "range", "id": "threshold", "min": "0", "max": "\(rows.count - 1)", "step": "1",
          "value": "\(rows.count - 1 - start(rows))", "aria-describedby": "threshold-says",
        ])
      element("p", ["id": "threshold-says", "class": "says"])
      element("p", ["id": "threshold-live", "class": "unseen", "aria-live": "polite"])
    }
  }

  private static func table(_ rows: [ThresholdRow]) -> PageTable {
    PageTable(
      caption: "Thresholds of match weight, from strict to lax",
      columns: [
        "Bits", "Links", "True", "False", "Missed", "Precision", "Recall", "FPIR", "FNIR",
        "Claimed false", "Mark",
      ],
      rows: rows.map(line), words: [10], places: rows.indices.map { "thresholds.\($0)" },
      id: "threshold-table", isTall: true,
      own: rows.firstIndex { $0.roles.contains(.lowestLink) })
  }

  private static func line(_ row: ThresholdRow) -> [HTMLText] {
    [
      Figure.number(row.weight, decimals: 2, at: "weight"), Figure.count(row.links, at: "links"),
      Figure.count(row.truePositives, at: "truePositives"),
      Figure.count(row.falsePositives, at: "falsePositives"),
      Figure.count(row.falseNegatives, at: "falseNegatives"),
      PlacedRate(row.precision, at: "precision").estimate,
      PlacedRate(row.recall, at: "recall").estimate, PlacedRate(row.fpir, at: "fpir").estimate,
      PlacedRate(row.fnir, at: "fnir").estimate,
      row.claimedFalseLinks.map { Figure.number($0, decimals: 1, at: "claimedFalseLinks") }
        ?? HTMLText("–"),
      HTMLText(row.roles.map(\.words).joined(separator: ", ")),
    ]
  }
}

extension AuditReport {
  /// Listed pairs at or above the weight of the lowest link that the linkage did not link.
  var withheldPairs: Int {
    guard let row = thresholds.first(where: { $0.roles.contains(.lowestLink) }) else { return 0 }
    return max(row.links - pairwise.precision.total, 0)
  }
}

extension ThresholdRow.Role {
  /// What the row is, on the page.
  var words: String {
    switch self {
    case .lowestLink: "weight of the lowest link"
    case .highestPossible: "highest possible link"
    case .lowestListed: "last pair listed"
    case .bestF1: "best F1"
    }
  }
}
