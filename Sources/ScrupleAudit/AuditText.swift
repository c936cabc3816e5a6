/// An audit report as one page of plain text.
///
/// The page leads with what was measured and ends with what the figures do not show. It depends on
/// the report alone.
public enum AuditText {
  /// Renders a report.
  ///
  /// **Shape**: lines that end in a newline, about a hundred columns wide; a row of the threshold
  /// table at most 130.
  public static func render(_ report: AuditReport) -> String {
    let people = report.flags.measured.map { [Self.people($0, level: report.level)] } ?? []
    let why = report.causes.isEmpty ? [] : [causes(report.causes)]
    let mend =
      report.remedies.isEmpty
      ? [] : [remedies(report.remedies, report.remedySets, level: report.level)]
    let lost = [report.missed.map(missed), report.lossBudget.map(losses)].compactMap { $0 }
    let groups = report.subgroups.isEmpty ? [] : [subgroups(report.subgroups, level: report.level)]
    let others = rivals(report.rivals, level: report.level)
    let linkage = [
      measured(report), identification(report), pairs(report), entities(report), blocking(report),
    ]
    let figures = [
      thresholds(report), claims(report),
      report.modelCheck.map { modelCheck($0, level: report.level) } ?? [],
      growth(report.growth), report.coincidence.map(coincidence) ?? [],
    ].filter { !$0.isEmpty }
    let samples =
      (report.labelSample.map { [LabelSampleText.lines($0)] } ?? [])
      + (report.decoys.map { [DecoyText.lines($0)] } ?? [])
    let beside = others.isEmpty ? [] : [others]
    let sections =
      [["Audit of a linkage"], inShort(report)] + people + why + mend + groups + beside + linkage
      + lost + figures
      + samples + [limits(report)]
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }
}

// MARK: - Sections

extension AuditText {
  private static func measured(_ report: AuditReport) -> [String] {
    let records = report.records
    let n = NumberText.grouped
    var lines = [
      "What was measured",
      "  \(n(records.leftRecords)) left records against \(n(records.rightRecords)) right records: "
        + "\(n(report.blocking.allPairs)) pairs.",
      "  Truth, given as \(records.truthForm == .pairs ? "pairs" : "an entity for each record"): "
        + "\(n(records.truePairs)) true pairs.",
      "  Links: \(n(records.links)). Possible links: \(n(records.possibleLinks)), "
        + "counted as not linked.",
    ]
    if records.unlabelledLeft + records.unlabelledRight > 0 {
      lines += [
        "  Left out for want of a label: \(n(records.unlabelledLeft)) left and "
          + "\(n(records.unlabelledRight)) right records,",
        "  with \(n(records.excludedLinks)) links and "
          + "\(n(records.excludedPossibleLinks)) possible links of theirs.",
      ]
    }
    lines += [
      "  Errors are counted against this truth, not taken from the model's own probabilities; what",
      "  the model claims, and what is projected, is said to be so.",
    ]
    return lines + warnings(report, aboutPersons: true)
  }

  private static func pairs(_ report: AuditReport) -> [String] {
    let pairwise = report.pairwise
    let counts = pairwise.counts
    let n = NumberText.grouped
    var lines = [
      "Errors over pairs (intervals at \(NumberText.level(report.level)))",
      RateText.line("precision", pairwise.precision, "links"),
      RateText.line("recall", pairwise.recall, "true pairs"),
      RateText.line("F1", pairwise.f1, "links and true pairs (true links twice)"),
      RateText.line("false match rate", pairwise.falseMatchRate, "non-matching pairs"),
    ]
    if counts.falsePositives > 0 { lines += dependence(pairwise.dependence) }
    lines += [
      "  Rule of 30 (a rate with 30 independent errors behind it is within 30 %, at 90 %):",
      "    \(n(counts.falsePositives)) false links, \(ruleOfThirty(counts.falsePositives)); "
        + "\(n(counts.falseNegatives)) false non-links, \(ruleOfThirty(counts.falseNegatives)).",
    ]
    return lines
  }

  private static func dependence(_ dependence: PairDependence) -> [String] {
    let n = NumberText.grouped
    let left = "\(n(dependence.leftPersons)) left"
    let largest = max(dependence.largestLeftShare, dependence.largestRightShare)
    var lines = [
      "    The false links lean on \(left) and \(n(dependence.rightPersons)) right persons; "
        + "one person carries \(NumberText.share(largest)) of them."
    ]
    if !dependence.isReliable {
      let clusters = min(dependence.leftPersons, dependence.rightPersons)
      lines.append("    Interval unreliable: \(n(clusters)) clusters.")
    }
    return lines
  }

