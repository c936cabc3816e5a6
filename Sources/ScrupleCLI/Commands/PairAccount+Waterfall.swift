import ScrupleReports

extension PairAccount {
  /// The steps from the prior to the total.
  ///
  /// - Parameter ids: those of the two records, where values may be shown; nil leaves out ids, and
  ///   rivals with them.
  func waterfall(ids: (String, String)?) -> Waterfall {
    let pair = explanation
    let word = decision == "possible" ? "a possible link" : "a \(decision)"
    var remarks = WhyNot.reasons(pair, decision, rival: ids == nil ? nil : rivals.first)
    remarks += WhyNot.leastChange(self)
    if let ids { remarks.append("Left record \(ids.0), right record \(ids.1).") }
    return Waterfall(
      title: "Why this pair is \(word)", remarks: remarks, steps: steps(withValues: ids != nil),
      linkBits: pair.linkBits, possibleBits: pair.possibleBits)
  }

  /// The steps, with the values that were compared where they were asked for.
  func steps(withValues: Bool = false) -> [Waterfall.Step] {
    let pair = explanation
    let odds = min(1 / pair.priorMatchProbability, 1e15).rounded()
    var steps = [
      Waterfall.Step(
        name: "prior", detail: "1 in \(TerminalText.count(Int(odds)))", bits: pair.priorBits)
    ]
    for step in pair.steps {
      let shown = withValues ? shown(step.fields) : ""
      steps.append(.init(name: step.comparison, detail: step.level + shown, bits: step.levelBits))
      if step.termFrequencyBits != 0 {
        steps.append(
          .init(
            name: "", detail: step.termFrequencyBits > 0 ? "a rare value" : "a common value",
            bits: step.termFrequencyBits))
      }
    }
    steps.append(
      .init(name: "look-alikes", detail: "kin, twins, one home", bits: pair.dependenceBits))
    if let bits = pair.competitionBits {
      steps.append(.init(name: "competition", detail: "rivals, free records", bits: bits))
    }
    return steps
  }

  private func shown(_ fields: [String]) -> String {
    let entries = (values ?? []).filter { fields.contains($0.field) }
    let texts = entries.map {
      "\($0.left.joined(separator: ", ")) / \($0.right.joined(separator: ", "))"
    }
    return texts.isEmpty ? "" : ": " + texts.joined(separator: "; ")
  }
}
