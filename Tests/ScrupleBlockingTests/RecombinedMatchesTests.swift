import ScrupleNormalization
import Testing

@testable import ScrupleBlocking

struct RecombinedMatchesTests {
  private let pool = [
    BlockingRule(BlockingKey(.value, "surname")), BlockingRule(BlockingKey(.value, "sex")),
    BlockingRule(BlockingKey(.value, "surname"), BlockingKey(.value, "sex")),
  ]

  private func covers(_ pairs: [(String, String)]) throws -> [RecombinedMatches.Cover] {
    let records = NormalizedRecords([
      NormalizedField("surname", .name, left: pairs.map(\.0), right: pairs.map { _ in "ann" }),
      NormalizedField("sex", .name, left: pairs.map(\.1), right: pairs.map { _ in "f" }),
    ])
    let keys = try RuleKeys.all(pool, records: records)
    let seeds = pairs.indices.map { Seed(left: UInt32($0), right: UInt32($0)) }
    return RecombinedMatches(of: SeedAgreement(seeds, pool, keys), records: records).covers
  }

  private func share(_ covers: [RecombinedMatches.Cover], _ rules: RuleMask) -> Double {
    let total = covers.reduce(0) { $0 + $1.count }
    return covers.filter { $0.rules & 0b111 == rules }.reduce(0) { $0 + $1.count } / total
  }

  /// Of ten matches one has another name and another one another sex; together both go wrong as
  /// often as chance would have it, which no evident match shows.
  @Test func slipsOfDifferentFieldsMeetByChance() throws {
    let pairs = (0..<10).map { ($0 == 0 ? "bob" : "ann", $0 == 1 ? "m" : "f") }
    let covers = try covers(pairs)
    // Matches that more rules find count less: 0.333 each for eight, 1 for the other two.
    let wrong = 1 / (8.0 / 3 + 2)
    let slip = 0.05 * 0.5
    let missed = wrong * 0.95 + slip
    #expect(abs(share(covers, 0) - missed * missed) < 0.005)
    #expect(abs(share(covers, 0b111) - (1 - missed) * (1 - missed)) < 0.01)
  }

  /// Matches that agree on everything leave room for slips that nobody has seen.
  @Test func aSlipIsPossibleThoughNoneWasSeen() throws {
    let covers = try covers((0..<50).map { _ in ("ann", "f") })
    #expect(share(covers, 0b010) > 0.01)
    #expect(share(covers, 0) > 0.0001)
    #expect(share(covers, 0b111) > 0.9)
  }

  @Test func noSeedsMakeNoMatches() throws {
    #expect(try covers([]).isEmpty)
  }
}
