/// What a filled-in sample says, as a page of plain text.
public enum LabelSampleText {
  /// Renders an estimate; lines end in a newline.
  public static func render(_ estimate: LabelSampleEstimate) -> String {
    lines(estimate).joined(separator: "\n") + "\n"
  }

  static func lines(_ estimate: LabelSampleEstimate) -> [String] {
    var lines = ["Audit from a sample of labels"] + labels(estimate) + [""]
    lines += ["What the labels show (intervals at \(NumberText.level(estimate.plan.confidence)))"]
    lines += figures(estimate)
    if let verdict = estimate.verdict { lines += verdictLines(verdict) }
    if !estimate.strata.isEmpty { lines += [""] + strata(estimate) }
    if let reviewers = estimate.reviewers { lines += [""] + agreement(reviewers, estimate) }
    if estimate.controls != nil || estimate.correction != nil { lines += [""] + noise(estimate) }
    return lines + [""] + limits(estimate)
  }

  // MARK: Sections

  private static func labels(_ estimate: LabelSampleEstimate) -> [String] {
    let tally = estimate.labels
    let n = NumberText.grouped
    var lines = wrapped("  Asked: ", estimate.plan.question.words)
    lines += [
      "  \(n(tally.reached)) of \(n(tally.drawn)) rows count; \(n(tally.unsure)) of them are unsure."
    ]
    if tally.notReached > 0 {
      lines.append(
        "  The last \(n(tally.notReached)) rows have no answer and are left out: the order is random, "
          + "so the others are a sample too,")
      lines.append("  unless somebody stopped because of what they saw.")
    }
    if tally.skipped > 0 {
      lines.append(
        "  \(n(tally.skipped)) \(tally.skipped == 1 ? "row in between has" : "rows in between have") no "
          + "answer: counted as unsure.")
    }
    if tally.unsettled > 0 {
      lines.append(
        "  On \(n(tally.unsettled)) \(tally.unsettled == 1 ? "row" : "rows") the reviewers differ and nobody decided: they count as unsure."
      )
    }
    return lines
  }

  private static func figures(_ estimate: LabelSampleEstimate) -> [String] {
    var lines: [String] = []
    let plan = estimate.plan
    if let precision = estimate.precision {
      let label =
        plan.question == .citizen
        ? "flags that are on others"
        : plan.question == .record ? "linked records, rightly" : "precision"
      lines += rate(label, precision)
    }
    for group in estimate.groups { lines += rate("  of \(group.group)", group.precision) }
    if let wrong = estimate.wrongDecisions {
      lines.append(count(words(wrong.name), wrong, of: decidedWords(plan)))
    }
    if let missed = estimate.undecidedYes {
      lines.append(count(words(missed.name), missed, of: restWords(plan)))
    }
    if let inside = estimate.recallAmongCandidates {
      lines += rate("recall among candidates", inside)
    }
    if let overAll = estimate.overAll {
      let label =
        switch plan.claim {
        case .fnir: "FNIR"
        case .citizenFlagRate: "citizen flag rate"
        default: "recall"
        }
      lines += rate(label, overAll)
    }
    for missing in estimate.notIdentified {
      lines += wrapped("  " + NumberText.left(missing.section, width), missing.reason + ".")
    }
    return lines
  }

  private static func verdictLines(_ verdict: LabelVerdict) -> [String] {
    let limit = NumberText.share(verdict.upper)
    let level = NumberText.level(verdict.confidence)
    let claim = "At most \(NumberText.share(verdict.atMost)) \(verdict.claim.errorWords)"
    return [
      verdict.isShown
        ? "  \(claim): SHOWN. The one-sided limit at \(level) is \(limit)."
        : "  \(claim): NOT SHOWN. The one-sided limit at \(level) is \(limit)."
    ]
  }

