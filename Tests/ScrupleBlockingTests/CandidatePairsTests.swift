import ScrupleBlocking
import ScrupleExecution
import ScrupleMadeUpRecords
import ScrupleNormalization
import Testing

/// A pair with the rule that owns it.
struct OwnedPair: Hashable {
  let left: Int
  let right: Int
  let rule: Int
}

extension CandidatePairs {
  /// Every pair in the order in which it is made.
  var everyPair: [OwnedPair] {
    var scratch = CandidateScratch()
    var chunk = CandidateChunk()
    for left in 0..<leftCount { append(pairsOf: left, scratch: &scratch, to: &chunk) }
    return (0..<chunk.count).map {
      OwnedPair(
        left: Int(chunk.left[$0]), right: Int(chunk.right[$0]), rule: Int(chunk.rule[$0]))
    }
  }
}

struct CandidatePairsTests {
  private let one = Parallelism(threadCount: 1)

  private func candidates(
    _ rules: [BlockingRule], _ records: NormalizedRecords, limit: Int = .max, threads: Int = 1
  ) throws -> CandidatePairs {
    try CandidatePairs(
      rules: rules, records: records, maximumBlockPairs: limit,
      parallelism: Parallelism(threadCount: threads))
  }

  /// The first rule that has a block under the limit with both records.
  private func expectedPairs(
    _ rules: [BlockingRule], _ records: NormalizedRecords, limit: Int = .max
  ) -> Set<OwnedPair> {
    var owner: [[Int]: Int] = [:]
    for (position, rule) in rules.enumerated() {
      let naive = NaiveBlocking(rule, records)
      let large = Set(naive.blocks.filter { $0.value.left * $0.value.right > limit }.keys)
      for left in naive.left.indices {
        for right in naive.right.indices where owner[[left, right]] == nil {
          let shared = naive.left[left].intersection(naive.right[right]).subtracting(large)
          if !shared.isEmpty { owner[[left, right]] = position }
        }
      }
    }
    return Set(owner.map { OwnedPair(left: $0.key[0], right: $0.key[1], rule: $0.value) })
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func eachRuleAloneMakesThePairsOfANaiveTwin(seed: UInt64) throws {
    let records = SmallRecords.make(seed: seed)
    for rule in SmallRecords.rules {
      let pairs = try candidates([rule], records).everyPair
      #expect(Set(pairs) == expectedPairs([rule], records), "seed \(seed), \(rule)")
      #expect(Set(pairs).count == pairs.count, "seed \(seed), \(rule)")
    }
  }

  @Test(arguments: [5, 6, 7] as [UInt64])
  func aPairIsMadeOnceAndBelongsToTheFirstRuleThatAgrees(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let records = SmallRecords.make(seed: seed, isMultiValued: seed % 2 == 0)
    let rules = SmallRecords.rules.dropLast().shuffled(using: &dice)
    let pairs = try candidates(rules, records)
    let made = pairs.everyPair
    let expected = expectedPairs(rules, records)
    #expect(made.count == expected.count)
    #expect(Set(made) == expected)
    let owner = Dictionary(uniqueKeysWithValues: expected.map { ([$0.left, $0.right], $0.rule) })
    for left in 0..<records.leftCount {
      for right in 0..<records.rightCount {
        #expect(pairs.owningRule(left: left, right: right) == owner[[left, right]])
      }
    }
  }

  @Test(arguments: [1, 3, 6, 12, 50])
  func blocksOverTheLimitAreLeftOutAndCounted(limit: Int) throws {
    for seed in 8..<11 as Range<UInt64> {
      let records = SmallRecords.make(seed: seed)
      let pairs = try candidates(SmallRecords.rules, records, limit: limit)
      #expect(Set(pairs.everyPair) == expectedPairs(SmallRecords.rules, records, limit: limit))
      for (rule, cost) in zip(SmallRecords.rules, pairs.costs) {
        let sizes = NaiveBlocking(rule, records).blocks.values.map { $0.left * $0.right }
        let kept = sizes.filter { 1...limit ~= $0 }
        let skipped = sizes.filter { $0 > limit }
        #expect(cost.rule == rule.description)
        #expect(cost.pairCount == kept.reduce(0, +), "seed \(seed), \(rule)")
        #expect(cost.blockCount == kept.count)
        #expect(cost.largestBlockPairs == kept.max() ?? 0)
        #expect(cost.skippedBlockCount == skipped.count)
        #expect(cost.skippedPairCount == skipped.reduce(0, +))
      }
    }
  }

  @Test func missingValuesNeverBlock() throws {
    let records = NormalizedRecords([
      NormalizedField("surname", .name, left: ["", "", "ann"], right: ["", "ann", ""]),
      NormalizedField("birth-date", .date, left: ["", "1980", ""], right: ["1980", "", ""]),
    ])
    let single: [KeyTransform] = [.value, .prefix(1), .soundex, .tokens, .deletions, .sortedTokens]
    for transform in single {
      let pairs = try candidates([BlockingRule(BlockingKey(transform, "surname"))], records)
      #expect(pairs.everyPair == [OwnedPair(left: 2, right: 1, rule: 0)], "\(transform)")
    }
    let both = BlockingRule(BlockingKey(.value, "surname"), BlockingKey(.year, "birth-date"))
    #expect(try candidates([both], records).everyPair.isEmpty)
  }

  @Test func anyOfSeveralValuesMayBringAPairTogetherOnce() throws {
    let records = NormalizedRecords([
      NormalizedField(
        "surname", .name, left: [["lee", "cruz"], ["diaz"]],
        right: [["cruz", "lee"], ["smith", "diaz"], ["cruz"]])
    ])
    let pairs = try candidates([BlockingRule(BlockingKey(.value, "surname"))], records)
    #expect(
      Set(pairs.everyPair) == [
        OwnedPair(left: 0, right: 0, rule: 0), OwnedPair(left: 0, right: 2, rule: 0),
        OwnedPair(left: 1, right: 1, rule: 0),
      ])
    #expect(pairs.everyPair.count == 3)
    #expect(pairs.costs[0].pairCount == 4, "a pair in two blocks counts each time")
  }

