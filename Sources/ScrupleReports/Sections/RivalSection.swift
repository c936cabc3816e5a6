import ScrupleAudit

/// Other linkages of the same files beside this one, judged by the same truth.
enum RivalSection {
  private static let title = "Beside other rules"

  static func make(_ audit: AuditReport) -> PageSection {
    guard audit.rivals.count > 1 else {
      return PageSection(
        "rivals", title,
        notMeasured: "no other linkage of these files was audited with this one; "
          + "'scruple audit RUN --beside NAMES' and 'scruple demo' do that")
    }
    let chart = RivalChart(audit.rivals).chart
    return PageSection("rivals", title, charts: chart.map { [$0] } ?? []) {
      paragraph {
        "The same files, linked by rules that are documented elsewhere, and judged by the same "
        "truth. A figure alone says little; beside what others do with the same records, it says "
        "what a method adds."
      }
      chart?.markup
      table(audit.rivals).markup
    }
  }

  private static func table(_ rows: [RivalRow]) -> PageTable {
    let hasFlags = rows.contains { $0.flags != nil }
    return PageTable(
      caption: "Linkages of the same files",
      columns: ["Made by", "Links", "False", "Missed", "Precision", "Recall", "FPIR", "FNIR"]
        + (hasFlags ? ["Flags", "Wrong flags", "Citizens flagged"] : []),
      rows: rows.map { row in
        [
          row.isSubject
            ? element("strong") { "\(row.name) (this run)" } : HTMLText(row.name),
          Figure.count(row.links, at: "links"), Figure.count(row.falseLinks, at: "falseLinks"),
          Figure.count(row.missedPairs, at: "missedPairs"),
          PlacedRate(row.precision, at: "precision").estimate,
          PlacedRate(row.recall, at: "recall").estimate, PlacedRate(row.fpir, at: "fpir").estimate,
          PlacedRate(row.fnir, at: "fnir").estimate,
        ]
          + (hasFlags
            ? [
              row.flags.map { Figure.count($0, at: "flags") } ?? HTMLText("–"),
              rate(row.wrongFlagRate, "wrongFlagRate"),
              rate(row.citizenFlagRate, "citizenFlagRate"),
            ] : [])
      }, places: rows.indices.map { "rivals.\($0)" })
  }

  private static func rate(_ rate: Rate?, _ key: String) -> HTMLText {
    guard let rate else { return HTMLText("–") }
    let placed = PlacedRate(rate, at: key)
    return HTMLText([placed.estimate, HTMLText(" ("), placed.ofTotal, HTMLText(")")])
  }
}
