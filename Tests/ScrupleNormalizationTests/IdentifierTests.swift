import Testing

@testable import ScrupleNormalization

@Suite struct IdentifierTests {
  let identifiers: IdentifierNormalizer
  init() throws { identifiers = IdentifierNormalizer(text: try TextNormalizer()) }

  @Test(arguments: [
    ("005-05-2478", IdentifierKind.ssn, "005052478", ValueOutcome.valid),
    ("005 05 2478", .ssn, "005052478", .valid), ("900-12-3456", .ssn, "900123456", .neverIssued),
    ("000-12-3456", .ssn, "000123456", .neverIssued),
    ("666-12-3456", .ssn, "666123456", .neverIssued),
    ("123-00-4567", .ssn, "123004567", .neverIssued),
    ("123-45-0000", .ssn, "123450000", .neverIssued),
    ("123-45-6789", .ssn, "123456789", .placeholder),
    ("111-11-1111", .ssn, "111111111", .placeholder),
    ("999-99-9999", .ssn, "999999999", .placeholder),
    ("078-05-1120", .ssn, "078051120", .placeholder),
    ("000-00-0000", .ssn, "000000000", .placeholder),
    ("XXXXX1234", .ssn, "1234", .partial), ("***-**-1234", .ssn, "1234", .partial),
    ("1234", .ssn, "1234", .partial), ("12345678", .ssn, "12345678", .invalid),
    ("12345678O", .ssn, "12345678o", .invalid), ("", .ssn, "", .missing),
    ("N/A", .ssn, "", .missing),
    ("XXX-XX-XXXX", .ssn, "", .missing), ("***-**-****", .ssn, "", .missing),
    ("A012345678", .aNumber, "012345678", .valid), ("A 12 345 678", .aNumber, "012345678", .valid),
    ("1234567", .aNumber, "001234567", .valid), ("A-123-456-789", .aNumber, "123456789", .valid),
    ("12345678.0", .aNumber, "012345678", .valid), ("123456", .aNumber, "123456", .invalid),
    ("A000000000", .aNumber, "000000000", .placeholder),
    ("A12345678B", .aNumber, "12345678b", .invalid),
    ("12345678901", .i94, "12345678901", .valid), ("123456789A1", .i94, "123456789a1", .valid),
    ("12345678A01", .i94, "12345678a01", .invalid), ("O23456789A1", .i94, "023456789a1", .valid),
    ("MSC1234567890", .receipt, "msc1234567890", .valid),
    ("MS1234567890", .receipt, "ms1234567890", .invalid),
    ("123456AB7", .fbi, "123456ab7", .valid), ("1234567890", .fbi, "1234567890", .invalid),
    ("IL12345678", .sid, "il12345678", .valid), ("12345678", .sid, "12345678", .invalid),
    ("1234567890", .fin, "1234567890", .valid), ("N0012345678", .sevis, "0012345678", .valid),
    ("(312) 555-0123", .phone, "3125550123", .valid),
    ("+1 312 555 0123 x12", .phone, "3125550123", .valid),
    ("555-0123", .phone, "5550123", .partial), ("000-000-0000", .phone, "0000000000", .placeholder),
    ("12", .phone, "12", .invalid), ("call me", .phone, "", .invalid),
    (" Ana.Garcia@Example.COM ", .email, "ana.garcia@example.com", .valid),
    ("a@b@c.d", .email, "a@b@c.d", .invalid),
    ("none@none.com", .email, "none@none.com", .placeholder),
    ("AB-123 45", .number, "ab12345", .valid), ("8121172", .number, "8121172", .valid),
    ("0000000", .number, "0000000", .placeholder), ("7", .number, "7", .placeholder),
    ("8121172.0", .number, "8121172", .valid), ("??", .number, "", .missing),
  ])
  func casesNormalize(raw: String, kind: IdentifierKind, value: String, outcome: ValueOutcome) {
    let identifier = identifiers.normalize(raw, kind: kind)
    #expect(identifier.text == value)
    #expect(identifier.outcome == outcome)
  }

  @Test func syntheticModeAcceptsAreasThatWereNeverIssued() {
    var synthetic = identifiers
    synthetic.syntheticMode = true
    #expect(synthetic.normalize("666-12-3456", kind: .ssn).outcome == .valid)
    #expect(synthetic.normalize("000-12-3456", kind: .ssn).outcome == .valid)
    #expect(identifiers.normalize("000-12-3456", kind: .ssn).outcome == .neverIssued)
    #expect(synthetic.normalize("000-00-0000", kind: .ssn).outcome == .placeholder)
    #expect(synthetic.normalize("900-12-3456", kind: .ssn).outcome == .valid)
    // From group 50 on numbers of these areas are those of taxpayers.
    #expect(synthetic.normalize("900-70-3456", kind: .ssn).outcome == .neverIssued)
  }

  @Test func aNumberSeriesAndPaddingAreFlagged() {
    #expect(identifiers.normalize("1234567", kind: .aNumber).flags == .padded)
    #expect(identifiers.normalize("312345678", kind: .aNumber).flags == .trackingSeries)
    #expect(identifiers.normalize("012345678", kind: .aNumber).flags == [])
  }

  @Test func everyAreaGroupAndSerialRuleHolds() {
    for area in 0...999 {
      let digits = String(1_000 + area).dropFirst() + "234568"
      let isIssued = area != 0 && area != 666 && area < 900
      let outcome = identifiers.normalize(String(digits), kind: .ssn).outcome
      #expect(outcome == (isIssued ? .valid : .neverIssued), "area \(area)")
    }
  }

  @Test func normalizingIsIdempotentAndNeverCrashes() {
    var generator = SplitMix(state: 31)
    let alphabet = Array("0123456789AXaO-. #*@x")
    for round in 0..<1_500 {
      let count = Int.random(in: 0...14, using: &generator)
      let plain = String((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? "0" })
      let raw = round % 2 == 0 ? plain : generator.randomText()
      for kind in IdentifierKind.allCases {
        let once = identifiers.normalize(raw, kind: kind)
        #expect(once.value.count <= 256)
        guard once.outcome.isUsable, once.value.isASCII else { continue }
        #expect(identifiers.normalize(once.text, kind: kind).value == once.value, "\(raw) \(kind)")
      }
    }
  }

  @Test func eMailPartsSplitAtTheAt() throws {
    let parts = try #require(EmailAddress.parts(of: Array("ana@x.org".utf8)))
    #expect(parts.local.elementsEqual("ana".utf8) && parts.domain.elementsEqual("x.org".utf8))
  }
}
