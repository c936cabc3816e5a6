import ScrupleAudit

/// Errors over pairs and entities, what blocking lost, and what the model claimed.
enum PairSection {
  static func make(_ audit: AuditReport) -> PageSection {
    let claims = CalibrationChart(audit.calibration).chart
    return PageSection("pairs", "Pairs, for comparison with other methods", charts: [claims]) {
      paragraph {
        "Rates over pairs are how record linkage is usually reported. They count pairs, not "
        "people: one record with many false links counts many times. The false match rate is tiny "
        "for any method, as nearly all pairs are of strangers; it says little by itself."
      }
      RateTable.make("Errors over pairs", pairs(audit.pairwise)).markup
      if audit.pairwise.counts.falsePositives > 0 {
        paragraph("note") { dependence(audit.pairwise.dependence) }
      }
      element("h3") { "What blocking lost" }
      RateTable.make("Blocking", blocking(audit.blocking)).markup
      element("h3") { "What the model claimed" }
      paragraph { claimed(audit.calibration) }
      claims.markup
      ModelCheckPart.make(audit.modelCheck)
      element("h3") { "Entities: records joined by chains of links" }
      entities(audit.clusters).markup
    }
  }

  private static func pairs(_ figures: PairwiseErrors) -> [(String, PlacedRate)] {
    [
      ("Precision: links that are right", PlacedRate(figures.precision, at: "pairwise.precision")),
      ("Recall: true pairs that are linked", PlacedRate(figures.recall, at: "pairwise.recall")),
      ("F1", PlacedRate(figures.f1, at: "pairwise.f1")),
      (
        "False match rate (FMR)", PlacedRate(figures.falseMatchRate, at: "pairwise.falseMatchRate")
      ),
      (
        "False non-match rate (FNMR)",
        PlacedRate(figures.falseNonMatchRate, at: "pairwise.falseNonMatchRate")
      ),
    ]
  }

  private static func dependence(_ figures: PairDependence) -> HTMLText {
    let path = "pairwise.dependence"
    return HTMLText([
      HTMLText("The false links lean on "),
      Figure.count(figures.leftRecords, at: path + ".leftRecords"), HTMLText(" left and "),
      Figure.count(figures.rightRecords, at: path + ".rightRecords"),
      HTMLText(" right records, so that pairs are not independent of each other."),
      HTMLText(
        figures.isReliable
          ? "" : " They are so few that the interval of the false match rate is unreliable."),
    ])
  }

  private static func blocking(_ figures: BlockingErrors) -> [(String, PlacedRate)] {
    var rates: [(String, PlacedRate)] = []
    if let found = figures.pairCompleteness {
      rates.append(
        ("True pairs that were compared", PlacedRate(found, at: "blocking.pairCompleteness")))
    }
    if let saved = figures.reductionRatio {
      rates.append(("Pairs spared", PlacedRate(saved, at: "blocking.reductionRatio")))
    }
    return rates
  }

  private static func claimed(_ figures: Calibration) -> HTMLText {
    guard let claimed = figures.claimedFalseLinks else {
      return HTMLText("The links carry no probabilities.")
    }
    var parts = [
      HTMLText("By their own probabilities, the links should hold "),
      Figure.number(claimed, decimals: 1, at: "calibration.claimedFalseLinks"),
      HTMLText(" false ones. Counted against the truth there are "),
      Figure.count(figures.realFalseLinks, at: "calibration.realFalseLinks"),
    ]
    if let ratio = figures.realOverClaimed {
      parts += [
        HTMLText(": "), Figure.number(ratio, decimals: 2, at: "calibration.realOverClaimed"),
        HTMLText(" times as many"),
      ]
    }
    return HTMLText(parts + [HTMLText(". No figure of this report rests on those probabilities.")])
  }

  private static func entities(_ figures: ClusterFigures) -> PageTable {
    let counts: [(String, Int?, String)] = [
      ("Entities", figures.entities, "entities"), ("Persons", figures.persons, "persons"),
      ("Pairs joined by chains only", figures.linksAddedByClosure, "linksAddedByClosure"),
    ]
    let shares: [(String, Double?, String)] = [
      ("B-cubed precision", figures.bcubedPrecision, "bcubedPrecision"),
      ("B-cubed recall", figures.bcubedRecall, "bcubedRecall"),
      ("Entities that are exactly one person", figures.exactPrecision, "exactPrecision"),
      ("Persons who are exactly one entity", figures.exactRecall, "exactRecall"),
    ]
    let rows =
      counts.map { name, value, key in
        [
          HTMLText(name),
          value.map { Figure.count($0, at: "clusters." + key) } ?? HTMLText("no data"),
        ]
      }
      + shares.map { name, value, key in
        [
          HTMLText(name),
          value.map { Figure.share($0, at: "clusters." + key) } ?? HTMLText("no data"),
        ]
      }
    return PageTable(caption: "Errors over entities", columns: ["Figure", "Value"], rows: rows)
  }
}
