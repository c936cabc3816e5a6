import ScrupleComparison
import ScrupleDecision

/// Why deterministic rules linked two records, or did not.
public struct RuleExplanation: Sendable, Codable {
  /// One comparison of the pair.
  public struct Step: Sendable, Codable {
    /// The comparison's name.
    public var comparison: String
    /// The fields it reads.
    public var fields: [String]
    /// The label of the level reached; "missing" where a value is missing.
    public var level: String
  }

  /// One rule and the pair.
  public struct Verdict: Sendable, Codable {
    /// The rule's name.
    public var rule: String
    /// Whether the rule holds.
    public var holds: Bool
    /// What keeps it from holding: requirements not met, exceptions that are.
    public var failing: [String]
  }

  /// The comparisons in order.
  public var steps: [Step]
  /// The rules in order.
  public var verdicts: [Verdict]
  /// The blocking rules in order.
  public var blocking: [PairExplanation.Rule]
  /// The first blocking rule that brought the pair together, from 1; nil where
  /// none did.
  public var owningRule: Int?

  /// Compares two records again.
  ///
  /// - Parameters:
  ///   - left: canonical position of the left record.
  ///   - right: canonical position of the right record.
  /// - Throws: `BlockingError` where blocking rules do not fit.
  public init(left: Int, right: Int, prepared: PreparedLinkage) throws {
    let comparisons = prepared.comparisons
    var scratch = comparisons.makeScratch()
    var patterns: [UInt64] = []
    comparisons.patterns(
      left: [UInt32(left)], right: [UInt32(right)], scratch: &scratch, into: &patterns)
    let levels = comparisons.rules.indices.map { comparisons.layout.level(of: $0, in: patterns[0]) }
    steps = zip(comparisons.rules, levels).map { rule, level in
      Step(comparison: rule.name, fields: rule.fields, level: rule.label(ofLevel: level))
    }
    let bound = prepared.rules?.rules ?? []
    verdicts = zip(prepared.specification.rules, bound).map { rule, bound in
      Verdict(
        rule: rule.name, holds: bound.holds(levels: levels),
        failing: zip(rule.require, bound.require).filter { !$1.holds(levels: levels) }
          .map { "requires " + Self.words($0.0) }
          + zip(rule.unless, bound.unless).filter { $1.holds(levels: levels) }
          .map { "does not hold with " + Self.words($0.0) })
    }
    blocking = try PairExplanation.rules(left, right, prepared)
    owningRule = prepared.candidates.owningRule(left: left, right: right).map { $0 + 1 }
  }

  private static func words(_ requirement: LevelRequirement) -> String {
    let limits = [
      requirement.atLeast.map { "at least '\($0)'" },
      requirement.atMost.map { "at most '\($0)'" },
    ].compactMap { $0 }
    return "\(requirement.comparison) \(limits.joined(separator: " and "))"
  }
}
