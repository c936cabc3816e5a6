import ScrupleComparison
import ScrupleNormalization

/// The comparisons used where a specification names none.
///
/// One comparison per independent piece of evidence: the parts of an address
/// are one, since who shares a street shares a postcode; the sex is compared
/// apart where given names agree, since they tell the sex.
enum DefaultComparisons {
  static func rules(for records: NormalizedRecords) -> [ComparisonRule] {
    let shared = records.fields.filter(\.hasValuesOnBothSides)
    let names = Set(shared.map(\.name))
    var rules: [ComparisonRule] = []
    for field in shared { rules += self.rules(for: field, among: names) }
    let address = addressFields.filter(names.contains)
    if address.contains(where: { $0 != "state" && $0 != "street-number" }) {
      rules.append(
        ComparisonRule(
          "address", fields: address,
          levels: AddressAgreement.allCases.reversed().map { .address($0) }))
    }
    return rules
  }

  private static let addressFields = [
    "street-number", "street", "address-line-2", "city", "postcode", "state",
  ]

  private static func rules(
    for field: NormalizedField, among names: Set<String>
  ) -> [ComparisonRule] {
    switch (field.name, field.kind) {
    case ("given-name", _): [givenName(names)]
    case ("surname", _): [surname(names)]
    case ("middle-name", _):
      [ComparisonRule("middle-name", levels: [.exact, .sameInitial], usesTermFrequency: true)]
    case (_, .date): [date(field.name)]
    case (_, .year): age(names)
    case (_, .sex): sex(names)
    case (_, .suffix): [ComparisonRule(field.name, levels: [.exact])]
    case (_, .identifier), (_, .phone):
      [
        ComparisonRule(
          field.name, levels: [.exact, .optimalStringAlignment(atMost: 1)],
          usesTermFrequency: true)
      ]
    case (_, .email), (_, .text), ("birth-place", _), ("birth-country", _):
      [ComparisonRule(field.name, levels: [.exact, .near], usesTermFrequency: true)]
    case (_, .name), (_, .address), (_, .postcode), (_, .place): []
    }
  }

  private static func givenName(_ names: Set<String>) -> ComparisonRule {
    let across: [LevelTest] =
      names.contains("surname") ? [.swapped(with: "surname"), .crossed(with: "surname")] : []
    return ComparisonRule(
      "given-name",
      levels: [.exact] + across.prefix(1) + [.near, .initial, .sharedToken, .prefix]
        + across.dropFirst() + [.similar],
      usesTermFrequency: true)
  }

  private static func surname(_ names: Set<String>) -> ComparisonRule {
    ComparisonRule(
      "surname", levels: [.exact, .near, .initial, .sharedToken, .similar],
      usesTermFrequency: true,
      missingWhenSwappedWith: names.contains("given-name") ? "given-name" : nil)
  }

  private static let dateLevels: [LevelTest] = [
    .exact, .oneDigit, .dayMonthSwap, .dateParts(atLeast: 2), .sameYear, .withinYears(1),
  ]

  private static func date(_ name: String) -> ComparisonRule {
    ComparisonRule(name, levels: dateLevels, usesTermFrequency: true)
  }

  /// The sex, apart where the given name agrees and has told it already.
  private static func sex(_ names: Set<String>) -> [ComparisonRule] {
    guard names.contains("given-name") else { return [ComparisonRule("sex", levels: [.exact])] }
    let same = [LevelTest.exact, .near].map(\.description)
    let other = givenName(names).levels.map(\.description).filter { !same.contains($0) }
    return [
      ComparisonRule(
        "sex-if-given-name-agrees", fields: ["sex"], levels: [.exact],
        condition: ComparisonCondition("given-name", levels: same)),
      ComparisonRule(
        "sex-otherwise", fields: ["sex"], levels: [.exact],
        condition: ComparisonCondition("given-name", levels: other + ["all else", "missing"])),
    ]
  }

  /// An age says nothing that an equal birth date does not; it is a second
  /// witness where dates differ or one is missing.
  private static func age(_ names: Set<String>) -> [ComparisonRule] {
    let levels: [LevelTest] = [.numeric(atMost: 1), .numeric(atMost: 3)]
    func rule(_ name: String, _ dates: [String]) -> ComparisonRule {
      ComparisonRule(
        name, fields: ["age"], levels: levels,
        condition: ComparisonCondition("birth-date", levels: dates))
    }
    guard names.contains("birth-date") else {
      return [ComparisonRule("age", levels: levels)]
    }
    let labels = dateLevels.map(\.description)
    return [
      rule("age-if-birth-date-missing", ["missing"]),
      rule("age-if-birth-date-near", Array(labels[1...3])),
      rule("age-if-birth-year-near", Array(labels[4...5])),
      rule("age-otherwise", ["all else"]),
    ]
  }
}
