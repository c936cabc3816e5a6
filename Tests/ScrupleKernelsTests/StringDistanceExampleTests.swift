import ScrupleKernels
import Testing

/// A few published values, so that the tests decide even without the vector files.
@Suite struct StringDistanceExampleTests {
  private func distance(
    _ a: String, _ b: String,
    _ body: (StringDistance.Scalars, StringDistance.Scalars) -> Int
  ) -> Int {
    withScalars(scalars(a), scalars(b), body)
  }

  private func similarity(
    _ a: String, _ b: String,
    _ body: (StringDistance.Scalars, StringDistance.Scalars) -> Double
  ) -> Double {
    withScalars(scalars(a), scalars(b), body)
  }

  @Test func kittenToSittingCostsThree() {
    #expect(distance("kitten", "sitting") { StringDistance.levenshtein($0, $1) } == 3)
  }

  @Test func anExchangeWithAnInsertionCostsTwoWhenUnrestrictedAndThreeWhenNot() {
    #expect(distance("CA", "ABC") { StringDistance.optimalStringAlignment($0, $1) } == 3)
    #expect(distance("CA", "ABC") { StringDistance.damerauLevenshtein($0, $1) } == 2)
  }

  static let winklersExamples: [(String, String, Double, Double)] = [
    ("MARTHA", "MARHTA", 17.0 / 18, 0.9611111111111111),
    ("DWAYNE", "DUANE", 0.8222222222222222, 0.84),
    ("DIXON", "DICKSONX", 0.7666666666666666, 0.8133333333333332),
    ("", "", 1, 1), ("A", "", 0, 0), ("A", "A", 1, 1), ("A", "B", 0, 0),
  ]

  @Test(arguments: winklersExamples)
  func winklersExamplesHold(_ a: String, _ b: String, _ jaro: Double, _ winkler: Double) {
    let foundJaro = similarity(a, b) { StringDistance.jaro($0, $1) }
    let foundWinkler = similarity(a, b) { StringDistance.jaroWinkler($0, $1) }
    #expect(abs(foundJaro - jaro) < 1e-15 && abs(foundWinkler - winkler) < 1e-15)
  }

  @Test func theBonusNeedsMoreThanSevenTenths() {
    // jaro is 2/3: the common beginning counts for nothing.
    let pair = ("abxyzz", "abcdef")
    let jaro = similarity(pair.0, pair.1) { StringDistance.jaro($0, $1) }
    #expect(jaro < 0.7)
    #expect(similarity(pair.0, pair.1) { StringDistance.jaroWinkler($0, $1) } == jaro)
  }

  @Test func aGreatPrefixWeightGivesOneAtMost() {
    let found = similarity("milyarder", "milyarderlik") {
      StringDistance.jaroWinkler($0, $1, prefixWeight: 1)
    }
    #expect(found == 1)
  }

  @Test func symbolsAreScalarsAndNotGraphemes() {
    #expect(distance("e\u{301}", "\u{e9}") { StringDistance.levenshtein($0, $1) } == 2)
  }

  @Test func wordOrderDoesNotMatterToTokenRatios() {
    let found = similarity("Ana  Maria Cruz", "Cruz Ana Maria") {
      StringDistance.tokenSortRatio($0, $1)
    }
    #expect(found == 100)
    let subset = similarity("Ana Cruz", "Ana de la Cruz") { StringDistance.tokenSetRatio($0, $1) }
    #expect(subset == 100)
  }

  @Test func emptyTextsAreEqualToEachOtherAndToNothingElse() {
    #expect(similarity("", "") { StringDistance.ratio($0, $1) } == 100)
    #expect(similarity("", "a") { StringDistance.ratio($0, $1) } == 0)
    #expect(similarity("", "") { StringDistance.partialRatio($0, $1) } == 100)
    #expect(similarity("", "a") { StringDistance.partialRatio($0, $1) } == 0)
    #expect(similarity("", "") { StringDistance.tokenSortRatio($0, $1) } == 100)
    // As RapidFuzz has it: a text without words has no set to compare.
    #expect(similarity("", "") { StringDistance.tokenSetRatio($0, $1) } == 0)
    #expect(similarity("", "") { StringDistance.qGramDice($0, $1) } == 1)
    #expect(similarity("a", "b") { StringDistance.qGramDice($0, $1) } == 0)
    #expect(similarity("", "") { StringDistance.wordJaccard($0, $1) } == 1)
  }

  @Test(arguments: [
    ("BYRN", "BRN", true), ("SMTH", "SMYTH", true), ("CTHRN", "KTHRYN", true),
    ("MCHL", "MK", false), ("ED", "AD", true),
  ])
  func matchRatingComparesCodices(_ a: String, _ b: String, _ expected: Bool) {
    let found = withScalars(scalars(a), scalars(b)) {
      StringDistance.matchRatingComparison($0, $1)
    }
    #expect(found == expected)
  }

  @Test func matchRatingDoesNotCompareCodicesOfVeryDifferentLength() {
    let found = withScalars(scalars("T"), scalars("TMTH")) {
      StringDistance.matchRatingComparison($0, $1)
    }
    #expect(found == nil)
  }
}
