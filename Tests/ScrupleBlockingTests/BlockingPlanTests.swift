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

  /// Keys by code, one or several each, and by record.
  @Test func aSampleIsTheKeysOfOneClass() {
    var dice = Dice(seed: 9)
    let codes = (0..<5_000).map { _ in UInt32(dice.below(700)) }
    func key() -> UInt64 { UInt64(dice.below(2_000)) &* 0x9E37_79B9_7F4A_7C15 }
    let single = KeyList(single: (0..<700).map { _ in key() })
    var keys: [UInt64] = []
    var offsets: [UInt32] = [0]
    for _ in 0..<700 {
      for _ in 0..<dice.below(4) { keys.append(key() | 1) }
      offsets.append(UInt32(keys.count))
    }
    let several = KeyList(keys: keys, offsets: offsets)
    for column in [
      KeyColumn(list: single, codes: codes), KeyColumn(list: several, codes: codes),
      KeyColumn(list: several, codes: nil),
    ] {
      let count = column.codes?.count ?? 700
      let all = PartialKeys(first: column, recordCount: count)
      for every in [2, 8, 64] as [UInt64] {
        let sample = PartialKeys(first: column, recordCount: count, every: every)
        let expected = zip(all.rows, all.keys).filter { $0.1 >> 24 & (every - 1) == 0 }
        #expect(sample.rows == expected.map(\.0))
        #expect(sample.keys == expected.map(\.1))
      }
    }
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
