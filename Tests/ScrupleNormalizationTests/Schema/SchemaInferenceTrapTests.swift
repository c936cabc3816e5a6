import ScrupleRecords
import Testing

@testable import ScrupleNormalization

/// Columns that must not be taken for what their names say.
@Suite struct SchemaInferenceTrapTests {
  private func decision(
    _ name: String, _ cells: [String], beside others: [(String, [String])] = []
  ) throws -> ColumnDecision {
    let result = SchemaInference.infer(SchemaTables.table([(name, cells)] + others))
    return try #require(result.decision(for: name))
  }

  @Test(arguments: [
    "cluster", "Cluster_ID", "entity_id", "simulant_id", "household_id", "label", "match_id",
    "ground_truth", "true_person", "entityKey", "is_match",
  ])
  func truthLikeColumnsAreIgnoredEvenWhereUnique(name: String) throws {
    if name == "true_person" {
      #expect(try decision(name, ["a", "b"]).role == .ignore)
      return
    }
    let found = try decision(name, ["1", "2", "3"])
    #expect(found.role == .ignore)
    #expect(found.reason.contains("truth"))
  }

  @Test func aPersonIdThatRepeatsMayCarryTheTruth() throws {
    let found = try decision("person_id", ["7", "7", "8"])
    #expect(found.role == .ignore)
    #expect(found.reason.contains("truth"))
    #expect(try decision("person_id", ["7", "9", "8"]).role == .id)
  }

  @Test func theBestUniqueColumnIsTheRowId() {
    let result = SchemaInference.infer(
      SchemaTables.csv("booking_id,id,person_id,ssn\n1,5,7,123456789\n2,6,8,123456780"))
    #expect(result.idColumn == "id")
    #expect(result.mapping.columns(with: .id).map(\.column) == ["id"])
    #expect(result.decision(for: "ssn")?.role == .ssn)
    #expect(result.decision(for: "booking_id")?.role == .ignore)
  }

  @Test func anIdWithAGapIsNoRowId() {
    #expect(SchemaInference.infer(SchemaTables.csv("id,last\n1,Bo\n,Li\n3,Wu")).idColumn == nil)
  }

  @Test func organizationsAreNoPersons() throws {
    let found = try decision("name", ["Acme Corp", "Foo Bar LLC", "Baz GmbH", "Ann Lee"])
    #expect(found.role == .ignore)
    #expect(found.reason.contains("organizations"))
  }

  @Test func commaMarkedPersonsAreFullNames() throws {
    #expect(try decision("name", ["DIAZ, ANA", "BO, EVA MARIA"]).role == .fullName)
    #expect(try decision("nombre", ["DIAZ, ANA", "BO, EVA MARIA"]).role == .fullName)
  }

