import ScrupleAudit

/// The groups of one dimension beneath each other, and beside each other what is measured of them.
struct SubgroupPanels {
  /// The groups, with their places in `audit.json`.
  let groups: [(place: Int, rates: SubgroupRates)]
  /// The names of what the panels show.
  let names: [String]

  static let rowHeight = 22.0
  static let left = 152.0
  static let right = 632.0
  static let top = 26.0

  var bottom: Double { Self.top + Self.rowHeight * Double(groups.count) }

  /// Where a row stands.
  func y(_ row: Int) -> Double { Self.top + Self.rowHeight * (Double(row) + 0.5) }

  /// From where to where a panel reaches.
  func span(_ panel: Int) -> (start: Double, end: Double) {
    let width = (Self.right - Self.left) / Double(names.count)
    let start = Self.left + width * Double(panel)
    return (start + 10, start + width - 12)
  }

  /// The names of the groups, and a line over which each panel stands.
  var frame: HTMLText {
    HTMLText(
      groups.enumerated().map { row, group in
        Draw.label("label end", Self.left - 10, y(row) + 4, Self.name(group.rates))
      }
        + names.enumerated().map { panel, name in
          Draw.label("group", span(panel).start, 14, Self.title(name))
        })
  }

  /// The lines and numbers of a panel's axis.
  func axis(_ panel: Int, _ ticks: [Double], _ scale: AxisScale, _ words: (Double) -> String)
    -> HTMLText
  {
    let kept = Self.thinned(ticks)
    return HTMLText(
      [Draw.grid(upright: ticks.map { scale.position($0) }, from: Self.top, to: bottom)]
        + kept.map { Draw.label("tick mid", scale.position($0), bottom + 16, words($0)) })
  }

  /// At most three values, evenly taken, as a panel is narrow.
  private static func thinned(_ ticks: [Double]) -> [Double] {
    let step = max(1, (ticks.count + 2) / 3)
    return stride(from: 0, to: ticks.count, by: step).map { ticks[$0] }
  }

  /// A group's name, short enough for its place.
  static func name(_ rates: SubgroupRates) -> String {
    rates.value.count > 20 ? rates.value.prefix(19) + "…" : rates.value
  }

  /// What a rate is called over a panel.
  static func title(_ rate: String) -> String {
    switch rate {
    case "fpir": "Strangers linked"
    case "fnir": "Own not found"
    case "citizenFlagRate": "Citizens flagged"
    case "wrongFlagRate": "Flags that are wrong"
    default: rate
    }
  }
}
