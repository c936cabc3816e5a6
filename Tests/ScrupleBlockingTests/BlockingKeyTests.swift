import Foundation
import ScrupleBlocking
import Testing

struct BlockingKeyTests {
  private static let transforms: [KeyTransform] = [
    .value, .prefix(1), .prefix(3), .prefix(12), .soundex, .doubleMetaphone, .tokens,
    .sortedTokens, .deletions, .year, .yearMonth, .monthDay,
  ]

  @Test(arguments: transforms)
  func everyKeyReadsBackAsItIsWritten(transform: KeyTransform) throws {
    for field in ["surname", "birth-date", "Feld 2", "x"] {
      let key = BlockingKey(transform, field)
      #expect(try BlockingKey(parsing: key.description) == key)
    }
  }

  @Test func sortedTokensReadSeveralFieldsInTheirOrder() throws {
    let key = BlockingKey(.sortedTokens, "given-name", "middle-name", "surname")
    #expect(key.description == "sorted-tokens(given-name, middle-name, surname)")
    #expect(try BlockingKey(parsing: key.description) == key)
  }

  @Test(
    arguments: [
      ("surname", BlockingKey(.value, "surname")),
      ("  surname ", BlockingKey(.value, "surname")),
      ("soundex(surname)", BlockingKey(.soundex, "surname")),
      (" soundex ( surname ) ", BlockingKey(.soundex, "surname")),
      ("prefix10(postcode)", BlockingKey(.prefix(10), "postcode")),
      ("sorted-tokens(a,b)", BlockingKey(.sortedTokens, "a", "b")),
      ("sorted-tokens(a)", BlockingKey(.sortedTokens, "a")),
      ("month-day(birth-date)", BlockingKey(.monthDay, "birth-date")),
    ])
  func blanksDoNotMatter(text: String, key: BlockingKey) throws {
    #expect(try BlockingKey(parsing: text) == key)
  }

  @Test(
    arguments: [
      "", " ", ")", "surname)", "soundex(", "soundex(surname", "soundex()", "soundex( )",
      "soundex(surname) x", "soundex(a, b)", "prefix3(a, b)", "sorted-tokens(a,)",
      "sorted-tokens(,a)", "sorted-tokens(a,,b)",
    ])
  func whatIsNoKeyIsUnreadable(text: String) {
    #expect(throws: BlockingError.unreadableKey(text)) { try BlockingKey(parsing: text) }
  }

  @Test(arguments: ["metaphone", "Soundex", "prefix", "prefix0", "prefix-1", "prefixx", ""])
  func anUnknownTransformIsNamed(name: String) {
    let text = "\(name)(surname)"
    #expect(throws: BlockingError.unknownTransform(name, key: text)) {
      try BlockingKey(parsing: text)
    }
  }

  @Test func everyNameThatMessagesOfferCanBeRead() throws {
    for name in KeyTransform.allNames {
      #expect(try BlockingKey(parsing: "\(name)(x)").description == "\(name)(x)")
    }
  }
}

struct BlockingRuleTests {
  private let rule = BlockingRule(
    BlockingKey(.soundex, "surname"), BlockingKey(.sortedTokens, "given-name", "surname"),
    BlockingKey(.year, "birth-date"))

  @Test func aRuleIsAListOfKeysInJSON() throws {
    let json = try JSONEncoder().encode(rule)
    #expect(
      String(decoding: json, as: UTF8.self)
        == #"["soundex(surname)","sorted-tokens(given-name, surname)","year(birth-date)"]"#)
    #expect(try JSONDecoder().decode(BlockingRule.self, from: json) == rule)
  }

  @Test func aRuleWithABadKeyIsRefused() {
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(BlockingRule.self, from: Data(#"["surname","soundex("]"#.utf8))
    }
  }

  @Test func aRuleSaysItsKeysAndFields() {
    #expect(
      rule.description
        == "soundex(surname) & sorted-tokens(given-name, surname) & year(birth-date)")
    #expect(rule.fieldNames == ["surname", "given-name", "surname", "birth-date"])
    #expect(BlockingRule(keys: []).description == "all pairs")
  }
}
