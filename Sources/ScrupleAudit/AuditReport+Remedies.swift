// Parts of a report that take more than a list of links: the run itself, or its repetition.

extension AuditReport {
  /// Adds what repairs would do to the flags.
  ///
  /// - Complexity: O(bookings × trials).
  public mutating func add(_ trials: RemedyInput) {
    remedies = RemedyRow.all(trials)
    remedySets = RemedySets(trials)
    notMeasured.removeAll { $0.section == "remedies" }
  }

  /// Adds how pairs, bookings and flags were missed, and which stage is to blame for wrong pairs.
  ///
  /// - Parameters:
  ///   - losses: one entry for each wrong pair of the input that this report was made of.
  ///   - flags: the truth about bookings and their flags, where flags were judged.
  /// - Precondition: the losses are as many as the wrong pairs of the report.
  public mutating func add(
    _ losses: LossEvidence, of input: AuditInput, flags: FlagAuditInput? = nil
  ) {
    let counts = pairwise.counts
    precondition(
      losses.missed.count == counts.falseNegatives
        && losses.falseLinks.count == counts.falsePositives,
      "\(losses.missed.count) of \(counts.falseNegatives) missed pairs, "
        + "\(losses.falseLinks.count) of \(counts.falsePositives) false links")
    missed = MissedMatches(losses, input, flags: flags)
    lossBudget = LossBudget(losses, level: level)
    notMeasured.removeAll { ["missed", "lossBudget"].contains($0.section) }
  }
}
