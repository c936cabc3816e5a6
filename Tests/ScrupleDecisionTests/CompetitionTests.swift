import ScrupleExecution
import ScrupleScoring
import Testing

@testable import ScrupleDecision

struct CompetitionTests {
  /// Belief propagation is exact on trees. The smallest r is 1e-6, and forty
  /// calls leave less than 1e-12 of what was not said in the first.
  @Test(
    arguments: [(0, 0), (0, 1), (1, 0), (0.3, 0.3), (0.05, 0.7), (1, 1)] as [(Double, Double)])
  func onTreesTheProbabilitiesAreThoseOverAllSetsOfLinks(repeats: (Double, Double)) {
    for seed in 1...25 as ClosedRange<UInt64> {
      let graph = CompetitionGraph.forest(seed: seed, edgeCount: 1 + Int(seed) % 10)
      let found = graph.settled(leftRepeats: repeats.0, rightRepeats: repeats.1)
      let exact = graph.naiveProbabilities(leftRepeats: repeats.0, rightRepeats: repeats.1)
      for (one, other) in zip(found.probabilities, exact) {
        // r of 1e-6 in place of 0, times odds of 64.
        #expect(abs(one - other) < 2e-4, "seed \(seed), \(repeats)")
      }
      #expect(abs(found.expectedMatches - exact.reduce(0, +)) < 1e-3, "seed \(seed)")
    }
  }

  /// A left record may have any number of mates, a right one a single mate: every
  /// right record chooses for itself, loops or not.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func whereOneFileOnlyRepeatsPersonsEachRecordOfTheOtherChoosesOne(seed: UInt64) {
    let graph = CompetitionGraph.dense(seed: seed, leftCount: 4, rightCount: 3)
    var sums = [Double](repeating: 1, count: 3)
    for (edge, odds) in zip(graph.edges, graph.odds) { sums[Int(edge.right)] += odds }
    let found = graph.settled(leftRepeats: 0, rightRepeats: 1)
    for (index, edge) in graph.edges.enumerated() {
      let expected = graph.odds[index] / sums[Int(edge.right)]
      #expect(abs(found.probabilities[index] - expected) < 2e-4)
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func whereBothFilesRepeatPersonsPairsDoNotCompete(seed: UInt64) {
    let graph = CompetitionGraph.dense(seed: seed, leftCount: 4, rightCount: 5)
    let found = graph.settled(leftRepeats: 1, rightRepeats: 1, calls: 1)
    for (bits, odds) in zip(found.bits, graph.odds) {
      #expect(abs(bits - MatchWeight(mProbability: odds, uProbability: 1).bits) < 1e-12)
      #expect(abs(Probability(logOdds: bits).value - odds / (1 + odds)) < 1e-12)
    }
  }

  /// With loops the answer is near, not exact: nobody's bound, what these ten
  /// graphs of all pairs of three and four records show.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func withLoopsTheProbabilitiesAreNearThoseOverAllMatchings(seed: UInt64) {
    let graph = CompetitionGraph.dense(seed: seed, leftCount: 3, rightCount: 4)
    let found = graph.settled(leftRepeats: 0, rightRepeats: 0)
    let exact = graph.naiveProbabilities(leftRepeats: 0, rightRepeats: 0)
    for (one, other) in zip(found.probabilities, exact) {
      #expect(abs(one - other) < 0.12, "seed \(seed)")
    }
    let sides = [(\Competition.Edge.left, 3), (\.right, 4)]
    for (side, count) in sides {
      for record in 0..<count {
        var sum = 0.0
        for (edge, probability) in zip(graph.edges, found.probabilities)
        where edge[keyPath: side] == UInt32(record) { sum += probability }
        #expect(sum < 1 + 1e-3, "a record has more than one mate")
      }
    }
  }

