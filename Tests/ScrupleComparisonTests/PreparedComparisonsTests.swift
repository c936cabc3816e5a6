import ScrupleMadeUpRecords
import ScrupleNormalization
import Testing

@testable import ScrupleComparison

/// Records of every kind of field whose values are often equal or alike.
private func randomRecords(
  seed: UInt64, count: Int = 60, isMultiValued: Bool = true
) -> NormalizedRecords {
  var dice = Dice(seed: seed)
  func column(_ value: (inout Dice) -> String) -> [[String]] {
    (0..<count).map { _ in
      let values = dice.once(in: 6) ? 0 : isMultiValued && dice.once(in: 4) ? 2 : 1
      return (0..<values).map { _ in value(&dice) }
    }
  }
  func name(_ dice: inout Dice) -> String {
    dice.pick(["maria", "marie", "mario", "garcia", "garcja", "lee", "j", "ana maria", "anamaria"])
  }
  func date(_ dice: inout Dice) -> String {
    dice.pick([
      "1980-03-05", "1980-05-03", "1980-03-06", "1980", "1980-03", "1981-03-05", "1992-11-30",
    ])
  }
  func number(_ dice: inout Dice) -> String { dice.word("12", 4...5) }
  func sex(_ dice: inout Dice) -> String { dice.pick(["f", "m"]) }
  func field(
    _ name: String, _ kind: FieldKind, _ value: @escaping (inout Dice) -> String
  ) -> NormalizedField {
    NormalizedField(name, kind, left: column(value), right: column(value))
  }
  return NormalizedRecords([
    field("given-name", .name, name), field("surname", .name, name),
    field("birth-date", .date, date), field("ssn", .identifier, number), field("sex", .sex, sex),
  ])
}

private let plainRules = [
  ComparisonRule("given-name", levels: [.exact, .near, .initial, .sharedToken, .similar]),
  ComparisonRule("surname", levels: [.exact, .jaroWinkler(atLeast: 0.9), .soundsLike]),
  ComparisonRule(
    "birth-date",
    levels: [.exact, .oneDigit, .dayMonthSwap, .dateParts(atLeast: 2), .sameYear, .withinYears(1)]),
  ComparisonRule("ssn", levels: [.exact, .optimalStringAlignment(atMost: 1), .lastFour]),
  ComparisonRule("sex", levels: [.exact]),
]

extension PreparedComparisons {
  /// The pattern of every pair, all compared with one working memory.
  fileprivate func allPatterns(_ records: NormalizedRecords) -> [UInt64] {
    var scratch = makeScratch()
    var patterns: [UInt64] = []
    let pairs = (0..<records.leftCount).flatMap { left in
      (0..<records.rightCount).map { (UInt32(left), UInt32($0)) }
    }
    self.patterns(
      left: pairs.map(\.0), right: pairs.map(\.1), scratch: &scratch, into: &patterns)
    return patterns
  }

  fileprivate func levels(_ pattern: UInt64) -> [Int] {
    rules.indices.map { layout.level(of: $0, in: pattern) }
  }
}

struct PreparedComparisonsTests {
  /// The level of a rule's first field: the best over all values of both
  /// records, each compared afresh.
  private func naiveLevel(
    _ rule: ComparisonRule, _ field: NormalizedField, _ left: Int, _ right: Int
  )
    -> Int
  {
    let tests = rule.levels.enumerated().map { position, test in
      (test: test, level: UInt8(rule.levels.count + 1 - position))
    }
    var best = 0
    for mine in field.leftTexts[left] {
      for theirs in field.rightTexts[right] {
        let one = field.values.existingCode(of: mine)!
        let other = field.values.existingCode(of: theirs)!
        let level =
          field.kind == .date
          ? DateComparator(field: field, tests: tests).level(one, other)
          : ValueComparator(field: field, tests: tests).level(one, other)
        best = max(best, Int(level))
      }
    }
    return best
  }

