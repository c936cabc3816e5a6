import Scruple

/// A pair, and what deterministic rules say of it.
struct RuleAccount: Encodable {
  /// `link` or `non-link`.
  var decision: String
  /// The comparisons, rules and blocking rules.
  var explanation: RuleExplanation
  /// The values compared; only where they were asked for.
  var values: [PairAccount.Values]?

  init(_ explanation: RuleExplanation) {
    self.explanation = explanation
    // A pair that blocking did not bring together was never asked about.
    let isLinked =
      explanation.owningRule != nil && explanation.verdicts.contains(where: \.holds)
    decision = isLinked ? "link" : "non-link"
  }

  mutating func addValues(_ prepared: PreparedLinkage, left: Int, right: Int) {
    var fields: [String] = []
    for field in explanation.steps.flatMap(\.fields) where !fields.contains(field) {
      fields.append(field)
    }
    values = PairAccount.values(of: fields, prepared, left: left, right: right)
  }
}

/// An explanation by rules as lines for a terminal.
enum RuleExplanationText {
  static func lines(_ account: RuleAccount, leftId: String, rightId: String) -> [String] {
    let pair = account.explanation
    var lines = [
      "Left \(leftId) and right \(rightId): \(account.decision)",
      "decided by rules: nothing is weighed, and no probability is claimed", "",
    ]
    lines += TerminalText.table(
      [["comparison", "level"]] + pair.steps.map { [$0.comparison, $0.level] })
    lines += ["", "Rules"]
    for verdict in pair.verdicts {
      lines.append("  \(verdict.rule): \(verdict.holds ? "holds" : "does not hold")")
      lines += verdict.failing.map { "    \($0)" }
    }
    lines += [""] + ExplanationText.blocking(pair.blocking, owner: pair.owningRule)
    if pair.owningRule == nil, pair.verdicts.contains(where: \.holds) {
      lines.append(
        "  A rule holds, but the pair was never compared: blocking did not bring it together.")
    }
    return lines + (account.values.map(ExplanationText.values) ?? [])
  }
}
