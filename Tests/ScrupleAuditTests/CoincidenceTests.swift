import Foundation
import ScrupleSharedFiles
import ScrupleStatistics
import Testing

@testable import ScrupleAudit

@Suite struct CoincidenceTests {
  private func counts(
    left: Int = 1000, right: Int = 2000, truePairs: Int = 0, name: Int, date: Int, both: Int
  ) -> CoincidenceCounts {
    CoincidenceCounts(
      leftRecords: left, rightRecords: right, truePairs: truePairs,
      sameName: SharedPairs(
        pairs: name, leftSquares: Double(name), rightSquares: Double(name)),
      sameDate: SharedPairs(
        pairs: date, leftSquares: Double(date), rightSquares: Double(date)),
      sameBoth: SharedPairs(
        pairs: both, leftSquares: Double(both), rightSquares: Double(both)),
      expectedGivenYear: 3)
  }

  @Test func expectedIsNamePairsTimesTheShareOfOneDate() throws {
    let found = CoincidentalAgreement(
      counts(name: 5000, date: 200, both: 2), registryRecords: 2000, level: 0.95)
    #expect(found.dateAgreement == 200.0 / 2_000_000)
    #expect(found.effectiveDates == 10_000)
    let expected = try #require(found.expected)
    #expect(abs(expected.estimate - 0.5) < 1e-12)
    // Names and dates without clusters: the relative variances are those of counts.
    let relative = (1.0 / 5000 * (1 - 5000 / 2e6) + 1.0 / 200 * (1 - 200 / 2e6)).squareRoot()
    #expect(abs(expected.upper - 0.5 * exp(1.959963984540054 * relative)) < 1e-9)
    #expect(found.observed.count == 2 && found.observedOverExpected == 4)
    #expect(found.observed.recomputed() == found.observed)
  }

  @Test func truePairsAreNoCoincidence() throws {
    var given = counts(truePairs: 100, name: 600, date: 300, both: 103)
    given.sameName.truePairs = 100
    given.sameDate.truePairs = 100
    given.sameBoth.truePairs = 100
    given.sameBoth.leftSquares = 3
    given.sameBoth.rightSquares = 3
    let found = CoincidentalAgreement(given, registryRecords: 2000, level: 0.95)
    #expect(found.namePairs == 500)
    #expect(found.dateAgreement == 200.0 / 1_999_900)
    #expect(found.observed.count == 3 && found.observed.total == 1_999_900)
  }

  @Test func aLargerRegistryHasCoincidencesInProportion() throws {
    var found = CoincidentalAgreement(
      counts(name: 5000, date: 200, both: 2), registryRecords: 4000, level: 0.95)
    found.project(to: 400_000)
    let projection = try #require(found.projection)
    #expect(abs(projection.expected.estimate - 50) < 1e-9)
    #expect(abs(projection.perSearch - 0.05) < 1e-12)
    #expect(projection.expected.lower < 50 && projection.expected.upper > 50)
  }

  @Test func filesWithoutPairsGiveNoFigure() {
    let none = CoincidentalAgreement(
      counts(left: 0, right: 0, name: 0, date: 0, both: 0), registryRecords: 0, level: 0.95)
    #expect(none.expected == nil && none.dateAgreement == nil && none.observed.estimate == nil)
  }

  @Test(
    .enabled(
      if: SharedFiles.has("data/stat_vectors/birthday_expected_matches.csv"),
      "\(SharedFiles.missing)"))
  func theBirthdayVectorsAreMet() throws {
    // 40 birth years, as the vectors have it: 14,610 dates, 29 February a little less common.
    for row in try SharedFiles.table("data/stat_vectors/birthday_expected_matches.csv") {
      guard let left = row["n_arrests"].flatMap({ Int($0) }),
        let right = row["n_status"].flatMap({ Int($0) }),
        let wanted = row["expected_coincidental_pairs"].flatMap({ Double($0) }),
        row["name"] != "TOTAL", left > 0
      else { continue }
      let cells = left * right
      // A table in which one pair in 14,610 has one date, exactly.
      let found = CoincidentalAgreement(
        CoincidenceCounts(
          leftRecords: left * 14_610, rightRecords: right * 14_610, truePairs: 0,
          sameName: SharedPairs(pairs: cells), sameDate: SharedPairs(pairs: cells * 14_610),
          sameBoth: SharedPairs(), expectedGivenYear: 0), registryRecords: right, level: 0.95)
      #expect(abs(try #require(found.expected).estimate - wanted) <= 1e-5 * wanted)
    }
  }
}
