import ScrupleAudit

/// The rates of the groups of one dimension, each a point within its interval.
///
/// Axes are logarithmic, as rates of groups differ by factors. A rate of nothing counted has no
/// point: its interval runs in from the left edge.
struct SubgroupRateChart {
  private let panels: SubgroupPanels
  private let column: String
  private let id: String

  init(_ groups: [(place: Int, rates: SubgroupRates)], column: String, id: String) {
    let names = ["citizenFlagRate", "fpir", "fnir", "wrongFlagRate"].filter { name in
      groups.contains { $0.rates.rate(name).map { $0.total > 0 } ?? false }
    }
    panels = SubgroupPanels(groups: groups, names: names)
    self.column = column
    self.id = id
  }

  /// The chart; nil where no rate has anybody.
  var chart: Chart? {
    guard !panels.names.isEmpty else { return nil }
    return Chart(
      id: id, title: title, description: description, size: (640, panels.bottom + 42),
      drawing: drawing, table: table, specification: specification)
  }

  private var title: String { "Errors by \(column), of every 100,000" }

  // MARK: - Drawing

  private func scale(_ panel: Int, _ rates: [Rate]) -> AxisScale {
    let values = rates.flatMap { [$0.lower, $0.estimate, $0.upper] }.compactMap { $0 }
      .filter { $0 > 0 }.map { $0 * 100_000 }
    let low = AxisScale.powerBelow(values.min() ?? 1)
    let high = AxisScale.powerAbove(values.max() ?? 100_000)
    let hasZero = rates.contains { $0.count == 0 && $0.total > 0 }
    let span = panels.span(panel)
    return AxisScale(
      kind: .logarithmic, domain: (hasZero ? low / 10 : low)...max(high, low * 10),
      start: span.start, end: span.end)
  }

  private var drawing: HTMLText {
    let parts = panels.names.enumerated().map { panel, name -> HTMLText in
      let rates = panels.groups.map { $0.rates.rate(name) }
      let known = rates.compactMap { $0 }
      let scale = scale(panel, known)
      let hasZero = known.contains { $0.count == 0 && $0.total > 0 }
      let ticks = hasZero ? Array(scale.ticks.dropFirst()) : scale.ticks
      return HTMLText([
        panels.axis(panel, ticks, scale, hasZero: hasZero) {
          $0 >= 1 ? NumberText.grouped(Int($0)) : "\($0)"
        },
        Draw.intervals(
          "range",
          rates.enumerated().compactMap { row, rate in
            rate.flatMap { range($0, panels.y(row), scale) }
          }),
        points(rates, scale),
      ])
    }
    return HTMLText(
      [panels.frame] + parts
        + [
          Draw.label(
            "axis mid", 392, panels.bottom + 34, "of every 100,000 (logarithmic; ○ none counted)")
        ])
  }

  private func range(_ rate: Rate, _ y: Double, _ scale: AxisScale) -> String? {
    guard rate.total > 0, let lower = rate.lower, let upper = rate.upper else { return nil }
    let from = lower > 0 ? scale.position(lower * 100_000) : scale.start
    return Draw.intervalSteps(
      from, scale.position(upper * 100_000), y, isOpen: (lower <= 0, false), reach: 3.5)
  }

  private func points(_ rates: [Rate?], _ scale: AxisScale) -> HTMLText {
    var (none, some): ([(Double, Double)], [(Double, Double)]) = ([], [])
    for (row, rate) in rates.enumerated() {
      guard let rate, let estimate = rate.estimate else { continue }
      if rate.count == 0 {
        none.append((scale.start, panels.y(row)))
      } else {
        some.append((scale.position(estimate * 100_000), panels.y(row)))
      }
    }
    return HTMLText([
      Draw.rings("", none, radius: 3.5), Draw.dots("", some, radius: 4),
    ])
  }

  // MARK: - Words and numbers

  private var description: String {
    let texts = panels.names.map { name -> String in
      let most = panels.groups.compactMap { group in
        group.rates.rate(name).flatMap { rate in
          rate.estimate.map { (group.rates.value, rate.count, $0) }
        }
      }.max { $0.2 < $1.2 }
      guard let most, most.1 > 0 else { return "\(SubgroupPanels.title(name)): nobody" }
      return "\(SubgroupPanels.title(name)): most often \(most.0), \(Figure.per100000(most.2))"
    }
    return "Of every 100,000. " + texts.joined(separator: "; ") + "."
  }

  private var table: PageTable {
    PageTable(
      caption: "Rates by \(column), of every 100,000, with their intervals",
      columns: ["Group", "Persons"] + panels.names.map(SubgroupPanels.title)
        + ["FPIR as low as the reference's from"],
      rows: panels.groups.map { _, rates in
        [
          HTMLText(rates.value + (rates.isReference ? " (reference)" : "")),
          rates.persons.map { Figure.count($0, at: "persons") } ?? HTMLText("suppressed"),
        ] + panels.names.map { cell($0, rates) } + [
          rates.weightForReferenceFpir.map {
            HTMLText([
              Figure.number($0, decimals: 1, at: "weightForReferenceFpir"), HTMLText(" bits"),
            ])
          } ?? HTMLText("")
        ]
      }, places: panels.groups.map { "subgroups.\($0.place)" })
  }

  private func cell(_ name: String, _ rates: SubgroupRates) -> HTMLText {
    if rates.suppressed.contains(name) { return HTMLText("suppressed") }
    guard let index = rates.rates.firstIndex(where: { $0.name == name }) else {
      return HTMLText("–")
    }
    let rate = PlacedRate(rates.rates[index], at: "rates.\(index)")
    guard let estimate = rate.rate.estimate else { return HTMLText("no data") }
    let upper = Figure.per100000(rate.rate.upper ?? 1, at: rate.path + ".upper")
    if rate.rate.count == 0 {
      return HTMLText([HTMLText("none of "), rate.total, HTMLText(", at most "), upper])
    }
    return HTMLText([
      Figure.per100000(estimate, at: rate.path + ".estimate"), HTMLText(" ("),
      Figure.per100000(rate.rate.lower ?? 0, at: rate.path + ".lower"), HTMLText.to, upper,
      HTMLText("), "), rate.count, HTMLText(" of "), rate.total,
    ])
  }

  private var specification: JSONValue {
    let values = panels.names.flatMap { name in
      panels.groups.compactMap { group -> JSONValue? in
        guard let rate = group.rates.rate(name), let estimate = rate.estimate else { return nil }
        let scaled = { (value: Double?) -> JSONValue in
          value.map { .number($0 * 100_000) } ?? .null
        }
        return .object([
          ("group", .text(group.rates.value)), ("rate", .text(SubgroupPanels.title(name))),
          ("estimate", scaled(estimate)), ("lower", scaled(rate.lower)),
          ("upper", scaled(rate.upper)), ("counted", .integer(rate.count)),
          ("of", .integer(rate.total)),
        ])
      }
    }
    let who = VegaLite.axis("group", "nominal", title: nil, sorted: false)
    let x = { (field: String) in
      VegaLite.axis(
        field, "quantitative", title: "Of every 100,000", scale: ["type": "symlog"])
    }
    return VegaLite.panels(
      by: "rate", title: title, description: description, values: values, width: 160,
      layers: [
        VegaLite.layer(["type": "rule"], ["y": who, "x": x("lower"), "x2": ["field": "upper"]]),
        VegaLite.layer(["type": "point", "filled": true], ["y": who, "x": x("estimate")]),
      ])
  }
}
