import Foundation
import ScrupleScoring
import Testing

@testable import ScrupleDecision

struct DecisionRuleTests {
  private func rule(
    _ link: Double, _ possible: Double, _ margin: Double?, _ assignment: DecisionRule.Assignment
  ) throws -> DecisionRule {
    DecisionRule(
      thresholds: try Thresholds(linkBits: link, possibleBits: possible),
      ambiguityMarginBits: margin, assignment: assignment)
  }

  private func key(_ pair: ScoredPair) -> [Int32] { [pair.left, pair.right] }

  static let assignments: [DecisionRule.Assignment] = [.none, .greedy, .optimal]

  @Test(arguments: assignments, [nil, 0, 1])
  func raisingTheThresholdNeverAddsLinks(
    assignment: DecisionRule.Assignment, margin: Double?
  ) throws {
    for seed in 0..<200 {
      let pairs = RandomPairs.make(seed: UInt64(seed), size: 6)
      for possible in -1...3 {
        var before: Set<[Int32]>?
        for link in possible...7 {
          let rule = try rule(Double(link), Double(possible), margin, assignment)
          let links = Set(try rule.decide(pairs).links.map(key))
          if let before { #expect(links.isSubset(of: before), "seed \(seed)") }
          before = links
        }
      }
    }
  }

  @Test(arguments: [DecisionRule.Assignment.none, .greedy], [nil, 0, 1])
  func raisingBothThresholdsNeverAddsLinksWithoutTheOptimalAssignment(
    assignment: DecisionRule.Assignment, margin: Double?
  ) throws {
    for seed in 0..<300 {
      let pairs = RandomPairs.make(seed: UInt64(seed), size: 6)
      var before: Set<[Int32]>?
      for bits in -2...7 {
        let rule = try rule(Double(bits), Double(bits), margin, assignment)
        let links = Set(try rule.decide(pairs).links.map(key))
        if let before { #expect(links.isSubset(of: before), "seed \(seed)") }
        before = links
      }
    }
  }

  @Test(arguments: assignments, [nil, 0, 1])
  func renumberingRecordsDoesNotChangeDecisions(
    assignment: DecisionRule.Assignment, margin: Double?
  ) throws {
    for seed in 0..<300 {
      let pairs = RandomPairs.make(seed: UInt64(seed), size: 6, weights: 0...3)
      let (moved, places) = RandomPairs.renumbered(pairs, seed: UInt64(seed))
      let rule = try rule(2, 1, margin, assignment)
      let (first, second) = (try rule.decide(pairs), try rule.decide(moved))
      for (index, place) in places.enumerated() {
        #expect(first.pairs[index].decision == second.pairs[place].decision, "seed \(seed)")
        #expect(first.pairs[index].reason == second.pairs[place].reason, "seed \(seed)")
      }
    }
  }

  @Test func everyDecisionIsCountedOnce() throws {
    for seed in 0..<100 {
      let pairs = RandomPairs.make(seed: UInt64(seed), size: 8)
      let decisions = try rule(3, 1, 0.5, .optimal).decide(pairs)
      #expect(decisions.pairs.map(\.pair) == pairs)
      for decided in decisions.pairs {
        if decided.decision == .link { #expect(decided.pair.weight >= 3) }
        if decided.pair.weight < 1 { #expect(decided.decision == .nonLink) }
      }
    }
  }

  @Test func doubtMakesALinkPossible() throws {
    let pairs = [
      ScoredPair(left: 0, right: 0, weight: 20), ScoredPair(left: 0, right: 1, weight: 19.5),
      ScoredPair(left: 1, right: 2, weight: 20), ScoredPair(left: 1, right: 3, weight: 12),
    ]
    let decided = try rule(10, 5, 1, .greedy).decide(pairs).pairs
    #expect(decided.map(\.decision) == [.possible, .possible, .link, .nonLink])
    #expect(decided.map(\.reason) == [.ambiguous, .ambiguous, .weight, .outranked])
  }

  @Test func aPairAtTheThresholdReachesIt() throws {
    let pairs = [ScoredPair(left: 0, right: 0, weight: 5)]
    for assignment in Self.assignments {
      #expect(try rule(5, 5, 1, assignment).decide(pairs).links == pairs)
    }
  }

  @Test func thresholdsFromProbabilitiesUseThePrior() throws {
    let thresholds = try Thresholds(
      link: Probability(0.99), possible: Probability(0.5), prior: Probability(1e-3))
    #expect(abs(thresholds.possible.bits - 9.964_340_867_792_417) <= 1e-9)
    #expect(abs(thresholds.link.bits - 16.593_697_255_380_83) <= 1e-6)
  }

  @Test func thresholdsOutOfOrderAreRefused() {
    #expect(throws: DecisionError.thresholds(linkBits: 1, possibleBits: 2)) {
      try Thresholds(linkBits: 1, possibleBits: 2)
    }
    #expect(throws: DecisionError.self) {
      try JSONDecoder().decode(
        Thresholds.self, from: Data(#"{"link": 1, "possible": 2}"#.utf8))
    }
    #expect(throws: DecisionError.self) { try Thresholds(linkBits: .nan, possibleBits: 2) }
  }

  @Test func aRuleSurvivesJSON() throws {
    let rule = try rule(10, 4, 1.5, .optimal)
    let json = try JSONEncoder().encode(rule)
    #expect(try JSONDecoder().decode(DecisionRule.self, from: json) == rule)
  }
}

struct AmbiguityTests {
  @Test func marksAreThoseOfTheDefinition() {
    for seed in 0..<500 {
      let pairs = RandomPairs.make(seed: UInt64(seed), size: 6, weights: 0...4)
      let margin = Double(seed % 3)
      let marks = Ambiguity.marks(of: pairs, marginBits: margin)
      for (index, pair) in pairs.enumerated() {
        let sides = [
          pairs.filter { $0.left == pair.left }, pairs.filter { $0.right == pair.right },
        ]
        let inDoubt = sides.contains { candidates in
          let best = candidates.map(\.weight).max() ?? 0
          return pair.weight >= best - margin
            && candidates.count { $0.weight >= best - margin } > 1
        }
        #expect(marks[index] == inDoubt, "seed \(seed), pair \(index)")
      }
    }
  }

  @Test func candidatesThatAreEvidentlyOnePersonLeaveNoDoubt() {
    let pairs = [
      ScoredPair(left: 0, right: 0, weight: 20), ScoredPair(left: 0, right: 3, weight: 20),
      ScoredPair(left: 1, right: 1, weight: 20), ScoredPair(left: 1, right: 2, weight: 20),
    ]
    let within = [ScoredPair(left: 0, right: 3, weight: 30)]
    let entities = EvidentEntities(
      right: Clusters(recordCount: 4, pairs: within, leastBits: 25))
    #expect(
      Ambiguity.marks(of: pairs, marginBits: 1, entities: entities)
        == [false, false, true, true])
  }
}

struct ClustersTests {
  @Test func entitiesAreTheChainsOfLinks() {
    let clusters = Clusters(recordCount: 7, links: [(5, 4), (1, 3), (4, 1)])
    #expect(clusters.entities == [0, 1, 2, 1, 1, 1, 6])
    #expect(clusters.members == [[0], [1, 3, 4, 5], [2], [6]])
    #expect(clusters.count == 4)
    #expect(clusters.areSameEntity(5, 3))
    #expect(!clusters.areSameEntity(0, 1))
  }

  @Test func entitiesDoNotDependOnTheOrderOfLinks() {
    for seed in 0..<200 {
      var random = SplitMix64(seed: UInt64(seed))
      let links = (0..<12).map { _ in
        (Int32.random(in: 0..<15, using: &random), Int32.random(in: 0..<15, using: &random))
      }
      let first = Clusters(recordCount: 15, links: links)
      #expect(first == Clusters(recordCount: 15, links: links.shuffled(using: &random)))
      // Naive twin: spread the smallest record along links until nothing changes.
      var naive = (0..<Int32(15)).map { $0 }
      for _ in 0..<15 {
        for (a, b) in links {
          let smaller = min(naive[Int(a)], naive[Int(b)])
          naive[Int(a)] = smaller
          naive[Int(b)] = smaller
        }
      }
      #expect(first.entities == naive)
    }
  }
}
