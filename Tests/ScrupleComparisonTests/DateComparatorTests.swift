import ScrupleMadeUpRecords
import ScrupleNormalization
import Testing

@testable import ScrupleComparison

/// Whether a test holds of two dates; asked both ways round.
private func holds(_ test: LevelTest, _ left: String, _ right: String) -> (Bool, Bool) {
  let field = NormalizedField("birth-date", .date, left: [left], right: [right])
  let comparator = DateComparator(field: field, tests: [(test, 2)])
  let codes = (field.left.first[0], field.right.first[0])
  return (comparator.level(codes.0, codes.1) == 2, comparator.level(codes.1, codes.0) == 2)
}

/// Dates that often differ by little, some of them partial.
private func randomDate(_ dice: inout Dice) -> String {
  let year = ["1980", "1981", "1990", "1908", "2000"][dice.below(5)]
  let month = ["01", "02", "10", "11", "12"][dice.below(5)]
  let day = ["01", "02", "10", "11", "12", "20", "21"][dice.below(7)]
  switch dice.below(8) {
  case 0: return year
  case 1: return "\(year)-\(month)"
  default: return "\(year)-\(month)-\(day)"
  }
}

struct DateComparatorTests {
  @Test(
    arguments: [
      (.exact, "1980-03-05", "1980-03-05", true), (.exact, "1980-03-05", "1980-03", false),
      (.exact, "1980", "1980", true),
      (.sameMonthDay, "1980-03-05", "1999-03-05", true),
      (.sameMonthDay, "1980-03-05", "1980-05-03", false), (.sameMonthDay, "1980", "1981", false),
      (.sameMonthDay, "1980-03", "1981-03", false),
      (.dayMonthSwap, "1980-03-05", "1980-05-03", true),
      (.dayMonthSwap, "1980-03-05", "1981-05-03", false),
      (.dayMonthSwap, "1980-03-25", "1980-05-03", false),
      (.dayMonthSwap, "1980-03", "1980", false),
      (.oneDigit, "1980-03-05", "1980-03-06", true), (.oneDigit, "1980-03-05", "1990-03-05", true),
      (.oneDigit, "1980-03-05", "1980-03-16", false),
      (.oneDigit, "1980-03-12", "1980-03-21", true),
      (.oneDigit, "1980-01-01", "1980-10-01", true),
      (.oneDigit, "1980-10-11", "1980-11-01", true),
      (.oneDigit, "1980-12-01", "1980-11-02", false),
      (.oneDigit, "1980-03-05", "1980-03", false),
      (.dateParts(atLeast: 2), "1980-03-05", "1980-03-25", true),
      (.dateParts(atLeast: 2), "1980-03-05", "1981-03-05", true),
      (.dateParts(atLeast: 2), "1980-03-05", "1980-04-06", false),
      (.dateParts(atLeast: 2), "1980-03", "1980-03-05", true),
      (.dateParts(atLeast: 1), "1980", "1981", false),
      (.dateParts(atLeast: 2), "1980", "1980-03-05", false),
      (.withinDays(1), "1999-12-31", "2000-01-01", true),
      (.withinDays(1), "2000-02-28", "2000-03-01", false),
      (.withinDays(1), "1900-02-28", "1900-03-01", true),
      (.withinDays(31), "1980", "1980-01-01", false),
      (.sameYear, "1980", "1980-01-01", true), (.sameYear, "1980", "1981", false),
      (.withinYears(1), "1980-12-31", "1981-01-01", true), (.withinYears(1), "1980", "1982", false),
    ] as [(LevelTest, String, String, Bool)])
  func aTestHoldsOfTheseDatesEitherWayRound(
    test: LevelTest, left: String, right: String, isExpected: Bool
  ) {
    #expect(holds(test, left, right) == (isExpected, isExpected))
  }

  private static let tests: [LevelTest] = [
    .exact, .dayMonthSwap, .oneDigit, .dateParts(atLeast: 1), .dateParts(atLeast: 2),
    .dateParts(atLeast: 3), .withinDays(40), .sameYear, .withinYears(2),
  ]

  @Test(arguments: tests)
  func exchangingTwoDatesChangesNothingAndEqualDatesPass(test: LevelTest) {
    var dice = Dice(seed: 8)
    for _ in 0..<1_000 {
      let one = randomDate(&dice)
      let other = randomDate(&dice)
      let both = holds(test, one, other)
      #expect(both.0 == both.1, "\(one) and \(other)")
      #expect(holds(test, one, one) == (true, true), "\(one)")
    }
  }

  @Test func oneDigitIsOneDigitOrAnExchangeOfNeighboursAsATwinCountsThem() {
    var dice = Dice(seed: 9)
    for _ in 0..<3_000 {
      let one = randomDate(&dice)
      let other = randomDate(&dice)
      #expect(
        holds(.oneDigit, one, other).0 == Self.isOneDigit(one, other), "\(one) and \(other)")
    }
  }

  @Test func daysApartAreThoseOfACountedCalendar() {
    var days: [String] = []
    for (year, month) in [(1999, 12), (2000, 1), (2000, 2), (2000, 3)] {
      for day in 1...CivilDate.dayCount(year: year, month: month) {
        days.append(CivilDate(year: year, month: month, day: day)!.description)
      }
    }
    for one in stride(from: 0, to: days.count, by: 3) {
      for other in days.indices {
        #expect(holds(.withinDays(30), days[one], days[other]).0 == (abs(one - other) <= 30))
      }
    }
  }

  private static func isOneDigit(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let mine = Array(one.filter(\.isNumber))
    let theirs = Array(other.filter(\.isNumber))
    guard mine.count == 8, theirs.count == 8 else { return false }
    if zip(mine, theirs).count(where: { $0 != $1 }) == 1 { return true }
    return (0..<7).contains { place in
      var exchanged = mine
      exchanged.swapAt(place, place + 1)
      return exchanged == theirs
    }
  }
}
