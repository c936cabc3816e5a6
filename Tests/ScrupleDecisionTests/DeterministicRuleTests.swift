import ScrupleComparison
import ScrupleDecision
import Testing

struct DeterministicRuleTests {
  /// Levels: 0 missing, 1 all else, 2 soundex, 3 exact; and 0, 1, 2 for the sex.
  static let comparisons = [
    ComparisonRule("surname", levels: [.exact, .soundex]),
    ComparisonRule("sex", levels: [.exact]),
  ]

  private static func holds(
    _ require: [LevelRequirement], unless: [LevelRequirement] = []
  ) throws -> Set<[Int]> {
    let rule = try DeterministicRule("r", require: require, unless: unless)
      .bound(to: comparisons)
    var holding: Set<[Int]> = []
    for surname in 0...3 {
      for sex in 0...2 where rule.holds(levels: [surname, sex]) { holding.insert([surname, sex]) }
    }
    return holding
  }

  private static func pairs(_ surnames: [Int], _ sexes: [Int]) -> Set<[Int]> {
    Set(surnames.flatMap { surname in sexes.map { [surname, $0] } })
  }

  @Test(
    arguments: [
      ([LevelRequirement("surname", atLeast: "exact")], [], pairs([3], [0, 1, 2])),
      ([LevelRequirement("surname", atLeast: "soundex")], [], pairs([2, 3], [0, 1, 2])),
      // Anything but missing.
      ([LevelRequirement("surname", atLeast: "all else")], [], pairs([1, 2, 3], [0, 1, 2])),
      ([LevelRequirement("surname")], [], pairs([1, 2, 3], [0, 1, 2])),
      ([LevelRequirement("surname", atMost: "soundex")], [], pairs([1, 2], [0, 1, 2])),
      (
        [LevelRequirement("surname", atLeast: "soundex", atMost: "soundex")], [],
        pairs([2], [0, 1, 2])
      ),
      (
        [
          LevelRequirement("surname", atLeast: "soundex"),
          LevelRequirement("sex", atLeast: "exact"),
        ],
        [], pairs([2, 3], [2])
      ),
      // Unless the sex is known and differs; a missing one is no contradiction.
      (
        [LevelRequirement("surname", atLeast: "exact")],
        [LevelRequirement("sex", atMost: "all else")], pairs([3], [0, 2])
      ),
      (
        [LevelRequirement("surname", atLeast: "soundex")],
        [LevelRequirement("surname", atLeast: "exact"), LevelRequirement("sex", atLeast: "exact")],
        pairs([2], [0, 1])
      ),
    ] as [([LevelRequirement], [LevelRequirement], Set<[Int]>)])
  func aRuleHoldsForTheseLevelsOnly(
    require: [LevelRequirement], unless: [LevelRequirement], expected: Set<[Int]>
  ) throws {
    #expect(try Self.holds(require, unless: unless) == expected)
  }

  @Test func whatIsNotThereIsRefusedByName() {
    func error(_ requirement: LevelRequirement) -> DecisionError? {
      do throws(DecisionError) {
        _ = try DeterministicRule("r", require: [requirement]).bound(to: Self.comparisons)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      error(LevelRequirement("surnme", atLeast: "exact"))
        == .unknownComparison("surnme", rule: "r", known: ["surname", "sex"]))
    for label in ["near", "missing", "", "Exact"] {
      #expect(
        error(LevelRequirement("surname", atLeast: label))
          == .unknownLevel(
            label, comparison: "surname", rule: "r", known: ["exact", "soundex", "all else"]))
    }
    #expect(throws: DecisionError.ruleWithoutRequirement(rule: "r")) {
      try DeterministicRule("r", require: []).bound(to: Self.comparisons)
    }
  }

  @Test func waysOfWritingANumberDoNotMatter() {
    let rule = ComparisonRule("surname", levels: [.exact, .levenshteinSimilarity(atLeast: 0.8)])
    #expect(rule.level(named: "levenshtein-similarity >= 0.80") == 2)
    #expect(rule.level(named: "levenshtein-similarity >= 0.9") == nil)
  }

  @Test func theRulesOfAPatternAreThoseThatHoldForItsLevels() throws {
    let rules = [
      DeterministicRule("a", require: [LevelRequirement("surname", atLeast: "exact")]),
      DeterministicRule("b", require: [LevelRequirement("surname", atLeast: "soundex")]),
      DeterministicRule("c", require: [LevelRequirement("sex", atLeast: "exact")]),
    ]
    let layout = PatternLayout(levelCounts: Self.comparisons.map(\.levelCount))
    let table = try PatternRules(rules, comparisons: Self.comparisons, layout: layout)
    for surname in 0...3 {
      for sex in 0...2 {
        let expected: UInt64 = (surname == 3 ? 1 : 0) | (surname >= 2 ? 2 : 0) | (sex == 2 ? 4 : 0)
        #expect(table.holding(layout.pattern(levels: [surname, sex])) == expected)
      }
    }
    let many = (0...64).map { _ in rules[0] }
    #expect(throws: DecisionError.self) {
      try PatternRules(many, comparisons: Self.comparisons, layout: layout)
    }
  }
}
