import ScrupleGroundTruth

// The part of the page about people: it stands before everything about pairs.

extension AuditText {
  static func people(_ flags: FlagErrors, level: Double) -> [String] {
    let n = NumberText.grouped
    var lines = [
      "Whom the flags are on (intervals at \(NumberText.level(level)))",
      "  \(n(flags.bookings)) bookings of \(n(flags.persons)) persons; \(n(flags.flags)) flags.",
      "  Of citizens searched, flagged at a booking at which they were citizens:",
      RateText.line("  all citizens", flags.citizenFlagRate, "persons"),
    ]
    for row in flags.citizenFlagRates {
      lines.append(RateText.line("  " + name(row.citizenClass), row.rate, "persons"))
    }
    lines += per100000(flags)
    lines += [
      "  Of the flags:",
      RateText.line("  wrong", flags.wrongFlagRate, "flags"),
      RateText.line("  on citizens", flags.citizenShareOfFlags, "flags"),
    ]
    lines += severities(flags)
    if flags.unresolvedFlags > 0 { lines.append(unresolved(flags)) }
    lines += [
      "  Of bookings that the policy would flag:",
      RateText.line("  not flagged", flags.missedFlagRate, "bookings"),
      "  The first rates are about the process, the second about the list it makes: a small share",
      "  of many citizens can be a large share of few flags.",
    ]
    return lines
  }

  static func causes(_ causes: [CauseCount]) -> [String] {
    let width = 4 + (causes.map(\.meaning.count).max() ?? 0)
    return ["Why the wrong flags are wrong (primary cause; each flag has one)"]
      + causes.map { cause in
        let count = "\(NumberText.grouped(cause.share.count))"
        let share = cause.share.estimate.map { NumberText.share($0) } ?? "no data"
        return "  \(NumberText.left(cause.cause.rawValue, 5))"
          + NumberText.left(cause.meaning, width) + NumberText.right(count, 7) + "  "
          + NumberText.right(share, 7) + "  \(NumberText.grouped(cause.onCitizens)) on citizens"
      }
  }

  private static func name(_ citizenClass: CitizenClass) -> String {
    switch citizenClass {
    case .bornHere: "born here"
    case .acquired: "citizen at birth abroad"
    case .naturalized: "naturalized"
    case .derived: "through a parent"
    case .noncitizen: "no citizen"
    }
  }

  private static func per100000(_ flags: FlagErrors) -> [String] {
    let n = NumberText.grouped
    let head = "  For every 100,000 citizens searched:"
    // A measured audit has a row of every class; a public one may have none left.
    if flags.citizenFlagRates.isEmpty { return [head + " suppressed."] }
    let known = flags.citizenFlagRates.filter { $0.per100000 != nil }
    guard !known.isEmpty else { return [head + " no data."] }
    let whole = { (rate: Double) in n(Int((rate * 100_000).rounded())) }
    return [head]
      + known.map { row in
        let limits =
          row.rate.lower.flatMap { lower in
            row.rate.upper.map { " (\(whole(lower)) to \(whole($0)))" }
          } ?? ""
        return "    \(n(Int((row.per100000 ?? 0).rounded())))\(limits) \(name(row.citizenClass)), "
          + "from \(n(row.rate.count)) of \(n(row.rate.total))"
      }
  }

  private static func severities(_ flags: FlagErrors) -> [String] {
    let words = flags.severity.filter { $0.count > 0 }.map { row in
      let name =
        switch row.severity {
        case .citizen: "on citizens"
        case .lawful: "on lawful residents and visitors"
        case .protected: "on people protected or with a case pending"
        case nil: "on others"
        }
      return "\(NumberText.grouped(row.count)) \(name)"
    }
    return words.isEmpty ? [] : ["    the wrong ones: " + words.joined(separator: ", ") + "."]
  }

  private static func unresolved(_ flags: FlagErrors) -> String {
    let limits = [flags.wrongFlagRateIfUnresolvedRight, flags.wrongFlagRateIfUnresolvedWrong]
      .map { NumberText.share($0 ?? 0) }
    return "    \(NumberText.grouped(flags.unresolvedFlags)) flags are unresolved: were all of "
      + "them right, \(limits[0]) would be wrong; were none, \(limits[1])."
  }
}
