import ScrupleNormalization
import Testing

@testable import ScrupleBlocking

struct BroaderRulesTests {
  private func broader(_ pool: [BlockingRule], _ surnames: [String]) throws -> [RuleMask] {
    let records = NormalizedRecords([
      NormalizedField("given-name", .name, left: surnames, right: surnames),
      NormalizedField("surname", .name, left: surnames, right: surnames),
      NormalizedField("sex", .name, left: surnames, right: surnames),
    ])
    return BroaderRules(pool, try RuleKeys.all(pool, records: records)).masks
  }

  @Test func aRuleIsBroaderThanThoseThatHaveItsKeysAndMore() throws {
    let (name, sex) = (BlockingKey(.value, "surname"), BlockingKey(.value, "sex"))
    let initial = BlockingKey(.prefix(1), "given-name")
    let pool = [
      BlockingRule(name), BlockingRule(initial, name), BlockingRule(name, initial, sex),
      BlockingRule(sex, initial),
    ]
    #expect(try broader(pool, ["ann", "bob"]) == [0, 0b1, 0b1011, 0])
  }

  @Test func aRuleIsBroaderThanOneWithAFinerKey() throws {
    let pool = [
      BlockingRule(BlockingKey(.value, "surname")),
      BlockingRule(BlockingKey(.soundex, "surname")),
      BlockingRule(BlockingKey(.prefix(3), "surname")),
      BlockingRule(BlockingKey(.prefix(1), "surname")),
    ]
    #expect(try broader(pool, ["ann", "bob"]) == [0b1110, 0, 0b1000, 0])
  }

  /// A name that has no Soundex code is found by the rule with the whole name alone.
  @Test func aKeyThatSomeValuesLackIsNotBroader() throws {
    let pool = [
      BlockingRule(BlockingKey(.value, "surname")), BlockingRule(BlockingKey(.soundex, "surname")),
    ]
    #expect(try broader(pool, ["ann", "王"]) == [0, 0])
  }

  @Test func sortedTokensAreBroaderThanBothNames() throws {
    let pool = [
      BlockingRule(BlockingKey(.value, "given-name"), BlockingKey(.value, "surname")),
      BlockingRule(BlockingKey(.sortedTokens, "given-name", "surname")),
      BlockingRule(BlockingKey(.value, "surname")),
    ]
    #expect(try broader(pool, ["ann", "bob"]) == [0b110, 0, 0])
  }
}
