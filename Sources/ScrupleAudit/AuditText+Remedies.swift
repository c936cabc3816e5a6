// The part of the page about what would mend wrong flags.

extension AuditText {
  static func remedies(_ rows: [RemedyRow], _ sets: RemedySets?, level: Double) -> [String] {
    let wrong = sets?.wrongFlags ?? 0
    let n = NumberText.grouped
    let width = 40
    var lines = [
      "What would mend the wrong flags (the run repeated with one thing put right)",
      "  " + NumberText.left("", 7 + width) + NumberText.right("wrong flags", 13)
        + NumberText.right("of them on", 12) + NumberText.right("new wrong", 11)
        + NumberText.right("right flags", 13),
      "  " + NumberText.left("", 7 + width) + NumberText.right("gone of \(n(wrong))", 13)
        + NumberText.right("citizens", 12) + NumberText.right("flags", 11)
        + NumberText.right("lost", 13) + "  share gone (intervals at \(NumberText.level(level)))",
    ]
    lines += rows.map { row in
      let meaning =
        row.repairs.count == 1
        ? row.meaning : row.repairs.map(\.rawValue).joined(separator: " and ") + " together"
      let head = "  \(NumberText.left(row.code, 7))\(NumberText.left(meaning, width))"
      switch row.standing {
      case .alreadyPartOfRun: return head + "  already part of this run"
      case .nothingToRepair: return head + "  nothing in this run to put right"
      case .applied: return head + figures(row)
      }
    }
    guard let sets, wrong > 0 else { return lines }
    lines.append("  The smallest repair of each wrong flag:")
    lines += sets.smallest.map { row in
      let codes = row.sets.joined(separator: ", or ")
      return "    \(n(row.wrongFlags)) by \(codes)" + (row.sets.count > 1 ? ", each alone" : "")
        + "; \(n(row.onCitizens)) on citizens"
    }
    if sets.irreducible.count > 0 {
      lines.append("    \(n(sets.irreducible.count)) by none of these: irreducible here")
    }
    lines.append("  Tried: \(sets.tried.joined(separator: ", ")).")
    return lines
  }

  private static func figures(_ row: RemedyRow) -> String {
    let n = NumberText.grouped
    guard let removed = row.removed else { return "" }
    let citizens = row.severity.first { $0.severity == .citizen }
    var text = NumberText.right(n(removed.count), 13)
    text += NumberText.right(n(citizens?.removed ?? 0), 12)
    text += NumberText.right(n(row.newWrongFlags), 11)
    text += NumberText.right(n(row.rightFlagsLost), 13)
    guard let estimate = removed.estimate, let lower = removed.lower, let upper = removed.upper
    else { return text + "  no data" }
    return text
      + "  \(NumberText.share(estimate)) (\(NumberText.fixed(lower * 100, decimals: 1)) to "
      + "\(NumberText.fixed(upper * 100, decimals: 1)))"
  }
}
