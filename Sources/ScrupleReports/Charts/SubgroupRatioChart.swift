import ScrupleAudit

/// How many times as often as in the reference each error falls on each group.
///
/// A point is the ratio as measured, which says who bears the harm; a diamond the ratio at equally
/// common names, which says what the matching does. The axis is logarithmic and cut at a hundredth
/// and at a hundred.
struct SubgroupRatioChart {
  private let panels: SubgroupPanels
  private let column: String
  private let id: String
  private static let limits = 0.01...100.0
  /// An adjusted p-value below it is marked.
  private static let mark = 0.05

  init(_ groups: [(place: Int, rates: SubgroupRates)], column: String, id: String) {
    let compared = groups.filter { !$0.rates.comparisons.isEmpty }
    let names = ["citizenFlagRate", "fpir", "fnir"].filter { name in
      compared.contains { $0.rates.comparison(name).map(Self.saysSomething) ?? false }
    }
    panels = SubgroupPanels(groups: compared, names: names)
    self.column = column
    self.id = id
  }

  /// The chart; nil where nothing can be compared.
  var chart: Chart? {
    guard !panels.names.isEmpty, !panels.groups.isEmpty else { return nil }
    return Chart(
      id: id, title: title, description: description, size: (640, panels.bottom + 62),
      drawing: drawing, table: SubgroupComparisonTable(panels.groups, column: column).table,
      specification: specification)
  }

  /// Whether anybody was counted in the group or the reference.
  static func saysSomething(_ comparison: SubgroupComparison) -> Bool {
    comparison.ratio != nil || (comparison.ratioAtLeast ?? 0) > 0
  }

  private var reference: String {
    panels.groups.lazy.compactMap { $0.rates.comparisons.first?.reference }.first ?? ""
  }

  private var title: String { "How many times as often as for '\(reference)', by \(column)" }

  // MARK: - Drawing

  private func scale(_ panel: Int, _ comparisons: [SubgroupComparison]) -> AxisScale {
    let values = comparisons.flatMap { comparison -> [Double?] in
      let standardized = comparison.standardized
      return [
        comparison.ratio, comparison.ratioLower, comparison.ratioUpper, comparison.ratioAtLeast,
        standardized?.ratio, standardized?.lower, standardized?.upper,
      ]
    }.compactMap { $0 }.filter { $0 > 0 }
    let low = max(AxisScale.powerBelow(values.min() ?? 1), Self.limits.lowerBound)
    let high = min(AxisScale.powerAbove(values.max() ?? 1), Self.limits.upperBound)
    let span = panels.span(panel)
    return AxisScale(
      kind: .logarithmic, domain: min(low, 0.1)...max(high, 10), start: span.start, end: span.end)
  }

  private var drawing: HTMLText {
    let parts = panels.names.enumerated().map { panel, name -> HTMLText in
      let comparisons = panels.groups.map { $0.rates.comparison(name) }
      let scale = scale(panel, comparisons.compactMap { $0 })
      let one = scale.position(1)
      return HTMLText([
        panels.axis(panel, scale.ticks, scale) { $0 >= 1 ? "\(Int($0))" : "\($0)" },
        Draw.line("zero", one, SubgroupPanels.top, one, panels.bottom),
        Draw.intervals(
          "range",
          comparisons.enumerated().compactMap { row, comparison in
            comparison.flatMap { crude($0, panels.y(row) - 4, scale) }
          }),
        Draw.intervals(
          "fine",
          comparisons.enumerated().compactMap { row, comparison in
            comparison.flatMap { adjusted($0, panels.y(row) + 5, scale) }
          }),
        marks(comparisons, scale),
      ])
    }
    return HTMLText([panels.frame] + parts + [legend])
  }

  private func marks(_ comparisons: [SubgroupComparison?], _ scale: AxisScale) -> HTMLText {
    var (none, some, level): ([(Double, Double)], [(Double, Double)], [(Double, Double)]) =
      ([], [], [])
    var stars: [HTMLText] = []
    for (row, comparison) in comparisons.enumerated() {
      guard let comparison, Self.saysSomething(comparison) else { continue }
      let y = panels.y(row)
      if let ratio = comparison.ratio {
        if ratio > 0 {
          some.append((scale.position(ratio), y - 4))
        } else {
          none.append((scale.start, y - 4))
        }
      }
      if let ratio = comparison.standardized?.ratio, ratio > 0 {
        level.append((scale.position(ratio), y + 5))
      }
      if comparison.adjustedPValue < Self.mark {
        stars.append(Draw.label("group", scale.end + 2, y + 6, "*"))
      }
    }
    return HTMLText(
      [
        Draw.rings("", none, radius: 3.5), Draw.dots("", some, radius: 3.5),
        Draw.diamonds("level", level, radius: 4),
      ] + stars)
  }