  private static func identification(_ report: AuditReport) -> [String] {
    let rates = report.identification
    var lines = [
      "Errors over left records",
      RateText.line("FPIR: linked, no true mate", rates.fpir, "records without a true mate"),
      RateText.line("FNIR: true mate not found", rates.fnir, "records with a true mate"),
      RateText.line("with a false link", rates.recordsWithFalseLink, "records"),
    ]
    if let fpir = rates.personFpir, let fnir = rates.personFnir {
      lines.append(RateText.line("FPIR by person", fpir, "persons without a true mate"))
      lines.append(RateText.line("FNIR by person", fnir, "persons with a true mate"))
    }
    return lines
  }

  private static func entities(_ report: AuditReport) -> [String] {
    let figures = report.clusters
    let n = NumberText.grouped
    guard let precision = figures.bcubedPrecision, let recall = figures.bcubedRecall,
      let entities = figures.entities, let persons = figures.persons,
      let added = figures.linksAddedByClosure
    else { return ["Errors over entities", "  no data"] }
    return [
      "Errors over entities (records joined by chains of links)",
      "  \(n(entities)) entities of \(n(persons)) persons; "
        + "chains joined \(n(added)) pairs that no link did.",
      "  B-cubed: \(NumberText.share(precision)) of a record's entity is its person, "
        + "\(NumberText.share(recall)) of its person is in its entity (means over records).",
    ]
  }

  private static func blocking(_ report: AuditReport) -> [String] {
    let blocking = report.blocking
    let n = NumberText.grouped
    var lines = ["What blocking lost"]
    if let candidates = blocking.candidatePairs {
      lines.append(
        "  \(n(candidates)) of \(n(blocking.allPairs)) pairs were candidates.")
    } else {
      lines.append("  Candidate pairs: not measured.")
    }
    guard let found = blocking.pairCompleteness else {
      return lines + ["  Pair completeness: not measured."]
    }
    lines.append(RateText.line("pair completeness", found, "true pairs"))
    lines.append("  True pairs that were never compared: \(n(found.total - found.count)).")
    return lines
  }

  private static func claims(_ report: AuditReport) -> [String] {
    let calibration = report.calibration
    let n = NumberText.grouped
    var lines = ["False links: claimed and real"]
    guard let claimed = calibration.claimedFalseLinks else {
      return lines + ["  The links carry no probabilities."]
    }
    lines += [
      "  \(n(calibration.links)) links claim \(NumberText.fixed(claimed, decimals: 2)) false links "
        + "among them by their own probabilities.",
      "  Real: \(n(calibration.realFalseLinks)); the mean behind such a count lies in "
        + "\(NumberText.fixed(calibration.realLower, decimals: 2)) to "
        + "\(NumberText.fixed(calibration.realUpper, decimals: 2))",
      "  at \(NumberText.level(calibration.level)) (\(calibration.method)).",
    ]
    if let ratio = calibration.realOverClaimed {
      lines.append("  Real over claimed: \(NumberText.fixed(ratio, decimals: 2)).")
    }
    if calibration.linksWithoutProbability > 0 {
      lines.append("  Links without a probability: \(n(calibration.linksWithoutProbability)).")
    }
    return lines
  }

  private static func limits(_ report: AuditReport) -> [String] {
    let lines = [
      "What these figures do not show",
      "  - Files other than these: a larger right file gives every left record more false links.",
      "  - Errors of the truth: a wrong or missing label counts here as an error of the linkage.",
      "  - Relatives: intervals take persons as independent of each other. Where families or holders",
      "    of one name fare alike, they are too narrow; where a line says that pairs or records are",
      "    taken as independent, still more so.",
      "  - A threshold to choose: the best F1 was found with the truth in hand, so it flatters.",
      "  - What follows from a link: a true link to a stale record still misleads.",
    ]
    let unmeasured = unmeasured(report)
    return unmeasured.isEmpty ? lines : lines + ["  - Not measured:"] + unmeasured
  }

  /// What was not measured; what can only be added later, or must be asked for, comes last.
  private static func unmeasured(_ report: AuditReport) -> [String] {
    let later: [(section: String, isMissing: Bool, reason: String)] = [
      ("county", report.county == nil, "not asked for (--county)"),
      ("rivals", report.rivals.count < 2, "no other linkage was named (--beside, --rules)"),
      ("labelSample", report.labelSample == nil, "no labels were given (audit plan, estimate)"),
      ("decoys", report.decoys == nil, "no decoys were linked (scruple decoys)"),
    ]
    let known = Set(report.notMeasured.map(\.section))
    return report.notMeasured.map { "      \($0.section): \($0.reason)" }
      + later.filter { $0.isMissing && !known.contains($0.section) }.map {
        "      \($0.section): \($0.reason)"
      }
  }

  private static func ruleOfThirty(_ errors: Int) -> String {
    errors >= 30 ? "met" : "not met"
  }
}
