/// The choice among blocking rules by what they cover and what they cost.
///
/// Greedy: the rule with the most newly covered matches per pair comes first. A match that k chosen
/// rules cover still counts 0.05 to the power k, since slips of different fields are not quite as
/// independent as those of the matches looked at. Two rules of which one brings together all that the
/// other does are one cover: the broader one takes the other's place, for the pairs that it adds.
struct RuleCover {
  /// Matches by the rules that find them.
  let covers: [RecombinedMatches.Cover]
  /// Pairs of each rule.
  let costs: [Int]
  /// The share of left records that each rule gives a partner.
  var reach: [Double] = []
  /// For each rule those, bit by bit, that bring all of its pairs together and more.
  var broader: [RuleMask] = []
  /// How many pairs the rules together may make.
  let budget: Int
  /// How many matches there may be, to say what a rule promises; nil for rules that need promise
  /// nothing.
  var expectedMatches: Double?

  /// So many pairs are looked at without asking what they are worth.
  static let freePairs = 400_000
  /// Beyond the free pairs a rule must promise one further match for so many of
  /// its pairs.
  private static let mostPairsPerMatch = 3_000.0
  /// What one more cover leaves of a match's worth.
  private static let worthAfterCover = 0.05

  /// Rules in the order of their use.
  func chosen() -> [Int] {
    var chosen: [Int] = []
    var weights = covers.map(\.count)
    let total = weights.reduce(0, +)
    // What a rule may cover anew at most: what it covered when that was last summed up, since
    // weights only fall.
    var bounds = [Double](repeating: .infinity, count: costs.count)
    while let best = best(weights, total, chosen, &bounds) {
      let replaced = narrower(than: best, chosen)
      chosen.removeAll { replaced >> $0 & 1 == 1 }
      chosen.append(best)
      let bit: RuleMask = 1 << best
      for (index, cover) in covers.enumerated()
      where cover.rules & bit != 0 && cover.rules & replaced == 0 {
        weights[index] *= Self.worthAfterCover
      }
    }
    return chosen.isEmpty ? cheapest() : worthwhile(chosen, total)
  }

  /// The rule to choose next; nil where none is worth it.
  ///
  /// Rules are looked at in the order of what they may be worth at most, until none can be worth
  /// more than the best (Minoux 1978).
  private func best(
    _ weights: [Double], _ total: Double, _ chosen: [Int], _ bounds: inout [Double]
  ) -> Int? {
    let isChosen = mask(of: chosen)
    let spent = pairs(of: chosen)
    var open: [(rule: Int, cost: Int, replaced: RuleMask, mostWorth: Double)] = []
    for rule in costs.indices where isChosen >> rule & 1 == 0 {
      // What a broader rule brings together it need not bring again.
      if !broader.isEmpty && broader[rule] & isChosen != 0 { continue }
      let replaced = narrower(than: rule, chosen)
      let cost = max(0, costs[rule] - pairs(of: chosen.filter { replaced >> $0 & 1 == 1 }))
      guard spent + cost <= budget else { continue }
      open.append((rule, cost, replaced, worth(bounds[rule], cost)))
    }
    open.sort { ($1.mostWorth, $0.rule) < ($0.mostWorth, $1.rule) }
    var best: (rule: Int, worth: Double)?
    for (rule, cost, replaced, mostWorth) in open {
      if let best, mostWorth < best.worth { break }
      let (gain, most) = gain(of: rule, replaced, weights)
      bounds[rule] = most
      // However often its matches are covered already: the next one may have slips of another kind.
      guard gain > 0 else { continue }
      if spent + cost > Self.freePairs && pairs(promisedBy: gain, total) < Double(cost) { continue }
      let worth = worth(gain, cost)
      if best.map({ (-worth, rule) < (-$0.worth, $0.rule) }) ?? true { best = (rule, worth) }
    }
    return best?.rule
  }

  /// What a rule covers anew, once without the matches of rules that it replaces and once with them.
  private func gain(
    of rule: Int, _ replaced: RuleMask, _ weights: [Double]
  ) -> (anew: Double, atMost: Double) {
    let bit: RuleMask = 1 << rule
    var (anew, all) = (0.0, 0.0)
    for (cover, weight) in zip(covers, weights) where cover.rules & bit != 0 {
      all += weight
      if cover.rules & replaced == 0 { anew += weight }
    }
    return (anew, all)
  }

  private func worth(_ gain: Double, _ cost: Int) -> Double {
    gain / Double(cost + max(1, budget / 200))
  }

  /// Without the rules that later ones have made needless, the most needless first.
  private func worthwhile(_ rules: [Int], _ total: Double) -> [Int] {
    var chosen = rules
    while pairs(of: chosen) > Self.freePairs {
      let isChosen = mask(of: chosen)
      var gains = [Double](repeating: 0, count: costs.count)
      for cover in covers {
        let found = cover.rules & isChosen
        let worth = cover.count * Self.powers[max(0, found.nonzeroBitCount - 1)]
        for rule in chosen where found >> rule & 1 == 1 { gains[rule] += worth }
      }
      func promise(_ rule: Int) -> Double {
        pairs(promisedBy: gains[rule], total) / Double(max(1, costs[rule]))
      }
      guard let worst = chosen.min(by: { (promise($0), $0) < (promise($1), $1) }),
        promise(worst) < 1
      else { break }
      chosen.removeAll { $0 == worst }
    }
    return chosen
  }

  /// How many pairs the matches are worth that a rule covers anew.
  private func pairs(promisedBy gain: Double, _ total: Double) -> Double {
    guard let expectedMatches else { return .infinity }
    return gain / total * expectedMatches * Self.mostPairsPerMatch
  }

  private func pairs(of rules: [Int]) -> Int { rules.reduce(0) { $0 + costs[$1] } }

  private func mask(of rules: [Int]) -> RuleMask { rules.reduce(0) { $0 | 1 << $1 } }

  /// What is left of a match's worth by the number of covers.
  private static let powers = {
    var powers = [1.0]
    for _ in 1..<RuleMask.bitWidth { powers.append(powers.last! * worthAfterCover) }
    return powers
  }()

  /// The chosen rules of which another one brings all pairs together, bit by bit.
  private func narrower(than rule: Int, _ chosen: [Int]) -> RuleMask {
    broader.isEmpty ? 0 : mask(of: chosen.filter { broader[$0] >> rule & 1 == 1 })
  }

  /// What is used where no rule within the budget covers an evident match: the rules that fit,
  /// cheapest first; and before them, of those that reach most records the cheapest, though it be
  /// some way over the budget.
  private func cheapest() -> [Int] {
    let reach = reach.isEmpty ? [Double](repeating: 1, count: costs.count) : reach
    let most = reach.max() ?? 0
    let order = costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
    var chosen: [Int] = []
    if let broad = order.first(where: { reach[$0] >= 0.9 * most }), costs[broad] / 10 <= budget {
      chosen = [broad]
    }
    var left = budget - pairs(of: chosen)
    for rule in order where !chosen.contains(rule) && costs[rule] <= left {
      chosen.append(rule)
      left -= costs[rule]
    }
    if chosen.isEmpty, let cheapest = order.first { chosen = [cheapest] }
    return chosen
  }
}
