import Foundation
import ScrupleExecution
import ScrupleMadeUpRecords
import ScrupleNormalization
import Testing

@testable import ScrupleBlocking

/// People with names, a birth date and a number; the first `matches` records
/// of both sides are the same people, with one error in some.
private func people(seed: UInt64, left: Int, right: Int, matches: Int) -> NormalizedRecords {
  var dice = Dice(seed: seed)
  let surnames = (0..<300).map { _ in dice.word("abcdefghilmnorst", 4...9) }
  let givens = (0..<100).map { _ in dice.word("abcdefghilmnorst", 3...7) }
  func person() -> [String] {
    let month = 10 + dice.below(3)
    return [
      dice.pick(givens), dice.pick(surnames),
      "19\(40 + dice.below(60))-\(month)-\(10 + dice.below(19))", dice.word("0123456789", 9...9),
    ]
  }
  let mine = (0..<left).map { _ in person() }
  let theirs = (0..<right).map { record -> [String] in
    guard record < matches else { return person() }
    var copy = mine[record]
    let part = dice.below(4)
    if dice.once(in: 2) { copy[part] = person()[part] }
    if dice.once(in: 3) { copy[3] = "" }
    return copy
  }
  func field(_ name: String, _ kind: FieldKind, _ part: Int) -> NormalizedField {
    NormalizedField(name, kind, left: mine.map { $0[part] }, right: theirs.map { $0[part] })
  }
  return NormalizedRecords([
    field("given-name", .name, 0), field("surname", .name, 1), field("birth-date", .date, 2),
    field("ssn", .identifier, 3),
  ])
}

struct BlockingPlanTests {
  private static let records = people(seed: 3, left: 900, right: 1_000, matches: 600)
  private static let budget = 30_000

  private func plan(threads: Int = 1) throws -> BlockingPlan {
    try BlockingPlan.choose(
      for: Self.records, pairBudget: Self.budget,
      parallelism: Parallelism(threadCount: threads))
  }

  @Test func theChosenRulesReachTheEvidentMatches() throws {
    let plan = try plan()
    let candidates = try CandidatePairs(
      rules: plan.rules, records: Self.records, maximumBlockPairs: .max,
      parallelism: Parallelism(threadCount: 1))
    let reached = (0..<600).count { candidates.owningRule(left: $0, right: $0) != nil }
    #expect(plan.evidentMatchCount > 100)
    // Nobody has more than one error besides a missing number.
    #expect(reached >= 594, "\(reached) of 600 matches")
  }

  @Test func theChosenRulesStayWithinTheBudget() throws {
    let plan = try plan()
    let candidates = try CandidatePairs(
      rules: plan.rules, records: Self.records, maximumBlockPairs: .max,
      parallelism: Parallelism(threadCount: 1))
    #expect(candidates.costs.reduce(0) { $0 + $1.pairCount } <= Self.budget)
    #expect(plan.pairBudget == Self.budget)
  }

  @Test func estimatesOfSmallFilesAreExact() throws {
    let plan = try plan()
    for estimate in plan.estimates {
      let keys = try estimate.rule.split(separator: "&").map {
        try BlockingKey(parsing: String($0))
      }
      let candidates = try CandidatePairs(
        rules: [BlockingRule(keys: keys)], records: Self.records, maximumBlockPairs: .max,
        parallelism: Parallelism(threadCount: 1))
      #expect(candidates.costs[0].pairCount == estimate.pairCount, "\(estimate.rule)")
      #expect(0...1 ~= estimate.coverage)
    }
  }

  @Test func estimatesSayWhichRulesWereChosen() throws {
    let plan = try plan()
    #expect(
      Set(plan.estimates.filter(\.isChosen).map(\.rule)) == Set(plan.rules.map(\.description)))
    #expect(Set(plan.rules).count == plan.rules.count)
  }

  @Test func thePlanDependsNeitherOnThreadsNorOnTheRun() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let first = try encoder.encode(plan())
    for threads in [1, 2, 8] {
      #expect(try encoder.encode(plan(threads: threads)) == first)
    }
  }

  @Test func smallFilesAreComparedInFull() throws {
    let records = people(seed: 4, left: 20, right: 30, matches: 10)
    let plan = try BlockingPlan.choose(
      for: records, pairBudget: 600, parallelism: Parallelism(threadCount: 1))
    #expect(plan.rules == [BlockingRule(keys: [])])
    let tight = try BlockingPlan.choose(
      for: records, pairBudget: 599, parallelism: Parallelism(threadCount: 1))
    #expect(!tight.rules.contains(BlockingRule(keys: [])))
  }

  @Test func theDefaultBudgetGrowsWithTheRecords() {
    #expect(BlockingPlan.defaultPairBudget(leftCount: 0, rightCount: 0) == 400_000)
    #expect(BlockingPlan.defaultPairBudget(leftCount: 20_000, rightCount: 20_000) == 400_000)
    #expect(BlockingPlan.defaultPairBudget(leftCount: 1_000_000, rightCount: 1) == 10_000_010)
  }

  @Test func aPlanIsMadeWhereNoPairIsEvident() throws {
    let records = people(seed: 5, left: 300, right: 300, matches: 0)
    let plan = try BlockingPlan.choose(
      for: records, pairBudget: 5_000, parallelism: Parallelism(threadCount: 1))
    #expect(plan.evidentMatchCount == 0)
    #expect(!plan.rules.isEmpty)
    let candidates = try CandidatePairs(
      rules: plan.rules, records: records, maximumBlockPairs: .max,
      parallelism: Parallelism(threadCount: 1))
    #expect(candidates.costs.reduce(0) { $0 + $1.pairCount } <= 5_000)
  }

  @Test func nothingToBlockOnIsAnError() {
    let records = NormalizedRecords([
      NormalizedField("text", .text, left: ["a", "b"], right: ["a", "b"])
    ])
    #expect(throws: BlockingError.nothingToBlockOn) {
      try BlockingPlan.choose(
        for: records, pairBudget: 1, parallelism: Parallelism(threadCount: 1))
    }
  }
}

