import ScrupleAudit

/// Detection error trade-off: FNIR against FPIR, both logarithmic.
///
/// - Source: Martin et al. 1997, with logarithmic instead of normal-deviate axes, as in reports of
///   NIST.
struct TradeCurve {
  private let rows: [(place: Int, row: ThresholdRow, fpir: Double, fnir: Double)]

  /// The linkage itself, where no threshold is.
  private let linkage: (fpir: Double, fnir: Double)?

  init(_ audit: AuditReport) {
    let own = (audit.identification.fpir.estimate ?? 0, audit.identification.fnir.estimate ?? 0)
    linkage = audit.withheldPairs > 0 && own.0 > 0 && own.1 > 0 ? own : nil
    rows = audit.thresholds.enumerated().compactMap { place, row in
      guard let fpir = row.fpir.estimate, let fnir = row.fnir.estimate, fpir > 0, fnir > 0 else {
        return nil
      }
      return (place, row, fpir, fnir)
    }
  }

  /// The chart; nil with fewer than two points.
  var chart: Chart? {
    guard rows.count > 1 else { return nil }
    return Chart(
      id: "det-curve", title: "Records not found, against strangers linked (DET curve)",
      description: description, size: (640, 374), drawing: drawing, table: table,
      specification: specification)
  }

  private func scale(_ values: [Double], _ start: Double, _ end: Double) -> AxisScale {
    let low = AxisScale.powerBelow(values.min() ?? 0.01)
    let high = AxisScale.powerAbove(values.max() ?? 1)
    return AxisScale(kind: .logarithmic, domain: low...max(high, low * 10), start: start, end: end)
  }

  private var drawing: HTMLText {
    let x = scale(rows.map(\.fpir) + (linkage.map { [$0.fpir] } ?? []), 70, 610)
    let y = scale(rows.map(\.fnir) + (linkage.map { [$0.fnir] } ?? []), 314, 34)
    var parts = [
      Draw.grid(upright: x.ticks.map { x.position($0) }, from: y.end, to: y.start),
      Draw.grid(level: y.ticks.map { y.position($0) }, from: x.start, to: x.end),
    ]
    parts += x.ticks.map { Draw.label("tick mid", x.position($0), y.start + 18, Self.percent($0)) }
    parts += y.ticks.map {
      Draw.label("tick end", x.start - 8, y.position($0) + 4, Self.percent($0))
    }
    parts += [
      Draw.label("axis mid", 340, y.start + 42, "Strangers linked (FPIR)"),
      Draw.label("axis", 8, 14, "Own record not found (FNIR)"),
      Draw.path("curve", through: rows.map { (x.position($0.fpir), y.position($0.fnir)) }),
    ]
    let isOwn = { (row: ThresholdRow) in row.roles.contains(.lowestLink) }
    let place = { (entry: (place: Int, row: ThresholdRow, fpir: Double, fnir: Double)) in
      (x.position(entry.fpir), y.position(entry.fnir))
    }
    parts.append(Draw.dots("", rows.filter { !isOwn($0.row) }.map(place), radius: 3))
    parts += rows.filter { isOwn($0.row) }.map(place).map(own)
    if let linkage {
      let (x, y) = (x.position(linkage.fpir), y.position(linkage.fnir))
      parts += [
        Draw.diamonds("level", [(x, y)], radius: 5),
        Draw.label("label end", x - 11, y + 16, "this linkage"),
      ]
    }
    return HTMLText(parts)
  }

  private func own(_ x: Double, _ y: Double) -> HTMLText {
    HTMLText([
      Draw.circle("halo", x, y, radius: 8), Draw.dots("", [(x, y)], radius: 4.5),
      Draw.label(
        "label", x + 13, y - 8,
        linkage == nil ? "this linkage" : "every pair from the lowest link up"),
    ])
  }

  static func percent(_ share: Double) -> String {
    let percent = share * 100
    guard percent < 1 else { return "\(NumberText.grouped(Int(percent.rounded()))) %" }
    var text = NumberText.fixed(percent, decimals: 6)
    while text.hasSuffix("0") { text.removeLast() }
    return text + " %"
  }

  private var description: String {
    guard let strict = rows.first, let lax = rows.last else { return "" }
    return "At the strictest threshold drawn, \(ShareText.estimate(strict.fpir)) of strangers are "
      + "linked and \(ShareText.estimate(strict.fnir)) of records not found; at the laxest, "
      + "\(ShareText.estimate(lax.fpir)) and \(ShareText.estimate(lax.fnir))."
  }

  private var table: PageTable {
    PageTable(
      caption: "FPIR and FNIR by threshold",
      columns: ["Bits", "FPIR", "interval", "FNIR", "interval"],
      rows: rows.map { entry in
        let path = "thresholds.\(entry.place)"
        let fpir = PlacedRate(entry.row.fpir, at: path + ".fpir")
        let fnir = PlacedRate(entry.row.fnir, at: path + ".fnir")
        return [
          Figure.number(entry.row.weight, decimals: 2, at: path + ".weight"), fpir.estimate,
          fpir.interval, fnir.estimate, fnir.interval,
        ]
      }, places: rows.map { "thresholds.\($0.place)" })
  }

  private var specification: JSONValue {
    let values = rows.map { entry -> JSONValue in
      .object([
        ("bits", .number(entry.row.weight)), ("fpir", .number(entry.fpir)),
        ("fnir", .number(entry.fnir)),
      ])
    }
    return VegaLite.layered(
      title: "Records not found, against strangers linked (DET curve)", description: description,
      values: values,
      layers: [
        VegaLite.layer(
          ["type": "line", "point": true],
          [
            "x": VegaLite.axis("fpir", "quantitative", title: "FPIR", scale: ["type": "log"]),
            "y": VegaLite.axis("fnir", "quantitative", title: "FNIR", scale: ["type": "log"]),
            "order": VegaLite.axis("bits", "quantitative", title: nil),
          ])
      ])
  }
}
