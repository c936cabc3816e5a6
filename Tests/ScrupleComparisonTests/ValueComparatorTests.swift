import ScrupleMadeUpRecords
import ScrupleNormalization
import Testing

@testable import ScrupleComparison

/// Whether a test holds of two texts; asked both ways round.
private func holds(_ test: LevelTest, _ left: String, _ right: String) -> (Bool, Bool) {
  let field = NormalizedField("text", .text, left: [left], right: [right])
  let comparator = ValueComparator(field: field, tests: [(test, 2)])
  let codes = (field.left.first[0], field.right.first[0])
  return (comparator.level(codes.0, codes.1) == 2, comparator.level(codes.1, codes.0) == 2)
}

struct ValueComparatorTests {
  @Test(
    arguments: [
      (.exact, "ann", "ann", true), (.exact, "ann", "anna", false),
      // Winkler 1990: MARTHA and MARHTA have 0.961, DIXON and DICKSONX 0.813.
      (.jaroWinkler(atLeast: 0.961), "martha", "marhta", true),
      (.jaroWinkler(atLeast: 0.962), "martha", "marhta", false),
      (.jaro(atLeast: 0.944), "martha", "marhta", true),
      (.jaro(atLeast: 0.945), "martha", "marhta", false),
      (.jaroWinkler(atLeast: 0.81), "dixon", "dicksonx", true),
      (.jaroWinkler(atLeast: 0.82), "dixon", "dicksonx", false),
      (.levenshtein(atMost: 3), "kitten", "sitting", true),
      (.levenshtein(atMost: 2), "kitten", "sitting", false),
      (.levenshtein(atMost: 1), "abcd", "abdc", false),
      (.levenshtein(atMost: 2), "abcd", "abdc", true),
      (.optimalStringAlignment(atMost: 1), "abcd", "abdc", true),
      (.optimalStringAlignment(atMost: 2), "ca", "abc", false),
      (.optimalStringAlignment(atMost: 3), "ca", "abc", true),
      (.damerauLevenshtein(atMost: 2), "ca", "abc", true),
      (.damerauLevenshtein(atMost: 1), "ca", "abc", false),
      (.indel(atMost: 2), "cat", "car", true), (.indel(atMost: 1), "cat", "car", false),
      // night and nacht share one of four and four 2-grams.
      (.dice(atLeast: 0.25), "night", "nacht", true),
      (.dice(atLeast: 0.26), "night", "nacht", false),
      (.jaccard(atLeast: 0.14), "night", "nacht", true),
      (.jaccard(atLeast: 0.15), "night", "nacht", false),
      (.tokenSet(atLeast: 1), "garcia lopez", "lopez garcia lopez", true),
      (.tokenSet(atLeast: 0.99), "garcia lopez", "smith jones", false),
      (.sharedToken, "garcia lopez", "lopez", true), (.sharedToken, "garcia", "lopez", false),
      (.sharedToken, "j garcia", "j lopez", false), (.sharedToken, "garcia", "garciax", false),
      (.initial, "j", "john", true), (.initial, "jo", "john", false),
      (.initial, "k", "john", false),
      (.sameInitial, "james", "john", true), (.sameInitial, "james", "kate", false),
      (.prefix, "rob", "robert", true), (.prefix, "ro", "robert", false),
      (.prefix, "rod", "robert", false),
      (.soundsLike, "smith", "schmidt", true), (.soundsLike, "smith", "jones", false),
      (.soundsLike, "1", "2", false),
      // Ashcraft and Ashcroft are A261; Tymczak is T522, Pfister P236.
      (.soundex, "ashcraft", "ashcroft", true), (.soundex, "tymczak", "pfister", false),
      (.soundex, "kathryn", "catherine", false), (.soundex, "1", "2", false),
      (.levenshteinSimilarity(atLeast: 0.8), "perez", "peres", true),
      (.levenshteinSimilarity(atLeast: 0.8), "perez", "perezo", true),
      (.levenshteinSimilarity(atLeast: 0.8), "pere", "perez", true),
      (.levenshteinSimilarity(atLeast: 0.8), "lee", "lei", false),
      (.levenshteinSimilarity(atLeast: 0.8), "johnsons", "jonsos", false),
      (.levenshteinSimilarity(atLeast: 0.7), "abcdefghij", "abcdefg", true),
      (.levenshteinSimilarity(atLeast: 0.1), "abcdefghij", "axxxxxxxxx", true),
      (.levenshteinSimilarity(atLeast: 0.75), "peña", "peno", false),
      (.levenshteinSimilarity(atLeast: 0.75), "peña", "pena", true),
      (.lastFour, "123456789", "6789", true), (.lastFour, "789", "6789", false),
      (.lastFour, "123456789", "123456780", false),
      (.numeric(atMost: 1), "34", "35", true), (.numeric(atMost: 1), "34", "36", false),
      (.numeric(atMost: 0.5), "1.5", "2", true), (.numeric(atMost: 100), "x", "2", false),
      (.near, "maria", "marie", true), (.near, "ann", "anna", true), (.near, "al", "an", false),
      (.near, "mary ann", "maryann", true), (.near, "smith", "jones", false),
      (.near, "elizabeth", "elisabetj", true), (.near, "robert", "albert", false),
      (.similar, "martha", "marta", true), (.similar, "smith", "jones", false),
      (.similar, "baker", "takes", true),
      (.swapped(with: "x"), "ann", "bob", false), (.crossed(with: "x"), "ann", "bob", false),
      (.oneDigit, "1980", "1981", false), (.address(.home), "a", "b", false),
    ] as [(LevelTest, String, String, Bool)])
  func aTestHoldsOfTheseValuesEitherWayRound(
    test: LevelTest, left: String, right: String, isExpected: Bool
  ) {
    #expect(holds(test, left, right) == (isExpected, isExpected))
  }

