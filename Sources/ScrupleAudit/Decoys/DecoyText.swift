/// What decoys say of a list of links, as plain text.
public enum DecoyText {
  /// Renders an estimate; lines end in a newline.
  public static func render(_ estimate: DecoyEstimate) -> String {
    lines(estimate).joined(separator: "\n") + "\n"
  }

  static func lines(_ estimate: DecoyEstimate) -> [String] {
    var lines = [
      "False links estimated by decoys (intervals at \(NumberText.level(estimate.level)))",
      "  \(links(estimate.links)) between real records.",
    ]
    if estimate.linksBetweenDecoys > 0 {
      lines.append(
        "  \(links(estimate.linksBetweenDecoys)) between two decoys "
          + (estimate.linksBetweenDecoys == 1 ? "is left out." : "are left out."))
    }
    for side in estimate.sides { lines += Self.side(side) }
    lines.append("  Assumed:")
    for assumption in estimate.assumptions { lines += wrapped("- " + assumption + ".") }
    return lines
  }

  private static func side(_ side: DecoySide) -> [String] {
    let n = NumberText.grouped
    func whole(_ number: Double) -> String {
      NumberText.fixed(number, decimals: number < 100 ? 1 : 0)
    }
    var lines = [
      "  Decoys in the \(side.side) file: \(n(side.linkedDecoys)) of \(n(side.decoys)) "
        + "\(side.linkedDecoys == 1 ? "is" : "are") linked to a "
        + "real record, by \(links(side.decoyLinks)).",
      "    (\(links(side.decoyLinks)) / \(n(side.decoys)) decoys) x \(n(side.rows)) rows = "
        + "\(whole(side.falseLinks)) false links, \(whole(side.falseLinksLower)) to "
        + "\(whole(side.falseLinksUpper))",
    ]
    if let share = side.share {
      let lower = side.shareLower > 0 ? NumberText.share(side.shareLower) : "0 %"
      let guess = share > 0 ? NumberText.share(share) : "none seen"
      lines.append(
        "    share of false links: \(lower) to \(NumberText.share(side.shareUpper)); estimate \(guess)"
      )
    } else {
      lines.append("    share of false links: no links, no data")
    }
    return lines + ["    (\(side.method))"]
  }

  private static func links(_ count: Int) -> String {
    "\(NumberText.grouped(count)) \(count == 1 ? "link" : "links")"
  }

  private static func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count > 88 { lines.append(" ") }
      let isFirst = lines[lines.count - 1].isEmpty
      lines[lines.count - 1] += (isFirst ? "" : " ") + word
    }
    return lines.map { "    " + $0 }
  }
}
