import ScrupleAudit

/// What a larger register would do.
enum GrowthSection {
  static func make(_ audit: AuditReport) -> PageSection {
    PageSection("growth", "What a larger register would do") {
      paragraph("unmeasured") {
        element("strong") { "Not measured: " }
        "the register was not thinned and searched again. What is certain without it: a larger "
        "register offers every record more strangers, so these rates of false links hold for a "
        "register of "
        Figure.count(audit.records.rightRecords, at: "records.rightRecords")
        " records and are too low for a larger one."
      }
    }
  }
}