  private static func strata(_ estimate: LabelSampleEstimate) -> [String] {
    let isCitizen = estimate.plan.question == .citizen
    let n = NumberText.grouped
    var lines = [
      "Strata (\(isCitizen ? "citizens" : "matches") in each, all limits together at "
        + "\(NumberText.level(estimate.plan.confidence)))"
    ]
    let names = estimate.strata.map { name($0.stratum) }
    let wide = (names.map(\.count).max() ?? 0) + 2
    lines.append(
      "  " + NumberText.left("", wide) + NumberText.right("size", 14)
        + [
          isCitizen ? "citizen" : "match", isCitizen ? "other" : "non-match", "unsure", "estimate",
        ]
        .map { NumberText.right($0, 11) }.joined() + "   limits")
    for (name, stratum) in zip(names, estimate.strata) {
      let guess = stratum.estimate.map(number) ?? "n/a"
      lines.append(
        "  " + NumberText.left(name, wide) + NumberText.right(n(stratum.stratum.size), 14)
          + [n(stratum.yes), n(stratum.no), n(stratum.unsure), guess]
          .map { NumberText.right($0, 11) }.joined()
          + "   \(n(stratum.lower)) to \(n(stratum.upper))")
    }
    return lines
  }

  private static func agreement(
    _ figures: ReviewerFigures, _ estimate: LabelSampleEstimate
  ) -> [String] {
    let n = NumberText.grouped
    let question = estimate.plan.question
    let words = LabelAnswer.allCases.map { question.word(for: $0) }
    var lines = [
      "Agreement of the two reviewers",
      RateText.line("same answer", figures.agreement, "rows"),
      "  First reviewer down, second across:",
      "  " + NumberText.left("", 14) + words.map { NumberText.right($0, 13) }.joined(),
    ]
    for (word, row) in zip(words, figures.table) {
      lines.append(
        "  " + NumberText.left(word, 14) + row.map { NumberText.right(n($0), 13) }.joined())
    }
    func shown(_ value: Double?) -> String {
      value.map { NumberText.fixed($0, decimals: 3) } ?? "not defined: all answers are alike"
    }
    var kappa = "  Cohen's kappa \(shown(figures.kappa))"
    // Reviewers who agree on every row leave no spread to make an interval of.
    if figures.kappa ?? 0 >= 1 {
      kappa += " (no interval: the reviewers agree on every row)"
    } else if let lower = figures.kappaLower, let upper = figures.kappaUpper {
      kappa += " (\(shown(lower)) to \(shown(upper)))"
    }
    lines.append(
      kappa
        + "; Krippendorff's alpha \(shown(figures.alpha)); Gwet's AC1 \(shown(figures.gwetAC1)).")
    if let kappa = figures.kappa, let share = figures.agreement.estimate, share > 0.9, kappa < 0.6 {
      lines.append("  Kappa is low because one answer is rare, not because they differ: see AC1.")
    }
    if 5 * estimate.labels.reviewedTwice < estimate.labels.reached {
      lines.append("  Fewer than a fifth of the rows were judged twice.")
    }
    return lines
  }

  private static func noise(_ estimate: LabelSampleEstimate) -> [String] {
    var lines = ["Errors of the labels themselves"]
    if let controls = estimate.controls {
      let isCitizen = estimate.plan.question == .citizen
      lines += [
        RateText.line(
          "known \(isCitizen ? "citizens" : "matches") found", controls.sensitivity, "controls"),
        RateText.line(
          "known \(isCitizen ? "others" : "non-matches") found", controls.specificity, "controls"),
      ]
    }
    guard let correction = estimate.correction else {
      return lines + [
        "  No correction: controls of both kinds are needed, labelled better than at random."
      ]
    }
    let apparent = NumberText.share(correction.apparent)
    switch correction.outcome {
    case .corrected:
      lines.append(
        "  Wrong decisions, \(apparent) as labelled, are \(NumberText.share(correction.corrected ?? 0)) "
          + "when corrected for such labels (Rogan & Gladen).")
    case .belowNoiseOfLabels:
      lines.append(
        "  Wrong decisions, \(apparent) as labelled, are below the noise of the labels: wrong labels "
          + "alone explain as many.")
    case .aboveReachOfLabels:
      lines.append(
        "  Wrong decisions, \(apparent) as labelled, are more than such labels could show: they are "
          + "worse than the controls say.")
    }
    lines.append(
      "  The limits above take labels as right; the correction takes these shares as known.")
    return lines
  }

