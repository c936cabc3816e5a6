import ScrupleAudit

/// What can be said of a linkage without a complete truth: by a sample of labels, and by decoys.
enum EstimateSection {
  private static let title = "Without the truth: labels and decoys"

  static func make(_ labels: LabelSampleEstimate?, _ decoys: DecoyEstimate?) -> PageSection {
    guard labels != nil || decoys != nil else {
      return PageSection(
        "estimates", title,
        notMeasured:
          "no reviewer labelled a sample of these links ('scruple audit plan' draws one), "
          + "and the files hold no made-up persons ('scruple decoys' plants them). Neither is needed "
          + "where the truth is known")
    }
    return PageSection("estimates", title) {
      paragraph {
        "Outside a made-up world nobody knows the whole truth. Two ways remain: people look at a "
        "random sample, or persons who do not exist are planted and whatever is linked to them is "
        "counted."
      }
      labels.map(LabelSamplePart.make)
      decoys.map(decoyPart)
    }
  }

  private static func decoyPart(_ estimate: DecoyEstimate) -> HTMLText {
    HTMLText([
      element("h3") { "Decoys" },
      paragraph {
        "A decoy is in neither file, so every link to one is false. If real strangers are linked as "
        "easily, as many in a hundred of them are."
      },
      table(estimate).markup,
      element("ul", ["class": "note"]) {
        for assumption in estimate.assumptions { element("li") { "Assumed: " + assumption + "." } }
      },
    ])
  }

  private static func table(_ estimate: DecoyEstimate) -> PageTable {
    PageTable(
      caption:
        "False links, estimated by decoys (intervals at \(NumberText.level(estimate.level)))",
      columns: [
        "Decoys in the file", "Decoys", "Linked", "Links to them", "Estimated false links",
        "Share of links that are false", "How the interval was made",
      ],
      rows: estimate.sides.map(row), words: [0, 6],
      places: estimate.sides.indices.map { "decoys.sides.\($0)" })
  }

  private static func row(_ side: DecoySide) -> [HTMLText] {
    let number = { (value: Double, key: String) in
      Figure.number(value, decimals: value < 10 ? 1 : 0, at: key)
    }
    return [
      HTMLText(side.side), Figure.count(side.decoys, at: "decoys"),
      Figure.count(side.linkedDecoys, at: "linkedDecoys"),
      Figure.count(side.decoyLinks, at: "decoyLinks"),
      limits(
        number(side.falseLinks, "falseLinks"), number(side.falseLinksLower, "falseLinksLower"),
        number(side.falseLinksUpper, "falseLinksUpper"), side),
      limits(
        side.share.map { Figure.share($0, at: "share") } ?? HTMLText("no links"),
        Figure.limit(side.shareLower, of: side.share ?? 0, at: "shareLower"),
        Figure.limit(side.shareUpper, of: side.share ?? 0, at: "shareUpper"), side),
      HTMLText(side.method),
    ]
  }

  /// An estimate with its interval; nobody is to read a zero as never.
  private static func limits(
    _ estimate: HTMLText, _ lower: HTMLText, _ upper: HTMLText, _ side: DecoySide
  ) -> HTMLText {
    side.decoyLinks == 0
      ? HTMLText([HTMLText("none, at most "), upper])
      : HTMLText([estimate, HTMLText(" ("), lower, HTMLText.to, upper, HTMLText(")")])
  }
}