  @Test func aNameBesideASurnameIsAGivenNameUnlessItHoldsTheSurname() throws {
    let surnames = ("surname", ["Diaz", "Bo", "Li"])
    #expect(
      try decision("name", ["Ana Maria", "Eva", "Wu Xi"], beside: [surnames]).role == .givenName)
    #expect(
      try decision("name", ["Ana Diaz", "Eva Bo", "Wu Li"], beside: [surnames]).role == .fullName)
  }

  @Test(arguments: [
    "event_date", "entry_date", "date_of_entry", "created_at", "updated_at", "date",
    "date_of_death", "last_seen_date", "i94_date",
  ])
  func otherDatesAreNoBirthDates(name: String) throws {
    let found = try decision(name, ["1980-02-03", "1981-02-03"])
    #expect(found.role == .ignore)
    #expect(found.reason.contains("not the date of birth"))
  }

  @Test func aStatusOfACaseIsNoStatusOfAPerson() throws {
    #expect(try decision("status", ["Released", "Active", "Closed"]).role == .ignore)
    #expect(try decision("status", ["expired", "pending", "LPR"]).role == .status)
  }

  @Test func columnsForFlagsAreOfUseOnlyBesideADateOrAStatus() throws {
    let names = ["height", "order_date", "citizenship", "certificate_no"]
    let cells = ["2001-02-03", "2001-02-04"]
    for name in names {
      #expect(try decision(name, cells).role == .ignore, "\(name)")
      let beside = ("booking_date", ["2015-01-01", "2015-01-02"])
      #expect(try decision(name, cells, beside: [beside]).role.isOnlyForFlags, "\(name)")
    }
  }

  @Test func aDateUnderAnUnknownNameIsNotUsed() throws {
    #expect(try decision("foo", ["1980-02-03", "1981-02-03"]).role == .ignore)
  }

  @Test func impossibleContentIsNotUsedAndSaidWhy() throws {
    let cases: [(String, [String], String)] = [
      ("sex", ["White", "Black", "Asian"], "race"),
      ("state", ["Released", "Active", "Pending"], "state of a case"),
      ("dob", ["red", "blue", "green"], "dates"),
      ("surname", ["123", "456", "789"], "letters"),
      ("email", ["yes", "no", "yes"], "e-mail"),
      ("phone", ["yes", "no", "12"], "telephone"),
      ("age", ["1980-02-03", "1981-02-03", "x"], "ages"),
      ("zip", ["Rome", "Paris", "Oslo"], "postcodes"),
      ("first_name", ["1980-02-03", "1981-02-03", "1982-02-03"], "dates"),
      ("city", ["12", "13", "14"], "letters"),
      ("suffix", ["alpha", "beta", "gamma"], "suffixes"),
      ("i94", ["1", "2", "3"], "eleven"),
      ("a_number", ["x", "y", "z"], "seven to nine"),
      ("sid", ["yes", "no", "no"], "numbers"),
    ]
    for (name, cells, word) in cases {
      let found = try decision(name, cells)
      #expect(found.role == .ignore, "\(name)")
      #expect(found.reason.contains(word), "\(name): \(found.reason)")
    }
  }

  @Test func aYearIsNoReferenceWithoutAnAgeOrWhereItVaries() throws {
    let age = ("age", ["20", "30"])
    #expect(try decision("year", ["2020", "2020"]).role == .ignore)
    #expect(try decision("year", ["2020", "2019"], beside: [age]).role == .ignore)
    #expect(try decision("year", ["x", "x"], beside: [age]).role == .ignore)
    #expect(try decision("year", ["2020", "2020"], beside: [age]).role == .referenceYear)
  }

  @Test func columnsWithoutValuesAreIgnored() throws {
    for name in ["first_name", "dob", "ssn", "foo"] {
      for cells in [["", ""], ["N/A", "null"], ["-", "Unknown"]] {
        let found = try decision(name, cells)
        #expect(found.role == .ignore)
        #expect(found.reason == "no row has a value")
      }
    }
  }

  @Test func anAddressBesideItsPartsIsIgnored() {
    let result = SchemaInference.infer(
      SchemaTables.csv(
        "address,street_number,street,city\n12 Oak St,12,Oak St,Rome\n3 Elm St,3,Elm St,Oslo"))
    #expect(result.decision(for: "address")?.role == .ignore)
    #expect(result.decision(for: "address")?.reason.contains("'street'") == true)
  }

  @Test func oneColumnIsKeptOfEachField() {
    let result = SchemaInference.infer(
      SchemaTables.csv("middle_initial,middle_name,zip,zipcode\nM,Maria,12345,12345\nJ,John,,54321")
    )
    #expect(result.decision(for: "middle_name")?.role == .middleName)
    #expect(result.decision(for: "middle_initial")?.role == .ignore)
    #expect(result.decision(for: "zipcode")?.role == .postcode)
    #expect(result.decision(for: "zip")?.reason.contains("zipcode") == true)
  }

  @Test func contentAloneDecidesOnlyForEmail() throws {
    let found = try decision("kontakt", ["a@x.org", "b@y.org"])
    #expect(found.role == .email)
    #expect(found.confidence == .low)
    #expect(try decision("foo", ["123-45-6789", "123-45-6780"]).role == .ignore)
    #expect(try decision("foo", ["M", "F"]).role == .ignore)
  }

  @Test func aYearOrDayUnderANameOfDatesFindsItsRole() throws {
    #expect(try decision("dob", ["1980", "1981"]).role == .birthYear)
    #expect(try decision("birthday", ["1980-02-03", "1981-02-03"]).role == .birthDate)
    #expect(try decision("bday", ["1980-02-03", "1981-02-03"]).role == .birthDate)
  }

  @Test func aliasesAreIgnoredUnlessTheyAreTheOnlyNames() throws {
    let names = [("first", ["Ana", "Eva"]), ("last", ["Bo", "Li"])]
    let cells = ["Ana Bo|Anne Bo", "Eva Li|Eve Li"]
    #expect(try decision("aka", cells, beside: names).role == .ignore)
    let alone = try decision("aka", cells)
    #expect(alone.role == .fullName)
    #expect(alone.separator == "|")
  }
}
