import ScrupleScoring
import Testing

@testable import ScrupleDecision

struct OneToOneAssignmentTests {
  /// The best total above the floor, and how many optima contain each pair.
  private struct BruteForce {
    let pairs: [ScoredPair]
    let floor: Double
    var best = 0.0
    var optima = 1
    var uses: [Int]

    init(_ pairs: [ScoredPair], floor: Double) {
      self.pairs = pairs
      self.floor = floor
      uses = pairs.map { _ in 0 }
      search(0, [], 0)
    }

    private mutating func search(_ index: Int, _ chosen: [Int], _ total: Double) {
      if index == pairs.count {
        if total < best { return }
        if total > best {
          best = total
          optima = 0
          uses = pairs.map { _ in 0 }
        }
        // The empty choice is counted from the start.
        if !(chosen.isEmpty && total == 0 && optima == 1) { optima += 1 }
        for pair in chosen { uses[pair] += 1 }
        return
      }
      search(index + 1, chosen, total)
      let pair = pairs[index]
      let isFree = chosen.allSatisfy {
        pairs[$0].left != pair.left && pairs[$0].right != pair.right
      }
      if isFree && pair.weight > floor {
        search(index + 1, chosen + [index], total + pair.weight - floor)
      }
    }
  }

  @Test func optimalIsWhatEveryBestChoiceAgreesOn() {
    for seed in 0..<3000 {
      let size = seed < 2500 ? 4 : 5
      let pairs = RandomPairs.make(
        seed: UInt64(seed), size: size, weights: -1...(1 + seed % 7))
      let floor = Double(seed % 3) - 1
      let truth = BruteForce(pairs, floor: floor)
      let found = OneToOneAssignment.optimal(pairs, floorBits: floor)
      let always = pairs.indices.filter { truth.best > 0 && truth.uses[$0] == truth.optima }
      let sometimes = pairs.indices.filter {
        truth.uses[$0] > 0 && truth.uses[$0] < truth.optima
      }
      #expect(found.assigned == always, "seed \(seed)")
      #expect(found.tied == sometimes, "seed \(seed)")
    }
  }

  @Test func optimalTotalIsTheBestOfAllUpToSixBySix() {
    for seed in 0..<300 {
      // Distinct weights make the optimum unique almost always.
      var pairs = RandomPairs.make(
        seed: UInt64(seed), size: 6, weights: 1...1_000_000, density: 0.45)
      for index in pairs.indices { pairs[index].weight /= 65536 }
      let truth = BruteForce(pairs, floor: 2)
      let found = OneToOneAssignment.optimal(pairs, floorBits: 2)
      let total = found.assigned.reduce(0) { $0 + pairs[$1].weight - 2 }
      #expect(found.tied.isEmpty, "seed \(seed)")
      #expect(abs(total - truth.best) <= 1e-6, "seed \(seed)")
    }
  }

  @Test func noRecordIsAssignedTwice() {
    for seed in 0..<500 {
      let pairs = RandomPairs.make(seed: UInt64(seed), size: 8)
      for found in [
        OneToOneAssignment.greedy(pairs, leastBits: 0), .optimal(pairs, floorBits: 0),
      ] {
        #expect(Set(found.assigned.map { pairs[$0].left }).count == found.assigned.count)
        #expect(Set(found.assigned.map { pairs[$0].right }).count == found.assigned.count)
        #expect(Set(found.assigned).isDisjoint(with: found.tied))
      }
    }
  }

  @Test func greedyIsTheNaiveRule() {
    for seed in 0..<1000 {
      let pairs = RandomPairs.make(seed: UInt64(seed), size: 5)
      var goneLeft: Set<Int32> = []
      var goneRight: Set<Int32> = []
      var (assigned, tied) = ([Int](), [Int]())
      for weight in Set(pairs.map(\.weight)).sorted(by: >) where weight >= 0 {
        let open = pairs.indices.filter {
          pairs[$0].weight == weight && !goneLeft.contains(pairs[$0].left)
            && !goneRight.contains(pairs[$0].right)
        }
        for index in open {
          let rivals = open.filter {
            pairs[$0].left == pairs[index].left || pairs[$0].right == pairs[index].right
          }
          if rivals.count == 1 { assigned.append(index) } else { tied.append(index) }
        }
        for index in open {
          goneLeft.insert(pairs[index].left)
          goneRight.insert(pairs[index].right)
        }
      }
      let found = OneToOneAssignment.greedy(pairs, leastBits: 0)
      #expect(found.assigned == assigned.sorted(), "seed \(seed)")
      #expect(found.tied == tied.sorted(), "seed \(seed)")
    }
  }

  @Test func tiesAreLeftOutAndReported() {
    let pairs = [
      ScoredPair(left: 0, right: 0, weight: 10), ScoredPair(left: 0, right: 1, weight: 10),
      ScoredPair(left: 1, right: 1, weight: 3),
    ]
    let greedy = OneToOneAssignment.greedy(pairs, leastBits: 0)
    #expect(greedy.assigned == [])
    #expect(greedy.tied == [0, 1])
    // With the whole in view, taking (0, 0) leaves room for (1, 1): no tie.
    let optimal = OneToOneAssignment.optimal(pairs, floorBits: 0)
    #expect(optimal.assigned == [0, 2])
    #expect(optimal.tied == [])
  }

  @Test func oneStrongPairIsNotSoldForTwoWeakOnes() {
    let pairs = [
      ScoredPair(left: 0, right: 0, weight: 10), ScoredPair(left: 0, right: 1, weight: 6),
      ScoredPair(left: 1, right: 0, weight: 6),
    ]
    #expect(OneToOneAssignment.optimal(pairs, floorBits: 5).assigned == [0])
    #expect(OneToOneAssignment.optimal(pairs, floorBits: 0).assigned == [1, 2])
  }

  @Test func largeComponentsFallBackToGreedyAndSaySo() {
    var pairs: [ScoredPair] = []
    for left in 0..<Int32(6) {
      for right in 0..<Int32(6) {
        pairs.append(
          ScoredPair(left: left, right: right, weight: Double(left * 6 + right) + 1))
      }
    }
    pairs.append(ScoredPair(left: 9, right: 9, weight: 1))
    let limited = OneToOneAssignment.optimal(pairs, floorBits: 0, sizeLimit: 5)
    #expect(limited.sizesAssignedGreedily == [6])
    #expect(limited.assigned == OneToOneAssignment.greedy(pairs, leastBits: 0.5).assigned)
    #expect(OneToOneAssignment.optimal(pairs, floorBits: 0).sizesAssignedGreedily == [])
  }

  @Test func evidentlyEqualRecordsDoNotContestEachOther() {
    let pairs = [
      ScoredPair(left: 0, right: 0, weight: 10), ScoredPair(left: 0, right: 2, weight: 10),
      ScoredPair(left: 1, right: 1, weight: 4),
    ]
    let entities = EvidentEntities(right: Clusters(recordCount: 3, links: [(2, 0)]))
    for found in [
      OneToOneAssignment.greedy(pairs, leastBits: 0, entities: entities),
      .optimal(pairs, floorBits: 0, entities: entities),
    ] {
      #expect(found.assigned == [0, 1, 2])
      #expect(found.tied == [])
    }
  }

  @Test func nothingGivesNothing() {
    #expect(OneToOneAssignment.greedy([], leastBits: 0).assigned == [])
    #expect(OneToOneAssignment.optimal([], floorBits: 0).assigned == [])
  }
}
