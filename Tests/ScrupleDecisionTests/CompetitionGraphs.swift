import ScrupleScoring

@testable import ScrupleDecision

/// A small graph of pairs that compete, with the odds of each.
struct CompetitionGraph {
  var edges: [Competition.Edge] = []
  var odds: [Double] = []
  var leftCount = 1
  var rightCount = 0

  /// A random forest in which every edge but the first of a tree hangs on a
  /// record that is there already.
  static func forest(seed: UInt64, edgeCount: Int) -> CompetitionGraph {
    var random = SplitMix64(seed: seed)
    var graph = CompetitionGraph()
    for _ in 0..<edgeCount {
      if random.nextUnit() < 0.15 {
        graph.add(
          graph.leftCount, graph.rightCount, bits: 12 * random.nextUnit() - 6)
      } else if graph.rightCount == 0 || random.nextUnit() < 0.5 {
        graph.add(
          Int(random.next() % UInt64(graph.leftCount)), graph.rightCount,
          bits: 12 * random.nextUnit() - 6)
      } else {
        graph.add(
          graph.leftCount, Int(random.next() % UInt64(graph.rightCount)),
          bits: 12 * random.nextUnit() - 6)
      }
    }
    return graph
  }

  /// A random graph, loops included.
  static func dense(seed: UInt64, leftCount: Int, rightCount: Int) -> CompetitionGraph {
    var random = SplitMix64(seed: seed)
    var graph = CompetitionGraph()
    for left in 0..<leftCount {
      for right in 0..<rightCount { graph.add(left, right, bits: 12 * random.nextUnit() - 6) }
    }
    return graph
  }

  mutating func add(_ left: Int, _ right: Int, bits: Double) {
    edges.append(Competition.Edge(left: UInt32(left), right: UInt32(right)))
    odds.append(MatchWeight(bits: bits).odds)
    leftCount = max(leftCount, left + 1)
    rightCount = max(rightCount, right + 1)
  }

  /// The graph with another one beside it.
  func beside(_ other: CompetitionGraph) -> CompetitionGraph {
    var joined = self
    joined.edges += other.edges.map {
      Competition.Edge(
        left: $0.left + UInt32(leftCount), right: $0.right + UInt32(rightCount))
    }
    joined.odds += other.odds
    joined.leftCount += other.leftCount
    joined.rightCount += other.rightCount
    return joined
  }

  /// The graph with its sides exchanged.
  var mirrored: CompetitionGraph {
    CompetitionGraph(
      edges: edges.map { Competition.Edge(left: $0.right, right: $0.left) }, odds: odds,
      leftCount: rightCount, rightCount: leftCount)
  }

  /// What is settled with prior odds of 1, so that the ratios are the odds.
  ///
  /// - Parameter calls: every further call goes on from the messages of the last.
  func settled(leftRepeats: Double, rightRepeats: Double, calls: Int = 40) -> Competition.Outcome {
    let competition = Competition(edges: edges, leftCount: leftCount, rightCount: rightCount)
    var messages = Competition.Messages()
    var outcome = Competition.Outcome(odds: [], priorOdds: 1, expectedMatches: 0)
    for _ in 0..<calls {
      outcome = competition.settle(
        ratios: odds, startOdds: 1, leftRepeats: leftRepeats, rightRepeats: rightRepeats,
        messages: &messages, settlesPrior: false)
    }
    return outcome
  }

  /// The probability of each edge, over all sets of edges.
  ///
  /// A set is as likely as the product of its odds, times r for every mate of a
  /// record beyond the first. With r = 0 these are the one-to-one matchings.
  func naiveProbabilities(leftRepeats: Double, rightRepeats: Double) -> [Double] {
    var total = 0.0
    var sums = [Double](repeating: 0, count: edges.count)
    for set in 0..<(1 << edges.count) {
      var lefts = [Int](repeating: 0, count: leftCount)
      var rights = [Int](repeating: 0, count: rightCount)
      var weight = 1.0
      for (index, edge) in edges.enumerated() where set >> index & 1 == 1 {
        weight *= odds[index]
        if lefts[Int(edge.left)] > 0 { weight *= rightRepeats }
        if rights[Int(edge.right)] > 0 { weight *= leftRepeats }
        lefts[Int(edge.left)] += 1
        rights[Int(edge.right)] += 1
      }
      total += weight
      for index in edges.indices where set >> index & 1 == 1 { sums[index] += weight }
    }
    return sums.map { $0 / total }
  }
}

extension Competition.Outcome {
  /// The match probability of each edge.
  var probabilities: [Double] { bits.map { Probability(logOdds: $0).value } }
}