struct GreedyCoverTests {
  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func theCoverKeepsToTheBudgetAndMissesNothingThatIsAffordable(seed: UInt64) {
    var dice = Dice(seed: seed)
    let rules = 1 + dice.below(8)
    let costs = (0..<rules).map { _ in dice.below(100) }
    let covers = (0..<dice.below(30)).map { _ in RuleMask(dice.below(1 << rules)) }
    let budget = dice.below(300)
    let chosen = RuleCover(covers: counted(covers), costs: costs, budget: budget).chosen()
    let spent = chosen.reduce(0) { $0 + costs[$1] }
    #expect(!chosen.isEmpty)
    #expect(Set(chosen).count == chosen.count)
    #expect(spent <= budget || chosen == [chosen[0]], "seed \(seed)")
    if spent <= budget {
      let mask = chosen.reduce(RuleMask(0)) { $0 | 1 << $1 }
      for cover in covers where cover != 0 && cover & mask == 0 {
        for rule in costs.indices where cover >> rule & 1 == 1 {
          #expect(spent + costs[rule] > budget, "seed \(seed), rule \(rule)")
        }
      }
    }
  }

  /// The dear rule may find what the cheap ones miss, though all of them cover the same matches.
  @Test func aDearRuleIsChosenAfterSomeThatAreAlike() {
    let costs = [Int](repeating: 30, count: 8) + [1_000]
    let covers = counted([RuleMask](repeating: (1 << 9) - 1, count: 10))
    let chosen = RuleCover(
      covers: covers, costs: costs, budget: 400_000, expectedMatches: 500
    ).chosen()
    #expect(chosen.sorted() == Array(0..<9))
    #expect(chosen.last == 8)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func noRuleStandsBesideABroaderOne(seed: UInt64) {
    var dice = Dice(seed: seed)
    let rules = 2 + dice.below(7)
    let costs = (0..<rules).map { _ in dice.below(100) }
    let covers = (0..<30).map { _ in RuleMask(dice.below(1 << rules)) }
    // A rule is broader than some of those before it.
    let broader = (0..<rules).map { rule in
      (RuleMask(dice.below(1 << rules)) >> (rule + 1)) << (rule + 1)
    }
    let chosen = RuleCover(
      covers: counted(covers), costs: costs, broader: broader, budget: 250
    ).chosen()
    if covers.allSatisfy({ $0 == 0 }) { return }
    let mask = chosen.reduce(RuleMask(0)) { $0 | 1 << $1 }
    for rule in chosen { #expect(broader[rule] & mask == 0, "seed \(seed), rule \(rule)") }
  }

  /// Both of two names and one of them: the one takes the place of both, and pays for what it adds.
  @Test func aBroaderRuleTakesThePlaceOfANarrowerOne() {
    let both: RuleMask = 0b11
    let covers = counted([RuleMask](repeating: both, count: 90) + [0b10, 0b10, 0b10])
    let cover = RuleCover(
      covers: covers, costs: [100, 150], broader: [0b10, 0], budget: 200)
    // Together they would be over the budget.
    #expect(cover.chosen() == [1])
  }

  /// A rule that others have made needless is left out beyond the free pairs, and stays before.
  @Test func whatLaterRulesMakeNeedlessIsLeftOut() {
    // Matches that the first rule finds are found by the second or the third.
    let covers = counted(
      [RuleMask](repeating: 0b011, count: 60) + [RuleMask](repeating: 0b101, count: 60)
        + [RuleMask](repeating: 0b010, count: 30) + [RuleMask](repeating: 0b100, count: 30))
    func chosen(costs: [Int]) -> [Int] {
      RuleCover(covers: covers, costs: costs, budget: .max / 4, expectedMatches: 2_000).chosen()
    }
    #expect(chosen(costs: [900_000, 1_000_000, 1_000_000]).sorted() == [1, 2])
    #expect(chosen(costs: [900, 1_000, 1_000]).sorted() == [0, 1, 2])
  }

  /// The lazy choice is the one that looks at every rule each time.
  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func theLazyChoiceIsThatOfLookingAtAllRules(seed: UInt64) {
    var dice = Dice(seed: seed)
    let rules = 1 + dice.below(12)
    let costs = (0..<rules).map { _ in 1 + dice.below(100) }
    let covers = (0..<60).map { _ in RuleMask(dice.below(1 << rules)) }
    let budget = 50 + dice.below(400)
    let chosen = RuleCover(covers: counted(covers), costs: costs, budget: budget).chosen()
    #expect(chosen == naive(covers, costs, budget), "seed \(seed)")
  }

  private func naive(_ covers: [RuleMask], _ costs: [Int], _ budget: Int) -> [Int] {
    let covers = counted(covers)
    var weights = covers.map(\.count)
    var chosen: [Int] = []
    while true {
      let spent = chosen.reduce(0) { $0 + costs[$1] }
      var best: (rule: Int, worth: Double)?
      for rule in costs.indices where !chosen.contains(rule) && spent + costs[rule] <= budget {
        var gain = 0.0
        for (cover, weight) in zip(covers, weights) where cover.rules >> rule & 1 == 1 {
          gain += weight
        }
        let worth = gain / Double(costs[rule] + max(1, budget / 200))
        if gain > 0 && worth > best?.worth ?? 0 { best = (rule, worth) }
      }
      guard let best else { return chosen }
      chosen.append(best.rule)
      for index in covers.indices where covers[index].rules >> best.rule & 1 == 1 {
        weights[index] *= 0.05
      }
    }
  }

  private func counted(_ covers: [RuleMask]) -> [RecombinedMatches.Cover] {
    Dictionary(covers.map { ($0, 1.0) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
      .map { RecombinedMatches.Cover(rules: $0.key, count: $0.value) }
  }
}

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
    return RecombinedMatches(of: seeds, pool, keys, records: records).covers
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

struct SampledBlocksTests {
  /// A few towns and a few names hold most of the people, as they do.
  private static let records: NormalizedRecords = {
    var dice = Dice(seed: 12)
    func skewed(_ count: Int) -> String {
      "v\(Int(Double(count) * Double(dice.below(10_000)) / 1e4 * Double(dice.below(10_000)) / 1e4))"
    }
    func side(_ count: Int) -> [(String, String)] {
      (0..<count).map { _ in (skewed(2_000), skewed(3_000)) }
    }
    let (mine, theirs) = (side(120_000), side(130_000))
    return NormalizedRecords([
      NormalizedField("postcode", .text, left: mine.map(\.0), right: theirs.map(\.0)),
      NormalizedField("surname", .name, left: mine.map(\.1), right: theirs.map(\.1)),
    ])
  }()

  @Test func aRuleOfSeveralPartsIsEstimatedThoughAFewKeysHoldItsPairs() throws {
    let rule = BlockingRule(BlockingKey(.value, "postcode"), BlockingKey(.value, "surname"))
    let exact = try CandidatePairs(
      rules: [rule], records: Self.records, maximumBlockPairs: .max,
      parallelism: Parallelism(threadCount: 2)
    ).costs[0].pairCount
    let keys = try #require(RuleKeys.all([rule], records: Self.records).first)
    let every = SampledBlocks.sampling(rightCount: 130_000)
    #expect(every == 16)
    let classes = SampleClasses(keys.beginning(with: keys.finestPart), every: every)
    #expect(classes.first * classes.second == every)
    #expect(classes.second > 1)
    let firsts = keys.beginning(with: keys.finestPart)
    let found = SampledBlocks(
      keys: firsts,
      firsts: (
        left: firsts.firstKeys(.left, every: classes.first),
        right: firsts.firstKeys(.right, every: classes.first)
      ),
      every: every, evidence: Evidence(records: Self.records), table: BlockTable())
    let ratio = Double(found.pairCount) / Double(exact)
    #expect(0.6...1.6 ~= ratio, "\(found.pairCount) estimated, \(exact) counted")
  }

  @Test func classesOfALargerNumberLieWithinThoseOfASmallerOne() {
    let keys = (1...4_000 as ClosedRange<UInt64>).map { $0 &* 0x9E37_79B9_7F4A_7C15 }
    let column = KeyColumn(list: KeyList(single: keys), codes: nil)
    for every in [2, 4, 16] as [UInt64] {
      let direct = PartialKeys(first: column, recordCount: keys.count, every: every)
      for wider in [1, 2, every] where wider <= every {
        var narrowed = PartialKeys(first: column, recordCount: keys.count, every: wider)
        narrowed.keepClass(oneIn: every)
        #expect(narrowed.rows == direct.rows && narrowed.keys == direct.keys)
      }
    }
  }
}
