import ScrupleCorpus
import Testing

@Suite struct IdentifierIssuerTests {
  static let issuer = IdentifierIssuer(seed: 3)

  @Test func securityNumbersAreOfArea666AndNeverZero() {
    var seen = Set<String>()
    for person in 0..<20_000 as Range<UInt32> {
      let number = Self.issuer.socialSecurityNumber(person)!
      #expect(number.hasPrefix("666") && number.utf8.count == 9)
      #expect(number.dropFirst(3).prefix(2) != "00" && number.suffix(4) != "0000")
      seen.insert(number)
    }
    #expect(seen.count == 20_000)
    #expect(Self.issuer.socialSecurityNumber(989_900) != nil)
    #expect(Self.issuer.socialSecurityNumber(989_901) == nil)
  }

  @Test func permanentNumbersAreOfTheirPrefixesAndNeverMeet() {
    var seen = Set<String>()
    for person in 0..<10_000 as Range<UInt32> {
      for second in [false, true] {
        let number = Self.issuer.permanentAlienNumber(person, second: second)
        #expect(["90", "94", "95", "96", "97", "98", "99"].contains(number.prefix(2)))
        #expect(number.utf8.count == 9)
        #expect(seen.insert(number).inserted)
      }
    }
  }

  @Test func numbersOfEventsHaveTheirFormsAndNeverMeet() {
    var seen = Set<String>()
    for person in 0..<100 as Range<UInt32> {
      for event in 0..<240 {
        let admission = Self.issuer.admissionNumber(person, entry: event)
        #expect(admission.utf8.count == 11 && admission.hasPrefix("99"))
        let receipt = Self.issuer.receiptNumber(person, filing: event)
        #expect(receipt.utf8.count == 13 && receipt.hasPrefix("SYN"))
        #expect(seen.insert(admission).inserted && seen.insert(receipt).inserted)
      }
    }
    #expect(Self.issuer.fbiNumber(7).utf8.count == 9)
    #expect(Self.issuer.stateNumber(7, state: "TX").utf8.count == 10)
    #expect(Self.issuer.fingerprintNumber(7).utf8.count == 10)
    #expect(Self.issuer.certificateNumber(7).utf8.count == 8)
  }
}
