import Foundation
import ScrupleComparison
import Testing

struct LevelTestTests {
  private static let all: [LevelTest] =
    [
      .exact, .near, .similar, .sharedToken, .initial, .sameInitial, .prefix, .soundsLike,
      .soundex, .dayMonthSwap, .oneDigit, .sameYear, .sameMonthDay, .lastFour,
      .swapped(with: "surname"),
      .crossed(with: "given-name"), .dateParts(atLeast: 2), .withinDays(0), .withinDays(31),
      .withinYears(1), .numeric(atMost: 0.5), .numeric(atMost: 3),
    ]
    + [0, 0.001, 0.7, 0.82, 0.925, 1].flatMap { limit -> [LevelTest] in
      [
        .jaroWinkler(atLeast: limit), .jaro(atLeast: limit), .dice(atLeast: limit),
        .jaccard(atLeast: limit), .tokenSet(atLeast: limit),
        .levenshteinSimilarity(atLeast: limit),
      ]
    }
    + [0, 1, 2, 12].flatMap { limit -> [LevelTest] in
      [
        .levenshtein(atMost: limit), .optimalStringAlignment(atMost: limit),
        .damerauLevenshtein(atMost: limit), .indel(atMost: limit),
      ]
    }
    + AddressAgreement.allCases.map { .address($0) }

  @Test(arguments: all)
  func everyTestReadsBackAsItIsWritten(test: LevelTest) throws {
    #expect(LevelTest(parsing: test.description) == test)
    let json = try JSONEncoder().encode([test])
    #expect(try JSONDecoder().decode([LevelTest].self, from: json) == [test])
  }

  @Test func noTwoTestsAreWrittenAlike() {
    #expect(Set(Self.all.map(\.description)).count == Self.all.count)
  }

  @Test(
    arguments: [
      ("exact", .exact), ("  exact ", .exact), ("jaro-winkler >= .92", .jaroWinkler(atLeast: 0.92)),
      ("jaro-winkler  >=  0.92", .jaroWinkler(atLeast: 0.92)),
      ("levenshtein <= 1.0", .levenshtein(atMost: 1)), ("within-days 31", .withinDays(31)),
      ("swapped surname", .swapped(with: "surname")), ("address home", .address(.home)),
    ] as [(String, LevelTest)])
  func blanksAndWaysOfWritingANumberDoNotMatter(text: String, test: LevelTest) {
    #expect(LevelTest(parsing: text) == test)
  }

  @Test(
    arguments: [
      "", " ", "Exact", "exact 1", "equal", "jaro-winkler", "jaro-winkler 0.9",
      "jaro-winkler <= 0.9", "jaro-winkler >= 1.1", "jaro-winkler >= -0.1", "jaro-winkler >= x",
      "jaro-winkler >= nan", "jaro-winkler >= 0.9 0.8", "levenshtein >= 1", "levenshtein <= 1.5",
      "levenshtein <= -1", "levenshtein <= inf", "within-days", "within-days >= 31",
      "within-days 1.5", "date-parts <= 2", "swapped", "crossed", "address", "address street",
      "numeric >= 1", "numeric <= -1",
    ])
  func whatIsNoTestIsRefused(text: String) {
    #expect(LevelTest(parsing: text) == nil)
    let json = Data("[\"\(text)\"]".utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([LevelTest].self, from: json) }
  }

  @Test func messagesOfferTheBeginningOfEveryTest() {
    let names = Set(LevelTest.allNames.map { $0.filter { $0.isLetter || $0 == "-" } })
    #expect(names.count == LevelTest.allNames.count)
    for test in Self.all {
      #expect(names.contains(String(test.description.split(separator: " ")[0])))
    }
  }
}

struct ComparisonRuleTests {
  private let rule = ComparisonRule(
    "given-name", levels: [.exact, .near, .initial], usesTermFrequency: true,
    missingWhenSwappedWith: "surname",
    condition: ComparisonCondition("sex", levels: ["exact", "missing"]))

  @Test func levelsAreLabelledFromMissingToBest() {
    #expect(rule.levelCount == 4)
    #expect((0...4).map(rule.label) == ["missing", "all else", "initial", "near", "exact"])
  }

  @Test func aRuleReadsTheFieldOfItsNameUnlessToldOtherwise() {
    #expect(rule.fields == ["given-name"])
    #expect(ComparisonRule("sex-2", fields: ["sex"], levels: [.exact]).fields == ["sex"])
  }

  @Test func aRuleReadsBackFromJSON() throws {
    let json = try JSONEncoder().encode(rule)
    #expect(try JSONDecoder().decode(ComparisonRule.self, from: json) == rule)
  }
}
