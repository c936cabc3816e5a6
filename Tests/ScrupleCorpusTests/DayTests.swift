import ScrupleCorpus
import Testing

@Suite struct DayTests {
  @Test func everyDayOfFourCenturiesComesBackFromItsParts() {
    for number in Day(year: 1800, month: 1, day: 1)
      .number...Day(year: 2199, month: 12, day: 31).number
    {
      let (year, month, day) = Day(number: number).parts
      #expect(Day(year: year, month: month, day: day).number == number)
    }
  }

  @Test func agesTurnOnTheBirthday() {
    let birth = Day(year: 2000, month: 2, day: 29)
    #expect(Day(year: 2018, month: 2, day: 28).age(ofBornOn: birth) == 17)
    #expect(Day(year: 2018, month: 3, day: 1).age(ofBornOn: birth) == 18)
    #expect(birth.adding(years: 18).text == "2018-02-28")
  }
}
