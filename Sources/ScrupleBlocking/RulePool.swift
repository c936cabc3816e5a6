import ScrupleNormalization

/// The rules that the automatic choice may pick from, given the fields that
/// both sides have.
///
/// The pool holds keys that experience has found useful, from precise to
/// broad; which of them are used depends on the data alone.
enum RulePool {
  static func rules(for records: NormalizedRecords) -> [BlockingRule] {
    let usable = records.fields.filter(\.hasValuesOnBothSides)
    let names = Set(usable.map(\.name))
    var rules: [BlockingRule] = []
    for field in usable
    where field.kind == .identifier || field.kind == .email || field.kind == .phone {
      rules.append(BlockingRule(BlockingKey(.value, field.name)))
      rules.append(BlockingRule(BlockingKey(.deletions, field.name)))
    }
    rules += nameRules(names) + dateRules(names) + placeRules(names, usable)
    var seen = Set<BlockingRule>()
    return rules.filter { seen.insert($0).inserted }
  }

  private static func nameRules(_ names: Set<String>) -> [BlockingRule] {
    guard names.contains("surname") else {
      return names.contains("given-name") ? [BlockingRule(BlockingKey(.value, "given-name"))] : []
    }
    guard names.contains("given-name") else {
      return [
        BlockingRule(BlockingKey(.value, "surname")),
        BlockingRule(BlockingKey(.deletions, "surname")),
        BlockingRule(BlockingKey(.soundex, "surname")),
      ]
    }
    return [
      BlockingRule(BlockingKey(.value, "given-name"), BlockingKey(.value, "surname")),
      BlockingRule(BlockingKey(.sortedTokens, "given-name", "surname")),
      BlockingRule(BlockingKey(.soundex, "given-name"), BlockingKey(.soundex, "surname")),
      BlockingRule(BlockingKey(.deletions, "surname"), BlockingKey(.prefix(1), "given-name")),
      BlockingRule(BlockingKey(.deletions, "given-name"), BlockingKey(.prefix(1), "surname")),
      BlockingRule(BlockingKey(.tokens, "surname"), BlockingKey(.prefix(3), "given-name")),
      BlockingRule(BlockingKey(.prefix(4), "surname"), BlockingKey(.prefix(3), "given-name")),
      BlockingRule(BlockingKey(.value, "surname")),
    ]
  }

  private static func dateRules(_ names: Set<String>) -> [BlockingRule] {
    guard names.contains("birth-date") else { return [] }
    let date = BlockingKey(.value, "birth-date")
    let yearMonth = BlockingKey(.yearMonth, "birth-date")
    let monthDay = BlockingKey(.monthDay, "birth-date")
    let year = BlockingKey(.year, "birth-date")
    var rules = [BlockingRule(date)]
    for name in ["surname", "given-name"] where names.contains(name) {
      rules += [
        BlockingRule(BlockingKey(.value, name), date),
        BlockingRule(BlockingKey(.soundex, name), date),
        BlockingRule(BlockingKey(.prefix(1), name), date),
        BlockingRule(BlockingKey(.value, name), year),
        BlockingRule(BlockingKey(.value, name), yearMonth),
        BlockingRule(BlockingKey(.value, name), monthDay),
        BlockingRule(BlockingKey(.soundex, name), monthDay),
        BlockingRule(BlockingKey(.soundex, name), yearMonth),
        BlockingRule(BlockingKey(.soundex, name), year),
        BlockingRule(BlockingKey(.deletions, name), year),
        BlockingRule(BlockingKey(.tokens, name), year),
        BlockingRule(BlockingKey(.deletions, "birth-date"), BlockingKey(.value, name)),
        BlockingRule(BlockingKey(.deletions, "birth-date"), BlockingKey(.soundex, name)),
      ]
    }
    if names.contains("given-name") && names.contains("surname") {
      // Both names leave so few pairs that one part of the date may differ.
      for part in [year, monthDay] {
        rules.append(
          BlockingRule(BlockingKey(.sortedTokens, "given-name", "surname"), part))
        rules.append(
          BlockingRule(
            BlockingKey(.soundex, "given-name"), BlockingKey(.soundex, "surname"), part))
      }
    }
    if names.contains("postcode") {
      rules.append(BlockingRule(year, BlockingKey(.value, "postcode")))
      rules.append(BlockingRule(monthDay, BlockingKey(.value, "postcode")))
    }
    return rules
  }

  private static func placeRules(
    _ names: Set<String>, _ usable: [NormalizedField]
  ) -> [BlockingRule] {
    var rules: [BlockingRule] = []
    for place in ["postcode", "city", "street", "address-line-2", "birth-place"]
    where names.contains(place) {
      for name in ["surname", "given-name"] where names.contains(name) {
        rules.append(BlockingRule(BlockingKey(.value, place), BlockingKey(.value, name)))
        rules.append(BlockingRule(BlockingKey(.value, place), BlockingKey(.soundex, name)))
      }
    }
    if names.contains("street") && names.contains("street-number") {
      rules.append(
        BlockingRule(BlockingKey(.value, "street"), BlockingKey(.value, "street-number")))
      if names.contains("postcode") {
        rules.append(
          BlockingRule(BlockingKey(.value, "street-number"), BlockingKey(.value, "postcode")))
      }
    }
    if names.contains("street") && names.contains("postcode") {
      rules.append(BlockingRule(BlockingKey(.value, "street"), BlockingKey(.value, "postcode")))
    }
    return rules
  }
}
