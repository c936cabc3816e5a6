import ScrupleAudit

/// The other side: what was missed, where, and which stage is to blame for wrong pairs.
enum LossSection {
  private static let title = "What was missed, and which stage is to blame"

  static func make(_ audit: AuditReport) -> PageSection {
    guard audit.missed != nil || audit.lossBudget != nil else {
      return PageSection(
        "losses", title,
        notMeasured: "that takes the run itself, with its model or rules; 'scruple audit RUN' "
          + "measures it, an audit of links alone cannot")
    }
    let chart = audit.lossBudget.flatMap { LossChart($0).chart }
    return PageSection("losses", title, charts: chart.map { [$0] } ?? []) {
      paragraph {
        "An audit that counts false links only is not believed, and should not be. Here each true "
        "pair that was missed, and each false link, is put down to one stage: the first that lost "
        "it or let it in. So it can be said whether better data, better blocking, a better model or "
        "another threshold would help."
      }
      chart?.markup
      audit.missed.map(tables)
    }
  }

  private static func tables(_ missed: MissedMatches) -> HTMLText {
    HTMLText([
      element("h3") { "How matches were missed" },
      table("True pairs that are not linked", missed.pairs, "missed.pairs").markup,
      table("Records with a mate that are linked to none", missed.bookings, "missed.bookings")
        .markup,
      missed.flags.map {
        table("Bookings that the policy would flag, and that have no flag", $0, "missed.flags")
          .markup
      } ?? HTMLText(""),
    ])
  }

  private static func table(_ caption: String, _ rows: [MissRow], _ path: String) -> PageTable {
    PageTable(
      caption: caption,
      columns: ["How", "Missed", "Of all missed", "A reviewer sees it"],
      rows: rows.map { row in
        let share = PlacedRate(row.share, at: "share")
        let code = row.code.rawValue.hasPrefix("M") ? row.code.rawValue + ": " : ""
        return [
          HTMLText(code + row.meaning), share.count, share.estimate,
          Figure.count(row.inReview, at: "inReview"),
        ]
      }, places: rows.indices.map { "\(path).\($0)" })
  }
}
