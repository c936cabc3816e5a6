import ScrupleFlagging
import ScrupleNormalization
import ScrupleRecords
import Testing

/// A table with one column for each name; cells that are empty are missing.
private func source(_ columns: [(String, ColumnRole, [String])], separator: String? = nil)
  -> SourceColumns
{
  let count = columns.first?.2.count ?? 0
  let table = RecordTable(
    source: "made up",
    columns: columns.map { name, _, cells in
      var dictionary = ValueDictionary()
      let codes = cells.map { cell in
        Array(cell.utf8).withUnsafeBufferPointer { dictionary.code(of: $0) }
      }
      return TextColumn(name: name, dictionary: dictionary, codes: codes)
    }, rowCount: count)
  return SourceColumns(
    table: table,
    mapping: SourceMapping(
      columns: columns.map { ColumnMapping(column: $0.0, role: $0.1, separator: separator) }),
    rows: (0..<UInt32(count)).map { $0 })
}

@Suite struct ReadingTests {
  private func statuses(_ cells: String...) throws -> [RecordedStatus] {
    try StatusRecord.read(source([("status", .status, cells)])).map(\.status)
  }

  @Test func theVocabularyAndItsSynonymsAreRead() throws {
    let cells = RecordedStatus.allCases.map(\.rawValue)
    let read = try StatusRecord.read(source([("status", .status, cells)]))
    #expect(read.map(\.status) == RecordedStatus.allCases)
    #expect(
      try statuses("U.S. Citizen", "Lawful Permanent Resident", "LPR", "Naturalised citizen")
        == [.citizen, .permanentResident, .permanentResident, .citizen])
    #expect(
      try statuses("TPS", "Deferred action", "overstay", "EWI", "Removal ordered", "Asylum granted")
        == [.protected, .protected, .expired, .withoutInspection, .orderedRemoved, .asylee])
  }

  @Test func wordsInsideOtherWordsAreNotRead() throws {
    #expect(
      try statuses("not a citizen", "non-citizen", "noncitizen", "citizen?no", "expired passport")
        == Array(repeating: .unknown, count: 5))
  }

  @Test func codesOfAdmissionAreReadInEitherColumn() throws {
    let codes: [(String, RecordedStatus)] = [
      ("USC", .citizen), ("LPR", .permanentResident), ("IR1", .permanentResident),
      ("IR-6", .permanentResident), ("F11", .permanentResident), ("F-1", .temporary),
      ("F1", .temporary), ("B2", .temporary), ("H-1B", .temporary), ("TPS", .protected),
      ("DED", .protected), ("PAR", .temporary), ("EWI", .withoutInspection),
      ("WI", .withoutInspection), ("RE6", .permanentResident), ("AS6", .permanentResident),
      ("AS1", .asylee), ("RE", .refugee), ("DV1", .permanentResident), ("UN", .unknown),
      ("UU", .unknown), ("E11", .permanentResident), ("E2", .temporary), ("ZZ9", .unknown),
      ("EXP", .unknown),
    ]
    for role in [ColumnRole.status, .classOfAdmission] {
      let read = try StatusRecord.read(source([("code", role, codes.map(\.0))]))
      for (record, (code, status)) in zip(read, codes) {
        #expect(record.status == status, "\(code) as \(role)")
      }
    }
    let children = try StatusRecord.read(
      source([("coa", .classOfAdmission, ["IR2", "IR3", "IR7", "IH3", "IR1", "IR5"])]))
    #expect(children.map(\.hasCitizenshipClass) == [true, true, true, true, false, false])
  }

  @Test func aStatusWinsOverTheClassAndAsOfOverTheUpdate() throws {
    let read = try StatusRecord.read(
      source([
        ("status", .status, ["pending", "", "unknown", "N/A"]),
        ("coa", .classOfAdmission, ["EWI", "EWI", "EWI", ""]),
        ("as_of", .statusAsOf, ["2014-01-02", "", "", "2014"]),
        ("update", .statusUpdated, ["2015-01-02", "2015-01-02", "", ""]),
      ]))
    #expect(read.map(\.status) == [.pending, .withoutInspection, .unknown, .unknown])
    #expect(read.map(\.isStatusFromClass) == [false, true, false, false])
    #expect(read.map(\.asOf) == [day("2014-01-02"), day("2015-01-02"), nil, day("2014")])
    #expect(read.map(\.isAsOfFromUpdate) == [false, true, false, false])
  }

  @Test func placesOfBirthAreCountries() throws {
    let places: [(String, String?)] = [
      ("INDIANAPOLIS, IN", "US"), ("TX", "US"), ("Puerto Rico", "US"), ("USA", "US"),
      ("New Mexico", "US"), ("GUADALAJARA, MEXICO", "MX"), ("Mexico", "MX"), ("MM", nil),
      ("Atlanta, Georgia", "US"), ("Springfield", nil), ("", nil), ("unknown", nil),
      ("Kingston, Jamaica", "JM"),
    ]
    let read = try BookingFacts.read(source([("pob", .birthPlace, places.map(\.0))]))
    for (facts, (place, code)) in zip(read, places) {
      #expect(facts.birthCountries == [code].compactMap { $0.flatMap(Country.init) }, "\(place)")
    }
    let countries = try BookingFacts.read(
      source([
        ("cob", .birthCountry, ["MX", "MEX", "México", "Georgia", "US", "Côte d'Ivoire", "CA"])
      ]))
    #expect(
      countries.map { $0.birthCountries.first?.rawValue }
        == ["MX", "MX", "MX", "GE", "US", "CI", "CA"])
    let both = try BookingFacts.read(
      source([("pob", .birthPlace, ["Philadelphia, PA"]), ("cob", .birthCountry, ["Jamaica"])]))
    #expect(both[0].birthCountries.map(\.rawValue) == ["US", "JM"])
  }

  @Test func aCodeOfAnotherSystemIsNoCodeOfISO() throws {
    let read = try StatusRecord.read(
      source([
        ("cob", .birthCountry, ["MM", "MM", "GE", "TX", "US", "MEX", "Mexico", "MX"]),
        (
          "system", .birthCodeSystem,
          ["POLICE2", "ISO2", "NCIC", "POLICE2", "POLICE2", "ISO3", "POLICE2", ""]
        ),
      ]))
    #expect(
      read.map { $0.birthCountries.first?.rawValue }
        == [nil, "MM", nil, "US", "US", "MX", "MX", "MX"])
  }

  @Test func heightsAreReadAsBookingFilesWriteThem() throws {
    let heights: [(String, Int?)] = [
      ("507", 67), ("5'07\"", 67), ("5-07", 67), ("5 ft 7 in", 67), ("700", 84), ("7'0", 84),
      ("67", 67), ("67 in", 67), ("170", 67), ("170 cm", 67), ("1.70", 67), ("1,70 m", 67),
      ("6'", 72), ("511", 71), ("512", nil), ("12", nil), ("", nil), ("999", nil), ("tall", nil),
      ("00000000000000000000", nil),
    ]
    let read = try BookingFacts.read(source([("height", .height, heights.map(\.0))]))
    for (facts, (text, inches)) in zip(read, heights) {
      #expect(facts.heightInches == inches, "\(text)")
    }
  }

  @Test func aBookingIsRead() throws {
    let read = try BookingFacts.read(
      source([
        ("arrest_date", .bookingDate, ["", "13/02/2015"]),
        ("jail_entry", .bookingDate, ["2015-02-14 23:10", "2015-02-15"]),
        ("citizenship_stated", .statedCitizenship, ["MEX", "US citizen"]),
        ("prior_outcome", .priorOutcome, ["refuted", "maybe"]),
        ("sex", .sex, ["F", "male"]),
        ("dob", .birthDate, ["1980-02-03", "1982-02-XX"]),
      ]))
    #expect(read.map(\.bookedOn) == [day("2015-02-14"), day("2015-02-13")])
    #expect(read.map(\.statedCitizenship) == [.foreign, .unitedStates])
    #expect(read.map(\.priorOutcome) == [.refuted, nil])
    #expect(read.map(\.sex) == [.female, .male])
    #expect(read.map(\.birthDates.first) == [day("1980-02-03"), day("1982-02")])
  }

  @Test func severalValuesInACellAreRead() throws {
    let read = try StatusRecord.read(
      source(
        [
          ("a", .aNumber, ["A012345678|12345678|A923456789", "", "000000000"]),
          ("dob", .birthDate, ["1980-02-03|1980-03-02", "", ""]),
        ], separator: "|"))
    #expect(read.map(\.aNumbers) == [[12_345_678, 923_456_789], [], []])
    #expect(read[0].birthDates == [day("1980-02-03"), day("1980-03-02")].compactMap { $0 })
  }

  @Test func aRecordIsRead() throws {
    let read = try StatusRecord.read(
      source([
        ("certificate_no", .certificateNumber, ["N123", "N/A", "none"]),
        ("naturalization_date", .naturalizationDate, ["1995-01-02", "", ""]),
        ("parent", .parentNaturalizationDate, ["", "2001-02-03", ""]),
        ("parent_number", .parentANumber, ["A912345678", "", "000000000"]),
        ("until", .admittedUntil, ["D/S", "2015-01-01", ""]),
        ("order", .orderDate, ["2010-01-01", "", ""]),
        ("vacated", .orderVacatedDate, ["", "2011-01-01", ""]),
        ("ctz", .citizenshipCountry, ["USA", "GT", ""]),
      ]))
    #expect(read.map(\.hasCertificate) == [true, false, false])
    #expect(read.map(\.naturalizedOn) == [day("1995-01-02"), nil, nil])
    #expect(read.map(\.parentNaturalizedOn) == [nil, day("2001-02-03"), nil])
    #expect(read.map(\.parentANumbers) == [[912_345_678], [], []])
    #expect(read.allSatisfy { $0.aNumbers.isEmpty }, "a parent's number is not the person's")
    #expect(read.map(\.admittedUntil) == [nil, day("2015-01-01"), nil])
    #expect(read.map(\.orderedOn) == [day("2010-01-01"), nil, nil])
    #expect(read.map(\.orderVacatedOn) == [nil, day("2011-01-01"), nil])
    #expect(read.map(\.isCitizenByCountry) == [true, false, false])
  }
}
