import ScrupleAudit

/// Causes of wrong flags as bars, each beneath its name.
struct CauseChart {
  let causes: [CauseCount]

  init(_ causes: [CauseCount]) {
    self.causes = causes
  }

  var chart: Chart {
    let title = "Why the wrong flags are wrong"
    return Chart(
      id: "cause-bars", title: title, description: description,
      size: (640, 12 + 46 * Double(causes.count)), drawing: drawing, table: table,
      specification: specification(title))
  }

  private var drawing: HTMLText {
    let most = Double(causes.map(\.share.count).max() ?? 1)
    return HTMLText(
      causes.enumerated().map { place, row in
        let y = 18 + 46 * Double(place)
        let width = max(540 * Double(row.share.count) / most, 2)
        let isLink = row.cause.family == "W1" || row.cause.family == "WU"
        return HTMLText([
          Draw.label("label", 4, y, "\(row.cause.rawValue)  \(row.meaning)"),
          Draw.rectangle(
            isLink ? "bar false" : "bar stale", x: 4, y: y + 7, width: width, height: 16,
            rounding: 2),
          Draw.label("label", 12 + width, y + 20, NumberText.grouped(row.share.count)),
        ])
      })
  }

  private var description: String {
    causes.map { "\($0.cause.rawValue), \($0.meaning): \(NumberText.grouped($0.share.count))" }
      .joined(separator: "; ") + "."
  }

  private var table: PageTable {
    PageTable(
      caption: "Wrong flags by cause", columns: ["Cause", "Wrong flags", "On citizens"],
      rows: causes.enumerated().map { place, row in
        [
          HTMLText("\(row.cause.rawValue): \(row.meaning)"),
          Figure.count(row.share.count, at: "causes.\(place).share.count"),
          Figure.count(row.onCitizens, at: "causes.\(place).onCitizens"),
        ]
      })
  }

  private func specification(_ title: String) -> JSONValue {
    let values = causes.map { row -> JSONValue in
      .object([
        ("cause", .text("\(row.cause.rawValue) \(row.meaning)")),
        ("flags", .integer(row.share.count)), ("onCitizens", .integer(row.onCitizens)),
      ])
    }
    return VegaLite.layered(
      title: title, description: description, values: values,
      layers: [
        VegaLite.layer(
          ["type": "bar"],
          [
            "y": .object([
              ("field", "cause"), ("type", "nominal"), ("title", .null), ("sort", .null),
              ("axis", ["labelLimit": 400]),
            ]),
            "x": VegaLite.axis("flags", "quantitative", title: "Wrong flags"),
          ])
      ])
  }
}
