import ScrupleAudit
import ScrupleStatistics

/// The rates of subgroups, side by side, and beside those of the largest.
enum SubgroupSection {
  static func make(_ audit: AuditReport) -> PageSection {
    let title = "Whom the errors fall on"
    guard !audit.subgroups.isEmpty else {
      return PageSection(
        "subgroups", title,
        notMeasured: audit.reason(for: "subgroups")
          + " ('scruple audit --subgroup COLUMN' takes one)")
    }
    let dimensions = dimensions(audit)
    return PageSection("subgroups", title, charts: dimensions.flatMap(\.charts)) {
      paragraph {
        "One overall rate can hide a group that bears most of the errors. Where intervals overlap "
        "widely, these data cannot tell the groups apart; that is no proof that they are alike. "
        "The tables say which ratio would have shown four times in five in groups of this size."
      }
      paragraph {
        "Two ratios stand side by side. As measured, it says who bears the harm. At equally common "
        "names, it says what is left when people with equally frequent surnames are compared. The "
        "second does not excuse the first."
      }
      dimensions.map(\.markup)
      families(audit.subgroups)
    }
  }

  private struct Dimension {
    let name: String
    let basis: SubgroupBasis
    let charts: [Chart]
    let besideBestOff: HTMLText?

    var markup: HTMLText {
      HTMLText([
        element("h3") { "By \(name)" },
        paragraph("note") { basis.words },
        HTMLText(charts.map(\.markup)),
        besideBestOff ?? HTMLText(""),
      ])
    }
  }

  private static func dimensions(_ audit: AuditReport) -> [Dimension] {
    var columns: [String] = []
    for group in audit.subgroups where !columns.contains(group.column) {
      columns.append(group.column)
    }
    return columns.enumerated().map { number, column in
      let groups = audit.subgroups.enumerated().filter { $0.element.column == column }
        .map { (place: $0.offset, rates: $0.element) }
      let id = "subgroup-\(number + 1)"
      return Dimension(
        name: column, basis: groups[0].rates.basis,
        charts: [
          SubgroupRateChart(groups, column: column, id: id).chart,
          SubgroupRatioChart(groups, column: column, id: id + "-ratio").chart,
        ].compactMap { $0 },
        besideBestOff: BestOffTable(groups, column: column).markup)
    }
  }

  /// How many comparisons were made, since among many some stand out by chance.
  private static func families(_ rows: [SubgroupRates]) -> HTMLText {
    let all = rows.flatMap(\.comparisons)
    let sentences = [
      (MultipleComparisons.Method.holm, "declared before the data were seen (adjusted by Holm)"),
      (.benjaminiHochberg, "made while exploring (adjusted by Benjamini & Hochberg)"),
    ].compactMap { method, words -> String? in
      let family = all.filter { $0.adjustment == method }
      guard let made = family.first?.comparisons else { return nil }
      let small = family.count { $0.adjustedPValue < 0.05 }
      return "\(NumberText.grouped(made)) comparisons were \(words): "
        + "\(small == 0 ? "none" : NumberText.grouped(small)) with an adjusted p below 0.05."
    }
    return paragraph("note") {
      "Among many comparisons some stand out by chance, so p-values are adjusted for their number. "
      sentences.joined(separator: " ") + " These are figures, not a verdict."
    }
  }
}

extension SubgroupBasis {
  /// How it is known who belongs to a group, on the page.
  var words: String {
    switch self {
    case .truth: "As it is true of each person in the corpus."
    case .recorded: "As the file records it."
    case .inferred: "Inferred from names: figures of a list, never of one person."
    case .strata: "As the record stands."
    }
  }
}