  @Test(arguments: [true, false])
  func patternsAreThoseOfATwinWithoutMemory(isMultiValued: Bool) throws {
    let records = randomRecords(seed: 5, count: 24, isMultiValued: isMultiValued)
    let comparisons = try PreparedComparisons(rules: plainRules, records: records)
    let patterns = comparisons.allPatterns(records)
    for left in 0..<records.leftCount {
      for right in 0..<records.rightCount {
        let expected = plainRules.enumerated().map {
          naiveLevel($1, records.fields[$0], left, right)
        }
        let found = comparisons.levels(patterns[left * records.rightCount + right])
        #expect(found == expected, "records \(left) and \(right)")
      }
    }
  }

  @Test func aMissingValueGivesLevelZeroAndAnEqualOneTheBest() throws {
    let records = randomRecords(seed: 6)
    let comparisons = try PreparedComparisons(rules: plainRules, records: records)
    let patterns = comparisons.allPatterns(records)
    for (position, field) in records.fields.enumerated() {
      let best = plainRules[position].levelCount
      let (mine, theirs) = (field.leftTexts, field.rightTexts)
      for (pair, pattern) in patterns.enumerated() {
        let (left, right) = (pair / records.rightCount, pair % records.rightCount)
        let level = comparisons.layout.level(of: position, in: pattern)
        let isMissing = mine[left].isEmpty || theirs[right].isEmpty
        let isEqual = !Set(mine[left]).isDisjoint(with: theirs[right])
        #expect((level == 0) == isMissing)
        #expect((level == best) == isEqual)
      }
    }
  }

  private static let everyRule: [ComparisonRule] = [
    ComparisonRule(
      "given-name",
      levels: [.exact, .swapped(with: "surname"), .near, .crossed(with: "surname"), .similar]),
    ComparisonRule(
      "surname", levels: [.exact, .near], missingWhenSwappedWith: "given-name"),
    plainRules[2], plainRules[3],
    ComparisonRule(
      "sex-if-given-name-agrees", fields: ["sex"], levels: [.exact],
      condition: ComparisonCondition("given-name", levels: ["exact", "near"])),
  ]

  @Test(arguments: [1, 2, 3] as [UInt64])
  func exchangingTheSidesGivesTheSamePatterns(seed: UInt64) throws {
    let records = randomRecords(seed: seed)
    let forward = try PreparedComparisons(rules: Self.everyRule, records: records)
      .allPatterns(records)
    let backward = try PreparedComparisons(rules: Self.everyRule, records: records.mirrored)
      .allPatterns(records.mirrored)
    for left in 0..<records.leftCount {
      for right in 0..<records.rightCount {
        #expect(
          forward[left * records.rightCount + right] == backward[right * records.leftCount + left],
          "seed \(seed), records \(left) and \(right)")
      }
    }
  }

  @Test func neitherTheOrderNorTheCompanyOfAPairMatters() throws {
    let records = randomRecords(seed: 9)
    let comparisons = try PreparedComparisons(rules: Self.everyRule, records: records)
    let all = comparisons.allPatterns(records)
    var dice = Dice(seed: 10)
    var scratch = comparisons.makeScratch()
    var patterns: [UInt64] = [99]
    for pair in dice.order(all.count).prefix(500) {
      let (left, right) = (pair / records.rightCount, pair % records.rightCount)
      comparisons.patterns(
        left: [UInt32(left)], right: [UInt32(right)], scratch: &scratch, into: &patterns)
      #expect(patterns == [all[pair]])
    }
    comparisons.patterns(left: [], right: [], scratch: &scratch, into: &patterns)
    #expect(patterns.isEmpty)
  }
}

struct PatternConditionTests {
  private static let deciding = ComparisonRule(
    "given-name", levels: [.exact, .near, .initial, .sharedToken, .similar])

