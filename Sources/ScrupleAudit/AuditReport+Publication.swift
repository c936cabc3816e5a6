extension AuditReport {
  /// The report for the public: without figures of groups from which a small count could be found
  /// out. The report that stays inside keeps all.
  ///
  /// Figures over all persons stay. Lists that are not divided by protected tables, such as causes,
  /// go as a whole where one of their counts is small.
  /// - Parameter threshold: the least count that is shown, 2 or more.
  /// - Source: the rule of eleven of the US Centers for Medicare & Medicaid Services.
  public func forPublication(threshold: Int = 11) -> AuditReport {
    precondition(threshold > 1, "a threshold of \(threshold)")
    var copy = self
    copy.subgroups = SubgroupRates.forPublication(subgroups, threshold: threshold)
    let isCut = copy.subgroups.contains { !$0.suppressed.isEmpty }
    func isSmall(_ count: Int) -> Bool { count > 0 && count < threshold }
    func isSmall(_ rate: Rate) -> Bool { isSmall(rate.count) || isSmall(rate.total - rate.count) }
    let reason = "left out of a public report: a count is below \(threshold), or tells one that is"
    if isCut || causes.contains(where: { isSmall($0.share.count) || isSmall($0.onCitizens) }) {
      copy.causes = []
      copy.note("causes", reason)
    }
    if isCut || remedies.contains(where: { $0.tells(isSmall) })
      || remedySets?.tells(isSmall) ?? false
    {
      copy.remedies = []
      copy.remedySets = nil
      copy.note("remedies", reason)
    }
    if isCut || missed?.flags?.contains(where: { isSmall($0.share.count) }) ?? false {
      copy.missed = nil
      copy.note("missed", reason)
    }
    if let flags = flags.measured {
      var measured = flags
      if isCut
        || flags.citizenFlagRates.contains(where: { isSmall($0.rate) || isSmall($0.bookingRate) })
      {
        measured.citizenFlagRates = []
        copy.note("flags.citizenFlagRates", reason)
      }
      if isCut || flags.severity.contains(where: { isSmall($0.count) }) {
        measured.severity = []
        copy.note("flags.severity", reason)
      }
      copy.flags = FlagSection(measured)
    }
    if let patterns, patterns.rows.contains(where: { isSmall($0.falseLinks) }) {
      copy.patterns = nil
      copy.note("patterns", reason)
    }
    if let sample = labelSample {
      copy.labelSample = sample.forPublication(threshold: threshold)
      if copy.labelSample != sample { copy.note("labelSample.strata", reason) }
    }
    copy.source = source?.withoutFolders
    copy.growth.searchesByFalseLinks = []
    copy.note("growth.searchesByFalseLinks", reason)
    if isCut {
      copy.growth.strata = []
      copy.note("growth.strata", reason)
    }
    return copy
  }

  private mutating func note(_ section: String, _ reason: String) {
    notMeasured.append(UnmeasuredSection(section: section, reason: reason))
  }
}
