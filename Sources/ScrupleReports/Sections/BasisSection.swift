import ScrupleAudit

/// What the answer rests on: who was searched in what, and what is known of them.
enum BasisSection {
  static func make(_ input: ReportInput) -> PageSection {
    let audit = input.audit
    return PageSection("basis", "What it rests on") {
      paragraph {
        "Each record of the left file was searched in the right file. The truth, known apart from "
        "the linkage, says which records are of one person; the figures below compare the two."
      }
      table(audit).markup
      paragraph("note") {
        "The base rate, the share of labelled left records that truly are in the register, is "
        "\(baseRate(audit.identification)). With another base rate, the same method gives another "
        "share of wrong links and flags."
      }
    }
  }

  private static func baseRate(_ figures: IdentificationErrors) -> String {
    let all = figures.fnir.total + figures.fpir.total
    return all > 0 ? ShareText.estimate(Double(figures.fnir.total) / Double(all)) : "not known"
  }

  private static func table(_ audit: AuditReport) -> PageTable {
    let records = audit.records
    var rows: [[HTMLText]] = [
      row("Records searched (left)", records.leftRecords, "records.leftRecords"),
      row("Records in the register (right)", records.rightRecords, "records.rightRecords"),
      row("Pairs of one with the other", audit.blocking.allPairs, "blocking.allPairs"),
      row("True pairs, by the truth", records.truePairs, "records.truePairs"),
      row("Links made", records.links, "records.links"),
      row("Possible links, left to a reviewer", records.possibleLinks, "records.possibleLinks"),
      row(
        "Left records with a true mate in the register", audit.identification.fnir.total,
        "identification.fnir.total"),
      row(
        "Left records without one", audit.identification.fpir.total, "identification.fpir.total"),
      row("Left records without a label", records.unlabelledLeft, "records.unlabelledLeft"),
      row("Right records without a label", records.unlabelledRight, "records.unlabelledRight"),
    ]
    if let flags = audit.flags.measured {
      rows += [
        row("Persons behind the bookings", flags.persons, "flags.persons"),
        row("Flags for review", flags.flags, "flags.flags"),
      ]
    }
    return PageTable(caption: "What was measured", columns: ["What", "How many"], rows: rows)
  }

  private static func row(_ name: String, _ number: Int, _ path: String) -> [HTMLText] {
    [HTMLText(name), Figure.count(number, at: path)]
  }
}
