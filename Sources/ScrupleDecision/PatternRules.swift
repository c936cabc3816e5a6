import ScrupleComparison

/// Deterministic rules as a function of agreement patterns.
public struct PatternRules: Sendable {
  /// The rules, bound to the comparisons of the run.
  public let rules: [BoundRule]
  private let layout: PatternLayout

  /// The most rules that a run may have: one bit each.
  public static let mostRules = 64

  /// Binds rules to the comparisons of a run.
  ///
  /// - Throws: `DecisionError` where a rule names what is not there.
  public init(
    _ rules: [DeterministicRule], comparisons: [ComparisonRule], layout: PatternLayout
  ) throws(DecisionError) {
    guard rules.count <= Self.mostRules else {
      throw .setting(
        name: "rules", found: Double(rules.count), expected: "at most \(Self.mostRules) rules")
    }
    self.rules = try rules.map { rule throws(DecisionError) in try rule.bound(to: comparisons) }
    self.layout = layout
  }

  /// The rules that hold for a pattern: bit `n` is set for rule `n`.
  ///
  /// - Complexity: O(comparisons + requirements).
  public func holding(_ pattern: UInt64) -> UInt64 {
    let levels = layout.levelCounts.indices.map { layout.level(of: $0, in: pattern) }
    var mask: UInt64 = 0
    for (number, rule) in rules.enumerated() where rule.holds(levels: levels) {
      mask |= 1 << UInt64(number)
    }
    return mask
  }
}
