import Scruple

/// Why a pair is no link, in sentences.
enum WhyNot {
  /// The reasons, that of blocking first; none for a link.
  static func reasons(
    _ pair: PairExplanation, _ decision: String, rival: PairAccount.Rival?
  ) -> [String] {
    if decision == "link" { return [] }
    return (pair.owningRule == nil ? blocking(pair.rules) : []) + weight(pair, rival)
  }

  private static func blocking(_ rules: [PairExplanation.Rule]) -> [String] {
    if rules.contains(where: \.agrees) {
      return [
        "A blocking rule agrees, but its block was too large and left out: the pair was never "
          + "compared."
      ]
    }
    let near = rules.enumerated().filter {
      $0.element.keyCount > 1 && $0.element.differing.count == 1
    }
    return [
      "No blocking rule brings the records together: the pair was never compared."
    ]
      + near.prefix(3).map { place, rule in
        "Rule \(place + 1) nearly does: of its \(rule.keyCount) keys only "
          + "\(TerminalText.quoted(rule.differing[0])) differs or is missing."
      }
      + (near.isEmpty && !rules.isEmpty
        ? ["No rule comes near: none differs on one key alone."] : [])
  }

  private static func weight(
    _ pair: PairExplanation, _ rival: PairAccount.Rival?
  ) -> [String] {
    let bits = pair.totalBits
    if bits < pair.linkBits {
      return ["It weighs \(TerminalText.fixed(pair.linkBits - bits)) bits too little for a link."]
    }
    guard pair.owningRule != nil else { return [] }
    guard let rival else {
      return ["By weight it would be a link, but the run's decision rule held it back."]
    }
    return [
      "By weight it would be a link, but it lost to a rival: \(rival.leftId) with \(rival.rightId) "
        + "has \(TerminalText.fixed(rival.matchWeight)) bits, and the two cannot be told apart."
    ]
  }

  /// The least change that would flip the decision, in a sentence or more.
  static func leastChange(_ account: PairAccount) -> [String] {
    let pair = account.explanation
    let isHeldBack = account.decision != "link" && pair.totalBits >= pair.linkBits
    if isHeldBack && pair.owningRule != nil {
      return ["Another weight would not: the decision hangs on its rivals."]
    }
    if isHeldBack {
      return ["A blocking rule that brings the records together: by weight it would be a link."]
    }
    guard let change = account.leastChange else {
      return ["No change of up to three fields would flip the decision."]
    }
    let steps = change.steps.map { step in
      "\(step.comparison) at '\(step.to)' instead of '\(step.from)' "
        + "(\(signed(step.bits)) bits)"
    }
    var lines = [
      "\(change.reachesLink ? "Enough for a link" : "Too little for a link") with "
        + steps.joined(separator: ", and ") + ": \(TerminalText.fixed(change.totalBits)) bits."
    ]
    if change.reachesLink && pair.owningRule == nil {
      lines.append("A blocking rule would have to bring the records together besides.")
    }
    return lines
  }

  static func signed(_ bits: Double) -> String {
    (bits > 0 ? "+" : "") + TerminalText.fixed(bits)
  }
}
