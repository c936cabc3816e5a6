import ScrupleAudit

/// The answer of an audit without a complete truth.
enum PartialAnswer {
  static var header: HTMLText {
    HTMLText([
      paragraph("kicker") { "Scruple · audit of a record linkage" },
      element("h1") { "How often does it get the wrong person?" },
      paragraph("sub") {
        "Nobody knows the whole truth of these files. The figures below are estimates from labels "
        "of a random sample, or from persons who were planted; none is taken from the model's own "
        "probabilities."
      },
    ])
  }

  static func answer(_ audit: PartialAudit) -> HTMLText {
    let hasLabels = audit.labelSample?.precision != nil
    return element("section", ["id": "answer", "class": "answer", "aria-labelledby": "answer-h"]) {
      element("h2", ["id": "answer-h"]) { "The answer" }
      audit.labelSample?.precision.map { rate in paragraph("lead") { byLabels(rate) } }
      audit.decoys.map { estimate in paragraph(hasLabels ? nil : "lead") { byDecoys(estimate) } }
    }
  }

  private static func byLabels(_ figure: EstimatedRate) -> HTMLText {
    let rate = PlacedRate(figure.rate, at: "labelSample.precision.rate")
    return HTMLText([
      HTMLText("Of "), rate.total, HTMLText(" decisions that reviewers labelled, "), rate.count,
      HTMLText(rate.rate.count == 1 ? " is right" : " are right"),
      HTMLText(
        isWeighted(rate.rate)
          ? ". Rows were not drawn with equal chances. Each counts for the decisions that it stands "
            + "for: of all decisions, " : ": "),
      rate.estimate, HTMLText(isWeighted(rate.rate) ? " are right" : ""), rate.parenthesis,
      HTMLText("."),
    ])
  }

  /// Whether the estimate is another figure than count by total.
  private static func isWeighted(_ rate: Rate) -> Bool {
    guard let estimate = rate.estimate, rate.count > 0, rate.count < rate.total else {
      return false
    }
    return abs(estimate - Double(rate.count) / Double(rate.total)) > 0.0005
  }

  private static func byDecoys(_ estimate: DecoyEstimate) -> HTMLText {
    let sides = estimate.sides.enumerated().map { number, side in
      HTMLText([
        HTMLText(
          number == 0
            ? "Estimated by decoys in the \(side.side) file, " : "; by those in the other, "),
        side.decoyLinks == 0
          ? HTMLText("none")
          : side.share.map { Figure.share($0, at: "decoys.sides.\(number).share") }
            ?? HTMLText("no share"),
        HTMLText(" of the links are false (\(NumberText.level(estimate.level)) interval: "),
        Figure.limit(
          side.shareLower, of: side.share ?? 0, at: "decoys.sides.\(number).shareLower"),
        HTMLText.to,
        Figure.limit(
          side.shareUpper, of: side.share ?? 0, at: "decoys.sides.\(number).shareUpper"),
        HTMLText(")"),
      ])
    }
    return HTMLText(sides + [HTMLText(".")])
  }
}
