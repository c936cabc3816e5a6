// The part of the page that holds linkages of the same files side by side.

extension AuditText {
  static func rivals(_ rows: [RivalRow], level: Double) -> [String] {
    guard rows.count > 1 else { return [] }
    let hasFlags = rows.contains { $0.flags != nil }
    let width = min(30, rows.map(\.name.count).max() ?? 0) + 2
    let line = { (name: String, cells: [String], widths: [Int]) in
      "  " + NumberText.left(String(name.prefix(width - 2)), width)
        + zip(cells, widths).map { NumberText.right($0, $1) }.joined()
    }
    let counts = [9, 8, 8, 24, 24, 24]
    let n = NumberText.grouped
    var lines = [
      "The same files by other rules and models (intervals at \(NumberText.level(level)))",
      line("", ["links", "false", "missed", "precision", "recall", "FPIR"], counts),
    ]
    lines += rows.map { row in
      line(
        row.name,
        [
          n(row.links), n(row.falseLinks), n(row.missedPairs), share(row.precision),
          share(row.recall), share(row.fpir),
        ], counts)
    }
    let people = [24, 9, 24, 24]
    lines.append(line("", ["FNIR", "flags", "citizens flagged", "wrong flags"], people))
    lines += rows.map { row in
      line(
        row.name,
        [
          share(row.fnir), row.flags.map(n) ?? "-", row.citizenFlagRate.map(share) ?? "-",
          row.wrongFlagRate.map(share) ?? "-",
        ], people)
    }
    if hasFlags {
      lines.append("  Citizens flagged are shares of persons searched, wrong flags of flags.")
    }
    return lines
  }

  /// An estimate with its limits, narrow; counts where nothing or everything counts.
  private static func share(_ rate: Rate) -> String {
    guard let estimate = rate.estimate else { return "no data" }
    guard rate.count > 0 else { return "0 of \(NumberText.grouped(rate.total))" }
    let percent = { (share: Double) in short(share) }
    guard let lower = rate.lower, let upper = rate.upper else { return percent(estimate) + " %" }
    return "\(percent(estimate)) % (\(percent(lower))-\(percent(upper)))"
  }

  /// A share in percent with two decimals, three where it is below a hundredth of a percent.
  private static func short(_ share: Double) -> String {
    NumberText.fixed(100 * share, decimals: share < 0.0001 && share > 0 ? 4 : 2)
  }
}
