import Foundation
import ScrupleBlocking
import ScrupleComparison
import ScrupleDecision
import ScrupleExecution
import ScrupleMadeUpRecords
import ScrupleNormalization
import ScrupleRecords
import Testing

@testable import Scruple

struct RuleLinkageTests {
  /// Names with errors, some without a letter of the alphabet, dates that are
  /// swapped, cut or missing.
  private static let people: (left: RecordTable, right: RecordTable) = {
    var dice = Dice(seed: 3)
    let surnames = [
      "Ashcraft", "Ashcroft", "Lee", "Li", "Garcia Lopez", "Lopez", "Perez", "Peres", "Иванов",
      "Петров", "O'Brien", "Obrien", "", "UNKNOWN", "FNU", "山田",
    ]
    let given = ["Ana", "Anna", "A", "Juan", "J", "Robert", "Rob", "Rupert", "", "Anna Maria"]
    func row(_ side: String, _ number: Int) -> [String] {
      let year = 1980 + dice.below(3)
      let dates = [
        "\(year)-03-0\(1 + dice.below(3))", "\(year)-0\(1 + dice.below(3))-03", "\(year)", "",
        "9999-99-99",
      ]
      return [
        side + String(100 + number), given[dice.below(given.count)],
        surnames[dice.below(surnames.count)], dates[min(dice.below(12), 4)],
      ]
    }
    let header = ["id", "given_name", "surname", "date_of_birth"]
    return (
      RecordTable(header, (0..<120).map { row("L", $0) }, source: "left.csv"),
      RecordTable(header, (0..<100).map { row("R", $0) }, source: "right.csv")
    )
  }()

  private static func specification(
    _ comparisons: [ComparisonRule], _ rules: [DeterministicRule]
  ) -> LinkageSpecification {
    let mapping = SourceMapping(columns: [
      ColumnMapping(column: "given_name", role: .givenName),
      ColumnMapping(column: "surname", role: .surname),
      ColumnMapping(column: "date_of_birth", role: .birthDate),
    ])
    let source = SourceSpecification(mapping: mapping, idColumn: "id")
    var specification = LinkageSpecification(left: source, right: source)
    specification.comparisons = comparisons
    specification.rules = rules
    return specification
  }

  private static let surname = ComparisonRule(
    "surname",
    levels: [.exact, .soundex, .sharedToken, .levenshteinSimilarity(atLeast: 0.8)])
  private static let givenName = ComparisonRule(
    "given-name", levels: [.exact, .prefix, .initial, .soundsLike, .sameInitial])
  private static let birthDate = ComparisonRule(
    "birth-date", levels: [.exact, .dayMonthSwap, .sameYear, .withinYears(1)])
  private static let birthday = ComparisonRule(
    "birthday", fields: ["birth-date"], levels: [.sameMonthDay])
  private static let comparisons = [surname, givenName, birthDate, birthday]

  private static func run(
    _ specification: LinkageSpecification, _ left: RecordTable = people.left,
    _ right: RecordTable = people.right, threads: Int = 1
  ) throws -> LinkedPairs {
    let options = LinkageOptions(seed: 7, parallelism: Parallelism(threadCount: threads))
    let prepared = try PreparedLinkage(
      left: left, right: right, specification: specification, options: options)
    return try Linkage(options: options).runRules(prepared: prepared)
  }

  /// The labels of all pairs, each as its rank from best to worst; `missing`
  /// has the last rank, which no requirement reaches.
  private static let ranks: [(left: Int, right: Int, ranks: [Int])] = {
    let rule = DeterministicRule("r", require: [LevelRequirement("surname", atLeast: "exact")])
    guard let prepared = try? run(specification(comparisons, [rule])).prepared else { return [] }
    var scratch = prepared.comparisons.makeScratch()
    var patterns: [UInt64] = []
    var all: [(left: Int, right: Int, ranks: [Int])] = []
    let rights = (0..<UInt32(prepared.records.rightCount)).map { $0 }
    for left in 0..<prepared.records.leftCount {
      prepared.comparisons.patterns(
        left: rights.map { _ in UInt32(left) }, right: rights, scratch: &scratch, into: &patterns)
      for (right, pattern) in patterns.enumerated() {
        let ranks = comparisons.indices.map { index in
          let level = prepared.comparisons.layout.level(of: index, in: pattern)
          return ranked(comparisons[index]).firstIndex(
            of: comparisons[index].label(ofLevel: level))!
        }
        all.append((left, right, ranks))
      }
    }
    return all
  }()

  private static func ranked(_ rule: ComparisonRule) -> [String] {
    rule.levels.map(\.description) + ["all else", "missing"]
  }