  private static func rules(_ levels: [String], isFirst: Bool) -> [ComparisonRule] {
    let conditional = ComparisonRule(
      "sex-sometimes", fields: ["sex"], levels: [.exact],
      condition: ComparisonCondition("given-name", levels: levels))
    let sex = ComparisonRule("sex", levels: [.exact])
    return isFirst ? [conditional, deciding, sex] : [deciding, sex, conditional]
  }

  @Test(
    arguments: [
      ["exact"], ["exact", "near"], ["all else"], ["missing"], [],
      ["exact", "near", "initial", "shared-token", "similar", "all else", "missing"],
    ], [true, false])
  func aComparisonCountsOnlyAtTheLevelsOfItsCondition(levels: [String], isFirst: Bool) throws {
    let records = randomRecords(seed: 15)
    let rules = Self.rules(levels, isFirst: isFirst)
    let comparisons = try PreparedComparisons(rules: rules, records: records)
    let names = rules.map(\.name)
    func position(_ name: String) -> Int { names.firstIndex(of: name)! }
    for pattern in comparisons.allPatterns(records) {
      let found = comparisons.levels(pattern)
      let label = Self.deciding.label(ofLevel: found[position("given-name")])
      let expected = levels.contains(label) ? found[position("sex")] : 0
      #expect(found[position("sex-sometimes")] == expected)
    }
  }

  @Test(
    arguments: [
      ComparisonCondition("surname", levels: ["exact"]),
      ComparisonCondition("given-name", levels: ["exact", "jaro >= 0.9"]),
      ComparisonCondition("sex-sometimes", levels: ["exact"]),
    ])
  func aConditionOnWhatIsNotThereIsRefused(condition: ComparisonCondition) {
    let rules = [
      Self.deciding,
      ComparisonRule("sex-sometimes", fields: ["sex"], levels: [.exact], condition: condition),
    ]
    #expect(throws: ComparisonError.conditionDoesNotFit(comparison: "sex-sometimes")) {
      try PreparedComparisons(rules: rules, records: randomRecords(seed: 1))
    }
  }
}

struct ComparisonErrorTests {
  private let records = randomRecords(seed: 1, count: 3)
  private let known = ["given-name", "surname", "birth-date", "ssn", "sex"]

  private func expect(_ error: ComparisonError, _ rule: ComparisonRule) {
    #expect(throws: error) { try PreparedComparisons(rules: [rule], records: records) }
  }

  @Test func aFieldThatIsNotThereIsNamed() {
    expect(
      .unknownField("surnme", comparison: "surnme", known: known),
      ComparisonRule("surnme", levels: [.exact]))
    expect(
      .unknownField("other", comparison: "surname", known: known),
      ComparisonRule("surname", levels: [.exact, .swapped(with: "other")]))
    expect(
      .unknownField("other", comparison: "surname", known: known),
      ComparisonRule("surname", levels: [.exact], missingWhenSwappedWith: "other"))
  }

  @Test func aLevelThatDoesNotFitTheFieldIsNamed() {
    expect(
      .levelDoesNotFit(level: "same-year", comparison: "surname"),
      ComparisonRule("surname", levels: [.exact, .sameYear]))
    expect(
      .levelDoesNotFit(level: "near", comparison: "birth-date"),
      ComparisonRule("birth-date", levels: [.exact, .near]))
  }

  @Test func aComparisonNeedsALevel() {
    expect(.noLevels(comparison: "surname"), ComparisonRule("surname", levels: []))
  }

  @Test func sixtyFourBitsAreEnoughAndMoreAreRefused() throws {
    let rules = (0..<33).map { ComparisonRule("s\($0)", fields: ["surname"], levels: [.exact]) }
    #expect(
      try PreparedComparisons(rules: Array(rules.dropLast()), records: records).rules.count == 32)
    #expect(throws: ComparisonError.tooManyLevels) {
      try PreparedComparisons(rules: rules, records: records)
    }
  }
}
