import ScrupleMadeUpRecords
import ScrupleNormalization
import Testing

@testable import ScrupleComparison

struct AddressAgreementTests {
  private func agreement(_ bits: Int) -> AddressAgreement? {
    AddressAgreement(
      street: bits & 1 > 0, number: bits & 2 > 0, town: bits & 4 > 0, postcode: bits & 8 > 0,
      state: bits & 16 > 0)
  }

  @Test func onePartMoreNeverMakesAnAgreementLess() {
    for bits in 0..<32 {
      for part in 0..<5 where bits & 1 << part == 0 {
        let before = agreement(bits)?.rawValue ?? 0
        let after = agreement(bits | 1 << part)?.rawValue ?? 0
        #expect(after >= before, "parts \(bits), with part \(part)")
      }
    }
  }

  @Test func everyAgreementIsReachedAndNothingInCommonIsNone() {
    #expect(Set((0..<32).compactMap(agreement)) == Set(AddressAgreement.allCases))
    #expect(agreement(0) == nil)
    #expect(agreement(2) == nil, "a house number alone says nothing")
    #expect(agreement(31) == .home)
  }

  @Test func namesReadBack() {
    for agreement in AddressAgreement.allCases {
      #expect(AddressAgreement(name: agreement.name) == agreement)
    }
    #expect(AddressAgreement(name: "home ") == nil)
  }
}

/// The parts of an address, in the order in which the tests write them.
private let addressNames = [
  "street-number", "street", "address-line-2", "city", "postcode", "state",
]

private func records(_ left: [[String]], _ right: [[String]]) -> NormalizedRecords {
  NormalizedRecords(
    addressNames.enumerated().map { part, name in
      NormalizedField(
        name, name == "postcode" ? .postcode : .address, left: left.map { $0[part] },
        right: right.map { $0[part] })
    })
}

struct AddressComparisonTests {
  private static let rule = ComparisonRule(
    "address", fields: addressNames,
    levels: AddressAgreement.allCases.reversed().map { .address($0) })

  private func label(_ left: [String], _ right: [String]) throws -> String {
    let comparisons = try PreparedComparisons(rules: [Self.rule], records: records([left], [right]))
    var scratch = comparisons.makeScratch()
    var patterns: [UInt64] = []
    comparisons.patterns(left: [0], right: [0], scratch: &scratch, into: &patterns)
    return Self.rule.label(ofLevel: Int(patterns[0]))
  }

  private static let home = ["12", "main street", "", "fairton", "90776", "ca"]

  @Test(
    arguments: [
      (["12", "main street", "", "fairton", "90776", "ca"], "address home"),
      (["12", "main streat", "", "fairten", "11111", "ny"], "address home"),
      (["13", "main street", "", "other", "90777", "ny"], "address street-and-place"),
      (["12", "main street", "", "other", "11111", "ny"], "address street-and-number"),
      (["12", "elm road", "", "fairton", "90776", "ca"], "address number-and-place"),
      (["12", "elm road", "", "fairton", "11111", "ca"], "address neighbourhood"),
      (["13", "elm road", "", "fairton", "90776", "ca"], "address neighbourhood"),
      (["13", "main street", "", "other", "11111", "ny"], "address neighbourhood"),
      (["13", "elm road", "", "other", "90776", "ny"], "address place"),
      (["12", "elm road", "", "other", "11111", "ca"], "address state"),
      (["12", "elm road", "", "other", "11111", "ny"], "all else"),
      (["12", "", "", "", "", "ca"], "missing"), (["", "", "", "", "", ""], "missing"),
      (["", "main street", "", "", "", ""], "address neighbourhood"),
      (["12", "unit 4", "main street", "fairton", "90776", "ca"], "address home"),
    ] as [([String], String)])
  func whatTwoAddressesShareGivesTheLevel(other: [String], expected: String) throws {
    #expect(try label(Self.home, other) == expected)
    #expect(try label(other, Self.home) == expected)
  }

  @Test func exchangingTheSidesChangesNothing() throws {
    var dice = Dice(seed: 77)
    func address() -> [String] {
      let streets = ["", "main street", "main streat", "elm road", "unit 4"]
      return [
        dice.pick(["", "1", "2"]), dice.pick(streets), dice.pick(streets),
        dice.pick(["", "fairton", "fairten", "york"]), dice.pick(["", "90776", "90777", "111"]),
        dice.pick(["", "ca", "ny"]),
      ]
    }
    for _ in 0..<3_000 {
      let one = address()
      let other = address()
      #expect(try label(one, other) == label(other, one), "\(one) and \(other)")
    }
  }

  @Test func anAddressThatEqualsItselfHasTheBestLevelItsPartsAllow() throws {
    #expect(try label(Self.home, Self.home) == "address home")
    #expect(
      try label(["", "a b", "", "", "", ""], ["", "a b", "", "", "", ""])
        == "address neighbourhood")
  }

  @Test func aTestOfTextAmongAddressLevelsIsRefused() {
    let mixed = ComparisonRule("address", fields: addressNames, levels: [.address(.home), .exact])
    #expect(throws: ComparisonError.levelDoesNotFit(level: "exact", comparison: "address")) {
      try PreparedComparisons(rules: [mixed], records: records([Self.home], [Self.home]))
    }
  }
}
