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
    max(freePairs, 10 * (leftCount + rightCount))
  }

  /// So many pairs are looked at without asking what they are worth.
  private static let freePairs = 400_000
  /// Beyond the free pairs a rule must promise one further match for so many of
  /// its pairs.
  private static let mostPairsPerMatch = 2_000.0

  /// A rule that covers less than this share of the evident matches anew adds nothing. Some thirty
  /// rules that cover the same matches come before one is left out for it: many of them are cheap
  /// and alike, and the one that also finds harder matches may come late.
  private static let leastGain = 1e-16

  /// Chooses rules that cover evident matches several times over, within a
  /// budget of pairs.
  ///
  /// A pair is *evident* when its fields agree so much that no model is needed
  /// to see it. Evident matches are found in a sample of the blocks of every
  /// rule; the choice is greedy: the rule with the most newly covered evident
  /// matches per pair comes first. One cover is not enough, since harder
  /// matches have one error more; a match that k chosen rules cover still
  /// counts 0.3 to the power k.
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
    let pool = Array(RulePool.rules(for: records).prefix(64))
    guard !pool.isEmpty else { throw .nothingToBlockOn }
    let ready = try RuleKeys.all(pool, records: records, cache: cache)
    let evidence = Evidence(records: records)
    let samples = sampled(pool, ready, evidence, parallelism)
    var seeds = Set<Seed>()
    for sample in samples { seeds.formUnion(sample.evidentPairs) }
    let ordered = seeds.sorted()
    let covers = ordered.map { seed in
      ready.indices.reduce(UInt64(0)) { mask, rule in
        ready[rule].agree(left: Int(seed.left), right: Int(seed.right)) ? mask | 1 << rule : mask
      }
    }
    var costs = samples.map(\.pairCount)
    var blocks: [Int: RuleBlocks] = [:]
    var chosen: [Int] = []
    while true {
      chosen = greedyCover(
        covers: covers, costs: costs, reach: samples.map(\.leftReach),
        broader: broaderRules(pool), budget: pairBudget,
        expectedMatches: 0.5 * Double(min(records.leftCount, records.rightCount)))
      // Rules that turned out too dear are let go; should they come back, they are built again.
      for rule in Array(blocks.keys) where !chosen.contains(rule) { blocks[rule] = nil }
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
      pairBudget: pairBudget, evidentMatchCount: ordered.count)
    return (plan, BuiltBlocks(chosen.map { (pool[$0], blocks[$0]) }))
  }

  /// For each rule those, bit by bit, whose keys are some of its own: they bring all of its pairs
  /// together.
  static func broaderRules(_ pool: [BlockingRule]) -> [UInt64] {
    pool.map { rule in
      pool.indices.reduce(UInt64(0)) { mask, other in
        pool[other] != rule && Set(pool[other].keys).isSubset(of: rule.keys)
          ? mask | 1 << other : mask
      }
    }
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

  /// Rules in the order of their use; see `choose`.
  ///
  /// - Parameters:
  ///   - reach: the share of left records that each rule gives a partner.
  ///   - broader: for each rule those, bit by bit, that bring all of its pairs together and more.
  ///   - expectedMatches: how many matches there may be, to say what a rule
  ///     promises; nil for rules that need promise nothing.
  static func greedyCover(
    covers: [UInt64], costs: [Int], reach: [Double] = [], broader: [UInt64] = [], budget: Int,
    expectedMatches: Double? = nil
  ) -> [Int] {
    var chosen: [Int] = []
    var isChosen: UInt64 = 0
    var spent = 0
    // Matches that the same rules cover are weighed together.
    var counts: [UInt64: Int] = [:]
    for cover in covers { counts[cover, default: 0] += 1 }
    let groups = counts.keys.sorted()
    var weights = groups.map { Double(counts[$0] ?? 0) / Double(max(1, $0.nonzeroBitCount)) }
    let total = weights.reduce(0, +)
    while true {
      var best: (rule: Int, value: Double)?
      for rule in costs.indices where isChosen >> rule & 1 == 0 && spent + costs[rule] <= budget {
        // What a broader rule brings together it need not bring again.
        if !broader.isEmpty && broader[rule] & isChosen != 0 { continue }
        var gain = 0.0
        for (index, cover) in groups.enumerated() where cover >> rule & 1 == 1 {
          gain += weights[index]
        }
        guard gain > leastGain * total else { continue }
        if let expectedMatches, spent + costs[rule] > freePairs {
          let found = gain / total * expectedMatches
          if found * mostPairsPerMatch < Double(costs[rule]) { continue }
        }
        let value = gain / Double(costs[rule] + max(1, budget / 200))
        if best == nil || value > best!.value { best = (rule, value) }
      }
      guard let best else { break }
      chosen.append(best.rule)
      isChosen |= 1 << best.rule
      spent += costs[best.rule]
      for (index, cover) in groups.enumerated() where cover >> best.rule & 1 == 1 {
        weights[index] *= 0.3
      }
    }
    if chosen.isEmpty {
      // No rule within the budget covers an evident match. The rules that fit,
      // cheapest first; and before them, of those that reach most records the
      // cheapest, though it be some way over the budget.
      let reach = reach.isEmpty ? [Double](repeating: 1, count: costs.count) : reach
      let most = reach.max() ?? 0
      let order = costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
      if let broad = order.first(where: { reach[$0] >= 0.9 * most }),
        costs[broad] / 10 <= budget
      {
        chosen = [broad]
      }
      var left = budget - chosen.reduce(0) { $0 + costs[$1] }
      for rule in order where !chosen.contains(rule) && costs[rule] <= left {
        chosen.append(rule)
        left -= costs[rule]
      }
      if chosen.isEmpty, let cheapest = order.first { chosen = [cheapest] }
    }
    return chosen
  }
}

/// A pair that is evidently a match.
struct Seed: Hashable, Comparable, Sendable {
  let left: UInt32
  let right: UInt32

  static func < (one: Seed, other: Seed) -> Bool {
    (one.left, one.right) < (other.left, other.right)
  }
}
