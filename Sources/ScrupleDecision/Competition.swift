import ScrupleExecution
import ScrupleScoring

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Settles what pairs that compete for the same records say of each other.
///
/// A booking and a record that agree well are less likely a match when the
/// booking agrees as well with another record, unless that file holds several
/// records of a person. How many it holds is a number in 0...1, not a switch:
/// r is how much likelier, given one mate, a further record is a mate too,
/// relative to a file full of duplicates. With r = 0 a record has at most one
/// mate, with r = 1 pairs do not compete at all.
///
/// For edge e of a record with other edges o, the factor on e's odds is
/// h = 1 / (q + (1 − q) / r), q = Π 1 / (1 + r L(o) h'(o)), with L the odds of
/// a match and h' the factor from the other record's side. The factors of both
/// sides are iterated (loopy belief propagation) and damped.
///
/// Most pairs compete with no other. They are settled in closed form, and only
/// the others, the contested ones, are iterated.
///
/// The prior odds θ are settled with the pairs: expected matches divided by the
/// pairs of records that are still free, Σp / (A(left) A(right)). A record that
/// surely has its mate is no longer a partner for anybody else.
public struct Competition: Sendable {
  /// One pair that may be a match.
  public struct Edge: Sendable {
    public let left: UInt32
    public let right: UInt32

    public init(left: UInt32, right: UInt32) {
      self.left = left
      self.right = right
    }
  }

  /// What is found.
  public struct Outcome: Sendable {
    /// Odds of a match for each edge, everything included.
    public var odds: [Double]
    /// Prior odds of a match between two free records.
    public var priorOdds: Double
    /// Expected number of matches.
    public var expectedMatches: Double

    /// log2 odds of a match for each edge.
    public var bits: [Double] { odds.map { log2($0) } }
  }

  private let left: RivalSide
  private let right: RivalSide
  /// Edges whose records have no other edge.
  private let alone: [UInt32]

  private static let mostRounds = 24
  /// Rounds end when probabilities move by less, together and relative to the
  /// expected matches. A few edges in a loop may swing for ever; they do not count.
  private static let smallestMove = 1e-4
  /// And the prior by less, in natural logarithms.
  private static let smallestPriorMove = 1e-3
  private static let damping = 0.3
  private static let edgesOfAChunk = 65_536

  /// Prepares a graph of pairs.
  ///
  /// - Complexity: O(edges + records).
  public init(edges: [Edge], leftCount: Int, rightCount: Int) {
    var degrees = (
      left: [UInt32](repeating: 0, count: leftCount),
      right: [UInt32](repeating: 0, count: rightCount)
    )
    for edge in edges {
      degrees.left[Int(edge.left)] += 1
      degrees.right[Int(edge.right)] += 1
    }
    var contested: [(edge: UInt32, left: UInt32, right: UInt32)] = []
    var alone: [UInt32] = []
    for (index, edge) in edges.enumerated() {
      if degrees.left[Int(edge.left)] > 1 || degrees.right[Int(edge.right)] > 1 {
        contested.append((UInt32(index), edge.left, edge.right))
      } else {
        alone.append(UInt32(index))
      }
    }
    (left, right) = RivalSide.both(
      contested, recordCounts: (leftCount, rightCount), aloneCount: alone.count)
    self.alone = alone
  }

  /// What the records of a graph have told each other so far; passing it on to
  /// the next call saves rounds.
  public struct Messages: Sendable {
    /// What competition for the left (right) record puts on each contested
    /// edge; empty before the first round.
    fileprivate var fromLeft = RivalFactors()
    fileprivate var fromRight = RivalFactors()

    /// Messages of a graph nothing has been said of.
    public init() {}
  }

  /// Settles the competition.
  ///
  /// - Parameters:
  ///   - ratios: the Bayes factor of each edge, natural, without a prior.
  ///   - startOdds: prior odds to start from.
  ///   - leftRepeats: r of the left file: how far a right record can have
  ///     several left mates.
  ///   - rightRepeats: the same for the right file.
  ///   - messages: where to go on from; receives what was said last.
  ///   - settlesPrior: false to keep `startOdds`.
  ///   - parallelism: threads; the outcome does not depend on it.
  /// - Complexity: O(edges × rounds); edges that nothing competes with cost one
  ///   round in all.
  public func settle(
    ratios: [Double], startOdds: Double, leftRepeats: Double, rightRepeats: Double,
    messages: inout Messages, settlesPrior: Bool = true,
    parallelism: Parallelism = Parallelism(threadCount: 1)
  ) -> Outcome {
    messages.fromLeft.require(count: left.edges.count)
    messages.fromRight.require(count: right.edges.count)
    var outcome = messages.fromLeft.withSlots(left, ratios) { left in
      messages.fromRight.withSlots(right, ratios) { right in
        Rounds(
          left: left, right: right, alone: alone.map { ratios[Int($0)] },
          repeats: (
            left: min(1, max(1e-6, leftRepeats)), right: min(1, max(1e-6, rightRepeats))
          ),
          parallelism: parallelism
        ).run(startOdds: startOdds, settlesPrior: settlesPrior)
      }
    }
    outcome.odds = ratios.map { $0 * outcome.priorOdds }
    for (slot, edge) in left.edges.enumerated() {
      outcome.odds[Int(edge)] *=
        messages.fromLeft.factors[slot] * messages.fromRight.factors[Int(left.partners[slot])]
    }
    return outcome
  }

