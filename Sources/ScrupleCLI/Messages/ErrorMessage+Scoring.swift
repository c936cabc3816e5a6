import ScrupleScoring

extension ErrorMessage {
  static func message(_ error: ScoringError) -> String {
    switch error {
    case .invalidModel(let faults):
      let words = faults.prefix(20).map { "  " + Self.words(for: $0) }
      let more = faults.count > 20 ? ["  and \(faults.count - 20) more"] : []
      return (["The model has \(TerminalText.count(faults.count, "fault")):"] + words + more)
        .joined(separator: "\n")
    case .invalidOption(let name, let expected):
      return "The option '\(name)' of training must be \(expected)."
    case .layoutMismatch(let expected, let found):
      return "The comparisons have \(found) levels, but the model has \(expected). Train it again."
    case .noPairs:
      return "There is no pair to learn a model from. Use a model trained on similar files with "
        + "--model."
    case .notConverged(let iterations, let change, _):
      return "Training did not come to rest in \(iterations) iterations (the last one changed a "
        + "probability by \(TerminalText.significant(change))). Use fewer comparisons, or a model "
        + "trained on similar files with --model."
    case .labelSwitch:
      return "Training could not tell matches from non-matches: more pairs looked like matches "
        + "than not. The files may share too few fields or too few people. Add fields, or use a "
        + "model trained on similar files with --model."
    }
  }

  static func words(for fault: ModelFault) -> String {
    switch fault {
    case .priorMatchProbability(let value):
      "priorMatchProbability is \(value), but must lie between 0 and 1"
    case .noComparisons: "there is no comparison"
    case .repeatedComparison(let name): "two comparisons have the name \(quoted(name))"
    case .noLevels(let comparison): "comparison \(quoted(comparison)) has no level"
    case .probability(let comparison, let level, let symbol, let found):
      "comparison \(quoted(comparison)), level \(quoted(level)): \(symbol) is \(found), but must "
        + "lie above 0 and not above 1"
    case .sum(let comparison, let symbol, let found):
      "comparison \(quoted(comparison)): the \(symbol) probabilities add up to \(found), not 1"
    case .classShape(let label):
      "the non-match class \(quoted(label)) has other comparisons or levels than the model"
    case .classShares(let found):
      "the shares of the non-match classes add up to \(found), not 1, or one is not positive"
    case .termFrequency(let comparison, let setting, let found):
      "comparison \(quoted(comparison)): the term-frequency setting '\(setting)' is \(found), "
        + "which is out of range"
    }
  }
}
