import ScrupleMadeUpRecords
import ScrupleNormalization
import Testing

/// A source with a column of nearly every role, and cells of every outcome.
private func randomSource(seed: UInt64, rows: Int) -> MadeUpSource {
  var dice = Dice(seed: seed)
  func cells(_ choices: [String]) -> [String] { (0..<rows).map { _ in dice.pick(choices) } }
  return MadeUpSource([
    (.givenName, cells(["Maria", "JOSÉ", "FNU", "", "Anne-Marie", "N/A", "J.", "123"])),
    (.middleName, cells(["", "B", "Elena", "Jr", "NMN"])),
    (.surname, cells(["Garcia", "de la Cruz", "LNU", "", "O'Neil", "Smith III", "???"])),
    (.secondSurname, cells(["", "Lopez"])),
    (.suffix, cells(["", "Jr.", "Sr"])),
    (
      .birthDate,
      cells(["25/12/1982", "03/04/1990", "01/01/1900", "", "1990", "99/99/9999", "31/01/1985"])
    ),
    (.ssn, cells(["123-45-6780", "999-99-9999", "", "000-12-3456", "1", "6780", "321549876"])),
    (.phone, cells(["212-555-0101", "(212) 555 0102", "", "1"])),
    (.email, cells(["a@example.org", "B@Example.ORG", "", "none"])),
    (.sex, cells(["F", "male", "", "U"])),
    (.streetNumber, cells(["1", "12b", ""])), (.street, cells(["Main St", "12 Elm Road", ""])),
    (.unit, cells(["", "Apt 3"])), (.locality, cells(["", "Hill Farm"])),
    (.city, cells(["Fairton", "ST. LOUIS", ""])), (.state, cells(["CA", "texas", "", "ZZ"])),
    (.postcode, cells(["90776", "90776-1234", "", "x"])),
    (.birthPlace, cells(["Mexico", "", "mexico"])),
    (.text, cells(["blue", "Blue!", ""])), (.id, (0..<rows).map { "\($0)" }),
    (.auditOnly, cells(["x", "y"])), (.ignore, cells(["x"])),
  ])
}

/// Everything of a field as texts and numbers.
private func written(_ field: NormalizedField) -> [String] {
  var lines = ["\(field.name) \(field.kind)"]
  lines += (0..<field.values.count).map { field.values.text(of: UInt32($0)) }
  for column in [field.left, field.right] {
    lines += ["\(column.first)", "\(column.others)", "\(column.otherOffsets)"]
  }
  return lines + field.dates.map(\.description) + ["\(field.isHeaped)"]
}

struct NormalizedRecordsTests {
  private let left = randomSource(seed: 1, rows: 120)
  private let right = randomSource(seed: 2, rows: 150)

  @Test func fieldsThatBothSidesHaveStandInAFixedOrder() throws {
    let records = try normalized(left, right).records
    #expect(
      records.fields.map(\.name) == [
        "given-name", "middle-name", "surname", "suffix", "birth-date", "street-number", "street",
        "unit", "address-line-2", "city", "state", "postcode", "ssn", "phone", "email", "sex",
        "birth-place", "text",
      ])
    #expect(records.leftCount == 120)
    #expect(records.rightCount == 150)
    for field in records.fields {
      #expect(field.left.count == 120)
      #expect(field.right.count == 150)
      #expect(field.hasValuesOnBothSides)
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func theOrderOfTheRowsChangesNothing(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let plain = try normalized(left, right)
    let permuted = try normalized(
      left.permuted(dice.order(120)), right.permuted(dice.order(150)))
    #expect(permuted.records.fields.map(written) == plain.records.fields.map(written))
    #expect(permuted.summary == plain.summary)
  }

  @Test(arguments: [2, 8])
  func theNumberOfThreadsChangesNothing(threads: Int) throws {
    let one = try normalized(left, right)
    let several = try normalized(left, right, threads: threads)
    #expect(several.records.fields.map(written) == one.records.fields.map(written))
    #expect(several.summary == one.summary)
  }

  @Test func exchangingTheSidesExchangesTheFields() throws {
    let forward = try normalized(left, right)
    let backward = try normalized(right, left)
    #expect(backward.records.fields.map(\.name) == forward.records.fields.map(\.name))
    for (one, other) in zip(forward.records.fields, backward.records.fields) {
      #expect(one.leftTexts == other.rightTexts)
      #expect(one.rightTexts == other.leftTexts)
    }
    #expect(forward.summary.left == backward.summary.right)
    #expect(forward.summary.right == backward.summary.left)
  }

  @Test func everyRecordIsCountedOnceInEverySummary() throws {
    let (records, summary) = try normalized(left, right)
    for (summaries, rows) in [(summary.left, 120), (summary.right, 150)] {
      for field in summaries {
        #expect(field.recordCount == rows, "\(field.field)")
        #expect(field.partial <= field.usable)
      }
      #expect(Set(summaries.map(\.field)).count == summaries.count)
    }
    for name in ["given-name", "surname", "birth-date", "ssn", "phone", "email", "sex", "text"] {
      let usable = try #require(summary.left.first { $0.field == name }).usable
      // Two surname columns: a record may have the second one only.
      if name == "surname" {
        #expect(records.field(name)!.left.presentCount >= usable)
      } else {
        #expect(records.field(name)!.left.presentCount == usable, "\(name)")
      }
    }
  }

  @Test func aFieldThatOneSideLacksIsLeftOut() throws {
    let names = MadeUpSource([(.givenName, ["Ana"]), (.surname, ["Ruiz"]), (.sex, ["F"])])
    let dates = MadeUpSource([(.surname, ["Ruiz"]), (.birthDate, ["1980-01-02"]), (.sex, [""])])
    #expect(try normalized(names, dates).records.fields.map(\.name) == ["surname"])
  }

  @Test func columnsForAuditAndIgnoredOnesAreNeverFields() throws {
    let only = MadeUpSource([
      (.id, ["1"]), (.auditOnly, ["x"]), (.ignore, ["x"]), (.county, ["x"]),
    ])
    #expect(try normalized(only, only).records.fields.isEmpty)
  }

  @Test func noRowsGiveNoFields() throws {
    let empty = MadeUpSource([(.givenName, []), (.birthDate, []), (.ssn, []), (.city, [])])
    let (records, summary) = try normalized(empty, randomSource(seed: 3, rows: 10))
    #expect(records.fields.isEmpty)
    #expect(records.leftCount == 0)
    #expect(records.rightCount == 10)
    for field in summary.left { #expect(field.recordCount == 0) }
  }

  @Test func aMappedColumnThatTheTableLacksIsPassedOver() throws {
    var source = MadeUpSource([(.surname, ["Ruiz"])])
    source.mapping.columns.append(ColumnMapping(column: "gone", role: .givenName))
    #expect(try normalized(source, source).records.fields.map(\.name) == ["surname"])
  }
}
