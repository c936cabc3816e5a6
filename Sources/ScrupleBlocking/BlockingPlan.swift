import ScrupleExecution
import ScrupleNormalization

/// Blocking rules chosen for two files, with what the choice rested on.
public struct BlockingPlan: Sendable, Codable {
  /// What is known of a rule before its pairs are made.
  public struct Estimate: Sendable, Codable {
    public let rule: String
    /// Estimated number of pairs, from a sample of keys.
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
    max(400_000, 10 * (leftCount + rightCount))
  }

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
  /// - Complexity: O(records × pool), independent of the number of pairs.
  public static func choose(
    for records: NormalizedRecords, pairBudget: Int, cache: KeyCache = KeyCache(),
    parallelism: Parallelism
  ) throws(BlockingError) -> BlockingPlan {
    let (allPairs, overflow) = records.leftCount.multipliedReportingOverflow(by: records.rightCount)
    if !overflow && allPairs <= pairBudget {
      return BlockingPlan(
        rules: [BlockingRule(keys: [])], estimates: [], pairBudget: pairBudget, evidentMatchCount: 0
      )
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
    let costs = samples.map(\.pairCount)
    let chosen = greedyCover(
      covers: covers, costs: costs, reach: samples.map(\.leftReach), budget: pairBudget)
    let coverage = pool.indices.map { rule in
      covers.isEmpty ? 0 : Double(covers.count { $0 >> rule & 1 == 1 }) / Double(covers.count)
    }
    return BlockingPlan(
      rules: chosen.map { pool[$0] },
      estimates: pool.indices.map {
        Estimate(
          rule: pool[$0].description, pairCount: costs[$0], coverage: coverage[$0],
          isChosen: chosen.contains($0))
      },
      pairBudget: pairBudget, evidentMatchCount: ordered.count)
  }

  /// A sample of every rule's blocks. Rules that begin with the same part share
  /// the sample of its keys, which then is made once.
  private static func sampled(
    _ pool: [BlockingRule], _ ready: [RuleKeys], _ evidence: Evidence, _ parallelism: Parallelism
  ) -> [SampledBlocks] {
    let every = SampledBlocks.sampling(rightCount: ready[0].rightCount)
    var numbers: [BlockingKey: Int] = [:]
    var groups: [[Int]] = []
    for (rule, keys) in pool.enumerated() {
      let first = keys.keys[0]
      if let group = numbers[first] {
        groups[group].append(rule)
      } else {
        numbers[first] = groups.count
        groups.append([rule])
      }
    }
    let work = groups
    let found = parallelism.map(work.count) { group -> [(rule: Int, SampledBlocks)] in
      let rule = ready[work[group][0]]
      let firsts = (
        left: rule.firstKeys(.left, every: every), right: rule.firstKeys(.right, every: every)
      )
      return work[group].map {
        ($0, SampledBlocks(keys: ready[$0], firsts: firsts, every: every, evidence: evidence))
      }
    }
    return found.flatMap { $0 }.sorted { $0.rule < $1.rule }.map(\.1)
  }

  /// Rules in the order of their use; see `choose`.
  ///
  /// - Parameter reach: the share of left records that each rule gives a
  ///   partner.
  static func greedyCover(
    covers: [UInt64], costs: [Int], reach: [Double] = [], budget: Int
  ) -> [Int] {
    var chosen: [Int] = []
    var spent = 0
    var weights = covers.map { 1.0 / Double(max(1, $0.nonzeroBitCount)) }
    let total = weights.reduce(0, +)
    while true {
      var best: (rule: Int, value: Double)?
      for rule in costs.indices where !chosen.contains(rule) && spent + costs[rule] <= budget {
        var gain = 0.0
        for (index, cover) in covers.enumerated() where cover >> rule & 1 == 1 {
          gain += weights[index]
        }
        guard gain > 1e-9 * total else { continue }
        let value = gain / Double(costs[rule] + max(1, budget / 200))
        if best == nil || value > best!.value { best = (rule, value) }
      }
      guard let best else { break }
      chosen.append(best.rule)
      spent += costs[best.rule]
      for (index, cover) in covers.enumerated() where cover >> best.rule & 1 == 1 {
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
