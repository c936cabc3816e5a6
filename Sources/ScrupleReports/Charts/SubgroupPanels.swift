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

  /// The lines and numbers of a panel's axis; numbers that would touch are left out.
  func axis(
    _ panel: Int, _ ticks: [Double], _ scale: AxisScale, hasZero: Bool = false,
    _ words: (Double) -> String
  ) -> HTMLText {
    var labels = hasZero ? [(scale.start, "0")] : []
    for tick in ticks {
      let (place, text) = (scale.position(tick), words(tick))
      let reach = 3.6 * Double(text.count)
      let isFree = labels.last.map { $0.0 + 3.6 * Double($0.1.count) + 7 <= place - reach } ?? true
      if isFree, place + reach <= span(panel).end + 6 { labels.append((place, text)) }
    }
    return HTMLText(
      [Draw.grid(upright: ticks.map { scale.position($0) }, from: Self.top, to: bottom)]
        + labels.map { Draw.label("tick mid", $0.0, bottom + 16, $0.1) })
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
    case "wrongFlagRate": "Wrong flags"
    default: rate
    }
  }
}
