import Scruple
import ScrupleAudit
import ScrupleGroundTruth

/// The page that ends a demo, for somebody who has never linked records.
struct DemoPage {
  let report: AuditReport
  let folder: String

  var text: String {
    let parts = [links, flags, causes, remedies, comparison, next, notice]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var links: [String] {
    let n = { (number: Int) in TerminalText.count(number) }
    let counts = report.pairwise.counts
    let linked = counts.truePositives + counts.falsePositives
    return [
      "Who is who",
      "  \(n(report.records.leftRecords)) bookings were searched in "
        + "\(n(report.records.rightRecords)) immigration records.",
      "  \(n(linked)) links were made. \(n(counts.falsePositives)) of them join two different "
        + "people (\(rate(report.pairwise.precision, of: counts.falsePositives, linked))).",
      "  \(n(counts.falseNegatives)) of \(n(counts.truePositives + counts.falseNegatives)) "
        + "true pairs were missed. That no link was found is no evidence of anything.",
    ]
  }

  private var flags: [String] {
    guard let errors = report.flags.measured else { return [] }
    let n = { (number: Int) in TerminalText.count(number) }
    let wrong = errors.wrongFlagRate
    var lines = [
      "What was made of it",
      "  \(n(errors.flags)) bookings were flagged for review. Wrong flags: "
        + "\(n(wrong.count))\(interval(wrong)):",
      "  the person was a citizen, here lawfully, or protected on the day of the booking.",
      "  Flags on citizens: \(n(errors.citizenShareOfFlags.count)). For every 100,000 bookings of "
        + "citizens, flagged were:",
    ]
    lines += TerminalText.table(
      errors.citizenFlagRates.filter { $0.bookingRate.total > 0 }.map { row in
        [
          Self.name(row.citizenClass), per100000(row.bookingRate),
          "\(n(row.bookingRate.count)) of \(n(row.bookingRate.total)) bookings",
        ]
      }, right: [1], indent: "    ")
    return lines
  }

  private var causes: [String] {
    guard let first = report.causes.first else { return [] }
    let n = { (number: Int) in TerminalText.count(number) }
    let all = first.share.total
    var lines = [
      "Why",
      "  The largest cause: \(first.meaning) (\(first.cause.rawValue)), "
        + "\(n(first.share.count)) of \(n(all)) wrong flags.",
      "  \(Self.explanation(first.cause))",
    ]
    let others = report.causes.dropFirst().prefix(3).map { row in
      "\(row.meaning) (\(n(row.share.count)))"
    }
    if !others.isEmpty { lines.append("  Then: " + others.joined(separator: "; ") + ".") }
    return lines
  }

  /// What the run, repeated with one thing put right, would have spared.
  private var remedies: [String] {
    guard let sets = report.remedySets, sets.wrongFlags > 0 else { return [] }
    let n = { (number: Int) in TerminalText.count(number) }
    let rows = report.remedies.filter { $0.removed != nil }.map { row in
      [
        "\(row.code)  \(row.meaning)", "\(n(row.removed?.count ?? 0)) of \(n(sets.wrongFlags))",
        n(row.newWrongFlags), n(row.rightFlagsLost),
      ]
    }
    let head = ["", "wrong flags gone", "new wrong", "right lost"]
    return ["What would mend it (the same run with one thing put right)"]
      + TerminalText.table([head] + rows, right: [1, 2, 3])
  }

  private var comparison: [String] {
    guard !report.rivals.isEmpty else { return [] }
    let n = { (number: Int) in TerminalText.count(number) }
    let rows = report.rivals.map { rival in
      [
        rival.name, n(rival.links), n(rival.falseLinks), n(rival.missedPairs), n(rival.flags ?? 0),
        n(rival.wrongFlagRate?.count ?? 0), n(rival.citizenShareOfFlags?.count ?? 0),
      ]
    }
    let head = ["", "links", "false", "missed", "flags", "wrong", "on citizens"]
    return ["The same files by documented rules that take every record at its word"]
      + TerminalText.table([head] + rows, right: [1, 2, 3, 4, 5, 6])
  }

  private var next: [String] {
    [
      "Look at next",
      "  \(folder)/run/report.html         the audit as a page with charts, for a browser",
      "  \(folder)/audit.txt               the whole audit: every rate with its interval",
      "  \(folder)/run/flags.csv           each flag, its status, its date, what speaks against it",
      "  \(folder)/corpus/labels.csv       what is true of each booking",
      "  \(Self.program) generate --list             other worlds, each hard in one way",
      "  \(Self.program) link YOUR-BOOKINGS.csv YOUR-REGISTER.csv -o out",
    ]
  }

  /// The program as it was called, since it need not lie on the path.
  private static var program: String {
    let called = CommandLine.arguments.first ?? ""
    return called.contains("/") ? called : "scruple"
  }

  private var notice: [String] {
    [
      "Everybody here is made up; the figures hold for this world and its assumptions only.",
      RunManifest.noticeText,
    ]
  }

  // MARK: - Words

  private func rate(_ precision: Rate, of count: Int, _ total: Int) -> String {
    guard total > 0 else { return "no data" }
    return TerminalText.percent(Double(count), of: Double(total))
  }

  private func interval(_ rate: Rate) -> String {
    guard let estimate = rate.estimate, let lower = rate.lower, let upper = rate.upper else {
      return ""
    }
    let percent = [estimate, lower, upper].map { TerminalText.percent($0, of: 1) }
    return " (\(percent[0]); 95 % interval \(percent[1]) to \(percent[2]))"
  }

  private func per100000(_ rate: Rate) -> String {
    guard let estimate = rate.estimate else { return "no data" }
    return TerminalText.count(Int((estimate * 100_000).rounded()))
  }

  private static func name(_ citizenClass: CitizenClass) -> String {
    switch citizenClass {
    case .bornHere: "born in the United States"
    case .acquired: "born abroad to citizens"
    case .naturalized: "naturalized"
    case .derived: "citizens through a parent"
    case .noncitizen: "no citizens"
    }
  }

  private static func explanation(_ cause: WrongFlagCause) -> String {
    switch cause.family {
    case "W1": "The flag is on the right paper and the wrong person: the link is false."
    case "W2": "The link is right. The record is not: better matching would not have helped."
    case "W3": "Nothing was found, and that was taken for evidence."
    case "W4": "It rested on what somebody wrote down as said."
    default: "Several people fitted, and no one could tell."
    }
  }
}
