import ScrupleAudit

/// False links and missed pairs over the threshold.
struct ThresholdChart {
  let rows: [ThresholdRow]
  /// Whether the linkage linked every pair from its lowest link up.
  private let isWeightAlone: Bool

  init(_ rows: [ThresholdRow], isWeightAlone: Bool) {
    self.rows = rows
    self.isWeightAlone = isWeightAlone
  }

  var chart: Chart {
    Chart(
      id: "threshold-curve", title: "People joined to strangers, and true pairs missed",
      description: description, size: (640, 346), drawing: drawing, table: nil,
      tableAnchor: "threshold-table", specification: specification)
  }

  private var x: AxisScale {
    let weights = rows.map(\.weight)
    return AxisScale(
      kind: .linear, domain: (weights.min() ?? 0)...(weights.max() ?? 1), start: 62, end: 622)
  }

  private var y: AxisScale {
    let most = rows.map { max($0.falsePositives, $0.falseNegatives) }.max() ?? 1
    return AxisScale(
      kind: .logarithmicFromZero, domain: 0...AxisScale.powerAbove(Double(max(most, 10))),
      start: 288, end: 56)
  }

  private var drawing: HTMLText {
    let (x, y) = (x, y)
    let own = rows.first { $0.roles.contains(.lowestLink) }
    return HTMLText([
      Draw.grid(level: y.ticks.map { y.position($0) }, from: x.start, to: x.end),
      HTMLText(
        y.ticks.map { tick in
          Draw.label(
            "tick end", x.start - 8, y.position(tick) + 4, NumberText.grouped(Int(tick)))
        }),
      HTMLText(
        x.ticks.map { Draw.label("tick mid", x.position($0), 308, Draw.text($0)) }),
      Draw.label("axis mid", 342, 332, "Threshold of match weight, in bits: lax to strict"),
      legend,
      own.map { row in
        HTMLText([
          Draw.line("own", x.position(row.weight), 50, x.position(row.weight), y.start),
          Draw.label(
            "tick mid", x.position(row.weight), 44,
            isWeightAlone ? "this linkage" : "every pair from the lowest link up"),
        ])
      } ?? HTMLText(""),
      Draw.line("marker", -9, 56, -9, y.start, id: "marker"),
      curve("false", \.falsePositives), curve("miss", \.falseNegatives),
    ])
  }

  private var legend: HTMLText {
    HTMLText([
      Draw.circle("point key", 68, 14, radius: 5),
      Draw.label("label", 80, 18, "false links: different people joined"),
      Draw.rectangle("point miss", x: 322, y: 9.5, width: 9, height: 9),
      Draw.label("label", 338, 18, "true pairs missed"),
    ])
  }

  private func curve(_ kind: String, _ count: KeyPath<ThresholdRow, Int>) -> HTMLText {
    let (x, y) = (x, y)
    let points = rows.map { (x.position($0.weight), y.position(Double($0[keyPath: count]))) }
    return HTMLText([
      Draw.path("curve " + kind, through: points),
      HTMLText(
        points.map { point in
          kind == "miss"
            ? Draw.rectangle(
              "point miss", x: point.0 - 3, y: point.1 - 3, width: 6, height: 6)
            : Draw.circle("point false", point.0, point.1, radius: 3.2)
        }),
    ])
  }

  private var description: String {
    guard let strict = rows.first, let lax = rows.last else { return "No pair was listed." }
    let n = NumberText.grouped
    return "From the strictest threshold of \(NumberText.fixed(strict.weight, decimals: 1)) bits, "
      + "with \(n(strict.falsePositives)) false links and \(n(strict.falseNegatives)) missed pairs, "
      + "to the laxest of \(NumberText.fixed(lax.weight, decimals: 1)) bits, with "
      + "\(n(lax.falsePositives)) false links and \(n(lax.falseNegatives)) missed pairs."
  }

  private var specification: JSONValue {
    var values: [JSONValue] = []
    for row in rows {
      for (kind, count) in [
        ("false links", row.falsePositives), ("true pairs missed", row.falseNegatives),
      ] {
        values.append(
          .object([
            ("bits", .number(row.weight)), ("pairs", .integer(count)), ("kind", .text(kind)),
          ]))
      }
    }
    return VegaLite.layered(
      title: "People joined to strangers, and true pairs missed", description: description,
      values: values,
      layers: [
        VegaLite.layer(
          ["type": "line", "point": true],
          [
            "x": VegaLite.axis("bits", "quantitative", title: "Threshold of match weight (bits)"),
            "y": VegaLite.axis(
              "pairs", "quantitative", title: "Pairs", scale: ["type": "symlog"]),
            "color": VegaLite.axis("kind", "nominal", title: nil),
          ])
      ])
  }
}
