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
    var marks: [HTMLText] = []
    for group in groups {
      marks.append(Draw.label("group", 4, y + 14, group.name))
      y += 24
      for bar in group.bars {
        marks.append(mark(bar, y, x))
        y += 20
      }
      y += 6
    }
    let grid = x.ticks.map { tick in
      HTMLText([
        Draw.line(tick == 0 ? "zero" : "grid", x.position(tick), 24, x.position(tick), y),
        Draw.label("tick mid", x.position(tick), 16, Draw.text(tick)),
        Draw.label("tick mid", x.position(tick), y + 14, Draw.text(tick)),
      ])
    }
    return HTMLText(grid + marks)
  }

  private func mark(_ bar: Bar, _ y: Double, _ x: AxisScale) -> HTMLText {
    let zero = x.position(0)
    let end = x.position(bar.bits)
    let isCut = !Self.limits.contains(bar.bits)
    let left = min(zero, end)
    let text = isCut ? (bar.bits > 0 ? bar.text + " ▸" : "◂ " + bar.text) : bar.text
    return HTMLText([
      Draw.label("label end", 192, y + 13, bar.label),
      Draw.rectangle(
        bar.bits >= 0 ? "bar for" : "bar against", x: left, y: y + 3,
        width: max(abs(end - zero), 1),
        height: 13),
      bar.bits >= 0
        ? Draw.label("number", end + 5, y + 13, text)
        : Draw.label("number", zero + 5, y + 13, text),
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
        HTMLText(NumberText.share(bar.level.mProbability)),
        HTMLText(NumberText.share(bar.level.uProbability)),
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
