import ScrupleAudit

/// The trade of one error for the other, over all thresholds.
enum TradeSection {
  static func make(_ audit: AuditReport) -> PageSection {
    let title = "One error for the other"
    guard let chart = TradeCurve(audit).chart else {
      return PageSection(
        "trade", title, notMeasured: "fewer than two thresholds have both errors above zero")
    }
    return PageSection("trade", title, charts: [chart]) {
      paragraph {
        "Each point is a threshold. To the right, more records without a mate are linked to a "
        "stranger; upward, more records with a mate are not found. A better method has its whole "
        "curve nearer to the lower left corner. Both axes are logarithmic."
      }
      audit.withheldPairs == 0
        ? nil
        : paragraph {
          "The diamond is the linkage itself. It is no point of the curve, as it did not link every "
          "pair from its lowest link up."
        }
      chart.markup
    }
  }
}
