import ScrupleExecution
import ScrupleNormalization

/// Blocking rules chosen for two files, with what the choice rested on.
public struct BlockingPlan: Sendable, Codable {
  /// What is known of a rule before its pairs are made.
  public struct Estimate: Sendable, Codable {
    public let rule: String
    /// Number of pairs: counted where the rule's blocks were built, else
    /// estimated from a sample of keys.
    public let pairCount: Int
    /// Share of evident matches that agree on the rule, in 0...1.
    public let coverage: Double
    public let isChosen: Bool
  }

  /// The chosen rules, the most useful first.
  public let rules: [BlockingRule]
  /// All rules that were weighed.
  public let estimates: [Estimate]
  /// How many pairs the rules together may make.
  public let pairBudget: Int
  /// Evident matches that the choice was measured on.
  public let evidentMatchCount: Int

  /// The budget used where none is given: ten pairs for each record, and at
  /// least 400,000.
  public static func defaultPairBudget(leftCount: Int, rightCount: Int) -> Int {
    max(RuleCover.freePairs, 10 * (leftCount + rightCount))
  }

  /// Chooses rules that find evident matches and harder ones, within a budget
  /// of pairs.
  ///
  /// A pair is *evident* when its fields agree so much that no model is needed
  /// to see it. Evident matches are found in a sample of the blocks of every
  /// rule; harder ones are put together of them (`RecombinedMatches`), and the
  /// rules are chosen that find most of these for their pairs (`RuleCover`).
  ///
  /// What a rule costs is an estimate until it is chosen. Then its blocks are
  /// built and counted, and the choice is made again where that changes it.
  ///
  /// - Complexity: O(records × pool), independent of the number of pairs.
  public static func choose(
    for records: NormalizedRecords, pairBudget: Int, cache: KeyCache = KeyCache(),
    parallelism: Parallelism
  ) throws(BlockingError) -> BlockingPlan {
    try choosing(
      for: records, pairBudget: pairBudget, maximumBlockPairs: .max, cache: cache,
      parallelism: parallelism
    ).plan
  }

  /// The same with the blocks that were built on the way, for `CandidatePairs`.
  ///
  /// - Parameters:
  ///   - maximumBlockPairs: a block with more pairs is left out.
  ///   - memory: where the blocks go if they are too many.
  package static func choosing(
    for records: NormalizedRecords, pairBudget: Int, maximumBlockPairs: Int, cache: KeyCache,
    memory: MemoryCap? = nil, parallelism: Parallelism
  ) throws(BlockingError) -> (plan: BlockingPlan, built: BuiltBlocks) {
    let (allPairs, overflow) = records.leftCount.multipliedReportingOverflow(by: records.rightCount)
    if !overflow && allPairs <= pairBudget {
      let plan = BlockingPlan(
        rules: [BlockingRule(keys: [])], estimates: [], pairBudget: pairBudget,
        evidentMatchCount: 0)
      return (plan, BuiltBlocks())
    }
    let pool = Array(RulePool.rules(for: records).prefix(RuleMask.bitWidth))
    guard !pool.isEmpty else { throw .nothingToBlockOn }
    let ready = try RuleKeys.all(
      pool, records: records, cache: cache, parallelism: parallelism)
    let evidence = Evidence(records: records, parallelism: parallelism)
    let samples = sampled(pool, ready, evidence, parallelism)
    var seeds = Set<Seed>()
    for sample in samples { seeds.formUnion(sample.evidentPairs) }
    let agreement = SeedAgreement(seeds.sorted(), pool, ready)
    let matches = RecombinedMatches(of: agreement, records: records)
    let broader = BroaderRules(pool, ready).masks
    var costs = samples.map(\.pairCount)
    var blocks: [Int: RuleBlocks] = [:]
    var chosen: [Int] = []
    while true {
      let cover = RuleCover(
        covers: matches.covers, costs: costs, reach: samples.map(\.leftReach), broader: broader,
        budget: pairBudget,
        expectedMatches: 0.5 * Double(min(records.leftCount, records.rightCount)))
      chosen = cover.chosen()
      // What turned out a quarter too dear is let go; should it come back, it is built again. Other rules
      // that are not chosen now may well be when more is counted.
      for rule in Array(blocks.keys)
      where !chosen.contains(rule) && costs[rule] / 5 > samples[rule].pairCount / 4 {
        blocks[rule] = nil
      }
      let open = chosen.filter { blocks[$0] == nil }
      if open.isEmpty { break }
      let built = RuleBlocks.all(
        open.map { (pool[$0].description, ready[$0]) }, maximumBlockPairs: maximumBlockPairs,
        memory: memory, parallelism: parallelism)
      for (rule, built) in zip(open, built) {
        blocks[rule] = built
        costs[rule] = built.cost.pairCount
      }
    }
    let covers = agreement.rules { _ in true }
    let coverage = pool.indices.map { rule in
      covers.isEmpty ? 0 : Double(covers.count { $0 >> rule & 1 == 1 }) / Double(covers.count)
    }
    let plan = BlockingPlan(
      rules: chosen.map { pool[$0] },
      estimates: pool.indices.map {
        Estimate(
          rule: pool[$0].description, pairCount: costs[$0], coverage: coverage[$0],
          isChosen: chosen.contains($0))
      },
      pairBudget: pairBudget, evidentMatchCount: seeds.count)
    return (plan, BuiltBlocks(chosen.map { (pool[$0], blocks[$0]) }))
  }

  /// A sample of every rule's blocks.
  ///
  /// A rule is sampled by the part of it that has most different keys: one class
  /// in 64 of the first letters of names would be one letter or none. Rules with
  /// that part in common share the sample of its keys, which then is made once.
  private static func sampled(
    _ pool: [BlockingRule], _ ready: [RuleKeys], _ evidence: Evidence, _ parallelism: Parallelism
  ) -> [SampledBlocks] {
    let every = SampledBlocks.sampling(rightCount: ready[0].rightCount)
    var numbers: [BlockingKey: Int] = [:]
    var groups: [[(rule: Int, keys: RuleKeys)]] = []
    for (number, rule) in pool.enumerated() {
      let pivot = ready[number].finestPart
      let entry = (rule: number, keys: ready[number].beginning(with: pivot))
      if let group = numbers[rule.keys[pivot]] {
        groups[group].append(entry)
      } else {
        numbers[rule.keys[pivot]] = groups.count
        groups.append([entry])
      }
    }
    let work = groups
    let found = parallelism.map(work.count, state: BlockTable()) {
      group, table -> [(rule: Int, SampledBlocks)] in
      let keys = work[group][0].keys
      let least = work[group].map { SampleClasses($0.keys, every: every).first }.min() ?? every
      let firsts = (
        left: keys.firstKeys(.left, every: least), right: keys.firstKeys(.right, every: least)
      )
      return work[group].map {
        (
          $0.rule,
          SampledBlocks(
            keys: $0.keys, firsts: firsts, every: every, evidence: evidence, table: table)
        )
      }
    }
    return found.flatMap { $0 }.sorted { $0.rule < $1.rule }.map(\.1)
  }
}

/// Rules of a pool, bit by bit.
typealias RuleMask = UInt128

/// A pair that is evidently a match.
struct Seed: Hashable, Comparable, Sendable {
  let left: UInt32
  let right: UInt32

  static func < (one: Seed, other: Seed) -> Bool {
    (one.left, one.right) < (other.left, other.right)
  }
}
