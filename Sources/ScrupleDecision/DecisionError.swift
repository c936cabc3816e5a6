/// What can be wrong with a rule for decisions.
public enum DecisionError: Error, Sendable, Equatable {
  /// The threshold for links lies below the one for possible links, or is not a number.
  case thresholds(linkBits: Double, possibleBits: Double)
  /// A setting is out of its range.
  case setting(name: String, found: Double, expected: String)
  /// A model has too many patterns to list.
  case tooManyPatterns(found: Double, limit: Int)
  /// A table of pattern probabilities breaks a rule.
  case patternTable(expected: String)
  /// A rule names a comparison that the run does not have.
  case unknownComparison(String, rule: String, known: [String])
  /// A rule names a level that the comparison does not have.
  case unknownLevel(String, comparison: String, rule: String, known: [String])
  /// A rule requires nothing and would link everybody with everybody.
  case ruleWithoutRequirement(rule: String)
}
