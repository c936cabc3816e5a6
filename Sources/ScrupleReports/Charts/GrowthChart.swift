import ScrupleAudit

/// The share of strangers linked to anybody, over the size of the register.
///
/// Inside the data a line with a band, made by thinning the register; beyond them, where somebody
/// asked for it, a broken line over shaded ground. Both axes are logarithmic once a projection
/// leaves the data, so that a straight line means growth in proportion.
struct GrowthChart {
  private let growth: RegistryGrowth
  private let points: [Point]
  private let projection: GrowthProjection?

  private struct Point {
    let records: Double
    let rate: Double
    let lower: Double
    let upper: Double
    let alike: Double?
  }

  init(_ growth: RegistryGrowth) {
    self.growth = growth
    points = growth.rarefied.compactMap { point in
      guard let rate = point.fpir else { return nil }
      return Point(
        records: Double(point.records), rate: rate, lower: point.lower ?? rate,
        upper: point.upper ?? rate, alike: point.fpirIfAlike)
    }
    projection = growth.projection.flatMap { $0.isExtrapolation ? $0 : nil }
  }

  /// The chart; nil with fewer than two sizes.
  var chart: Chart? {
    guard points.count > 1 else { return nil }
    return Chart(
      id: "growth-curve", title: title, description: description, size: (640, 372),
      drawing: drawing, table: table, specification: specification)
  }

  private var title: String { "Strangers linked, as the register grows" }

  // MARK: - Drawing

  private var rates: [Double] {
    let own = points.flatMap { [$0.rate, $0.lower, $0.upper] } + points.compactMap(\.alike)
    return own + (projection.map { [$0.fpir.lower, $0.fpir.estimate, $0.fpir.upper] } ?? [])
  }

  private var x: AxisScale {
    let most = max(points.last?.records ?? 1, projection.map { Double($0.records) } ?? 0)
    return projection == nil
      ? AxisScale(kind: .linear, domain: 0...most, start: 74, end: 616)
      : AxisScale(
        kind: .logarithmic, domain: (points.first?.records ?? 1)...most, start: 74, end: 616)
  }

  private var y: AxisScale {
    let most = rates.max() ?? 1
    guard projection != nil, let least = rates.filter({ $0 > 0 }).min() else {
      return AxisScale(
        kind: .linear, domain: 0...max(most * 1.08, 1e-9), start: 306, end: 52)
    }
    return AxisScale(
      kind: .logarithmic,
      domain: AxisScale.powerBelow(least)...max(AxisScale.powerAbove(most), least * 10),
      start: 306, end: 52)
  }

  private var drawing: HTMLText {
    let (x, y) = (x, y)
    var parts = [beyond(x, y)]
    parts.append(
      Draw.area(
        "band",
        through: points.map { (x.position($0.records), y.position($0.lower)) }
          + points.reversed().map { (x.position($0.records), y.position($0.upper)) }))
    parts.append(Draw.grid(level: y.ticks.map { y.position($0) }, from: x.start, to: x.end))
    parts += y.ticks.map {
      Draw.label("tick end", x.start - 8, y.position($0) + 4, Self.tick($0))
    }
    parts += x.ticks.map {
      Draw.label("tick mid", x.position($0), 324, NumberText.grouped(Int($0)))
    }
    parts += [
      Draw.label("axis mid", 345, 350, "Records of the register"),
      Draw.label("axis", 8, 16, "Strangers linked, of every 100,000"), legend,
      curve("own", x, y) { $0.alike }, curve("curve", x, y) { $0.rate }, projected(x, y),
    ]
    parts.append(
      Draw.dots("", points.map { (x.position($0.records), y.position($0.rate)) }, radius: 3))
    return HTMLText(parts)
  }

  /// A round number of every 100,000.
  private static func tick(_ share: Double) -> String {
    let number = share * 100_000
    return number >= 1 ? NumberText.grouped(Int(number.rounded())) : Draw.text(number)
  }

  private func curve(
    _ kind: String, _ x: AxisScale, _ y: AxisScale, _ rate: (Point) -> Double?
  ) -> HTMLText {
    let places = points.compactMap { point -> (Double, Double)? in
      guard let rate = rate(point), y.kind == .linear || rate > 0 else { return nil }
      return (x.position(point.records), y.position(rate))
    }
    return places.count > 1
      ? element("path", ["class": kind, "fill": "none", "d": Draw.steps(places)]) : HTMLText("")
  }

  /// The ground beyond the data.
  private func beyond(_ x: AxisScale, _ y: AxisScale) -> HTMLText {
    guard projection != nil, let last = points.last else { return HTMLText("") }
    let from = x.position(last.records)
    return HTMLText([
      Draw.rectangle("beyond", x: from, y: 30, width: x.end - from, height: y.start - 30),
      Draw.line("zero", from, 30, from, y.start),
      Draw.label("tick end", from - 6, 43, "measured"),
      Draw.label("tick", from + 6, 43, "projected: outside the data"),
    ])
  }