  // MARK: - Rounds

  /// The rounds of one call.
  private struct Rounds {
    let left: RivalSlots
    let right: RivalSlots
    /// The Bayes factors of edges that nothing competes with.
    let alone: [Double]
    let repeats: (left: Double, right: Double)
    let parallelism: Parallelism

    func run(startOdds: Double, settlesPrior: Bool) -> Outcome {
      var odds = startOdds
      var lastChange = 0.0
      var outcome = Outcome(odds: [], priorOdds: odds, expectedMatches: 0)
      hear()
      for _ in 0..<Competition.mostRounds {
        answer(odds)
        hear()
        let matchedAlone = matchedAlone(odds)
        let totals = totals(odds)
        // Both sides count the same edges, each in its order. What the files give does not depend on
        // which of them is the left one, to the bit.
        outcome.expectedMatches = matchedAlone + (totals.left.matched + totals.right.matched) / 2
        var change = 0.0
        if settlesPrior {
          let free = (
            left: left.side.available(totals.left, matchedAlone, repeats: repeats.right),
            right: right.side.available(totals.right, matchedAlone, repeats: repeats.left)
          )
          let next = min(0.5, max(1e-300, outcome.expectedMatches / (free.left * free.right)))
          change = log(next / odds)
          // A step back goes half the way, so that no two priors take turns for ever.
          odds = change * lastChange < 0 ? (odds * next).squareRoot() : next
          lastChange = change
        }
        let moved = (totals.left.moved + totals.right.moved) / 2
        let isStill = moved <= Competition.smallestMove * outcome.expectedMatches
        if isStill && abs(change) < Competition.smallestPriorMove { break }
      }
      outcome.priorOdds = odds
      return outcome
    }

    /// Each side takes over what the other one said.
    private func hear() {
      onBothSides { $0.hear($1, $2) }
    }

    /// One round: both sides answer what the other side said in the round before.
    private func answer(_ odds: Double) {
      let chunks = left.side.chunks.count
      let (left, right, repeats) = (left, right, repeats)
      _ = parallelism.map(chunks + right.side.chunks.count, state: [Double]()) { index, terms in
        if index < chunks {
          left.answer(
            index, odds: odds, repeats: repeats.right, damping: Competition.damping, &terms)
        } else {
          right.answer(
            index - chunks, odds: odds, repeats: repeats.left, damping: Competition.damping, &terms)
        }
      }
    }

    private func totals(_ odds: Double) -> (left: RivalTotals, right: RivalTotals) {
      let all = onBothSides { slots, _, chunk in slots.settle(chunk, odds: odds) }
      var totals = (left: RivalTotals(), right: RivalTotals())
      // In the order of the chunks, so that the sums do not depend on the threads.
      for found in all.prefix(left.side.chunks.count) { totals.left += found }
      for found in all.dropFirst(left.side.chunks.count) { totals.right += found }
      return totals
    }

    /// What a closure finds for every chunk of the left, then of the right side.
    @discardableResult
    private func onBothSides<Result: Sendable>(
      _ body: @Sendable (_ side: RivalSlots, _ other: RivalSlots, _ chunk: Int) -> Result
    ) -> [Result] {
      let chunks = left.side.chunks.count
      let (left, right) = (left, right)
      return parallelism.map(chunks + right.side.chunks.count) { index in
        index < chunks ? body(left, right, index) : body(right, left, index - chunks)
      }
    }

    private func matchedAlone(_ odds: Double) -> Double {
      let alone = alone
      let chunks = chunkRanges(count: alone.count, size: Competition.edgesOfAChunk)
      return parallelism.map(chunks.count) { chunk in
        alone[chunks[chunk]].reduce(0) { $0 + Probability.value(ofOdds: $1 * odds) }
      }.reduce(0, +)
    }
  }
}
