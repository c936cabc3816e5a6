import ArgumentParser
import ScrupleAudit

/// A county as the command line names it: `bookings=10000,records=500000,prevalence=0.05`.
struct CountyArgument: ExpressibleByArgument {
  let bookings: Int
  let records: Int
  let prevalence: Double

  init?(argument: String) {
    var values: [String: String] = [:]
    for part in argument.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      values[String(sides[0])] = String(sides[1])
    }
    guard Set(values.keys) == ["bookings", "records", "prevalence"],
      let bookings = values["bookings"].flatMap({ Int($0) }), bookings >= 0,
      let records = values["records"].flatMap({ Int($0) }), records >= 0,
      let prevalence = values["prevalence"].flatMap(Double.init), (0...1).contains(prevalence)
    else { return nil }
    self.bookings = bookings
    self.records = records
    self.prevalence = prevalence
  }
}

/// What an estimate for a county reads like.
enum CountyReport {
  static func text(_ county: CountyEstimate) -> String {
    let linked = county.falselyLinked
    var lines = [
      "A county of \(TerminalText.count(county.bookings)) bookings against "
        + "\(TerminalText.count(county.records)) records, \(percent(county.prevalence)) of the "
        + "bookings flaggable (a projection, not a measurement)",
      "  Bookings of others with a false link: \(TerminalText.fixed(linked.estimate, 1)) "
        + "(\(TerminalText.fixed(linked.lower, 1)) to \(TerminalText.fixed(linked.upper, 1))).",
    ]
    if let wrong = county.wrongFlags, let right = county.rightFlags {
      lines.append(
        "  Flags: about \(TerminalText.fixed(wrong, 1)) wrong and \(TerminalText.fixed(right, 1)) "
          + "right" + (county.wrongShare.map { "; \(percent($0)) of them wrong." } ?? "."))
    }
    lines.append("  It assumes people and records like those of the audit.")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func percent(_ share: Double) -> String {
    TerminalText.fixed(100 * share, 2) + " %"
  }
}
