import ScrupleAudit

/// Each group of a dimension beside the one that fares best, rate by rate.
struct BestOffTable {
  private let groups: [(place: Int, rates: SubgroupRates)]
  private let column: String
  private let names: [String]

  init(_ groups: [(place: Int, rates: SubgroupRates)], column: String) {
    self.groups = groups
    self.column = column
    names = ["citizenFlagRate", "fpir", "fnir"].filter { name in
      groups.contains { Self.entry(name, $0.rates).map { Self.saysSomething($0.1) } ?? false }
    }
  }

  /// The table under a summary; nil where nobody was counted in any group.
  var markup: HTMLText? {
    guard !names.isEmpty else { return nil }
    return element("details") {
      element("summary") { "Beside the group that fares best" }
      table.markup
      paragraph("note") {
        "How many times as often as in the group with the lowest rate. Which one that is was found "
        "with the figures in hand, so the ratios overstate the gap where groups are small, and have "
        "no p-value. A dash stands where nobody was counted in either."
      }
    }
  }

  private var table: PageTable {
    PageTable(
      caption: "Each group of '\(column)' beside the one with the lowest rate",
      columns: ["Group"] + names.map(heading),
      rows: groups.map { _, rates in
        [HTMLText(rates.value)] + names.map { cell($0, rates) }
      }, places: groups.map { "subgroups.\($0.place)" })
  }

  private func heading(_ name: String) -> String {
    let best = groups.lazy.compactMap { Self.entry(name, $0.rates)?.1.bestOff }.first
    return SubgroupPanels.title(name) + (best.map { ", beside '\($0)'" } ?? "")
  }

  private func cell(_ name: String, _ rates: SubgroupRates) -> HTMLText {
    if rates.suppressed.contains(name) { return HTMLText("suppressed") }
    guard let (place, entry) = Self.entry(name, rates) else {
      let isBest = groups.contains { Self.entry(name, $0.rates)?.1.bestOff == rates.value }
      return HTMLText(isBest ? "the lowest" : "–")
    }
    let path = "besideBestOff.\(place)."
    guard let ratio = entry.ratio else {
      guard let bound = entry.ratioAtLeast, bound > 0 else {
        return HTMLText("–")
      }
      return HTMLText([HTMLText("at least "), times(bound, path + "ratioAtLeast")])
    }
    var parts = [times(ratio, path + "ratio")]
    if let lower = entry.ratioLower {
      parts += [
        HTMLText(entry.ratioUpper == nil ? " (from " : " ("), times(lower, path + "ratioLower"),
      ]
      if let upper = entry.ratioUpper {
        parts += [HTMLText.to, times(upper, path + "ratioUpper")]
      }
      parts.append(HTMLText(")"))
    }
    return HTMLText(parts)
  }

  private func times(_ ratio: Double, _ path: String) -> HTMLText {
    Figure.number(ratio, decimals: ratio > 0 && ratio < 10 ? 2 : 0, at: path)
  }

  private static func entry(_ name: String, _ rates: SubgroupRates) -> (Int, BestOffComparison)? {
    rates.besideBestOff.firstIndex { $0.name == name }.map { ($0, rates.besideBestOff[$0]) }
  }

  private static func saysSomething(_ entry: BestOffComparison) -> Bool {
    entry.ratio != nil || (entry.ratioAtLeast ?? 0) > 0
  }
}
