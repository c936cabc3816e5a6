import ScrupleAudit

/// What each repair of the run would have done to the flags, beside the causes.
///
/// - Source: attribution by counterfactual repair: the same run again with one thing put right.
enum RemedyTable {
  static func make(_ audit: AuditReport) -> HTMLText {
    guard !audit.remedies.isEmpty else {
      return HTMLText([
        element("h3") { "What repairs would remove" },
        paragraph("unmeasured") {
          element("strong") { "Not measured: " }
          "the run was not repeated with repairs; 'scruple audit RUN --corpus DIR --repairs' does "
          "so, one repair at a time."
        },
      ])
    }
    return HTMLText([
      element("h3") { "What repairs would remove" },
      paragraph {
        "The same run again, with one thing put right and all else as it was. A wrong flag that goes "
        "away was due to what was mended. Nothing is said of how it could be mended, or at what "
        "cost; a repair can also make new wrong flags, and lose right ones."
      },
      table(audit.remedies).markup, audit.remedySets.map(sets) ?? HTMLText(""),
    ])
  }

  private static func table(_ rows: [RemedyRow]) -> PageTable {
    let level = rows.lazy.compactMap(\.removed).first.map { NumberText.level($0.level) } ?? "95 %"
    return PageTable(
      caption: "Repairs, and what they would do to the flags",
      columns: [
        "Repair", "Wrong flags removed", "Share", "\(level) interval", "Of those on citizens",
        "New wrong flags", "Right flags lost", "New right flags",
      ],
      rows: rows.map { row in
        let name = HTMLText("\(row.code): \(row.meaning)")
        guard let removed = row.removed else {
          let why =
            row.standing == .alreadyPartOfRun ? "part of this run already" : "nothing to repair"
          return [name, HTMLText(why)] + Array(repeating: HTMLText("–"), count: 6)
        }
        let rate = PlacedRate(removed, at: "removed")
        return [
          name, rate.ofTotal, rate.estimate, rate.interval, citizens(row),
          Figure.count(row.newWrongFlags, at: "newWrongFlags"),
          Figure.count(row.rightFlagsLost, at: "rightFlagsLost"),
          Figure.count(row.newRightFlags, at: "newRightFlags"),
        ]
      }, places: rows.indices.map { "remedies.\($0)" })
  }

  private static func citizens(_ row: RemedyRow) -> HTMLText {
    guard let place = row.severity.firstIndex(where: { $0.severity == .citizen }) else {
      return HTMLText("–")
    }
    let path = "severity.\(place)."
    return HTMLText([
      Figure.count(row.severity[place].removed, at: path + "removed"), HTMLText(" of "),
      Figure.count(row.severity[place].wrongFlags, at: path + "wrongFlags"),
    ])
  }

  private static func sets(_ sets: RemedySets) -> HTMLText {
    let irreducible = PlacedRate(sets.irreducible, at: "remedySets.irreducible")
    return HTMLText([
      sets.smallest.isEmpty
        ? HTMLText("")
        : PageTable(
          caption: "The smallest repairs that remove each wrong flag",
          columns: ["Any one of", "Wrong flags", "On citizens"],
          rows: sets.smallest.map { entry in
            [
              HTMLText(entry.sets.joined(separator: ", ")),
              Figure.count(entry.wrongFlags, at: "wrongFlags"),
              Figure.count(entry.onCitizens, at: "onCitizens"),
            ]
          }, places: sets.smallest.indices.map { "remedySets.smallest.\($0)" }
        ).markup,
      paragraph("note") {
        "Wrong flags that no repair that was tried removes: "
        irreducible.ofTotal
        irreducible.parenthesis
        "."
      },
    ])
  }
}
