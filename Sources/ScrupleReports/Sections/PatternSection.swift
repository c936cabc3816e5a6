import ScrupleAudit

/// The agreement patterns behind the most wrong links.
enum PatternSection {
  static func make(_ audit: AuditReport) -> PageSection {
    PageSection(
      "patterns", "Worst patterns",
      notMeasured: "this audit counts errors by threshold, record and cause, not by agreement "
        + "pattern; 'scruple explain' shows the evidence of a single pair")
  }
}
