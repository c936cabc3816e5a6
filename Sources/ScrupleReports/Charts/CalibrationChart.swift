import ScrupleAudit

/// What probabilities claim beside what is so, in ten ranges.
struct CalibrationChart {
  let figures: Calibration

  init(_ figures: Calibration) {
    self.figures = figures
  }

  var chart: Chart {
    let title = "Claimed probability, and the share that truly is a match"
    return Chart(
      id: "calibration", title: title, description: description, size: (640, 350),
      drawing: drawing, table: table, specification: specification(title))
  }

  private var drawn: [(bin: ReliabilityBin, claimed: Double, real: Double)] {
    figures.bins.compactMap { bin in
      guard let claimed = bin.meanProbability, let real = bin.observed.estimate else { return nil }
      return (bin, claimed, real)
    }
  }

  private var drawing: HTMLText {
    let x = AxisScale(kind: .linear, domain: 0...1, start: 70, end: 610)
    let y = AxisScale(kind: .linear, domain: 0...1, start: 290, end: 30)
    var parts = [Draw.grid(level: y.ticks.map { y.position($0) }, from: x.start, to: x.end)]
    parts += x.ticks.map { tick in
      HTMLText([
        Draw.label("tick mid", x.position(tick), y.start + 18, Self.percent(tick)),
        Draw.label("tick end", x.start - 8, y.position(tick) + 4, Self.percent(tick)),
      ])
    }
    parts += [
      Draw.line("ideal", x.start, y.start, x.end, y.end),
      Draw.line("ideal", 424, 12, 456, 12), Draw.label("label", 462, 16, "where a claim is true"),
      Draw.label("axis mid", 340, y.start + 42, "Claimed probability of a match"),
      Draw.label("axis", 8, 16, "True matches among the listed pairs"),
    ]
    parts += [
      Draw.intervals(
        "range",
        drawn.map { entry in
          let limits = (entry.bin.observed.lower ?? 0, entry.bin.observed.upper ?? 1)
          return "M\(Draw.text(x.position(entry.claimed))) "
            + "\(Draw.text(y.position(limits.0)))V\(Draw.text(y.position(limits.1)))"
        }),
      Draw.dots("", drawn.map { (x.position($0.claimed), y.position($0.real)) }, radius: 4.5),
    ]
    return HTMLText(parts)
  }

  private static func percent(_ share: Double) -> String {
    "\(Int((share * 100).rounded())) %"
  }

  private var description: String {
    let texts = drawn.map {
      "claimed \(ShareText.estimate($0.claimed)), true \(ShareText.estimate($0.real))"
    }
    return texts.isEmpty ? "No pair carries a probability." : texts.joined(separator: "; ") + "."
  }

  private var table: PageTable {
    PageTable(
      caption: "Claimed and true, by range of claimed probability",
      columns: ["Range", "Mean claimed", "True", "interval", "Pairs"],
      rows: figures.bins.enumerated().map { place, bin in
        let path = "calibration.bins.\(place)"
        let observed = PlacedRate(bin.observed, at: path + ".observed")
        return [
          HTMLText("\(Self.percent(bin.from)) to \(Self.percent(bin.to))"),
          bin.meanProbability.map { Figure.share($0, at: path + ".meanProbability") }
            ?? HTMLText("no data"),
          observed.estimate, observed.interval, observed.total,
        ]
      }, places: figures.bins.indices.map { "calibration.bins.\($0)" })
  }

  private func specification(_ title: String) -> JSONValue {
    let values = drawn.map { entry -> JSONValue in
      .object([
        ("claimed", .number(entry.claimed)), ("observed", .number(entry.real)),
        ("lower", entry.bin.observed.lower.map { .number($0) } ?? .null),
        ("upper", entry.bin.observed.upper.map { .number($0) } ?? .null),
        ("pairs", .integer(entry.bin.observed.total)),
      ])
    }
    let unit: JSONValue = ["domain": [0, 1]]
    let x = VegaLite.axis("claimed", "quantitative", title: "Claimed probability", scale: unit)
    let y = { (field: String) in
      VegaLite.axis(field, "quantitative", title: "True matches", scale: unit)
    }
    return VegaLite.layered(
      title: title, description: description, values: values,
      layers: [
        VegaLite.layer(["type": "rule"], ["x": x, "y": y("lower"), "y2": ["field": "upper"]]),
        VegaLite.layer(["type": "point", "filled": true], ["x": x, "y": y("observed")]),
      ])
  }
}
