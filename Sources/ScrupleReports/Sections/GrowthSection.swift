import ScrupleAudit

/// What a larger register would do.
enum GrowthSection {
  private static let title = "What a larger register would do"

  static func make(_ audit: AuditReport) -> PageSection {
    guard let chart = GrowthChart(audit.growth).chart else {
      return PageSection("growth", title) {
        paragraph("unmeasured") {
          element("strong") { "Not measured: " }
          "no search of somebody who is not in the register was counted, or this audit is of an "
          "older version; 'scruple audit' measures it. What is certain without it: a larger "
          "register offers every record more strangers, so these rates of false links hold for a "
          "register of "
          Figure.count(audit.records.rightRecords, at: "records.rightRecords")
          " records and are too low for a larger one."
        }
      }
    }
    return PageSection("growth", title, charts: [chart]) {
      paragraph { opening(audit.growth) }
      chart.markup
      limits(audit.growth)
      concentration(audit.growth)
      outside(audit.growth)
      audit.county.map(county)
      CoincidencePart.make(audit.coincidence)
    }
  }

  private static func opening(_ growth: RegistryGrowth) -> HTMLText {
    HTMLText([
      HTMLText("A larger register offers every "),
      HTMLText(growth.basis == .persons ? "person" : "record"),
      HTMLText(" more strangers to be confused with. Inside the data this is measured: the "),
      Figure.count(growth.registryRecords, at: "growth.registryRecords"),
      HTMLText(" records were thinned by lot, in theory every possible way, and the share of "),
      Figure.count(growth.searches, at: "growth.searches"),
      HTMLText(" strangers linked to anybody was counted again."),
    ])
  }

  /// Why the limits are not those that the same rate has elsewhere on the page.
  private static func limits(_ growth: RegistryGrowth) -> HTMLText {
    let apart =
      growth.strataBy.map {
        "each class of strangers (\($0)) has exact limits of its own, so wide that all hold at once, "
          + "which a register of another size needs"
      } ?? "they are exact, which a register of another size needs"
    return paragraph("note") {
      "The limits here are not those of the same rate in 'For each record that asks', and mostly "
        + "wider: " + apart + ". For the register as it is, take those there."
    }
  }

  private static func concentration(_ growth: RegistryGrowth) -> HTMLText? {
    guard let searches = growth.shareOfTopSearches, let records = growth.shareOfTopRecords else {
      return nil
    }
    // Where fewer than a hundredth are hit at all, it carries everything by arithmetic.
    let top =
      searches < 1 && records < 1
      ? HTMLText([
        HTMLText("The most linked hundredth of the strangers carries "),
        Figure.share(searches, at: "growth.shareOfTopSearches"),
        HTMLText(" of the false links; of the records, "),
        Figure.share(records, at: "growth.shareOfTopRecords"), HTMLText(". "),
      ]) : HTMLText("")
    return paragraph("note") {
      top
      "The broken thin line is what the same number of false links would do if all strangers were "
      "alike: where some names carry most of the links, the same people are hit again and again."
    }
  }

  private static func outside(_ growth: RegistryGrowth) -> HTMLText {
    guard let projection = growth.projection else {
      return paragraph("note") {
        "Beyond the data nothing is drawn. 'scruple audit --project RECORDS' adds a projection to a "
        "larger register; it supposes that the further records have the same mix of names."
      }
    }
    return paragraph("note") {
      element("strong") {
        projection.isExtrapolation ? "The projection is no measurement. " : "Inside the data. "
      }
      "At "
      Figure.count(projection.records, at: "growth.projection.records")
      " records, "
      Figure.per100000(projection.fpir.estimate, at: "growth.projection.fpir.estimate")
      " of every 100,000 strangers would be linked to somebody, if "
      projection.assumption
      ". The limits say how sure the measured part is, and nothing of that assumption."
    }
  }

  private static func county(_ county: CountyEstimate) -> HTMLText {
    let number = { (value: Double?, key: String) in
      value.map { Figure.number($0, decimals: 1, at: "county." + key) }
        ?? HTMLText("not measured")
    }
    let linked = county.falselyLinked
    return HTMLText([
      element("h3") { "A county of another size" },
      paragraph { "An estimate from the rates above, and no measurement." },
      PageTable(
        caption: "What would happen in a county", columns: ["What", "How many"],
        rows: [
          [HTMLText("Bookings"), Figure.count(county.bookings, at: "county.bookings")],
          [
            HTMLText("Records of the register"), Figure.count(county.records, at: "county.records"),
          ],
          [
            HTMLText("Of people whom the policy would flag"),
            Figure.share(county.prevalence, at: "county.prevalence"),
          ],
          [
            HTMLText("Bookings of others with a false link"),
            HTMLText([
              number(linked.estimate, "falselyLinked.estimate"), HTMLText(" ("),
              number(linked.lower, "falselyLinked.lower"), HTMLText.to,
              number(linked.upper, "falselyLinked.upper"), HTMLText(")"),
            ]),
          ],
          [HTMLText("Wrong flags"), number(county.wrongFlags, "wrongFlags")],
          [HTMLText("Right flags"), number(county.rightFlags, "rightFlags")],
          [
            HTMLText("Of all flags, wrong"),
            county.wrongShare.map { Figure.share($0, at: "county.wrongShare") }
              ?? HTMLText("not measured"),
          ],
        ]
      ).markup,
    ])
  }
}
