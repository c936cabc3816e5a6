import ScrupleAudit

/// The rates of subgroups, side by side.
enum SubgroupSection {
  static func make(_ audit: AuditReport) -> PageSection {
    let title = "Whom the errors fall on"
    guard !audit.subgroups.isEmpty else {
      return PageSection("subgroups", title, notMeasured: audit.reason(for: "subgroups"))
    }
    let plots = charts(audit)
    return PageSection("subgroups", title, charts: plots) {
      paragraph {
        "One overall rate can hide a group that bears most of the errors. Where intervals overlap "
        "widely, these data cannot tell the groups apart; that is no proof that they are alike."
      }
      plots.map(\.markup)
    }
  }

  /// One plot for each column and rate, in the order in which they first appear.
  private static func charts(_ audit: AuditReport) -> [Chart] {
    var order: [[String]] = []
    var rows: [[String]: [ForestPlot.Row]] = [:]
    for (place, group) in audit.subgroups.enumerated() {
      for (index, rate) in group.rates.enumerated() {
        let key = [group.column, rate.name]
        if rows[key] == nil { order.append(key) }
        rows[key, default: []].append(
          ForestPlot.Row(
            group.value, PlacedRate(rate, at: "subgroups.\(place).rates.\(index)")))
      }
    }
    return order.enumerated().map { number, key in
      ForestPlot(
        id: "subgroup-\(number + 1)", title: "\(RateWords.name(key[1])), by \(key[0])",
        unit: "Of every 100,000", rows: rows[key] ?? []
      ).chart
    }
  }
}
