import ScrupleAudit

/// How many strangers share a name and a birth date by chance.
enum CoincidencePart {
  static func make(_ figures: CoincidentalAgreement?) -> HTMLText {
    guard let figures else {
      return HTMLText([
        element("h3") { "Strangers with one name and one birth date" },
        paragraph("unmeasured") {
          element("strong") { "Not measured: " }
          "names and birth dates of the files were not surveyed; 'scruple audit RUN' does so."
        },
      ])
    }
    return HTMLText([
      element("h3") { "Strangers with one name and one birth date" },
      paragraph {
        "Two people can share a full name and a birth date by chance. How many pairs of strangers "
        "should, by the names and dates of these files, and how many do:"
      },
      table(figures).markup,
      paragraph("note") {
        "More than expected means that names and birth dates hang together: names come in and out "
        "of use, and twins and juniors share them. Limits: \(figures.method)."
      },
    ])
  }

  private static func table(_ figures: CoincidentalAgreement) -> PageTable {
    var rows: [[HTMLText]] = [
      [
        HTMLText("Pairs of strangers with one full name"),
        Figure.count(figures.namePairs, at: "coincidence.namePairs"),
      ]
    ]
    if let dates = figures.effectiveDates {
      rows.append([
        HTMLText("Birth dates there effectively are"),
        Figure.number(dates, decimals: 0, at: "coincidence.effectiveDates"),
      ])
    }
    if let expected = figures.expected {
      rows.append([
        HTMLText("Expected to share the birth date too"),
        limits(expected, "coincidence.expected"),
      ])
    }
    let observed = PlacedRate(figures.observed, at: "coincidence.observed")
    rows.append([HTMLText("Pairs of strangers that share both"), observed.count])
    if let ratio = figures.observedOverExpected {
      rows.append([
        HTMLText("Counted over expected"),
        Figure.number(ratio, decimals: 2, at: "coincidence.observedOverExpected"),
      ])
    }
    if let projection = figures.projection {
      rows.append([
        HTMLText(
          "Expected against \(NumberText.grouped(projection.records)) records: a projection"),
        limits(projection.expected, "coincidence.projection.expected"),
      ])
    }
    return PageTable(
      caption: "Strangers with one name and one birth date", columns: ["What", "How many"],
      rows: rows)
  }

  private static func limits(
    _ figures: CoincidentalAgreement.Estimate, _ path: String
  ) -> HTMLText {
    HTMLText([
      Figure.number(figures.estimate, decimals: 1, at: path + ".estimate"), HTMLText(" ("),
      Figure.number(figures.lower, decimals: 1, at: path + ".lower"), HTMLText.to,
      Figure.number(figures.upper, decimals: 1, at: path + ".upper"), HTMLText(")"),
    ])
  }
}
