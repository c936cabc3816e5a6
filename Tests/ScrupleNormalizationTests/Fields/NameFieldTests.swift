import ScrupleNormalization
import Testing

struct NameFieldTests {
  private let parts = MadeUpSource([
    (.givenName, ["Maria", "José", "Kwame"]), (.middleName, ["Elena", "", "B."]),
    (.surname, ["Garcia", "Núñez", "Mensah"]),
  ])

  @Test(arguments: [
    ["Maria Elena Garcia", "José Núñez", "Kwame B. Mensah"],
    ["GARCIA, MARIA ELENA", "NÚÑEZ, JOSÉ", "MENSAH, KWAME B"],
  ])
  func partsAndWholeNamesGiveTheSameFields(names: [String]) throws {
    let records = try normalized(parts, MadeUpSource([(.fullName, names)])).records
    #expect(records.fields.map(\.name) == ["given-name", "middle-name", "surname"])
    for field in records.fields { #expect(field.leftTexts == field.rightTexts, "\(field.name)") }
    #expect(records.left("given-name") == ["maria", "jose", "kwame"])
    #expect(records.left("surname") == ["garcia", "nunez", "mensah"])
    #expect(records.left("middle-name") == ["elena", "", "b"])
  }

  @Test func theWholeNameStandsInWhereThePartsAreEmpty() throws {
    let mixed = MadeUpSource([
      (.givenName, ["Maria", "", ""]), (.surname, ["Garcia", "", "Mensah"]),
      (.fullName, ["Nobody Else", "José Núñez", "Kwame Mensah"]),
    ])
    let records = try normalized(mixed, parts).records
    #expect(records.left("given-name") == ["maria", "jose", ""])
    #expect(records.left("surname") == ["garcia", "nunez", "mensah"])
  }

  @Test func twoSurnameColumnsAreOneSurname() throws {
    let two = MadeUpSource([
      (.givenName, ["Ana", "Eva", "Luz"]), (.surname, ["Garcia", "", "Diaz"]),
      (.secondSurname, ["Lopez", "Ruiz", ""]),
    ])
    let one = MadeUpSource([
      (.givenName, ["Ana", "Eva", "Luz"]), (.surname, ["Garcia Lopez", "Ruiz", "Diaz"]),
    ])
    let records = try normalized(two, one).records
    #expect(records.left("surname") == ["garcia lopez", "ruiz", "diaz"])
    #expect(records.right("surname") == records.left("surname"))
  }

  @Test func suffixesAreFoundWhereverTheyStand() throws {
    let left = MadeUpSource([
      (.givenName, ["John", "John", "John Jr", "John", "John"]),
      (.middleName, ["", "III", "", "", ""]),
      (.surname, ["Smith Jr.", "Smith", "Smith", "Smith", "Smith"]),
      (.suffix, ["", "", "", "Sr.", ""]),
    ])
    let right = MadeUpSource([
      (
        .fullName,
        ["John Smith Jr", "John Smith III", "Smith, John, Jr.", "John Smith Sr", "John Smith"]
      )
    ])
    let records = try normalized(left, right).records
    #expect(records.left("suffix") == ["jr", "iii", "jr", "sr", ""])
    #expect(records.right("suffix") == records.left("suffix"))
    #expect(records.left("surname") == [String](repeating: "smith", count: 5))
    #expect(records.right("surname") == records.left("surname"))
    #expect(records.field("suffix")?.kind == .suffix)
  }

  @Test(arguments: [
    ("Jr.", "jr"), ("JUNIOR", "jr"), ("Sr", "sr"), ("II", "ii"), ("2nd", "ii"), ("III", "iii"),
    ("iii", "iii"), ("IV", "iv"), ("", ""), ("None", ""),
  ])
  func aSuffixColumnHoldsAnyGeneration(cell: String, expected: String) throws {
    let left = MadeUpSource([
      (.givenName, ["John", "John"]), (.surname, ["Smith", "Smith"]), (.suffix, [cell, "Jr"]),
    ])
    #expect(try normalized(left, left).records.left("suffix") == [expected, "jr"])
  }

  @Test func aSeparatorDividesAliasesAndWithoutOneThereAreNone() throws {
    let columns: [(ColumnRole, [String])] = [
      (.givenName, ["Maria|Marie", "Ana", "|Eva"]), (.surname, ["Garcia|Lopez|Diaz", "Ruiz", ""]),
    ]
    let records = try normalized(MadeUpSource(columns, separator: "|"), parts).records
    #expect(records.field("given-name")?.leftTexts == [["maria", "marie"], ["ana"], ["eva"]])
    #expect(records.field("surname")?.leftTexts == [["garcia", "lopez", "diaz"], ["ruiz"], []])
    let plain = try normalized(MadeUpSource(columns), parts).records
    #expect(plain.field("surname")?.left.isMultiValued == false)
  }

  @Test func wholeNamesMayBeAliasesToo() throws {
    let records = try normalized(
      MadeUpSource([(.fullName, ["Maria Garcia;Marie Lopez"])], separator: ";"), parts
    ).records
    #expect(records.field("given-name")?.leftTexts == [["maria", "marie"]])
    #expect(records.field("surname")?.leftTexts == [["garcia", "lopez"]])
  }

  @Test func placeholdersBecomeMissingAndAreCounted() throws {
    let left = MadeUpSource([
      (.givenName, ["FNU", "UNKNOWN", "Baby Boy", "", "Ana", "FNU Ravi"]),
      (.surname, ["Singh", "LNU", "Garcia", "N/A", "Null", "XXXX"]),
    ])
    let (records, summary) = try normalized(left, parts)
    #expect(records.left("given-name") == ["", "", "", "", "ana", "ravi"])
    #expect(records.left("surname") == ["singh", "", "garcia", "", "null", ""])
    let given = try #require(summary.left.first { $0.field == "given-name" })
    #expect(given.placeholder == 3)
    #expect(given.missing == 1)
    #expect(given.usable == 2)
    let surname = try #require(summary.left.first { $0.field == "surname" })
    #expect(surname.placeholder == 2)
    #expect(surname.missing == 1)
    #expect(surname.usable == 3)
  }

  @Test func everyRecordIsCountedOnceHoweverManyColumnsHoldItsGivenNames() throws {
    let left = MadeUpSource([
      (.givenName, ["Maria", "", "Eva"]), (.givenName, ["Marie", "Ana", ""]),
      (.surname, ["Garcia", "Ruiz", "Diaz"]),
    ])
    let (records, summary) = try normalized(left, parts)
    #expect(records.field("given-name")?.leftTexts == [["maria", "marie"], ["ana"], ["eva"]])
    for field in summary.left { #expect(field.recordCount == 3, "\(field.field)") }
    #expect(summary.left[0].usable == 3)
  }

  @Test func aRecordIsCountedByItsFirstUsableAlias() throws {
    let left = MadeUpSource(
      [(.givenName, ["FNU|Ravi", "FNU|"]), (.surname, ["Singh", "Singh"])], separator: "|")
    let (records, summary) = try normalized(left, parts)
    #expect(records.field("given-name")?.leftTexts == [["ravi"], []])
    #expect(summary.left[0].usable == 1)
    #expect(summary.left[0].placeholder == 1)
  }
}
