import ScrupleMadeUpRecords
import ScrupleNormalization
import Testing

struct ValueFieldTests {
  @Test func waysOfWritingAnIdentifierAreOneValue() throws {
    let left = MadeUpSource([(.ssn, ["123-45-6780", "321 54 9876"])])
    let right = MadeUpSource([(.ssn, ["123456780", "321-54-9876"])])
    let records = try normalized(left, right).records
    #expect(records.left("ssn") == ["123456780", "321549876"])
    #expect(records.right("ssn") == records.left("ssn"))
    #expect(records.field("ssn")?.kind == .identifier)
  }

  @Test func placeholderIdentifiersBecomeMissingAndAreCounted() throws {
    let left = MadeUpSource([
      (.ssn, ["999-99-9999", "123-45-6789", "000-12-3456", "12", "", "321-54-9876", "9876"])
    ])
    let (records, summary) = try normalized(left, left)
    #expect(records.left("ssn") == ["", "", "", "", "", "321549876", "9876"])
    let ssn = try #require(summary.left.first { $0.field == "ssn" })
    #expect(ssn.placeholder == 2)
    #expect(ssn.neverIssued == 1)
    #expect(ssn.invalid == 1)
    #expect(ssn.missing == 1)
    #expect(ssn.usable == 2)
    #expect(ssn.partial == 1)
    #expect(summary.left == summary.right)
  }

  @Test func aSeparatorDividesTheValuesOfACell() throws {
    let left = MadeUpSource(
      [(.ssn, ["123-45-6780|321-54-9876", "999-99-9999|123456780", "|", "123456780|123-45-6780"])],
      separator: "|")
    let records = try normalized(left, left).records
    #expect(
      records.field("ssn")?.leftTexts
        == [["123456780", "321549876"], ["123456780"], [], ["123456780"]])
  }

  @Test func twoColumnsOfOneRoleAreTwoValuesOfARecord() throws {
    let left = MadeUpSource([
      (.phone, ["212-555-0101", "", "212-555-0103"]),
      (.phone, ["212-555-0102", "212-555-0104", "212-555-0103"]),
    ])
    let (records, summary) = try normalized(left, left)
    #expect(records.field("phone")?.leftTexts.map(\.count) == [2, 1, 1])
    #expect(summary.left.map(\.usable) == [3])
    #expect(summary.left.map(\.recordCount) == [3])
  }

  @Test func labelsTellColumnsOfOneRoleApart() throws {
    func source(_ labels: [String]) -> MadeUpSource {
      var source = MadeUpSource(labels.map { (.identifier, ["\($0)1001", "\($0)1002"]) })
      for position in labels.indices { source.mapping.columns[position].label = labels[position] }
      return source
    }
    let records = try normalized(source(["case", "jail", "court"]), source(["jail", "case"]))
      .records
    #expect(records.fields.map(\.name) == ["case", "jail"])
    for field in records.fields { #expect(field.leftTexts == field.rightTexts) }
  }

  @Test func waysOfWritingASexAreOneValue() throws {
    let left = MadeUpSource([(.sex, ["F", "male", "Female", "?"])])
    let right = MadeUpSource([(.sex, ["female", "M", "f", "U"])])
    let records = try normalized(left, right).records
    #expect(records.left("sex") == records.right("sex"))
    #expect(Set(records.left("sex") ?? []).count == 3)
  }
}

struct AddressFieldTests {
  @Test func anAddressInPartsAndInOneLineGiveTheSameFields() throws {
    let parts = MadeUpSource([
      (.streetNumber, ["12", "405"]), (.street, ["Main Street", "Elm Road"]),
      (.unit, ["Apt 3", ""]), (.city, ["Fairton", "Greenburg"]), (.state, ["California", "NY"]),
      (.postcode, ["90776", "10001-1234"]),
    ])
    let line = MadeUpSource([
      (.street, ["12 Main St Apt 3", "405 Elm Rd"]), (.city, ["FAIRTON", "greenburg"]),
      (.state, ["CA", "New York"]), (.postcode, ["90776", "10001"]),
    ])
    let records = try normalized(parts, line).records
    let expected = ["street-number", "street", "unit", "city", "state", "postcode"]
    #expect(records.fields.map(\.name) == expected)
    for name in expected where name != "unit" {
      #expect(records.left(name) == records.right(name), "\(name)")
    }
  }

  @Test func aPartThatOneSideLacksIsLeftOut() throws {
    let left = MadeUpSource([(.city, ["Fairton"]), (.postcode, ["90776"])])
    let right = MadeUpSource([(.city, ["Fairton"]), (.state, ["CA"])])
    #expect(try normalized(left, right).records.fields.map(\.name) == ["city"])
  }
}
