import ScrupleNormalization
import Testing

struct DateFieldTests {
  private let iso = MadeUpSource([(.birthDate, ["1982-12-25", "1982-04-03", "1990-01-31"])])

  @Test func threeColumnsAndOneGiveTheSameDates() throws {
    let three = MadeUpSource([
      (.birthDay, ["25", "3", "31"]), (.birthMonth, ["12", "April", "01"]),
      (.birthYear, ["1982", "1982", "1990"]),
    ])
    let records = try normalized(three, iso).records
    #expect(records.left("birth-date") == ["1982-12-25", "1982-04-03", "1990-01-31"])
    #expect(records.right("birth-date") == records.left("birth-date"))
    #expect(records.field("birth-date")?.kind == .date)
  }

  @Test func whatIsKnownOfADateIsKept() throws {
    let three = MadeUpSource([
      (.birthYear, ["1982", "1982", "", "1982"]), (.birthMonth, ["12", "", "12", "12"]),
      (.birthDay, ["", "", "25", "25"]),
    ])
    let (records, summary) = try normalized(three, iso)
    #expect(records.left("birth-date") == ["1982-12-XX", "1982-XX-XX", "", "1982-12-25"])
    #expect(summary.left[0].usable == 3)
    #expect(summary.left[0].partial == 2)
    #expect(summary.left[0].recordCount == 4)
  }

  @Test func aYearColumnAloneIsADate() throws {
    let records = try normalized(MadeUpSource([(.birthYear, ["1982", "1990"])]), iso).records
    #expect(records.left("birth-date") == ["1982-XX-XX", "1990-XX-XX"])
  }

  @Test func theOrderOfAColumnIsInferredFromAllOfIt() throws {
    let dayFirst = MadeUpSource([(.birthDate, ["25/12/1982", "03/04/1982", "31/01/1990"])])
    let monthFirst = MadeUpSource([(.birthDate, ["12/25/1982", "04/03/1982", "01/31/1990"])])
    let (records, summary) = try normalized(dayFirst, monthFirst)
    #expect(records.left("birth-date") == ["1982-12-25", "1982-04-03", "1990-01-31"])
    #expect(records.right("birth-date") == records.left("birth-date"))
    #expect(summary.left[0].dateOrder == "dmy (decided)")
    #expect(summary.right[0].dateOrder == "mdy (decided)")
    #expect(summary.left[0].dayMonthAmbiguous == 1)
  }

  @Test func anOrderThatIsGivenIsNotInferred() throws {
    let cells = ["03/04/1982", "05/06/1990"]
    let given = MadeUpSource([(.birthDate, cells)], dateOrder: .dmy)
    let (records, summary) = try normalized(given, MadeUpSource([(.birthDate, cells)]))
    #expect(records.left("birth-date") == ["1982-04-03", "1990-06-05"])
    #expect(records.right("birth-date") == ["1982-03-04", "1990-05-06"])
    #expect(summary.left[0].dateOrder == "dmy (given)")
    #expect(summary.right[0].dateOrder == "mdy (ambiguous)")
  }

  @Test func placeholderDatesBecomeMissingAndAreCounted() throws {
    let left = MadeUpSource([
      (.birthDate, ["01-01-1900", "12-25-1982", "", "02-31-1980", "01-01-1980", "1900-01-01"])
    ])
    let (records, summary) = try normalized(left, iso)
    #expect(records.left("birth-date") == ["", "1982-12-25", "", "", "1980-01-01", ""])
    #expect(summary.left[0].placeholder == 2)
    #expect(summary.left[0].missing == 1)
    #expect(summary.left[0].invalid == 1)
    #expect(summary.left[0].usable == 2)
    #expect(summary.left[0].recordCount == 6)
  }

  @Test func theFirstOfJanuaryIsCountedAndMarked() throws {
    let left = MadeUpSource([(.birthDate, ["1980-01-01", "1982-12-25", "1980-01-01"])])
    let (records, summary) = try normalized(left, iso)
    let field = try #require(records.field("birth-date"))
    #expect(summary.left[0].firstOfJanuary == 2)
    for code in 1..<field.values.count {
      #expect(field.isHeaped[code] == field.values.text(of: UInt32(code)).hasSuffix("-01-01"))
    }
    #expect(field.dates.count == field.values.count)
  }

  @Test func severalBirthDatesOfARecordAreKeptOnceEach() throws {
    let left = MadeUpSource(
      [(.birthDate, ["1982-12-25|1982-12-26", "|1990-01-31", "1980-05-06|1980-05-06|junk"])],
      separator: "|")
    let records = try normalized(left, iso).records
    #expect(
      records.field("birth-date")?.leftTexts
        == [["1982-12-25", "1982-12-26"], ["1990-01-31"], ["1980-05-06"]])
  }

  @Test func everyCodeHasTheDateOfItsText() throws {
    let left = MadeUpSource([(.birthDate, ["1982-12-25", "1982-12", "1982", "19900131"])])
    let field = try #require(try normalized(left, iso).records.field("birth-date"))
    for code in 1..<field.values.count {
      #expect(field.dates[code].description == field.values.text(of: UInt32(code)))
    }
  }
}
