// The part of the page about groups: who bears the errors.

extension AuditText {
  static func subgroups(_ rows: [SubgroupRates], level: Double) -> [String] {
    guard !rows.isEmpty else { return [] }
    var lines = [
      "Whom the errors fall on, by group (persons; ratios to the largest group, intervals at "
        + "\(NumberText.level(level)))",
      "  FPIR: of persons without a record, those linked to somebody's. FNIR: of persons with one, those",
      "  whose record was not found. 'x 2.00' says twice as often as in the largest group. 'x > 2.00':",
      "  nobody of the largest group counts, and the ratio is above 2.00, one-sided at that level.",
      "  '*': the p-value, adjusted for the number of comparisons, is below 0.05.",
    ]
    if rows.contains(where: { $0.column == "surname commonness" }) {
      lines += [
        "  Surname commonness is how many right records have the surname, in tenths of the left",
        "  records: 1 has the rarest. Records of one surname stay together, so a tenth may be empty.",
      ]
    }
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
    return ["  \(rows[0].column), \(known):"] + rows.flatMap { text($0) }
  }

  private static func text(_ row: SubgroupRates) -> [String] {
    let size = row.persons.map { "\(NumberText.grouped($0)) persons" } ?? "persons suppressed"
    let head = "    \(row.value)\(row.isReference ? " (largest)" : ""): \(size)"
    let figures: [(SubgroupFigure, String)] = [
      (.citizenFlagRate, "citizens flagged"), (.fpir, "FPIR"), (.fnir, "FNIR"),
    ]
    return [head]
      + figures.compactMap { figure, words in
        let name = figure.rawValue
        let start = "      " + NumberText.left(words, 18)
        if row.suppressed.contains(name) { return start + "suppressed" }
        return row.rate(name).map { start + cells($0, row.comparison(name)) }
      }
  }

  /// The rate with its count, total and interval, and beside it the ratio with its own.
  private static func cells(_ rate: Rate, _ comparison: SubgroupComparison?) -> String {
    let counts = "\(NumberText.grouped(rate.count)) of \(NumberText.grouped(rate.total))"
    guard let estimate = rate.estimate else { return "no data" }
    var text = NumberText.left(counts, 18)
    if rate.count == 0, let upper = rate.upper {
      text += "at most \(NumberText.limit(upper)) %"
    } else if rate.count == rate.total, let lower = rate.lower {
      text += "at least \(NumberText.limit(lower)) %"
    } else if let lower = rate.lower, let upper = rate.upper {
      text += "\(NumberText.limit(estimate)) % (\(NumberText.limit(lower)) to "
      text += "\(NumberText.limit(upper)))"
    } else {
      text += "\(NumberText.limit(estimate)) %"
    }
    return text + ratio(comparison)
  }

  private static func ratio(_ comparison: SubgroupComparison?) -> String {
    guard let comparison, let lower = comparison.ratioLower else { return "" }
    let mark = comparison.adjustedPValue < 0.05 ? " *" : ""
    guard let ratio = comparison.ratio else {
      return (comparison.ratioAtLeast.map { ", x > \(times($0))" } ?? "") + mark
    }
    let upper =
      comparison.ratioUpper.map { "\(times(lower))-\(times($0))" } ?? "from \(times(lower))"
    return ", x \(times(ratio)) (\(upper))" + mark
  }

  private static func times(_ ratio: Double) -> String {
    NumberText.fixed(ratio, decimals: ratio < 10 ? 2 : 0)
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
          + "\(NumberText.grouped(small)) with an adjusted p below 0.05"
          + (small > 0 ? ", marked '*'." : "."))
    }
    return lines
  }
}