  @Test func theRuleWithoutKeysMakesAllPairs() throws {
    let records = SmallRecords.make(seed: 2)
    let pairs = try candidates([BlockingRule(keys: [])], records).everyPair
    #expect(pairs.count == 25 * 31)
    #expect(Set(pairs).count == 25 * 31)
  }

  /// Most records are listed without stamps, those with many candidates with them, and more pairs
  /// in one call than there is room for at first.
  @Test(arguments: [1, 16, 17, 60, 400])
  func recordsWithFewAndWithManyCandidatesAreListedInOneCall(size: Int) throws {
    let names = (0..<40).map { "name\($0 % 3)" }
    let others = (0..<(3 * size)).map { "name\($0 / size)" }
    let dates = ["1980-01-01", "1980-02-02"]
    let records = NormalizedRecords([
      NormalizedField("surname", .name, left: names, right: others),
      NormalizedField(
        "birth-date", .date, left: names.indices.map { dates[$0 % 2] },
        right: others.indices.map { dates[$0 % 2] }),
    ])
    let rules = [
      BlockingRule(BlockingKey(.value, "surname"), BlockingKey(.value, "birth-date")),
      BlockingRule(BlockingKey(.value, "surname")),
    ]
    let pairs = try candidates(rules, records)
    var scratch = CandidateScratch()
    var chunk = CandidateChunk()
    pairs.append(pairsOf: 0..<pairs.leftCount, scratch: &scratch, to: &chunk)
    let listed = (0..<chunk.count).map {
      OwnedPair(
        left: Int(chunk.left[$0]), right: Int(chunk.right[$0]), rule: Int(chunk.rule[$0]))
    }
    #expect(listed == pairs.everyPair)
    #expect(listed.count == Set(listed).count)
    #expect(Set(listed) == expectedPairs(rules, records))
  }

  @Test func noRulesMakeNoPairs() throws {
    #expect(try candidates([], SmallRecords.make(seed: 2)).everyPair.isEmpty)
  }

  @Test func aSideWithoutRecordsMakesNoPairs() throws {
    let records = NormalizedRecords([
      NormalizedField("surname", .name, left: [String](), right: ["ann"])
    ])
    let rules = [BlockingRule(BlockingKey(.value, "surname")), BlockingRule(keys: [])]
    #expect(try candidates(rules, records).everyPair.isEmpty)
    #expect(try candidates(rules, records.mirrored).everyPair.isEmpty)
  }

  @Test func exchangingTheSidesMirrorsThePairs() throws {
    let records = SmallRecords.make(seed: 13)
    let pairs = try candidates(SmallRecords.rules, records, limit: 20)
    let mirrored = try candidates(SmallRecords.rules, records.mirrored, limit: 20)
    #expect(
      Set(pairs.everyPair)
        == Set(
          mirrored.everyPair.map { OwnedPair(left: $0.right, right: $0.left, rule: $0.rule) }))
    #expect(pairs.costs == mirrored.costs)
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let records = SmallRecords.make(seed: 14)
    let single = try candidates(SmallRecords.rules, records)
    for threads in [2, 8] {
      let several = try candidates(SmallRecords.rules, records, threads: threads)
      #expect(several.everyPair == single.everyPair)
      #expect(several.costs == single.costs)
    }
  }

  @Test func oneScratchServesCandidatesOfAnySize() throws {
    var scratch = CandidateScratch()
    for seed in 20..<26 as Range<UInt64> {
      let records = SmallRecords.make(seed: seed, left: 5, right: 3 + Int(seed % 3) * 10)
      let pairs = try candidates([BlockingRule(keys: [])], records)
      var chunk = CandidateChunk()
      for left in 0..<5 { pairs.append(pairsOf: left, scratch: &scratch, to: &chunk) }
      #expect(chunk.count == 5 * records.rightCount)
    }
  }

  @Test func aRuleOnAnUnknownFieldSaysWhichRuleAndWhatThereIs() {
    let records = SmallRecords.make(seed: 1)
    let rules = [
      BlockingRule(BlockingKey(.value, "surname")), BlockingRule(BlockingKey(.value, "surnme")),
    ]
    #expect(
      throws: BlockingError.unknownField(
        "surnme", rule: 2, known: ["surname", "given-name", "birth-date", "ssn"])
    ) { try candidates(rules, records) }
  }

  @Test(arguments: [.year, .yearMonth, .monthDay] as [KeyTransform])
  func aDateTransformOfANameIsRefused(transform: KeyTransform) {
    #expect(throws: BlockingError.notADate("surname", rule: 1)) {
      try candidates(
        [BlockingRule(BlockingKey(transform, "surname"))], SmallRecords.make(seed: 1))
    }
  }
}