  static let textTests: [LevelTest] = [
    .exact, .jaroWinkler(atLeast: 0.9), .jaro(atLeast: 0.8), .levenshtein(atMost: 1),
    .optimalStringAlignment(atMost: 2), .damerauLevenshtein(atMost: 1), .indel(atMost: 2),
    .dice(atLeast: 0.6), .jaccard(atLeast: 0.5), .tokenSet(atLeast: 0.8), .sharedToken, .initial,
    .sameInitial, .prefix, .soundsLike, .soundex, .lastFour, .numeric(atMost: 2), .near, .similar,
  ]

  @Test(arguments: textTests)
  func exchangingTwoValuesChangesNothing(test: LevelTest) {
    var dice = Dice(seed: 31)
    for _ in 0..<1_500 {
      let alphabet = dice.pick(["abe", "ab ", "12.", "smith "])
      let one = dice.word(alphabet, 1...9)
      let other = dice.once(in: 3) ? one + dice.word(alphabet, 0...2) : dice.word(alphabet, 1...9)
      let both = holds(test, one, other)
      #expect(both.0 == both.1, "'\(one)' and '\(other)'")
    }
  }

  @Test(arguments: textTests)
  func equalValuesPassEveryTest(test: LevelTest) {
    for value in ["a", "ab", "abc", "de la cruz", "1", "."] {
      #expect(holds(test, value, value) == (true, true), "'\(value)'")
    }
  }

  @Test func theFirstTestThatHoldsGivesTheLevel() {
    let field = NormalizedField(
      "name", .name, left: ["martha"], right: ["martha", "marhta", "marsha b", "m", "zoe"])
    let comparator = ValueComparator(
      field: field,
      tests: [
        (.exact, 5), (.optimalStringAlignment(atMost: 1), 4), (.jaroWinkler(atLeast: 0.8), 3),
        (.initial, 2),
      ])
    let levels = field.right.first.map { comparator.level(field.left.first[0], $0) }
    #expect(levels == [5, 4, 3, 2, 1])
  }

  @Test func testsOfDatesDoNotFitTextAndTheOtherWayRound() {
    let dates: [LevelTest] = [
      .dayMonthSwap, .oneDigit, .dateParts(atLeast: 2), .withinDays(3), .sameYear, .withinYears(1),
    ]
    for test in dates {
      #expect(ValueComparator.fits(test, .date))
      #expect(!ValueComparator.fits(test, .name))
    }
    for test in Self.textTests {
      #expect(ValueComparator.fits(test, .name))
      #expect(ValueComparator.fits(test, .date) == (test == .exact))
    }
  }
}
