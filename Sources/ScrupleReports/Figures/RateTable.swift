import ScrupleAudit

/// A table of rates, each with its count, its total and its interval.
enum RateTable {
  static func make(_ caption: String, _ rates: [(String, PlacedRate)]) -> PageTable {
    let level = rates.first.map { NumberText.level($0.1.rate.level) } ?? ""
    return PageTable(
      caption: caption,
      columns: [
        "Rate", "Estimate", "\(level) interval", "Counted", "Of", "How the interval was made",
      ],
      rows: rates.map { name, rate in
        [
          HTMLText(name), rate.estimate, rate.interval, rate.count, rate.total,
          HTMLText(rate.rate.method),
        ]
      }, words: [0, 5], places: rates.map(\.1.path))
  }
}
