import ScrupleAudit

/// Every flag as a mark of its own, so that a share is seen as people.
enum DotArray {
  /// The most flags that are drawn one by one.
  static let limit = 400

  static func chart(_ flags: FlagErrors) -> Chart {
    let wrong = flags.wrongFlagRate.count
    let unresolved = flags.unresolvedFlags
    let right = flags.flags - wrong - unresolved
    let rows: [(String, Int)] = [
      ("wrong", wrong), ("could not be judged", unresolved), ("not found wrong", right),
    ]
    let lines = Double((flags.flags + columns - 1) / columns)
    let title = "Every flag, one mark each"
    return Chart(
      id: "flags", title: title,
      description: rows.map { "\(NumberText.grouped($0.1)) \($0.0)" }.joined(separator: ", ") + ".",
      size: (640, 50 + pitch * lines),
      drawing: HTMLText([legend(wrong, unresolved, right)] + marks(wrong, unresolved, right)),
      table: table(flags, right), specification: specification(title, rows))
  }

  private static let columns = 34
  private static let pitch = 18.5

  private static func marks(_ wrong: Int, _ unresolved: Int, _ right: Int) -> [HTMLText] {
    let places = (0..<(wrong + unresolved + right)).map { place in
      (12 + pitch * Double(place % columns), 46 + pitch * Double(place / columns))
    }
    return places.prefix(wrong).map(wrongMark) + [
      unjudged(Array(places.dropFirst(wrong).prefix(unresolved))),
      fine(Array(places.dropFirst(wrong + unresolved))),
    ]
  }

  private static func fine(_ places: [(Double, Double)]) -> HTMLText {
    Draw.rings("soft", places, radius: 5.5)
  }

  private static func unjudged(_ places: [(Double, Double)]) -> HTMLText {
    Draw.rings("soft", places, radius: 5.5, within: "rest")
  }

  private static func wrongMark(_ x: Double, _ y: Double) -> HTMLText {
    HTMLText([
      Draw.rectangle("bad", x: x - 7, y: y - 7, width: 14, height: 14, rounding: 2),
      Draw.line("cross", x - 3, y - 3, x + 3, y + 3),
      Draw.line("cross", x - 3, y + 3, x + 3, y - 3),
    ])
  }

  private static func legend(_ wrong: Int, _ unresolved: Int, _ right: Int) -> HTMLText {
    let n = NumberText.grouped
    var parts = [
      wrongMark(12, 14), Draw.label("label", 26, 18, "wrong: \(n(wrong))"),
      fine([(122, 14)]),
      Draw.label("label", 134, 18, "not found wrong: \(n(right))"),
    ]
    if unresolved > 0 {
      parts += [
        unjudged([(312, 14)]),
        Draw.label("label", 324, 18, "could not be judged: \(n(unresolved))"),
      ]
    }
    return HTMLText(parts)
  }

  private static func table(_ flags: FlagErrors, _ right: Int) -> PageTable {
    PageTable(
      caption: "Flags", columns: ["What", "How many"],
      rows: [
        [HTMLText("Flags"), Figure.count(flags.flags, at: "flags.flags")],
        [
          HTMLText("Wrong"),
          Figure.count(flags.wrongFlagRate.count, at: "flags.wrongFlagRate.count"),
        ],
        [
          HTMLText("Could not be judged"),
          Figure.count(flags.unresolvedFlags, at: "flags.unresolvedFlags"),
        ],
        [HTMLText("Not found wrong"), HTMLText(NumberText.grouped(right))],
      ])
  }

  private static func specification(_ title: String, _ rows: [(String, Int)]) -> JSONValue {
    VegaLite.layered(
      title: title, description: title,
      values: rows.map { .object([("what", .text($0.0)), ("flags", .integer($0.1))]) },
      layers: [
        VegaLite.layer(
          ["type": "bar"],
          [
            "x": VegaLite.axis("flags", "quantitative", title: "Flags"),
            "color": VegaLite.axis("what", "nominal", title: nil, sorted: false),
          ])
      ])
  }
}