  private static func limits(_ estimate: LabelSampleEstimate) -> [String] {
    var lines = [
      "What these figures do not show",
      "  - Other files: the limits are about this run's lists, drawn from evenly within strata.",
      "  - Errors of the labels: limits hold for what reviewers said, not for what is so.",
    ]
    if estimate.plan.claim == .recall {
      lines += [
        "  - A sharp recall: pairs outside the blocks are so many that few labels leave room for many",
        "    matches among them. Records searched one by one (--claim fnir) need far fewer labels.",
      ]
    }
    if estimate.plan.claim == .fnir {
      lines.append(
        "  - Records linked to a stranger: the upper limit takes all of them for missed, the estimate "
          + "none.")
    }
    if estimate.assumesOneRecordEach {
      lines.append("  - Persons with two records in one file: limits assume that there are none.")
    }
    return lines
  }

  // MARK: Lines

  private static let width = 28

  static func name(_ stratum: LabelStratum) -> String {
    stratum.group.map { "\(stratum.name), \($0)" } ?? stratum.name
  }

  private static func rate(_ label: String, _ rate: EstimatedRate) -> [String] {
    let limits = "\(bound(rate.rate.lower ?? 0)) to \(bound(rate.rate.upper ?? 1))"
    let estimate = rate.rate.estimate.map(guess) ?? "not known"
    var lines = ["  \(NumberText.left(label, width))\(limits); estimate \(estimate)"]
    if let lowest = rate.lowest, let highest = rate.highest, lowest != highest {
      lines.append(
        "  \(NumberText.left("", width))\(bound(lowest)) to \(bound(highest)) "
          + "as unsure answers go one way or the other")
    }
    return lines
  }

  /// A share that nobody can take for a certainty.
  private static func guess(_ share: Double) -> String {
    if share <= 0 { return "none seen" }
    return share >= 1 ? "all of those seen" : NumberText.share(share)
  }

  /// A number of units, with a decimal only where it is small.
  private static func number(_ number: Double) -> String {
    number > 0 && number < 10
      ? NumberText.fixed(number, decimals: 1) : NumberText.grouped(Int(number.rounded()))
  }

  /// Text broken into lines, the first after a label and the others under it.
  static func wrapped(_ label: String, _ text: String) -> [String] {
    var lines = [label]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count > 98 {
        lines.append(NumberText.left("", label.count))
      }
      let needsBlank = lines[lines.count - 1].count > label.count
      lines[lines.count - 1] += (needsBlank ? " " : "") + word
    }
    return lines
  }

  private static func bound(_ share: Double) -> String {
    share <= 0 ? "0 %" : NumberText.share(share)
  }

  private static func count(_ label: String, _ count: EstimatedCount, of what: String) -> String {
    let n = NumberText.grouped
    let guess = count.estimate.map { $0 > 0 ? number($0) : "none seen" } ?? "not known"
    return "  \(NumberText.left(label, width))\(n(count.lower)) to \(n(count.upper)); "
      + "estimate \(guess), of \(n(count.total)) \(what)"
  }

  private static func words(_ name: String) -> String {
    switch name {
    case "flagsOnCitizens": "flags on citizens"
    case "citizensNotFlagged": "citizens not flagged"
    case "recordsFalselyLinked": "records falsely linked"
    case "recordsMissed": "records missed"
    case "falseNonLinks": "false non-links"
    default: "false links"
    }
  }

  private static func decidedWords(_ plan: LabelPlan) -> String {
    switch plan.question {
    case .pair: "links"
    case .record: "linked records"
    case .citizen: "flagged bookings"
    }
  }

  private static func restWords(_ plan: LabelPlan) -> String {
    switch plan.question {
    case .pair: "other pairs"
    case .record: "records without a link"
    case .citizen: "other bookings"
    }
  }
}
