import ScrupleAudit

/// Both errors of several linkages of the same files, each with its intervals.
struct RivalChart {
  private let rows: [(place: Int, row: RivalRow, fpir: Double, fnir: Double)]

  init(_ rows: [RivalRow]) {
    self.rows = rows.enumerated().compactMap { place, row in
      guard let fpir = row.fpir.estimate, let fnir = row.fnir.estimate else { return nil }
      return (place, row, fpir, fnir)
    }
  }

  /// The chart; nil with fewer than two linkages.
  var chart: Chart? {
    guard rows.count > 1 else { return nil }
    return Chart(
      id: "rival-errors", title: title, description: description,
      size: (640, 40 + 52 * Double(rows.count) + 34), drawing: drawing, table: table,
      specification: specification)
  }

  private var title: String { "Both errors, by linkage" }

  private func scale(_ values: [Double], _ start: Double, _ end: Double) -> AxisScale {
    let positive = values.filter { $0 > 0 }
    let low = AxisScale.powerBelow(positive.min() ?? 0.001)
    let high = AxisScale.powerAbove(positive.max() ?? 1)
    return AxisScale(
      kind: .logarithmic, domain: (low / 10)...max(min(high, 1), low * 10), start: start, end: end)
  }

  private var drawing: HTMLText {
    let bottom = 34 + 52 * Double(rows.count)
    let scales = [
      scale(
        rows.flatMap { [$0.fpir, $0.row.fpir.lower, $0.row.fpir.upper].compactMap { $0 } }, 20, 300),
      scale(
        rows.flatMap { [$0.fnir, $0.row.fnir.lower, $0.row.fnir.upper].compactMap { $0 } }, 340, 620
      ),
    ]
    var parts = scales.flatMap { scale -> [HTMLText] in
      let ticks = Array(scale.ticks.dropFirst())
      return [Draw.grid(upright: ticks.map { scale.position($0) }, from: 26, to: bottom)]
        + ticks.map {
          Draw.label("tick mid", scale.position($0), bottom + 18, TradeCurve.percent($0))
        }
    }
    parts += [
      Draw.label("group", 20, 16, "Strangers linked (FPIR)"),
      Draw.label("group", 340, 16, "Own record not found (FNIR)"),
    ]
    for (index, entry) in rows.enumerated() {
      let y = 42 + 52 * Double(index)
      parts.append(
        Draw.label(
          entry.row.isSubject ? "group" : "label", 20, y + 4,
          entry.row.name + (entry.row.isSubject ? " (this run)" : "")))
      parts.append(mark(entry.row.fpir, y + 22, scales[0], entry.row.isSubject))
      parts.append(mark(entry.row.fnir, y + 22, scales[1], entry.row.isSubject))
    }
    return HTMLText(parts)
  }

  private func mark(_ rate: Rate, _ y: Double, _ scale: AxisScale, _ isSubject: Bool) -> HTMLText {
    let x = rate.count > 0 ? scale.position(rate.estimate ?? 0) : scale.start
    let lower = rate.lower ?? 0
    return HTMLText([
      Draw.interval(
        "range", lower > 0 ? scale.position(lower) : scale.start, scale.position(rate.upper ?? 1),
        y, isOpen: (lower <= 0, false), reach: 4),
      rate.count == 0
        ? Draw.rings("", [(x, y)], radius: 4)
        : isSubject
          ? Draw.dots("", [(x, y)], radius: 5.5) : Draw.diamonds("level", [(x, y)], radius: 5),
    ])
  }

  private var description: String {
    rows.map {
      "\($0.row.name): \(ShareText.estimate($0.fpir)) of strangers linked, "
        + "\(ShareText.estimate($0.fnir)) of records not found"
    }.joined(separator: "; ") + "."
  }

  private var table: PageTable {
    PageTable(
      caption: "Both errors, with their intervals",
      columns: ["Made by", "FPIR", "interval", "FNIR", "interval"],
      rows: rows.map { _, row, _, _ in
        let fpir = PlacedRate(row.fpir, at: "fpir")
        let fnir = PlacedRate(row.fnir, at: "fnir")
        return [
          HTMLText(row.name), fpir.estimate, fpir.interval, fnir.estimate, fnir.interval,
        ]
      }, places: rows.map { "rivals.\($0.place)" })
  }

  private var specification: JSONValue {
    let values = rows.map { _, row, fpir, fnir -> JSONValue in
      .object([
        ("name", .text(row.name)), ("fpir", .number(fpir)), ("fnir", .number(fnir)),
        ("thisRun", .boolean(row.isSubject)),
      ])
    }
    return VegaLite.layered(
      title: title, description: description, values: values,
      layers: [
        VegaLite.layer(
          ["type": "point", "filled": true, "size": 80],
          [
            "x": VegaLite.axis("fpir", "quantitative", title: "FPIR", scale: ["type": "symlog"]),
            "y": VegaLite.axis("fnir", "quantitative", title: "FNIR", scale: ["type": "symlog"]),
            "color": VegaLite.axis("name", "nominal", title: nil),
          ])
      ])
  }
}
