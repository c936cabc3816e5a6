import ScrupleMadeUpRecords
import Testing

@testable import ScrupleBlocking

struct RuleCoverTests {
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

  /// There are as many covers of one match as rules at most.
  @Test func aMatchMayBeFoundByEveryRule() {
    let count = RuleMask.bitWidth
    let covers = counted([.max])
    let cover = RuleCover(
      covers: covers, costs: [Int](repeating: 4_000, count: count), budget: .max / 4,
      expectedMatches: nil)
    #expect(cover.chosen().sorted() == Array(0..<count))
    let promising = RuleCover(
      covers: covers, costs: [Int](repeating: 4_000, count: count), budget: .max / 4,
      expectedMatches: 1e200)
    #expect(promising.chosen().sorted() == Array(0..<count))
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
