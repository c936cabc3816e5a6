import ScrupleAudit
import ScrupleScoring

/// The match weight of each level of each comparison, in bits, on an axis that is cut.
struct WeightChart {
  let model: FellegiSunterModel

  init(_ model: FellegiSunterModel) {
    self.model = model
  }

  /// Bits at which the axis ends; longer bars are cut and marked.
  private static let limits = -12.0...20.0

  private struct Bar {
    let comparison: String
    let label: String
    let level: LevelModel
    var bits: Double { level.weight.bits }
    /// A number that shows as zero has no sign.
    var text: String {
      let text = NumberText.fixed(bits, decimals: 1)
      return bits > 0 && text != "0.0" ? "+" + text : text == "-0.0" ? "0.0" : text
    }
  }

  private var groups: [(name: String, bars: [Bar])] {
    model.comparisons.map { comparison in
      (
        comparison.name,
        comparison.levels.reversed().map { level in
          Bar(comparison: comparison.name, label: level.label, level: level)
        }
      )
    }
  }

  var chart: Chart {
    let bars = groups.reduce(0) { $0 + $1.bars.count }
    let title = "Match weight of each level of agreement, in bits"
    return Chart(
      id: "match-weights", title: title, description: description,
      size: (640, 50 + 20 * Double(bars) + 30 * Double(groups.count)), drawing: drawing,
      table: table, specification: specification(title))
  }

  private var drawing: HTMLText {
    let x = AxisScale(kind: .linear, domain: Self.limits, start: 200, end: 580)
    var y = 30.0
    var labels: [HTMLText] = []
    var placed: [(bar: Bar, y: Double)] = []
    for group in groups {
      labels.append(Draw.label("group", 4, y + 14, group.name))
      y += 24
      for bar in group.bars {
        placed.append((bar, y))
        y += 20
      }
      y += 6
    }
    let grid = [
      Draw.grid(upright: x.ticks.filter { $0 != 0 }.map { x.position($0) }, from: 24, to: y),
      Draw.line("zero", x.position(0), 24, x.position(0), y),
    ]
    let numbers = x.ticks.flatMap { tick in
      [16, y + 14].map { Draw.label("tick mid", x.position(tick), $0, Draw.text(tick)) }
    }
    let bars = [true, false].map { isFor in
      Draw.bars(
        isFor ? "bar for" : "bar against",
        placed.filter { ($0.bar.bits >= 0) == isFor }.map { bar, y in
          let (zero, end) = (x.position(0), x.position(bar.bits))
          return (min(zero, end), y + 3, max(abs(end - zero), 1))
        }, height: 13)
    }
    return HTMLText(grid + numbers + labels + bars + placed.map { words(of: $0.bar, $0.y, x) })
  }

  private func words(of bar: Bar, _ y: Double, _ x: AxisScale) -> HTMLText {
    let isCut = !Self.limits.contains(bar.bits)
    let text = isCut ? (bar.bits > 0 ? bar.text + " ▸" : "◂ " + bar.text) : bar.text
    return HTMLText([
      Draw.label("label end", 192, y + 13, bar.label),
      Draw.label("number", max(x.position(bar.bits), x.position(0)) + 5, y + 13, text),
    ])
  }

  private var description: String {
    let best = groups.compactMap { group in
      group.bars.max { $0.bits < $1.bits }.map { "\(group.name) '\($0.label)' \($0.text) bits" }
    }
    return "The strongest evidence for one person, by field: " + best.joined(separator: "; ") + "."
  }

  private var table: PageTable {
    let rows = groups.flatMap(\.bars).map { bar in
      [
        HTMLText(bar.comparison), HTMLText(bar.label),
        HTMLText(NumberText.fixed(bar.bits, decimals: 2)),
        HTMLText(ShareText.estimate(bar.level.mProbability)),
        HTMLText(ShareText.estimate(bar.level.uProbability)),
      ]
    }
    return PageTable(
      caption: "Levels with their match weights",
      columns: ["Field", "Level", "Bits", "Among matches (m)", "Among non-matches (u)"],
      rows: rows, words: [0, 1])
  }

  private func specification(_ title: String) -> JSONValue {
    let values = groups.flatMap(\.bars).map { bar -> JSONValue in
      .object([
        ("field", .text(bar.comparison)), ("level", .text("\(bar.comparison): \(bar.label)")),
        ("bits", .number(bar.bits)), ("m", .number(bar.level.mProbability)),
        ("u", .number(bar.level.uProbability)),
      ])
    }
    return VegaLite.layered(
      title: title, description: description, values: values,
      layers: [
        VegaLite.layer(
          ["type": "bar", "clip": true],
          [
            "y": VegaLite.axis("level", "nominal", title: nil, sorted: false),
            "x": VegaLite.axis(
              "bits", "quantitative", title: "Match weight (bits)",
              scale: .object([
                (
                  "domain",
                  .list(
                    [.number(Self.limits.lowerBound), .number(Self.limits.upperBound)])
                )
              ])),
            "color": VegaLite.axis("field", "nominal", title: nil),
          ])
      ])
  }
}
