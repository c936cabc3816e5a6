import ScrupleAudit
import ScrupleGroundTruth

/// People, not pairs: whom the flags are on.
enum PeopleSection {
  static func make(_ audit: AuditReport) -> PageSection {
    let title = "People, not pairs"
    guard let flags = audit.flags.measured else {
      return PageSection("people", title, notMeasured: audit.reason(for: "flags"))
    }
    let forest = chart(flags)
    let dots = flags.flags > 0 && flags.flags <= DotArray.limit ? [DotArray.chart(flags)] : []
    return PageSection("people", title, charts: dots + [forest]) {
      paragraph {
        "Two questions are kept apart. Of the citizens searched, how many were flagged? That is a "
        "property of the process. Of the flags, how many are on citizens or otherwise wrong? That "
        "changes with who is searched: a tiny share of many people can be a large share of few flags."
      }
      dots.map(\.markup)
      element("h3") { "Of the people searched" }
      forest.markup
      classes(flags).markup
      element("h3") { "Of the flags" }
      ofFlags(flags).markup
      severities(flags).markup
      paragraph { unresolved(flags) }
    }
  }

  private static func chart(_ flags: FlagErrors) -> Chart {
    let rows =
      [
        ForestPlot.Row(
          "All citizens", PlacedRate(flags.citizenFlagRate, at: "flags.citizenFlagRate"))
      ]
      + flags.citizenFlagRates.enumerated().map { place, row in
        ForestPlot.Row(
          row.citizenClass.words, PlacedRate(row.rate, at: "flags.citizenFlagRates.\(place).rate"))
      }
    return ForestPlot(
      id: "citizens-flagged", title: "Citizens flagged, of every 100,000 searched",
      unit: "Citizens flagged of every 100,000 searched", rows: rows,
      tableAnchor: "citizens-table"
    ).chart
  }

  private static func classes(_ flags: FlagErrors) -> PageTable {
    let all = PlacedRate(flags.citizenFlagRate, at: "flags.citizenFlagRate")
    var rows = [row("All citizens", all)]
    for (place, entry) in flags.citizenFlagRates.enumerated() {
      rows.append(
        row(
          entry.citizenClass.words,
          PlacedRate(entry.rate, at: "flags.citizenFlagRates.\(place).rate")))
    }
    return PageTable(
      caption: "Citizens flagged at a booking at which they were citizens, by person",
      columns: [
        "Who", "Flagged", "Searched", "Of every 100,000",
        "\(NumberText.level(all.rate.level)) interval",
      ],
      rows: rows,
      places: [all.path]
        + flags.citizenFlagRates.indices.map { "flags.citizenFlagRates.\($0).rate" },
      id: "citizens-table")
  }

  private static func row(_ name: String, _ rate: PlacedRate) -> [HTMLText] {
    let lower = rate.rate.lower ?? 0
    let upper = rate.rate.upper ?? 1
    let limits = [
      Figure.per100000(lower, at: rate.path + ".lower"), HTMLText.to,
      Figure.per100000(upper, at: rate.path + ".upper"),
    ]
    return [
      HTMLText(name), rate.count, rate.total,
      rate.rate.estimate.map { Figure.per100000($0, at: rate.path + ".estimate") }
        ?? HTMLText("no data"),
      HTMLText(limits),
    ]
  }

  private static func ofFlags(_ flags: FlagErrors) -> PageTable {
    let rates: [(String, PlacedRate)] = [
      ("Wrong, of resolved flags", PlacedRate(flags.wrongFlagRate, at: "flags.wrongFlagRate")),
      (
        "On citizens, of resolved flags",
        PlacedRate(flags.citizenShareOfFlags, at: "flags.citizenShareOfFlags")
      ),
      (
        "Not flagged, of bookings that the policy would flag",
        PlacedRate(flags.missedFlagRate, at: "flags.missedFlagRate")
      ),
    ]
    return RateTable.make("Of the flags, and of those that were missed", rates)
  }

  private static func severities(_ flags: FlagErrors) -> PageTable {
    let rows = flags.severity.enumerated().map { place, row in
      [
        HTMLText(row.severity.words),
        Figure.count(row.count, at: "flags.severity.\(place).count"),
      ]
    }
    return PageTable(
      caption: "Wrong flags by how grave they are", columns: ["On whom", "Wrong flags"],
      rows: rows)
  }

  private static func unresolved(_ flags: FlagErrors) -> HTMLText {
    guard flags.unresolvedFlags > 0,
      let right = flags.wrongFlagRateIfUnresolvedRight,
      let wrong = flags.wrongFlagRateIfUnresolvedWrong
    else { return HTMLText("Every flag could be judged: none is unresolved.") }
    return HTMLText([
      Figure.count(flags.unresolvedFlags, at: "flags.unresolvedFlags"),
      HTMLText(" flags could not be judged. Were all of them right, "),
      Figure.share(right, at: "flags.wrongFlagRateIfUnresolvedRight"),
      HTMLText(" of all flags would be wrong; were none, "),
      Figure.share(wrong, at: "flags.wrongFlagRateIfUnresolvedWrong"), HTMLText("."),
    ])
  }
}

extension CitizenClass {
  /// What the class is called on the page.
  var words: String {
    switch self {
    case .bornHere: "Born in the country"
    case .acquired: "Citizen at birth abroad"
    case .naturalized: "Naturalized"
    case .derived: "Citizen through a parent"
    case .noncitizen: "No citizen"
    }
  }
}

extension WrongFlagSeverity? {
  /// Who is hurt, on the page.
  var words: String {
    switch self {
    case .citizen: "Citizens"
    case .lawful: "Lawful residents and visitors"
    case .protected: "People protected, or with a case pending"
    case nil: "Others"
    }
  }
}

extension AuditReport {
  /// Why a part was not measured.
  func reason(for section: String) -> String {
    notMeasured.first { $0.section == section }?.reason ?? "nothing was counted"
  }
}