  private func projected(_ x: AxisScale, _ y: AxisScale) -> HTMLText {
    guard let projection, let last = points.last else { return HTMLText("") }
    let start = (x.position(last.records), y.position(last.rate))
    let end = (x.position(Double(projection.records)), y.position(projection.fpir.estimate))
    let low = y.position(projection.fpir.lower)
    let high = y.position(projection.fpir.upper)
    return HTMLText([
      Draw.area(
        "band faint",
        through: [
          (start.0, y.position(last.lower)), (end.0, low), (end.0, high),
          (start.0, y.position(last.upper)),
        ]),
      Draw.path("curve broken", through: [start, end]),
      Draw.diamonds("level", [end], radius: 5),
    ])
  }

  private var legend: HTMLText {
    HTMLText([
      Draw.line("curve", 300, 12, 322, 12), Draw.label("label", 328, 16, "measured, by thinning"),
      Draw.line("own", 480, 12, 502, 12), Draw.label("label", 508, 16, "if all were alike"),
    ])
  }

  // MARK: - Words and numbers

  private var description: String {
    guard let first = points.first, let last = points.last else { return "" }
    let n = { (records: Double) in NumberText.grouped(Int(records)) }
    var text =
      "In a register of \(n(first.records)) records, \(Figure.per100000(first.rate)) of every "
      + "100,000 strangers are linked to somebody; in the whole one of \(n(last.records)), "
      + "\(Figure.per100000(last.rate)), between \(Figure.per100000(last.lower)) and "
      + "\(Figure.per100000(last.upper))."
    if let projection {
      text +=
        " Projected, and outside the data: \(Figure.per100000(projection.fpir.estimate)) in one of "
        + "\(NumberText.grouped(projection.records)) records."
    }
    return text
  }

  private var table: PageTable {
    var rows = growth.rarefied.map { point -> [HTMLText] in
      let figure = { (value: Double?, key: String) in
        value.map { Figure.per100000($0, at: key) } ?? HTMLText("no data")
      }
      return [
        Figure.count(point.records, at: "records"), HTMLText("measured, by thinning"),
        figure(point.fpir, "fpir"), figure(point.lower, "lower"), figure(point.upper, "upper"),
        figure(point.fpirIfAlike, "fpirIfAlike"),
      ]
    }
    var places = growth.rarefied.indices.map { "growth.rarefied.\($0)" }
    if let projection = growth.projection {
      rows.append([
        Figure.count(projection.records, at: "records"),
        HTMLText(projection.isExtrapolation ? "projected, outside the data" : "inside the data"),
        Figure.per100000(projection.fpir.estimate, at: "fpir.estimate"),
        Figure.per100000(projection.fpir.lower, at: "fpir.lower"),
        Figure.per100000(projection.fpir.upper, at: "fpir.upper"), HTMLText("–"),
      ])
      places.append("growth.projection")
    }
    return PageTable(
      caption: "Strangers linked to anybody, of every 100,000",
      columns: [
        "Records of the register", "How", "Linked", "Lower limit", "Upper limit",
        "If all were alike",
      ], rows: rows, words: [1], places: places)
  }

  private var specification: JSONValue {
    var values = points.map { point -> JSONValue in
      .object([
        ("records", .number(point.records)), ("fpir", .number(point.rate * 100_000)),
        ("lower", .number(point.lower * 100_000)), ("upper", .number(point.upper * 100_000)),
        ("kind", "measured"),
      ])
    }
    if let projection {
      values.append(
        .object([
          ("records", .integer(projection.records)),
          ("fpir", .number(projection.fpir.estimate * 100_000)),
          ("lower", .number(projection.fpir.lower * 100_000)),
          ("upper", .number(projection.fpir.upper * 100_000)), ("kind", "projected"),
        ]))
    }
    let x = VegaLite.axis(
      "records", "quantitative", title: "Records of the register",
      scale: projection == nil ? nil : ["type": "log"])
    let y = { (field: String) in
      VegaLite.axis(
        field, "quantitative", title: "Strangers linked, of every 100,000",
        scale: projection == nil ? nil : ["type": "symlog"])
    }
    let kind = VegaLite.axis("kind", "nominal", title: nil)
    return VegaLite.layered(
      title: title, description: description, values: values,
      layers: [
        VegaLite.layer(
          ["type": "rule", "strokeWidth": 1],
          ["x": x, "y": y("lower"), "y2": ["field": "upper"], "color": kind]),
        VegaLite.layer(
          ["type": "point", "filled": true], ["x": x, "y": y("fpir"), "color": kind]),
      ])
  }
}
