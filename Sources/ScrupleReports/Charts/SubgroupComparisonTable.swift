import ScrupleAudit

/// Every comparison of the groups of one dimension with the reference, in numbers.
struct SubgroupComparisonTable {
  private let rows: [(path: String, group: String, comparison: SubgroupComparison)]
  private let column: String

  init(_ groups: [(place: Int, rates: SubgroupRates)], column: String) {
    rows = groups.flatMap { place, rates in
      rates.comparisons.enumerated().map { index, comparison in
        ("subgroups.\(place).comparisons.\(index)", rates.value, comparison)
      }
    }.filter { SubgroupRatioChart.saysSomething($0.comparison) }
    self.column = column
  }

  var table: PageTable {
    PageTable(
      caption: "Each group of '\(column)' beside '\(rows.first?.comparison.reference ?? "")', "
        + "where anybody was counted in either",
      columns: [
        "Group", "Rate", "Difference, of every 100,000", "Ratio as measured",
        "Ratio at equally common names", "Adjusted p", "Smallest ratio that would show",
      ],
      rows: rows.map { path, group, comparison in
        [HTMLText(group), HTMLText(SubgroupPanels.title(comparison.name))] + cells(comparison)
      }, words: [0, 1], places: rows.map(\.path))
  }

  private func cells(_ comparison: SubgroupComparison) -> [HTMLText] {
    [
      limits(
        comparison.difference, comparison.differenceLower, comparison.differenceUpper,
        "difference", { Figure.per100000($0, at: $1) }),
      ratio(comparison), standardized(comparison.standardized),
      Figure.number(comparison.adjustedPValue, decimals: 3, at: "adjustedPValue"),
      detectable(comparison),
    ]
  }

  private func ratio(_ comparison: SubgroupComparison) -> HTMLText {
    if comparison.ratio == nil, let bound = comparison.ratioAtLeast {
      return HTMLText([HTMLText("at least "), times(bound, "ratioAtLeast")])
    }
    return limits(
      comparison.ratio, comparison.ratioLower, comparison.ratioUpper, "ratio", times)
  }

  private func standardized(_ figures: StandardizedComparison?) -> HTMLText {
    guard let figures, figures.ratio != nil else { return HTMLText("–") }
    let place = "standardized."
    return HTMLText([
      times(figures.ratio ?? 0, place + "ratio"),
      range(figures.lower, figures.upper, place + "lower", place + "upper", times),
    ])
  }

  private func detectable(_ comparison: SubgroupComparison) -> HTMLText {
    comparison.smallestDetectableRatio.map { times($0, "smallestDetectableRatio") }
      ?? HTMLText("–")
  }

  private func limits(
    _ value: Double?, _ lower: Double?, _ upper: Double?, _ key: String,
    _ figure: (Double, String) -> HTMLText
  ) -> HTMLText {
    guard let value else { return HTMLText("–") }
    return HTMLText([
      figure(value, key), range(lower, upper, key + "Lower", key + "Upper", figure),
    ])
  }

  private func range(
    _ lower: Double?, _ upper: Double?, _ low: String, _ high: String,
    _ figure: (Double, String) -> HTMLText
  ) -> HTMLText {
    guard let lower else { return HTMLText("") }
    guard let upper else {
      return HTMLText([HTMLText(" (from "), figure(lower, low), HTMLText(")")])
    }
    return HTMLText([
      HTMLText(" ("), figure(lower, low), HTMLText.to, figure(upper, high), HTMLText(")"),
    ])
  }

  private func times(_ ratio: Double, _ path: String) -> HTMLText {
    Figure.number(ratio, decimals: ratio > 0 && ratio < 10 ? 2 : 0, at: path)
  }
}
