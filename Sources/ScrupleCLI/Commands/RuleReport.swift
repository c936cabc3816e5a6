import Scruple

/// What a run by deterministic rules says, as lines.
enum RuleReport {
  /// What each rule linked.
  static func results(_ rules: [RuleLinks]) -> [String] {
    let rows = rules.map { rule in
      [
        rule.rule, TerminalText.count(rule.links, "link"),
        rules.count > 1 ? "holds for \(TerminalText.count(rule.holds))" : "",
      ]
    }
    return ["  By rule, the first that holds; no model decided and nothing is claimed:"]
      + TerminalText.table(rows, right: [1]).map { "  " + $0 }
  }

  /// What a reader of the results must know.
  static func warnings(_ rules: [RuleLinks]) -> [String] {
    rules.filter(\.blocking.isEmpty).map { rule in
      "Rule '\(rule.rule)' requires no equality that blocking could use: its pairs are found by "
        + "the other blocking rules only, and what they do not bring together it cannot link."
    }
  }
}
