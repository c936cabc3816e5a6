import ScrupleAudit

/// What reviewers' labels of a random sample say.
enum LabelSamplePart {
  static func make(_ estimate: LabelSampleEstimate) -> HTMLText {
    let sentences = [
      estimate.verdict.map(verdict), estimate.reviewers.map(agreement),
      estimate.correction.map(correction),
    ].compactMap { $0 }
    return HTMLText([
      element("h3") { "A sample, labelled by reviewers" },
      paragraph { labels(estimate.labels, estimate.plan) },
      table(estimate).markup,
      paragraph("note") {
        "Some rows had a greater chance to be drawn than others, so each counts for those that it "
        "stands for. An estimate need not be the count of labels divided by their number."
      }, HTMLText(sentences.map { sentence in paragraph { sentence } }),
      element("ul", ["class": "note"]) {
        for limit in limits(estimate) { element("li") { limit } }
      },
    ])
  }

  private static let place = "labelSample."

  private static func labels(_ tally: LabelTally, _ plan: LabelPlan) -> HTMLText {
    let path = place + "labels."
    return HTMLText([
      HTMLText("Asked of each: \(plan.question.words) "),
      Figure.count(tally.reached, at: path + "reached"), HTMLText(" of "),
      Figure.count(tally.drawn, at: path + "drawn"),
      HTMLText(" rows drawn at random count, and "),
      Figure.count(tally.unsure, at: path + "unsure"),
      HTMLText(" of them could not be told."),
    ])
  }

  // MARK: - Figures

  private static func table(_ estimate: LabelSampleEstimate) -> PageTable {
    let rates: [(String, EstimatedRate?, String)] = [
      (right(estimate.plan), estimate.precision, "precision"),
      ("Recall among the pairs compared", estimate.recallAmongCandidates, "recallAmongCandidates"),
      (overAll(estimate.plan), estimate.overAll, "overAll"),
    ]
    let counts: [(EstimatedCount?, String)] = [
      (estimate.wrongDecisions, "wrongDecisions"), (estimate.undecidedYes, "undecidedYes"),
    ]
    let groups = estimate.groups.enumerated().map { number, group in
      ("Of \(group.group)", group.precision, "groups.\(number).precision")
    }
    let rows =
      rates.compactMap { name, rate, key in rate.map { row(name, $0, key) } }
      + groups.map { row($0.0, $0.1, $0.2) }
      + counts.compactMap { count, key in count.map { row($0, key) } }
    return PageTable(
      caption: "What the labels show (intervals at \(NumberText.level(estimate.plan.confidence)))",
      columns: ["Figure", "Estimate", "Interval", "As unsure answers go", "Labels"],
      rows: rows)
  }

  private static func row(_ name: String, _ figure: EstimatedRate, _ key: String) -> [HTMLText] {
    let path = place + key
    let rate = PlacedRate(figure.rate, at: path + ".rate")
    var unsure = HTMLText("–")
    if let lowest = figure.lowest, let highest = figure.highest, lowest != highest {
      unsure = HTMLText([
        Figure.share(lowest, at: path + ".lowest"), HTMLText.to,
        Figure.share(highest, at: path + ".highest"),
      ])
    }
    return [HTMLText(name), rate.estimate, rate.interval, unsure, rate.ofTotal]
  }

  private static func row(_ count: EstimatedCount, _ key: String) -> [HTMLText] {
    let path = place + key
    let estimate = count.estimate.map {
      $0 > 0
        ? Figure.number($0, decimals: $0 < 10 ? 1 : 0, at: path + ".estimate") : HTMLText("none")
    }
    return [
      HTMLText(words(count.name)), estimate ?? HTMLText("not known"),
      HTMLText([
        Figure.count(count.lower, at: path + ".lower"), HTMLText.to,
        Figure.count(count.upper, at: path + ".upper"),
      ]), HTMLText("–"),
      HTMLText([HTMLText("among "), Figure.count(count.total, at: path + ".total")]),
    ]
  }

  // MARK: - Words

  private static func right(_ plan: LabelPlan) -> String {
    switch plan.question {
    case .pair: "Links that are right (precision)"
    case .record: "Linked records that are rightly linked"
    case .citizen: "Flags that are on others than citizens"
    }
  }

  private static func overAll(_ plan: LabelPlan) -> String {
    switch plan.claim {
    case .fnir: "In the register, not found (FNIR)"
    case .citizenFlagRate: "Citizens flagged"
    default: "True pairs that are linked (recall)"
    }
  }

  private static func words(_ name: String) -> String {
    switch name {
    case "flagsOnCitizens": "Flags on citizens"
    case "citizensNotFlagged": "Citizens not flagged"
    case "recordsFalselyLinked": "Records falsely linked"
    case "recordsMissed": "Records missed"
    case "falseNonLinks": "False non-links"
    default: "False links"
    }
  }

  private static func verdict(_ verdict: LabelVerdict) -> HTMLText {
    HTMLText([
      element("strong") { verdict.isShown ? "Shown: " : "Not shown: " },
      HTMLText("that at most \(ShareText.estimate(verdict.atMost)) \(verdict.claim.errorWords). "),
      HTMLText("The one-sided limit at \(NumberText.level(verdict.confidence)) is "),
      Figure.share(verdict.upper, at: place + "verdict.upper"), HTMLText("."),
    ])
  }

  private static func agreement(_ figures: ReviewerFigures) -> HTMLText {
    let rate = PlacedRate(figures.agreement, at: place + "reviewers.agreement")
    return HTMLText([
      HTMLText("Two reviewers gave the same answer on "), rate.ofTotal,
      HTMLText(" rows that both judged"), rate.parenthesis,
      figures.kappa.map { kappa in
        HTMLText([
          HTMLText("; Cohen's kappa is "),
          Figure.number(kappa, decimals: 2, at: place + "reviewers.kappa"),
        ])
      } ?? HTMLText(""),
      HTMLText("."),
    ])
  }

  private static func correction(_ correction: NoiseCorrection) -> HTMLText {
    let apparent = Figure.share(correction.apparent, at: place + "correction.apparent")
    let opening = [HTMLText("Reviewers err too. Wrong decisions, "), apparent]
    guard let corrected = correction.corrected else {
      return HTMLText(
        opening + [
          HTMLText(
            correction.outcome == .belowNoiseOfLabels
              ? " as labelled, are below the noise of the labels: wrong labels alone explain as many."
              : " as labelled, are more than such labels could show.")
        ])
    }
    return HTMLText(
      opening + [
        HTMLText(" as labelled, are "),
        Figure.share(corrected, at: place + "correction.corrected"),
        HTMLText(" when corrected for such labels (Rogan & Gladen)."),
      ])
  }

  private static func limits(_ estimate: LabelSampleEstimate) -> [String] {
    [
      "The limits are about the lists of this run, from which the rows were drawn.",
      "They hold for what reviewers said, not for what is so.",
    ] + estimate.notIdentified.map { "Not told by these labels: \($0.section): \($0.reason)." }
  }
}