  /// Asks the rules about every pair by the ranks of labels.
  private static func naive(_ rules: [DeterministicRule]) -> [[Int]] {
    func limits(_ list: [LevelRequirement]) -> [(comparison: Int, ranks: ClosedRange<Int>)] {
      list.map { requirement in
        let index = comparisons.firstIndex { $0.name == requirement.comparison }!
        let labels = ranked(comparisons[index])
        let least = requirement.atLeast.map { labels.firstIndex(of: $0)! } ?? labels.count - 2
        return (index, (requirement.atMost.map { labels.firstIndex(of: $0)! } ?? 0)...least)
      }
    }
    let asked = rules.map { (require: limits($0.require), unless: limits($0.unless)) }
    return ranks.compactMap { pair in
      let first = asked.firstIndex { rule in
        rule.require.allSatisfy { $0.ranks.contains(pair.ranks[$0.comparison]) }
          && !rule.unless.contains { $0.ranks.contains(pair.ranks[$0.comparison]) }
      }
      return first.map { [pair.left, pair.right, $0] }
    }
  }

  /// Every level of every comparison beside every level of another.
  private static let everyRule: [DeterministicRule] = {
    var rules: [DeterministicRule] = []
    for one in comparisons {
      for other in comparisons where other != one {
        for level in one.levels {
          for second in other.levels {
            rules.append(
              DeterministicRule(
                "\(one.name) \(level), \(other.name) \(second)",
                require: [
                  LevelRequirement(one.name, atLeast: level.description),
                  LevelRequirement(other.name, atLeast: second.description),
                ]))
          }
        }
      }
    }
    return rules
  }()

