import Scruple
import ScrupleFlagging

extension LinkReport {
  /// What became of the bookings; nothing where neither file speaks of flags.
  static func flags(_ flags: RunFlags?, of specification: LinkageSpecification) -> [String] {
    guard let flags else { return whyNone(specification) }
    let counts = FlagCounts(flags.decisions)
    var lines = [
      "Flags, for review only: \(TerminalText.count(counts.flags)) of "
        + "\(TerminalText.count(counts.bookings, "booking"))"
        + detail(counts.flagsByBasis, named: FlagBasis.allCases.map(\.rawValue))
    ]
    let rows = WithheldReason.allCases.compactMap { reason in
      counts.withheld[reason.rawValue].map { [TerminalText.count($0), words(for: reason)] }
    }
    if !rows.isEmpty { lines.append("  The other bookings have none:") }
    lines += TerminalText.table(rows, right: [0]).map { "  " + $0 }
    lines += remarks(counts)
    return lines
  }

  private static func detail(_ counts: [String: Int], named names: [String]) -> String {
    let parts = names.compactMap { name in
      counts[name].map { "\(name) \(TerminalText.count($0))" }
    }
    return parts.isEmpty ? "" : " (by basis: \(parts.joined(separator: ", ")))"
  }

  private static func remarks(_ counts: FlagCounts) -> [String] {
    var lines: [String] = []
    func add(_ words: String, _ count: Int) {
      if count > 0 { lines.append("  \(words): \(TerminalText.count(count))") }
    }
    add("Flags beside a sign of citizenship", counts.flagsWithIndicia)
    add("Flags beside a contradiction", counts.flagsWithContradictions)
    add("Flags on a stale status and a stated citizenship", counts.staleFlags)
    add("Links to records dated after the booking, which gave no status", counts.lookAheadLinks)
    return lines
  }

  /// The one line that says why no flags were made.
  private static func whyNone(_ specification: LinkageSpecification) -> [String] {
    let (left, right) = (specification.left.mapping, specification.right.mapping)
    if FlagRule.applies(left: left, right: right) {
      return specification.flags?.isEnabled == false ? ["No flags: the specification says so."] : []
    }
    let hasDate = !left.columns(with: .bookingDate).isEmpty
    let hasStatus = FlagRule.hasStatus(right)
    if hasDate && !hasStatus || specification.flags != nil && !hasStatus {
      return ["No flags: the right file has no column of role 'status'."]
    }
    if hasStatus || specification.flags != nil {
      return ["No flags: the left file has no column of role 'booking-date'."]
    }
    return []
  }

  private static func words(for reason: WithheldReason) -> String {
    switch reason {
    case .noLink: "no record is linked"
    case .possibleLink: "possible links only, which are not decided"
    case .ambiguous: "candidates that cannot be told apart"
    case .basisOff: "the link rests on a basis that is turned off"
    case .noDate: "no whole booking date, or no as-of date of the status"
    case .lookAheadOnly: "all that is known is dated after the booking"
    case .unknownStatus: "the status is not recognized"
    case .statusNotFlagged: "a status that is not flagged: lawful, protected, pending or departed"
    case .orderVacated: "the order was vacated"
    case .superseded: "a later record takes the place of a flagged status"
    case .stale: "the status is stale"
    case .indicium: "a sign of citizenship"
    case .contradiction: "the record contradicts the booking"
    }
  }
}

extension RunManifest {
  /// Takes over what became of the bookings, with the warning that a rule calls for.
  mutating func note(_ flags: RunFlags?) {
    guard let flags else { return }
    self.flags = FlagCounts(flags.decisions)
    if flags.rule.bases.contains(.absence) { warnings.append(FlagRule.absenceWarning) }
  }
}
