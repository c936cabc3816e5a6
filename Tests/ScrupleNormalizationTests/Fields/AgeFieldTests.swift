import ScrupleNormalization
import Testing

struct AgeFieldTests {
  /// Ages in a year, with birth dates that may be missing.
  private func aged(_ ages: [String], _ years: [String], dates: [String]? = nil) -> MadeUpSource {
    MadeUpSource(
      [(.age, ages), (.referenceYear, years)] + (dates.map { [(.birthDate, $0)] } ?? []))
  }

  private func born(_ years: [Int]) -> MadeUpSource {
    MadeUpSource([(.birthDate, years.map { "\($0)-06-15" })])
  }

  /// Whoever was `a` in year `y` was born in y − a or in y − a − 1: one apart in
  /// the field's unit. Every further year is two.
  @Test func anAgeIsOneApartFromBothYearsItAllowsAndTwoMoreForEachFurtherOne() throws {
    let ages = Array(1...99)
    let dates = ages.map { "\(1990 - $0)-02-03" }
    let left = aged(
      ages.map(String.init), ages.map { _ in "1990" }, dates: dates)
    for offset in -5...4 {
      let records = try normalized(left, born(ages.map { 1990 - $0 + offset })).records
      let field = try #require(records.field("age"))
      #expect(field.kind == .year)
      let apart = zip(field.leftTexts, field.rightTexts).map { abs(Int($0[0])! - Int($1[0])!) }
      let expected = 1 + 2 * (offset >= 0 ? offset : -offset - 1)
      #expect(apart.allSatisfy { $0 == expected }, "\(offset) years")
    }
  }

  @Test func theSidesMayBeExchanged() throws {
    let one = aged(["20", "31"], ["1990", "1991"], dates: ["1969-01-02", "1960-01-02"])
    let other = born([1970, 1959])
    let forward = try normalized(one, other).records
    let backward = try normalized(other, one).records
    #expect(forward.left("age") == ["3939", "3919"])
    #expect(forward.right("age") == ["3940", "3918"])
    #expect(backward.left("age") == forward.right("age"))
    #expect(backward.right("age") == forward.left("age"))
  }

  @Test func whatIsNoAgeOrNoYearIsMissing() throws {
    let ages = ["20", "x", "-1", "121", "", "120", "0", "30", "30", "30", "4.5"]
    let years = ["1990", "1990", "1990", "1990", "1990", "1990", "1990", "", "99", "2101", "1990"]
    let left = aged(ages, years, dates: ages.map { _ in "1950-01-02" })
    let records = try normalized(left, born([1970])).records
    #expect(
      records.left("age") == ["3939", "", "", "", "", "3739", "3979", "", "", "", ""])
  }

  @Test func aBirthDateThatIsMissingHasNoYear() throws {
    let left = aged(["20", "20"], ["1990", "1990"], dates: ["1970-01-02", ""])
    let right = MadeUpSource([(.birthDate, ["1970-01-01", "", "1900-01-01", "1971"])])
    let records = try normalized(left, right).records
    #expect(records.left("age") == ["3939", "3939"])
    let dates = records.right("birth-date") ?? []
    let found = records.right("age") ?? []
    #expect(found.count == 4)
    for (date, year) in zip(dates, found) {
      #expect(year == (date.isEmpty ? "" : String(2 * Int(date.prefix(4))!)))
    }
  }

  @Test func agesOnBothSidesOrWithoutTheirYearAreNoField() throws {
    let dated = ["1970-01-02", "1971-01-02"]
    let one = aged(["20", "21"], ["1990", "1990"], dates: dated)
    #expect(try normalized(one, one).records.field("age") == nil)
    let yearless = MadeUpSource([(.age, ["20", "21"]), (.birthDate, dated)])
    #expect(try normalized(yearless, born([1970])).records.field("age") == nil)
    #expect(try normalized(born([1970]), born([1971])).records.field("age") == nil)
    let nobody = aged(["20", "21"], ["1990", "1990"])
    #expect(try normalized(nobody, MadeUpSource([(.surname, ["a"])])).records.field("age") == nil)
  }

  @Test func anAgeNeedsNoBirthDateBesideIt() throws {
    let left = aged(["20", "40"], ["1990", "1990"])
    let records = try normalized(left, born([1970, 1949])).records
    #expect(records.field("birth-date") == nil)
    #expect(records.left("age") == ["3939", "3899"])
    #expect(records.right("age") == ["3940", "3898"])
  }
}
