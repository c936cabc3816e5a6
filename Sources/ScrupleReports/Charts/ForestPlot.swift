import ScrupleAudit

/// Rates beneath each other, each a point within its interval, of every 100,000.
///
/// The axis is logarithmic, as rates of groups differ by factors. A rate of nothing counted has no
/// point: its interval runs in from the left edge.
struct ForestPlot {
  struct Row {
    let name: String
    let rate: PlacedRate

    init(_ name: String, _ rate: PlacedRate) {
      self.name = name
      self.rate = rate
    }
  }

  let id: String
  let title: String
  let unit: String
  let rows: [Row]
  /// The anchor of the table with its numbers.
  let tableAnchor: String

  var chart: Chart {
    Chart(
      id: id, title: title, description: description,
      size: (640, 64 + 30 * Double(rows.count)), drawing: drawing, table: nil,
      tableAnchor: tableAnchor, specification: specification)
  }

  // MARK: - Drawing

  private var scale: AxisScale {
    let values = rows.flatMap { [$0.rate.rate.lower, $0.rate.rate.estimate, $0.rate.rate.upper] }
      .compactMap { $0 }.filter { $0 > 0 }.map { $0 * 100_000 }
    let low = AxisScale.powerBelow(values.min() ?? 1)
    let high = AxisScale.powerAbove(values.max() ?? 100_000)
    // Room for intervals that begin at nothing.
    return AxisScale(
      kind: .logarithmic, domain: (hasZero ? low / 10 : low)...max(high, low * 10), start: 196,
      end: 500)
  }

  private var hasZero: Bool { rows.contains { $0.rate.rate.count == 0 } }

  /// The ticks, without the one whose place is that of zero.
  private func ticks(of scale: AxisScale) -> [Double] {
    hasZero ? scale.ticks.filter { scale.position($0) > scale.start + 1 } : scale.ticks
  }

  private var drawing: HTMLText {
    let scale = scale
    let bottom = 16 + 30 * Double(rows.count)
    return HTMLText([
      Draw.grid(upright: ticks(of: scale).map { scale.position($0) }, from: 8, to: bottom),
      HTMLText(
        ticks(of: scale).map { tick in
          Draw.label("tick mid", scale.position(tick), bottom + 18, Self.words(tick))
        }),
      hasZero
        ? Draw.label("tick mid", scale.start, bottom + 18, "0") : HTMLText(""),
      Draw.label("axis mid", 348, bottom + 38, unit + " (logarithmic)"),
      HTMLText(rows.enumerated().map { mark($0.element, y: 24 + 30 * Double($0.offset), scale) }),
      points(scale),
    ])
  }

  private func points(_ scale: AxisScale) -> HTMLText {
    let placed = rows.enumerated().map { ($0.element.rate.rate, 24 + 30 * Double($0.offset)) }
    return HTMLText([
      Draw.rings(
        "", placed.filter { $0.0.count == 0 && $0.0.total > 0 }.map { (scale.start, $0.1) },
        radius: 4),
      Draw.dots(
        "",
        placed.compactMap { rate, y in
          rate.count > 0 ? rate.estimate.map { (scale.position($0 * 100_000), y) } : nil
        }, radius: 5),
    ])
  }

  private func mark(_ row: Row, y: Double, _ scale: AxisScale) -> HTMLText {
    let rate = row.rate.rate
    var marks = [Draw.label("label end", 184, y + 4, row.name)]
    if let lower = rate.lower, let upper = rate.upper, rate.total > 0 {
      let from = lower > 0 ? scale.position(lower * 100_000) : scale.start
      let to = scale.position(upper * 100_000)
      marks.append(Draw.interval("range", from, to, y, isOpen: (lower <= 0, false)))
    }
    let n = NumberText.grouped
    let counted =
      rate.count == 0 ? "none of \(n(rate.total))" : "\(n(rate.count)) of \(n(rate.total))"
    marks.append(Draw.label("label", 514, y + 4, counted))
    return HTMLText(marks)
  }

  private static func words(_ tick: Double) -> String {
    tick >= 1 ? NumberText.grouped(Int(tick)) : "\(tick)"
  }

  // MARK: - Words and numbers

  private var description: String {
    let texts = rows.map { row -> String in
      let rate = row.rate.rate
      guard let estimate = rate.estimate else { return "\(row.name): no data" }
      let limits = (rate.lower ?? 0, rate.upper ?? 1)
      return "\(row.name): \(Figure.per100000(estimate)), between "
        + "\(Figure.per100000(limits.0)) and \(Figure.per100000(limits.1))"
    }
    return "\(unit). " + texts.joined(separator: "; ") + "."
  }

  private var specification: JSONValue {
    let values = rows.map { row -> JSONValue in
      let rate = row.rate.rate
      let scaled = { (value: Double?) -> JSONValue in
        value.map { .number($0 * 100_000) } ?? .null
      }
      return .object([
        ("who", .text(row.name)), ("estimate", scaled(rate.estimate)),
        ("lower", scaled(rate.lower)), ("upper", scaled(rate.upper)),
        ("counted", .integer(rate.count)), ("of", .integer(rate.total)),
      ])
    }
    let who = VegaLite.axis("who", "nominal", title: nil, sorted: false)
    let x = { (field: String) in
      VegaLite.axis(field, "quantitative", title: unit, scale: ["type": "symlog"])
    }
    return VegaLite.layered(
      title: title, description: description, values: values,
      layers: [
        VegaLite.layer(["type": "rule"], ["y": who, "x": x("lower"), "x2": ["field": "upper"]]),
        VegaLite.layer(
          ["type": "point", "filled": true, "size": 60], ["y": who, "x": x("estimate")]),
      ])
  }
}
