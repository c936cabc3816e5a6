import Testing

@testable import ScrupleNormalization

@Suite struct ValueShapeTests {
  private func shape(_ text: String) -> ValueShape { ValueShape(of: Array(text.utf8)) }

  @Test(arguments: [
    "1949-03-24", "1949/3/24", "19490324", "03/24/1949", "24.03.1949", "24.3.49", "24 Mar 1949",
    "24MAR1949", "Mar 24, 1949", "1982-02-XX", "1980-00-00", "1980-02-03 00:00:00",
    "1980-02-03T00:00:00Z", "03241949", "12-dic-1980",
  ])
  func datesOfTheUsualFormsAreDates(text: String) {
    #expect(shape(text).contains(.date))
  }

  @Test(arguments: [
    "8988006", "1980", "smith", "12 oak street", "123-45-6789", "99999999", "1-2-3-4-5",
  ])
  func otherValuesAreNoDates(text: String) {
    #expect(!shape(text).contains(.date))
  }

  @Test(arguments: [
    ("123-45-6789", ValueShape.nineDigits), ("XXXXX1234", .nineDigits),
    ("***-**-1234", .nineDigits),
    ("a.b@example.org", .email), ("A012345678", .aNumber), ("12345678901", .i94),
    ("123456789A1", .i94), ("IOE0123456789", .receipt), ("Jr.", .nameSuffix), ("F", .sex),
    ("weiblich", .sex), ("se1 9ra", .postcode), ("00000", .postcode), ("SMITH, ANN", .comma),
    ("12 oak street", .numberThenWord), ("José", .letters), ("李小龍", .letters),
    ("Acme Corp.", .organization), ("Released", .caseStatus), ("5' 07", .anyDigit),
    ("03:12", .timeOfDay), ("VIC", .abbreviation), ("J", .initial), ("2020", .year),
  ])
  func aValueHasItsShape(text: String, expected: ValueShape) {
    #expect(shape(text).contains(expected))
  }

  @Test func everyByteStringHasAShapeWithoutATrap() {
    for first in UInt8.min...UInt8.max {
      for second in stride(from: first % 37, through: 215, by: 37) {
        _ = ValueShape(of: [first, second, first])
      }
    }
  }
}