  @Test func aRivalNeverRaisesAProbabilityAndItsRivalNeverLowersIt() {
    for seed in 1...30 as ClosedRange<UInt64> {
      let graph = CompetitionGraph.forest(seed: seed, edgeCount: 8)
      let before = graph.settled(leftRepeats: 0, rightRepeats: 0.1).probabilities
      for (index, edge) in graph.edges.enumerated() {
        var rival = graph
        rival.add(Int(edge.left), graph.rightCount, bits: 2)
        let less = rival.settled(leftRepeats: 0, rightRepeats: 0.1).probabilities
        #expect(less[index] <= before[index] + 1e-12, "seed \(seed), edge \(index)")
        rival.add(graph.leftCount, graph.rightCount, bits: 3)
        let more = rival.settled(leftRepeats: 0, rightRepeats: 0.1).probabilities
        #expect(more[index] >= less[index] - 1e-12, "seed \(seed), edge \(index)")
      }
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func recordsThatHaveNothingToDoWithAPairDoNotChangeIt(seed: UInt64) {
    let graph = CompetitionGraph.dense(seed: seed, leftCount: 3, rightCount: 3)
    let alone = graph.settled(leftRepeats: 0.1, rightRepeats: 0.2)
    let both = graph.beside(CompetitionGraph.dense(seed: seed + 50, leftCount: 4, rightCount: 2))
      .settled(leftRepeats: 0.1, rightRepeats: 0.2)
    // Rounds end when both stand still, so that one may have gone further than alone.
    for (one, other) in zip(both.bits, alone.bits) { #expect(abs(one - other) < 1e-9) }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func exchangingTheFilesChangesNotABit(seed: UInt64) {
    let graph = CompetitionGraph.dense(seed: seed, leftCount: 3, rightCount: 5)
    for settlesPrior in [false, true] {
      func run(_ graph: CompetitionGraph, _ left: Double, _ right: Double) -> Competition.Outcome {
        let competition = Competition(
          edges: graph.edges, leftCount: graph.leftCount, rightCount: graph.rightCount)
        var messages = Competition.Messages()
        return competition.settle(
          ratios: graph.odds, startOdds: 0.1, leftRepeats: left, rightRepeats: right,
          messages: &messages, settlesPrior: settlesPrior)
      }
      let forward = run(graph, 0.02, 0.4)
      let backward = run(graph.mirrored, 0.4, 0.02)
      #expect(forward.bits == backward.bits)
      #expect(forward.priorOdds == backward.priorOdds)
      #expect(forward.expectedMatches == backward.expectedMatches)
      #expect(run(graph, 0.02, 0.4).bits == forward.bits)
    }
  }

  @Test func aGraphWithoutPairsIsSettled() {
    let competition = Competition(edges: [], leftCount: 3, rightCount: 0)
    for settlesPrior in [false, true] {
      var messages = Competition.Messages()
      let outcome = competition.settle(
        ratios: [], startOdds: 0.01, leftRepeats: 0, rightRepeats: 0, messages: &messages,
        settlesPrior: settlesPrior)
      #expect(outcome.bits == [])
      #expect(outcome.expectedMatches == 0)
      #expect(outcome.priorOdds.isFinite && outcome.priorOdds >= 0)
    }
  }

  @Test func aPairWithoutRivalsHasTheOddsOfItsEvidence() {
    let competition = Competition(
      edges: [.init(left: 2, right: 1)], leftCount: 4, rightCount: 3)
    var messages = Competition.Messages()
    let outcome = competition.settle(
      ratios: [1024], startOdds: 0.25, leftRepeats: 0, rightRepeats: 0, messages: &messages,
      settlesPrior: false)
    #expect(outcome.bits == [8])
    #expect(abs(outcome.expectedMatches - 256.0 / 257) < 1e-12)
    #expect(outcome.priorOdds == 0.25)
  }

  @Test(arguments: [0, 1e-3, 0.5, 1])
  func extremeOddsGiveFiniteBits(repeats: Double) {
    let odds = [1e300, 1e-300, 1, 1e300, 1e150, 1e-150, 1e300, 1e300, 1e-300]
    var graph = CompetitionGraph.dense(seed: 1, leftCount: 3, rightCount: 3)
    graph.odds = odds
    for settlesPrior in [false, true] {
      let competition = Competition(edges: graph.edges, leftCount: 3, rightCount: 3)
      var messages = Competition.Messages()
      for _ in 0..<3 {
        let outcome = competition.settle(
          ratios: odds, startOdds: 1e-9, leftRepeats: repeats, rightRepeats: repeats,
          messages: &messages, settlesPrior: settlesPrior)
        #expect(outcome.bits.allSatisfy { $0.isFinite }, "\(outcome.bits)")
        #expect(outcome.priorOdds.isFinite && outcome.priorOdds > 0)
        #expect(outcome.expectedMatches >= 0 && outcome.expectedMatches <= 9)
      }
    }
  }
}

/// The prior is settled with the pairs: 300 of 400 and 500 records match one to
/// one, and noise agrees as noise does.
struct SettledPriorTests {
  private static let matchCount = 300

  /// Evidence that is calibrated: natural logarithms of ratios are normal with a
  /// mean of half their variance among matches, and minus that among non-matches.
  private static func graph(seed: UInt64) -> CompetitionGraph {
    var random = SplitMix64(seed: seed)
    var graph = CompetitionGraph(edges: [], odds: [], leftCount: 400, rightCount: 500)
    let deviation = 5.0
    for left in 0..<400 {
      for right in 0..<500 {
        let isMatch = left == right && left < matchCount
        var normal = -6.0
        for _ in 0..<12 { normal += random.nextUnit() }
        let nats = (isMatch ? 0.5 : -0.5) * deviation * deviation + deviation * normal
        // What the scoring pass drops as too unlikely.
        if nats > -2 { graph.add(left, right, bits: nats * 1.442_695) }
      }
    }
    return graph
  }

  @Test(arguments: [1e-6, 1e-3, 0.05])
  func theExpectedMatchesAreNearTheTrueOnesWhateverTheStart(start: Double) {
    let graph = Self.graph(seed: 3)
    #expect(graph.edges.count > 2_500)
    let competition = Competition(
      edges: graph.edges, leftCount: graph.leftCount, rightCount: graph.rightCount)
    var messages = Competition.Messages()
    let outcome = competition.settle(
      ratios: graph.odds, startOdds: start, leftRepeats: 0, rightRepeats: 0,
      messages: &messages)
    let known = Double(Self.matchCount)
    #expect(abs(outcome.expectedMatches - known) < 0.05 * known, "\(outcome.expectedMatches)")
    // Free records are fewer than all: 100 and 200 instead of 400 and 500.
    let share = known / (400 * 500)
    #expect(outcome.priorOdds > 2 * share, "\(outcome.priorOdds)")
    #expect(outcome.priorOdds < known / (100 * 200) * 1.5)
  }

  /// So many edges that there are several chunks of each side.
  @Test func theOutcomeIsTheSameOnAnyNumberOfThreads() {
    var graph = Self.graph(seed: 5)
    for seed in 6..<24 as Range<UInt64> { graph = graph.beside(Self.graph(seed: seed)) }
    #expect(graph.edges.count > 40_000)
    let competition = Competition(
      edges: graph.edges, leftCount: graph.leftCount, rightCount: graph.rightCount)
    let outcomes = [1, 2, 5].map { threads in
      var messages = Competition.Messages()
      return competition.settle(
        ratios: graph.odds, startOdds: 1e-4, leftRepeats: 0.1, rightRepeats: 0.3,
        messages: &messages, parallelism: Parallelism(threadCount: threads))
    }
    for other in outcomes.dropFirst() {
      #expect(other.odds == outcomes[0].odds)
      #expect(other.priorOdds == outcomes[0].priorOdds)
      #expect(other.expectedMatches == outcomes[0].expectedMatches)
    }
  }

  @Test func competitionTellsTheMatchFromTheNoise() {
    let graph = Self.graph(seed: 4)
    let competition = Competition(
      edges: graph.edges, leftCount: graph.leftCount, rightCount: graph.rightCount)
    var messages = Competition.Messages()
    let outcome = competition.settle(
      ratios: graph.odds, startOdds: 1e-3, leftRepeats: 0, rightRepeats: 0,
      messages: &messages)
    var (links, errors, claimed) = (0.0, 0.0, 0.0)
    for (edge, probability) in zip(graph.edges, outcome.probabilities) where probability > 0.5 {
      links += 1
      claimed += 1 - probability
      if edge.left != edge.right || edge.left >= UInt32(Self.matchCount) { errors += 1 }
    }
    // Five deviations of a count of errors of about ten.
    #expect(links > 0.85 * Double(Self.matchCount), "\(links)")
    #expect(abs(errors - claimed) < 5 * max(1, claimed).squareRoot(), "\(errors), \(claimed)")
  }
}
