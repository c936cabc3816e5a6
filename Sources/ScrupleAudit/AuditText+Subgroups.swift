// The part of the page about groups: who bears the errors.

extension AuditText {
  static func subgroups(_ rows: [SubgroupRates], level: Double) -> [String] {
    guard !rows.isEmpty else { return [] }
    var lines = [
      "Whom the errors fall on, by group (persons; ratios to the largest group, intervals at "
        + "\(NumberText.level(level)))",
      "  FPIR: of persons without a record, those linked to somebody's. FNIR: of persons with one, those",
      "  whose record was not found. 'x 2.00' says twice as often as in the largest group.",
    ]
    var columns: [String] = []
    for row in rows where !columns.contains(row.column) { columns.append(row.column) }
    for column in columns {
      lines += table(rows.filter { $0.column == column })
    }
    lines += families(rows)
    lines += [
      "  These are figures, not a verdict. Each ratio is crude: it says who bears the errors. What",
      "  remains at equally common names stands beside it in audit.json (standardized).",
    ]
    return lines
  }

  private static func table(_ rows: [SubgroupRates]) -> [String] {
    let known =
      switch rows[0].basis {
      case .truth: "as it is true"
      case .recorded: "as the file records it"
      case .inferred: "inferred, of a list and not of a person"
      case .strata: "as the record stands"
      }
    let header = ["", "persons", "citizens flagged", "FPIR", "FNIR"]
    return ["  \(rows[0].column), \(known):", line(header)] + rows.map(text)
  }

  private static func text(_ row: SubgroupRates) -> String {
    let cells = [SubgroupFigure.citizenFlagRate, .fpir, .fnir].map { figure -> String in
      let name = figure.rawValue
      if row.suppressed.contains(name) { return "suppressed" }
      guard let rate = row.rate(name) else { return "-" }
      guard let estimate = rate.estimate else { return "no data" }
      guard rate.count > 0 else { return "0 of \(NumberText.grouped(rate.total))" }
      return NumberText.share(estimate) + ratio(row.comparison(name))
    }
    let size = row.persons.map(NumberText.grouped) ?? "suppressed"
    return line([row.value + (row.isReference ? " (largest)" : ""), size] + cells)
  }

  private static func ratio(_ comparison: SubgroupComparison?) -> String {
    guard let comparison, let lower = comparison.ratioLower else { return "" }
    guard let ratio = comparison.ratio else {
      return comparison.ratioAtLeast.map { ", x > \(times($0))" } ?? ""
    }
    let upper = comparison.ratioUpper.map(times) ?? "?"
    return ", x \(times(ratio)) (\(times(lower))-\(upper))"
  }

  private static func times(_ ratio: Double) -> String {
    NumberText.fixed(ratio, decimals: ratio < 10 ? 2 : 0)
  }

  private static func line(_ cells: [String]) -> String {
    let first = "    " + NumberText.left(String(cells[0].prefix(24)), 24)
    let widths = [10, 30, 30, 30]
    let rest = zip(cells.dropFirst(), widths).map { NumberText.right($0, $1) }.joined()
    return first + rest
  }

  private static func families(_ rows: [SubgroupRates]) -> [String] {
    let all = rows.flatMap { row in row.comparisons.map { (row, $0) } }
    var lines: [String] = []
    for (method, words) in [
      (SubgroupComparison.Adjustment.holm, "declared in advance, Holm"),
      (.benjaminiHochberg, "explored, Benjamini-Hochberg"),
    ] {
      let family = all.filter { $0.1.adjustment == method }
      guard let made = family.first?.1.comparisons else { continue }
      let small = family.count { $0.1.adjustedPValue < 0.05 }
      lines.append(
        "  \(NumberText.grouped(made)) comparisons (\(words)): "
          + "\(NumberText.grouped(small)) with an adjusted p below 0.05.")
    }
    return lines
  }
}