  @Test func noPairOfARuleThatHasKeysIsLostToBlocking() throws {
    var derived = 0
    for rule in Self.everyRule {
      let specification = Self.specification(Self.comparisons, [rule])
      let result = try Self.run(specification)
      let prepared = result.prepared
      guard prepared.ruleBlocking?.openRules.isEmpty == true else { continue }
      derived += 1
      #expect(
        result.links.map { [Int($0.left), Int($0.right), $0.rule ?? -1] }
          == Self.naive([rule]), "\(rule.name)")
      #expect(prepared.plan == nil, "no rule is chosen from the data")
    }
    #expect(derived > 60, "\(derived) of \(Self.everyRule.count) rules give keys")
  }

  @Test func exceptionsAndOrderAreThoseOfTheNaiveTwin() throws {
    let rules = [
      DeterministicRule(
        "swapped",
        require: [
          LevelRequirement("surname", atLeast: "exact"),
          LevelRequirement("birth-date", atLeast: "day-month-swap", atMost: "day-month-swap"),
        ]),
      DeterministicRule(
        "sounds", require: [LevelRequirement("surname", atLeast: "soundex")],
        unless: [
          LevelRequirement("given-name", atMost: "all else"),
          LevelRequirement("birth-date", atMost: "all else"),
        ]),
      DeterministicRule(
        "day", require: [LevelRequirement("birthday", atLeast: "same-month-day")],
        unless: [LevelRequirement("surname", atMost: "all else")]),
    ]
    let result = try Self.run(Self.specification(Self.comparisons, rules))
    let expected = Self.naive(rules)
    #expect(result.links.map { [Int($0.left), Int($0.right), $0.rule ?? -1] } == expected)
    #expect(Set(expected.map { $0[2] }) == [0, 1, 2])
    let counted = try #require(result.rules)
    #expect(counted.map(\.links) == (0...2).map { rule in expected.count { $0[2] == rule } })
    for (rule, counts) in zip(rules, counted) {
      #expect(counts.holds == Self.naive([rule]).count)
    }
    #expect(result.links.allSatisfy { $0.matchWeight == nil && $0.decision == .link })
  }

  @Test func placeholdersNeverAgree() throws {
    let rows = ["Garcia", "UNKNOWN", "FNU", "XXX", "N/A", ""].enumerated().map {
      ["\($0.offset)", "Ana", $0.element, "1980-03-04"]
    }
    let header = ["id", "given_name", "surname", "date_of_birth"]
    let table = RecordTable(header, rows, source: "t.csv")
    let rule = DeterministicRule("r", require: [LevelRequirement("surname", atLeast: "exact")])
    let result = try Self.run(Self.specification(Self.comparisons, [rule]), table, table)
    #expect(result.links.map { [$0.left, $0.right] } == [[0, 0]])
  }

  @Test func aRuleWithoutEqualityUsesTheBlockingOfTheSpecificationAndSaysSo() throws {
    let rule = DeterministicRule(
      "alike",
      require: [
        LevelRequirement("surname", atLeast: "levenshtein-similarity >= 0.8"),
        LevelRequirement("birth-date", atLeast: "within-years 1"),
      ])
    var specification = Self.specification(Self.comparisons, [rule])
    specification.blocking.rules = [BlockingRule(BlockingKey(.value, "given-name"))]
    let given = try Self.run(specification)
    #expect(given.rules?.first?.blocking == [])
    #expect(given.prepared.candidates.rules == specification.blocking.rules)
    specification.blocking.rules = nil
    let chosen = try Self.run(specification)
    #expect(chosen.prepared.plan != nil)
    // These files are small enough for all pairs.
    #expect(
      chosen.links.map { [Int($0.left), Int($0.right), 0] } == Self.naive([rule]))
  }

  @Test func aLimitOfBlocksIsKeptAndItsLossCounted() throws {
    let rule = DeterministicRule("r", require: [LevelRequirement("surname", atLeast: "exact")])
    var specification = Self.specification(Self.comparisons, [rule])
    specification.blocking.maximumBlockPairs = 3
    let result = try Self.run(specification)
    #expect(result.links.isEmpty)
    #expect(result.counts.skippedPairs > 0)
    specification.blocking.maximumBlockPairs = nil
    #expect(try Self.run(specification).counts.skippedPairs == 0)
  }

  @Test func threadsAndOrderOfRowsDoNotMatter() throws {
    let specification = Self.specification(Self.comparisons, Array(Self.everyRule.prefix(30)))
    func table(_ pairs: LinkedPairs) throws -> String {
      var bytes: [UInt8] = []
      try LinksTable(pairs).write { bytes += $0 }
      return String(decoding: bytes, as: UTF8.self)
    }
    let base = try table(Self.run(specification))
    #expect(base.split(separator: "\n").count > 50)
    for threads in [2, 5] { #expect(try table(Self.run(specification, threads: threads)) == base) }
    for seed in 1...3 as ClosedRange<UInt64> {
      #expect(
        try table(
          Self.run(
            specification, Self.people.left.permuted(seed: seed),
            Self.people.right.permuted(seed: seed + 9), threads: 2)) == base)
    }
  }

  @Test func whatARunSavesMakesTheSameLinks() throws {
    for rule in Self.everyRule.prefix(40) {
      let first = try Self.run(Self.specification(Self.comparisons, [rule]))
      let again = try Self.run(first.prepared.specification)
      #expect(again.prepared.specification == first.prepared.specification)
      #expect(again.links.map(\.pattern) == first.links.map(\.pattern))
      #expect(again.links.map(\.blockingRule) == first.links.map(\.blockingRule))
    }
  }

  @Test func aGivenModelWeighsAndDecidesNothing() throws {
    let rule = DeterministicRule(
      "r",
      require: [
        LevelRequirement("surname", atLeast: "all else"),
        LevelRequirement("birth-date", atLeast: "exact"),
      ])
    let specification = Self.specification(Self.comparisons, [rule])
    let plain = try Self.run(specification)
    let options = LinkageOptions(seed: 7, parallelism: Parallelism(threadCount: 1))
    let model = AssumedModel.model(for: plain.prepared)
    let weighed = try Linkage(options: options).runRules(prepared: plain.prepared, model: model)
    #expect(weighed.links.map(\.pattern) == plain.links.map(\.pattern))
    for link in weighed.links {
      let alone = try PairExplanation(
        left: Int(link.left), right: Int(link.right), prepared: plain.prepared, model: model)
      #expect(abs(try #require(link.matchWeight) - alone.totalBits) < 1e-9)
    }
  }

  @Test func anExplanationNamesWhatIsNotMet() throws {
    let rule = DeterministicRule(
      "r",
      require: [
        LevelRequirement("surname", atLeast: "exact"),
        LevelRequirement("given-name", atLeast: "initial"),
      ], unless: [LevelRequirement("birth-date", atMost: "same-year")])
    let result = try Self.run(Self.specification(Self.comparisons, [rule]))
    let linked = Set(result.links.map { [Int($0.left), Int($0.right)] })
    for left in 0..<30 {
      for right in 0..<30 {
        let told = try RuleExplanation(left: left, right: right, prepared: result.prepared)
        let verdict = try #require(told.verdicts.first)
        #expect(verdict.holds == linked.contains([left, right]))
        #expect(verdict.holds == verdict.failing.isEmpty)
        if verdict.holds { #expect(told.owningRule != nil) }
      }
    }
  }
}
