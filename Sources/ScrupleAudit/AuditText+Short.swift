import ScrupleGroundTruth

// The head of the page: what a reader takes away who reads no further.

extension AuditText {
  static func inShort(_ report: AuditReport) -> [String] {
    let n = NumberText.grouped
    var lines = ["In short (intervals at \(NumberText.level(report.level)))"]
    lines += warnings(report, aboutPersons: false)
    if let flags = report.flags.measured { lines += inShort(flags) }
    let counts = report.pairwise.counts
    let links = counts.truePositives + counts.falsePositives
    let fnir = report.identification.fnir
    lines += [
      "  Links: \(n(counts.falsePositives)) of \(n(links)) "
        + (counts.falsePositives == 1 ? "joins" : "join") + " records of two different people"
        + interval(report.pairwise.precision, ofRest: true) + ".",
      "  Missed: of \(n(fnir.total)) left records whose person is in the right file, "
        + "\(n(fnir.count)) \(fnir.count == 1 ? "was" : "were")",
      "  linked to none of that person's records" + interval(fnir) + ".",
      "  An interval at \(NumberText.level(report.level)) is made so that it holds the true value in "
        + "\(NumberText.level(report.level)) of such audits.",
    ]
    return lines
  }

  private static func inShort(_ flags: FlagErrors) -> [String] {
    let n = NumberText.grouped
    let citizens = flags.citizenFlagRate
    let wrong = flags.wrongFlagRate
    let missed = flags.missedFlagRate
    return [
      "  Citizens: of \(n(citizens.total)) who were searched, \(n(citizens.count)) "
        + (citizens.count == 1 ? "was" : "were") + " flagged" + interval(citizens) + ".",
      "  Wrong flags: \(n(wrong.count)) of \(n(wrong.total))" + interval(wrong)
        + ". The person was a citizen,",
      "  here lawfully, or protected on the day of the booking.",
      "  Not flagged: \(n(missed.count)) of \(n(missed.total)) bookings that the policy would flag"
        + interval(missed) + ".",
    ]
  }

  /// The limits of a rate, or of its rest, in brackets; empty where it has none.
  private static func interval(_ rate: Rate, ofRest isRest: Bool = false) -> String {
    guard let lower = rate.lower, let upper = rate.upper, rate.total > 0 else { return "" }
    let ends = isRest ? [1 - upper, 1 - lower] : [lower, upper]
    return " (\(NumberText.limit(ends[0])) to \(NumberText.limit(ends[1])) %)"
  }
}
