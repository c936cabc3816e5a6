import Scruple
import ScrupleReports

/// An explanation as lines for a terminal of 80 columns; nothing in it needs colour.
enum ExplanationText {
  static func lines(_ account: PairAccount, leftId: String, rightId: String) -> [String] {
    let pair = account.explanation
    let decision = account.decision == "possible" ? "possible link" : account.decision
    var lines = [
      "Left \(leftId) and right \(rightId): \(decision)",
      "match probability \(probability(pair)), \(TerminalText.fixed(pair.totalBits)) bits",
      "",
    ]
    lines += WaterfallText.lines(account.waterfall(ids: nil))
    lines += [""] + blocking(pair.rules, owner: pair.owningRule)
    if !account.whyNot.isEmpty { lines += ["", "Why not a link"] + wrapped(account.whyNot) }
    lines += ["", "What would flip the decision"] + wrapped(WhyNot.leastChange(account))
    if !account.rivals.isEmpty {
      lines += ["", "Other pairs of these records"]
      lines += TerminalText.table(
        account.rivals.map {
          [$0.leftId, $0.rightId, "\(TerminalText.fixed($0.matchWeight)) bits", $0.decision]
        }, right: [2])
    }
    return lines + (account.values.map(self.values) ?? [])
  }

  static func values(_ values: [PairAccount.Values]) -> [String] {
    ["", "Values after normalization"]
      + TerminalText.table(
        [["field", "left", "right"]]
          + values.map { [$0.field, shown($0.left), shown($0.right)] })
  }

  private static func probability(_ pair: PairExplanation) -> String {
    // Many nines say less than the odds against it.
    pair.matchProbability > 0.9999
      ? "above 0.9999" : TerminalText.significant(pair.matchProbability)
  }

  private static func shown(_ values: [String]) -> String {
    values.isEmpty ? "(missing)" : values.joined(separator: " | ")
  }

  /// Sentences over as many lines as they need, further lines set in.
  private static func wrapped(_ sentences: [String]) -> [String] {
    sentences.flatMap { sentence in
      sentence.split(separator: " ").reduce(into: [String]()) { lines, word in
        if let last = lines.last, last.count + 1 + word.count <= 78 {
          lines[lines.count - 1] = last + " " + word
        } else {
          lines.append((lines.isEmpty ? "  " : "    ") + word)
        }
      }
    }
  }

  static func blocking(_ rules: [PairExplanation.Rule], owner: Int?) -> [String] {
    guard let owner else {
      return ["Blocking: no rule brings the records together"] + ruleLines(rules)
    }
    return ["Blocking: rule \(owner) brings the records together"] + ruleLines(rules)
  }

  private static func ruleLines(_ rules: [PairExplanation.Rule]) -> [String] {
    TerminalText.table(
      rules.enumerated().map { index, rule in
        let words =
          rule.isCandidate
          ? "agrees" : rule.agrees ? "agrees, but its block was left out" : "differs or is missing"
        return ["\(index + 1)", rule.rule, words]
      }, right: [0])
  }
}