  private func crude(_ comparison: SubgroupComparison, _ y: Double, _ scale: AxisScale) -> String? {
    guard Self.saysSomething(comparison) else { return nil }
    return comparison.ratio == nil
      ? range(comparison.ratioAtLeast, nil, y, scale)
      : range(comparison.ratioLower, comparison.ratioUpper, y, scale)
  }

  private func adjusted(
    _ comparison: SubgroupComparison, _ y: Double, _ scale: AxisScale
  ) -> String? {
    guard Self.saysSomething(comparison), let figures = comparison.standardized,
      let ratio = figures.ratio, ratio > 0
    else { return nil }
    return range(figures.lower, figures.upper, y, scale)
  }

  private func range(
    _ lower: Double?, _ upper: Double?, _ y: Double, _ scale: AxisScale
  ) -> String {
    let low = lower ?? 0
    let high = upper ?? .infinity
    let isCut = (low < scale.domain.lowerBound, high > scale.domain.upperBound)
    let (start, end) = (Draw.text(scale.start), Draw.text(scale.end))
    let steps = Draw.intervalSteps(
      low > 0 ? scale.position(low) : scale.start,
      high.isFinite ? scale.position(high) : scale.end, y, isOpen: isCut, reach: 3)
    return steps + (isCut.0 ? "M\(start) \(Draw.text(y))l5-3.5m-5 3.5l5 3.5" : "")
      + (isCut.1 ? "M\(end) \(Draw.text(y))l-5-3.5m5 3.5l-5 3.5" : "")
  }

  private var legend: HTMLText {
    let y = panels.bottom + 44
    return HTMLText([
      Draw.dots("", [(100, y - 4)], radius: 3.5),
      Draw.label("label", 110, y, "as measured"),
      Draw.diamonds("level", [(216, y - 4)], radius: 4),
      Draw.label("label", 226, y, "at equally common names"),
      Draw.label("group", 420, y + 2, "*"),
      Draw.label("label", 430, y, "adjusted p below 0.05"),
      Draw.label("label", 572, y, "→ goes on"),
    ])
  }

  // MARK: - Words and numbers

  private var description: String {
    let texts = panels.names.map { name -> String in
      let marked = panels.groups.filter {
        ($0.rates.comparison(name)?.adjustedPValue ?? 1) < Self.mark
      }.map { group -> String in
        let ratio = group.rates.comparison(name)?.ratio.map(Self.times)
        return group.rates.value + (ratio.map { " (\($0) times)" } ?? "")
      }
      return "\(SubgroupPanels.title(name)): "
        + (marked.isEmpty
          ? "no difference beyond chance" : "beyond chance for " + marked.joined(separator: ", "))
    }
    return "Ratios to '\(reference)'; 1 means alike. " + texts.joined(separator: "; ") + "."
  }

  /// A ratio in digits.
  static func times(_ ratio: Double) -> String {
    NumberText.fixed(ratio, decimals: ratio.magnitude < 10 ? 2 : 0)
  }

  private var specification: JSONValue {
    let values = panels.names.flatMap { name in
      panels.groups.compactMap { group -> JSONValue? in
        guard let comparison = group.rates.comparison(name), let ratio = comparison.ratio,
          ratio > 0
        else { return nil }
        return .object([
          ("group", .text(group.rates.value)), ("rate", .text(SubgroupPanels.title(name))),
          ("ratio", .number(ratio)),
          ("lower", .number(max(comparison.ratioLower ?? 0, Self.limits.lowerBound))),
          ("upper", .number(min(comparison.ratioUpper ?? .infinity, Self.limits.upperBound))),
          (
            "standardized",
            comparison.standardized?.ratio.flatMap { $0 > 0 ? JSONValue.number($0) : nil } ?? .null
          ),
          ("adjustedPValue", .number(comparison.adjustedPValue)),
        ])
      }
    }
    let who = VegaLite.axis("group", "nominal", title: nil, sorted: false)
    let x = { (field: String) in
      VegaLite.axis(field, "quantitative", title: "Times", scale: ["type": "log"])
    }
    return VegaLite.panels(
      by: "rate", title: title, description: description, values: values, width: 160,
      layers: [
        VegaLite.layer(["type": "rule"], ["y": who, "x": x("lower"), "x2": ["field": "upper"]]),
        VegaLite.layer(["type": "point", "filled": true], ["y": who, "x": x("ratio")]),
        VegaLite.layer(
          ["type": "point", "shape": "diamond"], ["y": who, "x": x("standardized")]),
      ])
  }
}
