import ScrupleAudit

/// The errors of each record that asks, and of each person behind the records.
enum RecordsSection {
  static func make(_ audit: AuditReport) -> PageSection {
    PageSection("records", "For each record that asks") {
      paragraph {
        "A record that has no mate in the register should come back empty. A record that has one "
        "should come back with it. These are the two ways in which a search fails; they trade "
        "against each other, and a larger register makes the first more frequent."
      }
      RateTable.make("Errors of a search", rates(audit)).markup
      paragraph("note") { per100000(audit.identification) }
    }
  }

  private static func rates(_ audit: AuditReport) -> [(String, PlacedRate)] {
    let figures = audit.identification
    var rates: [(String, PlacedRate)] = [
      ("Linked, though not in the register (FPIR)", PlacedRate(figures.fpir, at: path("fpir"))),
      ("In the register, not found (FNIR)", PlacedRate(figures.fnir, at: path("fnir"))),
    ]
    if let fpir = figures.personFpir, let fnir = figures.personFnir {
      rates += [
        ("FPIR by person", PlacedRate(fpir, at: path("personFpir"))),
        ("FNIR by person", PlacedRate(fnir, at: path("personFnir"))),
      ]
    }
    rates += [
      (
        "Left records with a false link",
        PlacedRate(figures.recordsWithFalseLink, at: path("recordsWithFalseLink"))
      ),
      (
        "Right records with a false link",
        PlacedRate(figures.rightRecordsWithFalseLink, at: path("rightRecordsWithFalseLink"))
      ),
    ]
    return rates
  }

  private static func per100000(_ figures: IdentificationErrors) -> HTMLText {
    guard let number = figures.falseLinksPer100000 else { return HTMLText("") }
    return HTMLText([
      HTMLText("For every 100,000 records searched: "),
      Figure.number(number, decimals: 0, at: path("falseLinksPer100000")),
      HTMLText(" false links. One record can have several."),
    ])
  }

  private static func path(_ name: String) -> String { "identification." + name }
}
