// The parts of the page about what was missed, and which stage is to blame.

extension AuditText {
  static func missed(_ missed: MissedMatches) -> [String] {
    let pairs = missed.pairs
    let bookings = missed.bookings
    let flags = missed.flags
    let n = NumberText.grouped
    func total(_ rows: [MissRow]?) -> String { rows?.first.map { n($0.share.total) } ?? "–" }
    let columns = [
      ("true pairs", pairs), ("left records", bookings), ("flags", flags ?? []),
    ]
    var lines = [
      "What was missed (a record is counted by its pair that came nearest to a link)",
      "  " + NumberText.left("", 68)
        + columns.map { NumberText.right($0.0, 14) }.joined(),
    ]
    for code in MissCode.allCases {
      let cells = columns.map { column in
        column.1.first { $0.code == code }.map { n($0.share.count) } ?? "–"
      }
      lines.append(
        "  \(NumberText.left(code.rawValue, 10))\(NumberText.left(code.meaning, 58))"
          + cells.map { NumberText.right($0, 14) }.joined())
    }
    let review = columns.map { column in
      column.1.isEmpty ? "–" : n(column.1.reduce(0) { $0 + $1.inReview })
    }
    lines.append(
      "  " + NumberText.left("all", 68)
        + columns.map { NumberText.right(total($0.1), 14) }.joined())
    lines.append(
      "  " + NumberText.left("of all, with a true pair that a reviewer would see", 68)
        + review.map { NumberText.right($0, 14) }.joined())
    return lines
  }

  static func losses(_ budget: LossBudget) -> [String] {
    let n = NumberText.grouped
    func table(_ title: String, _ rows: [LossRow]) -> [String] {
      guard let total = rows.first?.share.total, total > 0 else { return ["  \(title): none."] }
      return ["  \(title): \(n(total))"]
        + rows.map { row in
          let share =
            row.share.count == 0
            ? "" : NumberText.right(NumberText.share(row.share.estimate ?? 0), 10)
          return "    \(NumberText.left(row.stage.rawValue, 15))"
            + NumberText.left(row.meaning, 58) + NumberText.right(n(row.share.count), 8)
            + share
        }
    }
    var lines = ["Which stage is to blame (each pair stands in one row)"]
    lines += table("True pairs that were missed", budget.missedPairs)
    lines += table("False links", budget.falseLinks)
    if !budget.knowsCleanValues {
      lines.append(
        "  What the files would hold without errors is not known; nothing is put down to")
      lines.append("  corruption, and alike on paper means as written.")
    }
    return lines
  }
}
