import ScrupleCorpus
import Testing

@Suite struct DateOperatorTests {
  private func parts(_ text: String) -> (year: Int, month: Int, day: Int) {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    return numbers.count == 3 ? (numbers[0], numbers[1], numbers[2]) : (0, 0, 0)
  }

  @Test func everyResultIsADayOfTheCalendarOrPartial() {
    let all: [any CorruptionOperator] = [
      DayMonthSwap(), YearOff(), DateDigit(), DateTransposition(), JanuaryFirst(),
      TwoDigitYear(), ClaimedAge(),
    ]
    for change in all {
      OperatorCases.results(of: change, on: OperatorCases.dates) { value, result in
        let (year, month, day) = parts(result)
        #expect(
          Day(year: year, month: month, day: day).text == result,
          "\(change.name): \(value), \(result)")
      }
    }
  }

  @Test func dayAndMonthAreSwappedOnlyWhereBothAreMonths() {
    for number in 0..<1461 as Range<Int32> {
      let value = Day(number: number).text
      let (year, month, day) = parts(value)
      var draw = OperatorCases.draw(0)
      let result = DayMonthSwap().apply(to: value, draw: &draw)
      if day <= 12, day != month {
        #expect(result.map(parts) ?? (0, 0, 0) == (year, day, month))
      } else {
        #expect(result == nil)
      }
    }
  }

  @Test func changesAreAsLargeAsClaimed() {
    OperatorCases.results(of: YearOff(), on: OperatorCases.dates) { value, result in
      #expect(abs(parts(value).year - parts(result).year) == 1)
    }
    OperatorCases.results(of: DateDigit(), on: OperatorCases.dates) { value, result in
      #expect(zip(value.utf8, result.utf8).count { $0 != $1 } == 1)
    }
    OperatorCases.results(of: DateTransposition(), on: OperatorCases.dates) { value, result in
      #expect(OperatorCases.distance(value, result) == 1)
      #expect(value.utf8.sorted() == result.utf8.sorted())
    }
    OperatorCases.results(of: JanuaryFirst(), on: OperatorCases.dates) { value, result in
      #expect(result == "\(value.prefix(4))-01-01")
    }
    OperatorCases.results(of: PartialDate(), on: OperatorCases.dates) { value, result in
      #expect(["\(value.prefix(7))-XX", "\(value.prefix(4))-XX-XX"].contains(result))
    }
    OperatorCases.results(of: TwoDigitYear(latest: 2026), on: OperatorCases.dates) {
      value, result in
      #expect(abs(parts(value).year - parts(result).year) == 100 && parts(result).year <= 2026)
    }
    OperatorCases.results(of: ClaimedAge(), on: OperatorCases.dates) { value, result in
      #expect((2...6).contains(abs(parts(value).year - parts(result).year)))
    }
  }

  @Test func partialDatesAndOtherTextStay() {
    let all: [any CorruptionOperator] = [
      DayMonthSwap(), YearOff(), DateDigit(), DateTransposition(), JanuaryFirst(), PartialDate(),
      TwoDigitYear(), ClaimedAge(),
    ]
    for value in ["1982-02-XX", "1982-02-30", "02/03/1982", "", "1982-13-01", "198-02-011"] {
      for change in all {
        var draw = OperatorCases.draw(0)
        #expect(change.apply(to: value, draw: &draw) == nil, "\(change.name) on \(value)")
      }
    }
  }
}

@Suite struct DigitOperatorTests {
  @Test func changesAreAsLargeAsClaimed() {
    let digits = OperatorCases.digits
    OperatorCases.results(of: DigitChanged(), on: digits) { value, result in
      #expect(value.utf8.count == result.utf8.count)
      #expect(zip(value.utf8, result.utf8).count { $0 != $1 } == 1)
    }
    OperatorCases.results(of: DigitDropped(), on: digits) { value, result in
      #expect(result.utf8.count == value.utf8.count - 1)
      #expect(OperatorCases.distance(value, result) == 1)
    }
    OperatorCases.results(of: DigitsTransposed(), on: digits) { value, result in
      #expect(value.utf8.sorted() == result.utf8.sorted())
      #expect(OperatorCases.distance(value, result) == 1)
    }
    OperatorCases.results(of: LetterForDigit(), on: digits) { value, result in
      #expect(zip(value.utf8, result.utf8).count { $0 != $1 } == 1)
    }
    OperatorCases.results(of: LeadingZeroLost(), on: digits) { value, result in
      #expect(!result.hasPrefix("0") && value.hasSuffix(result) && value.hasPrefix("0"))
    }
  }
}
