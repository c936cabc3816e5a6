import ScrupleAudit

/// Wrong pairs by the stage that is to blame, as two blocks of bars.
struct LossChart {
  private let budget: LossBudget
  private let rows: [(side: String, place: String, row: LossRow)]

  init(_ budget: LossBudget) {
    self.budget = budget
    rows =
      budget.missedPairs.enumerated().map {
        ("true pairs missed", "lossBudget.missedPairs.\($0.offset)", $0.element)
      }
      + budget.falseLinks.enumerated().map {
        ("false links", "lossBudget.falseLinks.\($0.offset)", $0.element)
      }
  }

  /// The chart; nil where no pair was decided wrongly.
  var chart: Chart? {
    guard rows.contains(where: { $0.row.share.count > 0 }) else { return nil }
    return Chart(
      id: "loss-budget", title: title, description: description,
      size: (640, 44 + 26 * Double(rows.count) + 30), drawing: drawing, table: table,
      specification: specification)
  }

  private var title: String { "Wrong pairs, by the stage that is to blame" }

  private var drawing: HTMLText {
    let most = Double(rows.map(\.row.share.count).max() ?? 1)
    var y = 4.0
    var marks: [HTMLText] = []
    var side = ""
    for entry in rows {
      if entry.side != side {
        side = entry.side
        y += 22
        let total = NumberText.grouped(entry.row.share.total)
        marks.append(Draw.label("group", 4, y, "\(side): \(total)"))
        y += 8
      }
      let width = 130 * Double(entry.row.share.count) / max(most, 1)
      marks += [
        Draw.label("label", 12, y + 15, entry.row.stage.rawValue),
        Draw.rectangle(
          side == "false links" ? "bar false" : "bar stale", x: 116, y: y + 3,
          width: entry.row.share.count > 0 ? max(width, 2) : 0, height: 15, rounding: 2),
        Draw.label("number", 122 + width, y + 15, NumberText.grouped(entry.row.share.count)),
        Draw.label("tick", 308, y + 15, cut(entry.row.meaning)),
      ]
      y += 26
    }
    return HTMLText(marks)
  }

  private func cut(_ text: String) -> String {
    text.count > 54 ? text.prefix(53) + "…" : text
  }

  private var description: String {
    rows.map { "\($0.side), \($0.row.stage.rawValue): \(NumberText.grouped($0.row.share.count))" }
      .joined(separator: "; ") + "."
  }

  private var table: PageTable {
    PageTable(
      caption: "Wrong pairs by stage",
      columns: ["Stage", "Pairs", "Share", "Enough by themselves", "Left to a reviewer"],
      rows: rows.map { side, _, row in
        let share = PlacedRate(row.share, at: "share")
        return [
          HTMLText("\(side), \(row.stage.rawValue): \(row.meaning)"), share.count, share.estimate,
          Figure.count(row.enoughAlone, at: "enoughAlone"),
          Figure.count(row.possibleLinks, at: "possibleLinks"),
        ]
      }, places: rows.map(\.place))
  }

  private var specification: JSONValue {
    let values = rows.map { side, _, row -> JSONValue in
      .object([
        ("side", .text(side)), ("stage", .text(row.stage.rawValue)),
        ("pairs", .integer(row.share.count)), ("meaning", .text(row.meaning)),
      ])
    }
    return VegaLite.layered(
      title: title, description: description, values: values,
      layers: [
        VegaLite.layer(
          ["type": "bar"],
          [
            "y": VegaLite.axis("stage", "nominal", title: nil, sorted: false),
            "x": VegaLite.axis("pairs", "quantitative", title: "Pairs"),
            "color": VegaLite.axis("side", "nominal", title: nil),
          ])
      ])
  }
}
