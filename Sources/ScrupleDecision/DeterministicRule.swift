import ScrupleComparison

/// A documented rule of linking: a pair is a link when it agrees as the rule
/// requires, whatever else is known.
///
/// Such rules are written to be audited and emulated: they know no chance, no
/// frequency of names and no rival.
public struct DeterministicRule: Sendable, Hashable, Codable {
  /// What the rule is called in results; unique among the rules of a run.
  public var name: String
  /// All of these must hold; at least one.
  public var require: [LevelRequirement]
  /// None of these may hold.
  public var unless: [LevelRequirement]

  /// Creates a rule.
  public init(_ name: String, require: [LevelRequirement], unless: [LevelRequirement] = []) {
    self.name = name
    self.require = require
    self.unless = unless
  }
}

/// What a rule asks of one comparison: a level between two limits.
///
/// A missing value, and a placeholder is one, never meets a requirement.
public struct LevelRequirement: Sendable, Hashable, Codable {
  /// The name of the comparison.
  public var comparison: String
  /// The least level, as it is written in the comparison, or `all else`; nil
  /// where any level will do.
  public var atLeast: String?
  /// The greatest level; nil where there is no limit.
  public var atMost: String?

  /// Creates a requirement.
  public init(_ comparison: String, atLeast: String? = nil, atMost: String? = nil) {
    self.comparison = comparison
    self.atLeast = atLeast
    self.atMost = atMost
  }
}

extension DeterministicRule {
  /// Binds the rule to the comparisons of a run.
  ///
  /// - Throws: `DecisionError.unknownComparison`, `.unknownLevel` or
  ///   `.ruleWithoutRequirement`.
  public func bound(to comparisons: [ComparisonRule]) throws(DecisionError) -> BoundRule {
    if require.isEmpty { throw .ruleWithoutRequirement(rule: name) }
    return BoundRule(
      require: try require.map { requirement throws(DecisionError) in
        try bound(requirement, to: comparisons)
      },
      unless: try unless.map { requirement throws(DecisionError) in
        try bound(requirement, to: comparisons)
      })
  }

  private func bound(
    _ requirement: LevelRequirement, to comparisons: [ComparisonRule]
  ) throws(DecisionError) -> BoundRule.Requirement {
    guard let index = comparisons.firstIndex(where: { $0.name == requirement.comparison }) else {
      throw .unknownComparison(
        requirement.comparison, rule: name, known: comparisons.map(\.name))
    }
    let comparison = comparisons[index]
    func code(_ label: String?, otherwise: Int) throws(DecisionError) -> Int {
      guard let label else { return otherwise }
      guard let code = comparison.level(named: label) else {
        throw .unknownLevel(
          label, comparison: comparison.name, rule: name, known: comparison.requirableLevels)
      }
      return code
    }
    return BoundRule.Requirement(
      comparison: index, atLeast: try code(requirement.atLeast, otherwise: 1),
      atMost: try code(requirement.atMost, otherwise: comparison.levelCount))
  }
}

/// A rule bound to the comparisons of a run: levels are codes.
public struct BoundRule: Sendable, Equatable {
  /// A requirement on the comparison with this number.
  public struct Requirement: Sendable, Equatable {
    /// The comparison's place among those of the run, from 0.
    public var comparison: Int
    /// The least level code, at least 1: a missing value (0) never passes.
    public var atLeast: Int
    /// The greatest level code.
    public var atMost: Int

    /// Whether levels, one for each comparison of the run, meet the requirement.
    public func holds(levels: [Int]) -> Bool {
      levels[comparison] >= atLeast && levels[comparison] <= atMost
    }
  }

  /// All of these must hold.
  public var require: [Requirement]
  /// None of these may hold.
  public var unless: [Requirement]

  /// Whether a pair with these levels is linked by the rule.
  ///
  /// - Parameter levels: one code for each comparison of the run: 0 missing,
  ///   1 all else, the last the best.
  public func holds(levels: [Int]) -> Bool {
    require.allSatisfy { $0.holds(levels: levels) }
      && !unless.contains { $0.holds(levels: levels) }
  }
}

extension ComparisonRule {
  /// The code of a level as a rule names it; nil where the comparison has no
  /// such level. Ways of writing a number do not matter.
  public func level(named label: String) -> Int? {
    if label == "all else" { return 1 }
    guard let test = LevelTest(parsing: label), let place = levels.firstIndex(of: test) else {
      return nil
    }
    return levels.count + 1 - place
  }

  /// The labels that a rule may name, from best to worst.
  public var requirableLevels: [String] { levels.map(\.description) + ["all else"] }
}
