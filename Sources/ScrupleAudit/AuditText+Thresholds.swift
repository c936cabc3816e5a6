// The threshold table of the page: the rows around the linkage's own threshold.

extension AuditText {
  static func thresholds(_ report: AuditReport) -> [String] {
    let rows = shown(report.thresholds)
    let title = "Thresholds of match weight (every listed pair at or above it taken as a link)"
    guard !rows.isEmpty else { return [title, "  No pair was listed."] }
    if rows.count == 1, rows[0].claimedFalseLinks == nil { return onePoint(rows[0]) }
    let header = line(
      ["bits", "links", "true", "false", "missed", "precision", "recall", "F1", "claimed"],
      note: "")
    return [title, header] + rows.map(text)
  }

  /// A list without weights, as rules give it: nothing could be moved.
  private static func onePoint(_ row: ThresholdRow) -> [String] {
    [
      "Thresholds: one operating point",
      "  The listed pairs have no weights that differ and claim no probability, so that there is no",
      "  threshold to move: \(NumberText.grouped(row.links)) pairs, "
        + "\(NumberText.grouped(row.truePositives)) true, \(NumberText.grouped(row.falsePositives)) "
        + "false, \(NumberText.grouped(row.falseNegatives)) missed.",
    ]
  }

  /// At most ten rows or so: the linkage's own threshold, four on each side, and the best F1.
  private static func shown(_ rows: [ThresholdRow]) -> [ThresholdRow] {
    let own = rows.firstIndex { $0.roles.contains(.lowestLink) } ?? 0
    let window = max(own - 4, 0)...(own + 4)
    return rows.enumerated().filter { index, row in
      window.contains(index) || row.roles.contains(.bestF1)
    }.map(\.element)
  }

  private static func text(_ row: ThresholdRow) -> String {
    let n = NumberText.grouped
    return line(
      [
        NumberText.fixed(row.weight, decimals: 2), n(row.links), n(row.truePositives),
        n(row.falsePositives), n(row.falseNegatives), ratio(row.precision), ratio(row.recall),
        ratio(row.f1), row.claimedFalseLinks.map { NumberText.fixed($0, decimals: 1) } ?? "-",
      ],
      note: row.roles.map(name).joined(separator: ", "))
  }

  private static func line(_ cells: [String], note: String) -> String {
    let widths = [7, 11, 11, 9, 9, 10, 8, 8, 10]
    let text = zip(cells, widths).map { NumberText.right($0, $1) }.joined()
    return note.isEmpty ? text : text + "  " + note
  }

  /// A rate as a decimal fraction; none where nothing or everything counts, as counts stand beside.
  private static func ratio(_ rate: Rate) -> String {
    guard let estimate = rate.estimate, rate.count > 0, rate.count < rate.total else {
      return rate.count > 0 ? "all" : "none"
    }
    return NumberText.fixed(estimate, decimals: 4)
  }

  private static func name(_ role: ThresholdRow.Role) -> String {
    switch role {
    case .lowestLink: "lowest link"
    case .highestPossible: "top possible link"
    case .lowestListed: "last listed"
    case .bestF1: "best F1"
    }
  }
}
