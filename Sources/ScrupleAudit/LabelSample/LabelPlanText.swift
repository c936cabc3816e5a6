/// A plan for labels, as a page of plain text.
public enum LabelPlanText {
  /// Renders a plan; lines end in a newline.
  ///
  /// - Parameters:
  ///   - sample: where the rows stand.
  ///   - folder: how the folder of the plan is named on the command line.
  public static func render(_ plan: LabelPlan, sample: String, folder: String) -> String {
    (head(plan) + [""] + strata(plan) + sizes(plan) + [""] + next(plan, sample, folder))
      .joined(separator: "\n") + "\n"
  }

  private static func head(_ plan: LabelPlan) -> [String] {
    let n = NumberText.grouped
    let claim =
      plan.atMost.map {
        "To show: at most \(NumberText.share($0)) \(plan.claim.errorWords), with "
          + "\(NumberText.level(plan.confidence)) confidence."
      } ?? "To estimate: \(words(plan.claim)), with limits at \(NumberText.level(plan.confidence))."
    var lines = [
      "Plan for a sample of labels",
      "  \(claim)",
      "  \(n(plan.labels)) rows to label"
        + (plan.controls > 0 ? ", and \(n(plan.controls)) controls among them." : "."),
    ]
    lines += LabelSampleText.wrapped("  Asked of each: ", plan.question.words)
    if plan.designEffect > 1 {
      lines.append(
        "  Design effect \(NumberText.fixed(plan.designEffect, decimals: 2)): a label counts for less."
      )
    }
    return lines
  }

  private static func words(_ claim: LabelClaim) -> String {
    switch claim {
    case .precision: "precision"
    case .falseLinkRate: "the share of false links"
    case .recall: "recall and precision"
    case .fnir: "FNIR, and how many linked records are rightly linked"
    case .citizenFlagRate: "the citizen flag rate, and how many flags are on citizens"
    }
  }

  private static func strata(_ plan: LabelPlan) -> [String] {
    let n = NumberText.grouped
    let names = plan.strata.map(LabelSampleText.name)
    let wide = (names.map(\.count).max() ?? 0) + 2
    var lines = [
      "Strata",
      "  " + NumberText.left("", 5) + NumberText.left("", wide) + NumberText.right("size", 14)
        + NumberText.right("labels", 9) + NumberText.right("one for", 13)
        + "   if all are found alike",
    ]
    for (name, stratum) in zip(names, plan.strata) {
      let unseen =
        stratum.labels > 0 ? "at most \(n(reach(stratum, plan))) differ" : "nothing is known"
      lines.append(
        "  " + NumberText.left(stratum.code, 5) + NumberText.left(name, wide)
          + NumberText.right(n(stratum.size), 14) + NumberText.right(n(stratum.labels), 9)
          + NumberText.right(NumberText.fixed(stratum.weight, decimals: 1), 13) + "   \(unseen)")
    }
    return lines
  }

  /// How many units of a stratum may be of the other kind if none is found.
  private static func reach(_ stratum: LabelStratum, _ plan: LabelPlan) -> Int {
    let result = LabelledStratum(stratum, yes: 0, no: stratum.labels, unsure: 0)
    return result.bounds(tail: (1 - plan.confidence) / Double(2 * plan.strata.count)).upperBound
  }

  private static func sizes(_ plan: LabelPlan) -> [String] {
    guard let atMost = plan.atMost, !plan.sizes.isEmpty else { return [] }
    let n = NumberText.grouped
    let isClustered = plan.designEffect > 1
    var lines = [
      "",
      "Labels that a test of \(NumberText.share(atMost)) at \(NumberText.level(plan.confidence)) needs "
        + "(\(plan.claim == .citizenFlagRate ? "of citizens" : "independent, one stratum"))",
      "  errors allowed   labels" + (isClustered ? "   with design effect" : "")
        + "   passes if the truth is a third of it   a tenth",
    ]
    for size in plan.sizes {
      lines.append(
        "  " + NumberText.right("\(size.allowedErrors)", 14) + NumberText.right(n(size.units), 9)
          + (isClustered ? NumberText.right(n(size.unitsInClusters), 21) : "")
          + NumberText.right(percent(size.passIfThird), 41)
          + NumberText.right(percent(size.passIfTenth), 10))
    }
    return lines + [
      "  Plan with five errors or more: a test that allows none fails good linkages too often."
    ]
  }

  private static func percent(_ share: Double) -> String {
    NumberText.fixed(share * 100, decimals: 0) + " %"
  }

  private static func next(_ plan: LabelPlan, _ sample: String, _ folder: String) -> [String] {
    let words = LabelAnswer.allCases.map { plan.question.word(for: $0) }
    return [
      "Next",
      "  1. Two reviewers fill reviewer_1 and reviewer_2 of \(sample), each without seeing the other's",
      "     or the linkage's answer, with one of: \(words.joined(separator: ", ")).",
      "     One reviewer will do; then leave reviewer_2 empty. Take the rows in their order.",
      "  2. Where they differ, a third person fills adjudicated.",
      "  3. scruple audit estimate \(folder)",
      "  The sample holds ids only. Look the records up in the two files; add or drop no row.",
    ]
  }
}
